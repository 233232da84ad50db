//! What a board was like before, and who made it what it is.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use samenspel::clock::ManualClock;
use samenspel::entity::{board_update, membership};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};
use tests::{LongPast, Peer, Person, TestServer, World, writing};
use uuid::Uuid;

#[tokio::test]
async fn a_board_is_shown_as_it_was_after_each_of_its_changes() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    for (board, write) in [
        (&world.own.ambition, write_ambition as fn(&Peer, usize)),
        (&world.own.canvas, write_canvas),
        (&world.own.roles, |peer, round| {
            peer.edit(|transaction| writing::add_role(transaction, &format!("rol-{round}"), "Trekker"));
        }),
    ] {
        let peer = Peer::join(&lead, board).await;
        let mut as_they_were = vec![content(&lead, board, "").await];
        for round in 0..6 {
            write(&peer, round);
            peer.saved().await;
            as_they_were.push(content(&lead, board, "").await);
        }
        for then in &as_they_were {
            let seq = then["seq"].as_i64().unwrap();
            assert_eq!(content(&observer, board, &format!("?at={seq}")).await, *then);
        }
        let seqs: Vec<_> = as_they_were.iter().map(|then| then["seq"].as_i64().unwrap()).collect();
        assert_eq!(seqs, [1, 2, 3, 4, 5, 6, 7]);
    }
}

fn write_ambition(peer: &Peer, round: usize) {
    if round == 3 {
        peer.edit(|transaction| writing::remove(transaction, "headline", 0, 4));
    } else {
        peer.push("headline", &format!(" en {round}"));
    }
}

fn write_canvas(peer: &Peer, round: usize) {
    if round == 4 {
        peer.edit(|transaction| writing::remove_card(transaction, "kaart-2"));
    } else {
        let id = format!("kaart-{round}");
        peer.edit(|transaction| writing::add_card(transaction, &id, "channels", "Wijkbus"));
    }
}

#[tokio::test]
async fn before_its_first_change_a_board_is_empty() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let canvas = content(&lead, &world.own.canvas, "?at=0").await;
    assert_eq!(canvas, json!({ "kind": "canvas", "seq": 0, "notes": [] }));
    let ambition = content(&lead, &world.own.ambition, "?at=0").await;
    assert_eq!((&ambition["headline"], &ambition["statement_html"]), (&json!(""), &json!("")));
}

#[tokio::test]
async fn a_change_that_is_not_there_is_refused() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let path = format!("/api/v1/boards/{}/content", world.own.ambition);
    for at in ["2", "9223372036854775807", "-1"] {
        let reply = lead.get(&format!("{path}?at={at}")).await;
        reply.expect_problem(422, "validation_failed");
        assert_eq!(reply.json()["errors"], json!([{ "field": "at", "code": "out_of_range" }]), "{at}");
    }
    for at in ["", "gisteren", "1.5", "9223372036854775808"] {
        lead.get(&format!("{path}?at={at}")).await.expect_problem(400, "invalid_request");
    }
    let outsider = world.person("outsider").await;
    outsider.get(&format!("{path}?at=1")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn the_timeline_says_who_wrote_and_when_newest_first() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let (one, two) = (Peer::join(&lead, &world.own.ambition).await, Peer::join(&member, &world.own.ambition).await);
    let write = async |peer: &Peer, minutes: i64| {
        clock.advance(TimeDelta::minutes(minutes));
        peer.push("headline", ".");
        peer.saved().await;
    };
    for (peer, minutes) in [(&one, 0), (&one, 4), (&two, 1), (&two, 1), (&one, 1), (&one, 5)] {
        write(peer, minutes).await;
    }
    let observer = world.person("observer").await;
    let timeline = timeline(&observer, &world.own.ambition, "").await;
    let times = |items: &Value| -> Vec<(i64, i64, String, String)> {
        let each = items.as_array().unwrap().iter();
        each.map(|item| {
            let time = |name: &str| item[name].as_str().unwrap()[11..16].to_owned();
            let seq = |name: &str| item[name].as_i64().unwrap();
            (seq("from_seq"), seq("seq"), time("started_at"), time("at"))
        })
        .collect()
    };
    let expected = [
        (7, 7, "08:12".to_owned(), "08:12".to_owned()),
        (6, 6, "08:07".into(), "08:07".into()),
        (4, 5, "08:05".into(), "08:06".into()),
        (2, 3, "08:00".into(), "08:04".into()),
    ];
    assert_eq!(times(&timeline["items"])[..4], expected, "{timeline}");
    let authors: Vec<_> = timeline["items"].as_array().unwrap().iter().map(|item| &item["author"]).collect();
    assert_eq!(authors[2]["account_id"], member.id());
    assert_eq!(authors[2]["name"], "Joris Vermeer");
    assert!(authors[2]["partner_id"].is_string(), "{timeline}");
    assert!([0, 1, 3].iter().all(|place| authors[*place]["account_id"] == lead.id()), "{timeline}");
    // The demo's own row.
    assert_eq!((authors.len(), &timeline["next"]), (5, &Value::Null));
}

#[tokio::test]
async fn who_left_is_still_named() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peer = Peer::join(&member, &world.own.canvas).await;
    peer.edit(|transaction| writing::add_card(transaction, "kaart", "channels", "Wijkbus"));
    peer.saved().await;
    let app = world.server.app();
    let transaction = app.database.begin().await.unwrap();
    membership::Entity::update_many()
        .col_expr(membership::Column::LeftAt, Expr::value(app.clock.now()))
        .filter(membership::Column::AccountId.eq(member.id().parse::<Uuid>().unwrap()))
        .exec(&transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    let timeline = timeline(&lead, &world.own.canvas, "").await;
    assert_eq!(timeline["items"][0]["author"]["name"], "Joris Vermeer");
    assert!(timeline["items"][0]["author"]["partner_id"].is_string(), "{timeline}");
    member.get(&format!("/api/v1/boards/{}/timeline", world.own.canvas)).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn the_pages_of_a_timeline_are_the_whole_of_it_once() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let rows = long_past(&world, 600).await.rows().len();
    let whole = timeline(&lead, &world.own.canvas, "?limit=200").await;
    let mut items = whole["items"].as_array().unwrap().clone();
    let mut next = whole["next"].clone();
    while let Some(cursor) = next.as_str() {
        let page = timeline(&lead, &world.own.canvas, &format!("?limit=7&cursor={cursor}")).await;
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        next = page["next"].clone();
    }
    let mut expected = i64::try_from(rows).unwrap();
    for item in &items {
        assert_eq!(item["seq"], expected, "{item}");
        expected = item["from_seq"].as_i64().unwrap() - 1;
    }
    assert_eq!(expected, 0, "all rows are in it");
    assert!(items.len() > 207, "several pages");
}

#[tokio::test]
async fn a_page_of_a_timeline_that_makes_no_sense_is_refused() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let path = format!("/api/v1/boards/{}/timeline", world.own.canvas);
    for (query, field) in
        [("limit=0", "limit"), ("limit=201", "limit"), ("cursor=", "cursor"), ("cursor=morgen", "cursor")]
    {
        let reply = lead.get(&format!("{path}?{query}")).await;
        reply.expect_problem(422, "validation_failed");
        assert_eq!(reply.json()["errors"][0]["field"], field);
    }
    lead.get(&format!("{path}?limit=veel")).await.expect_problem(400, "invalid_request");
    let first = timeline(&lead, &world.own.canvas, "?limit=1").await;
    assert_eq!((first["items"].as_array().unwrap().len(), &first["next"]), (1, &Value::Null));
}

/// The goal holds for the server as people run it: `cargo test --release … -- --ignored --nocapture`.
#[tokio::test]
#[ignore = "it measures, for which it must be compiled with --release"]
async fn any_point_of_twenty_thousand_edits_is_shown_within_200_ms() {
    let mut world = World::start().await;
    let lead = world.person("lead").await;
    let canvas = &world.own.canvas.clone();
    let mut past = long_past(&world, 4_000).await;
    // As it comes about: the board is open while it is written on, and kept whole now and then.
    for kept in 1..=5 {
        let peer = Peer::join(&lead, canvas).await;
        super::damage::until_kept_whole(&world, canvas, kept).await;
        peer.leave().await;
        if kept < 5 {
            go_on(&world, &mut past, 4_000).await;
            // No room is open any more that does not know of it.
            world.server.stop().await;
            world.server.start_again().await;
        }
    }
    let last = past.rows().len();
    let mut slowest = Duration::ZERO;
    for at in [1, last / 4, last / 2, last * 3 / 4, last - 600, last] {
        let mut took: Vec<Duration> = Vec::new();
        for _ in 0..7 {
            let started = Instant::now();
            content(&lead, canvas, &format!("?at={at}")).await;
            took.push(started.elapsed());
        }
        took.sort_unstable();
        println!("row {at} of {last}: median {:.1?}, longest {:.1?}", took[3], took[6]);
        slowest = slowest.max(took[3]);
    }
    let started = Instant::now();
    timeline(&lead, canvas, "?limit=200").await;
    println!("a page of the timeline: {:.1?}", started.elapsed());
    assert!(slowest < Duration::from_millis(200), "{slowest:?}");
}

/// Writes `edits` by three people on the canvas.
pub(crate) async fn long_past(world: &World, edits: usize) -> LongPast {
    let mut accounts = Vec::new();
    for name in ["lead", "member", "third"] {
        accounts.push(world.person(name).await.id().to_owned());
    }
    let app = world.server.app();
    let of_board = board_update::Column::BoardId.eq(world.own.canvas.parse::<Uuid>().unwrap());
    let written = board_update::Entity::find().filter(of_board).order_by_asc(board_update::Column::Seq);
    let written = written.all(app.database.reader()).await.unwrap().into_iter();
    let rows: Vec<_> = written
        .map(|row| samenspel::realtime::Row { author: row.author_id, payload: row.payload.into() })
        .collect();
    let mut past = LongPast::new(&accounts.iter().map(String::as_str).collect::<Vec<_>>(), rows);
    go_on(world, &mut past, edits).await;
    past
}

/// Writes more by the same people.
async fn go_on(world: &World, past: &mut LongPast, edits: usize) {
    let app = world.server.app();
    let after = past.rows().len();
    past.make(edits);
    let start: DateTime<Utc> = app.clock.now() - TimeDelta::days(7);
    past.write(&app.database, &world.own.canvas, after, start).await;
}

pub(crate) async fn content(person: &Person, board: &str, query: &str) -> Value {
    person.get(&format!("/api/v1/boards/{board}/content{query}")).await.expect(200)
}

async fn timeline(person: &Person, board: &str, query: &str) -> Value {
    person.get(&format!("/api/v1/boards/{board}/timeline{query}")).await.expect(200)
}
