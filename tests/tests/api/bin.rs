//! What was deleted from a board, by whom, and as it was.

mod restoring;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use samenspel::clock::ManualClock;
use samenspel::entity::{bin_item, board, projection};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait, QueryFilter as _};
use serde_json::Value;
use tests::{Peer, Person, TestServer, World, eventually, writing};
use uuid::Uuid;

#[tokio::test]
async fn a_card_that_one_deleted_while_another_wrote_in_it_is_kept_as_it_was() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let (a, b) = (Peer::join(&lead, &world.own.canvas).await, Peer::join(&member, &world.own.canvas).await);
    a.edit(|transaction| writing::add_card(transaction, "kaart", "channels", "Samen"));
    b.until("it arrives", |seen| seen.map("notes")["kaart"].is_object()).await;
    b.edit(|transaction| writing::push_to_card(transaction, "kaart", " spelen"));
    a.until("what the other wrote arrives", |seen| seen.map("notes")["kaart"]["text"] == "Samen spelen").await;
    a.edit(|transaction| writing::remove_entry(transaction, "notes", "kaart"));
    b.until("it is gone", |seen| seen.map("notes")["kaart"].is_null()).await;
    b.edit(|transaction| writing::add_card(transaction, "andere", "channels", "Van een ander"));
    b.until("it is there", |seen| seen.map("notes")["andere"].is_object()).await;
    b.edit(|transaction| writing::remove_entry(transaction, "notes", "andere"));

    let items = bin(&lead, &world.own.canvas, |items| items.len() == 2).await;
    // The latest first.
    assert_eq!(items[0]["note"]["id"], "andere");
    assert_eq!(items[0]["deleted_by"]["account_id"], member.id());
    assert!(items[0]["deleted_by"]["partner_id"].is_string(), "{items:?}");
    let kept = &items[1];
    assert_eq!((kept["kind"].as_str(), kept["deleted_by"]["account_id"].as_str()), (Some("note"), Some(lead.id())));
    assert_eq!(kept["deleted_by"]["name"], name(&lead).await);
    assert_eq!(
        kept["note"],
        serde_json::json!({
            "id": "kaart", "block": "channels", "text": "Samen spelen", "order": "a0", "partner": null,
        })
    );
    assert_eq!((&kept["role"], &kept["passage"]), (&Value::Null, &Value::Null));
    let [deleted, expires] = ["deleted_at", "expires_at"].map(|field| time(&kept[field]));
    assert_eq!(expires - deleted, TimeDelta::days(30));
}

#[tokio::test]
async fn what_comes_back_leaves_the_bin_and_may_be_deleted_again() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let roles = Peer::join(&lead, &world.own.roles).await;
    for round in 1..=3 {
        roles.edit(|transaction| writing::add_role(transaction, "rol", &format!("Verbinder {round}")));
        bin(&lead, &world.own.roles, <[_]>::is_empty).await;
        roles.edit(|transaction| writing::remove_entry(transaction, "roles", "rol"));
        let items = bin(&lead, &world.own.roles, |items| items.len() == 1).await;
        assert_eq!(items[0]["role"]["title"], format!("Verbinder {round}"));
    }
    // All of it between two looks at the board, in a row of its own each.
    for (id, title) in [("rol", "Kort"), ("rol", "Gebleven"), ("andere", "Anders")] {
        roles.edit(|transaction| writing::add_role(transaction, id, title));
        roles.saved().await;
        roles.edit(|transaction| writing::remove_entry(transaction, "roles", id));
        roles.saved().await;
    }
    let is_last = |items: &[Value]| items.iter().any(|item| item["role"]["title"] == "Anders");
    let items = bin(&lead, &world.own.roles, is_last).await;
    let titles: Vec<_> = items.iter().map(|item| item["role"]["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Anders", "Gebleven"]);
}

#[tokio::test]
async fn a_paragraph_is_kept_with_its_markup_and_turning_it_into_a_heading_deletes_nothing() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let (a, b) = (Peer::join(&lead, &world.own.ambition).await, Peer::join(&member, &world.own.ambition).await);
    a.edit(|transaction| writing::push_paragraph(transaction, "horizon", "Zonnebloem op het dak."));
    a.edit(|transaction| writing::push_paragraph(transaction, "horizon", "Regenton in de tuin."));
    b.until("both arrive", |seen| seen.xml("horizon").contains("Regenton")).await;
    let place = block_count(&b, "horizon") - 2;
    b.edit(|transaction| writing::make_heading(transaction, "horizon", place, "Zonnebloem op het dak."));
    a.until("it is a heading", |seen| seen.xml("horizon").contains("<heading")).await;
    b.edit(|transaction| writing::remove_block(transaction, "horizon", place + 1));

    let items = bin(&lead, &world.own.ambition, |items| !items.is_empty()).await;
    assert_eq!(items.len(), 1, "{items:?}");
    assert_eq!(items[0]["kind"], "passage");
    assert_eq!(items[0]["deleted_by"]["account_id"], member.id());
    assert_eq!(
        items[0]["passage"],
        serde_json::json!({
            "root": "horizon", "text": "Regenton in de tuin.", "html": "<p>Regenton in de tuin.</p>",
        })
    );
    // Somebody types it again, elsewhere.
    a.edit(|transaction| writing::push_paragraph(transaction, "statement", "Regenton in de tuin."));
    bin(&lead, &world.own.ambition, <[_]>::is_empty).await;
}

#[tokio::test]
async fn a_headline_that_was_emptied_letter_by_letter_is_kept_whole() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.ambition).await;
    let whole = peer.seen().text("headline");
    let length = u32::try_from(whole.encode_utf16().count()).unwrap();
    assert!(length > 5, "{whole}");
    for left in (0..length).rev() {
        peer.edit(|transaction| writing::remove(transaction, "headline", left, 1));
        // Who takes their time is at it while the tables are written.
        if left == length / 2 || left == 2 {
            peer.saved().await;
            projected(&world, &world.own.ambition).await;
        }
    }
    let items = bin(&lead, &world.own.ambition, |items| !items.is_empty()).await;
    assert_eq!(items.len(), 1, "{items:?}");
    assert_eq!((&items[0]["passage"]["root"], &items[0]["passage"]["text"]), (&"headline".into(), &whole.into()));
}

#[tokio::test]
async fn after_thirty_days_it_is_gone_for_good() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    let lead = world.person("lead").await;
    let canvas = Peer::join(&lead, &world.own.canvas).await;
    canvas.edit(|transaction| writing::add_card(transaction, "kaart", "channels", "Even"));
    canvas.saved().await;
    canvas.edit(|transaction| writing::remove_entry(transaction, "notes", "kaart"));
    bin(&lead, &world.own.canvas, |items| items.len() == 1).await;
    // A session does not last as long.
    clock.advance(TimeDelta::days(30) - TimeDelta::seconds(1));
    let lead = world.person("lead").await;
    assert_eq!(items(&lead, &world.own.canvas).await.len(), 1);
    clock.advance(TimeDelta::seconds(1));
    assert_eq!(items(&lead, &world.own.canvas).await.len(), 0);
}

#[tokio::test]
async fn what_was_deleted_while_nobody_followed_the_board_is_found_in_its_log() {
    let mut world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let (a, b) = (Peer::join(&lead, &world.own.canvas).await, Peer::join(&member, &world.own.canvas).await);
    a.edit(|transaction| writing::add_card(transaction, "een", "channels", "Eén"));
    a.edit(|transaction| writing::add_card(transaction, "twee", "channels", "Twee"));
    b.until("they arrive", |seen| seen.map("notes")["twee"].is_object()).await;
    a.edit(|transaction| writing::remove_entry(transaction, "notes", "een"));
    b.edit(|transaction| writing::remove_entry(transaction, "notes", "twee"));
    bin(&lead, &world.own.canvas, |items| items.len() == 2).await;
    drop((a, b));
    // As it would be, had nobody followed the board since its second row.
    let transaction = world.server.app().database.begin().await.unwrap();
    bin_item::Entity::delete_many().exec(&transaction).await.unwrap();
    let canvas: Uuid = world.own.canvas.parse().unwrap();
    let rewound = projection::Entity::update_many().col_expr(projection::Column::Seq, Expr::value(2));
    rewound.filter(projection::Column::BoardId.eq(canvas)).exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    world.server.stop().await;
    world.server.start_again().await;

    let items = bin(&lead, &world.own.canvas, |items| items.len() == 2).await;
    let mut found: Vec<_> = items.iter().map(|item| (item["note"]["text"].clone(), by(item))).collect();
    found.sort_by_key(|(text, _)| text.to_string());
    assert_eq!(found, [("Eén".into(), lead.id().to_owned()), ("Twee".into(), member.id().to_owned())]);
}

#[tokio::test]
async fn a_bin_is_read_page_by_page_and_each_board_has_its_own() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let canvas = Peer::join(&lead, &world.own.canvas).await;
    for number in 0..60 {
        let id = format!("kaart {number:02}");
        canvas.edit(|transaction| writing::add_card(transaction, &id, "channels", &id));
    }
    canvas.saved().await;
    for number in 0..60 {
        canvas.edit(|transaction| writing::remove_entry(transaction, "notes", &format!("kaart {number:02}")));
    }
    let path = format!("/api/v1/boards/{}/bin", world.own.canvas);
    let both_pages = async || {
        let first = observer.get(&path).await.expect(200);
        let next = first["next"].as_str()?;
        let second = observer.get(&format!("{path}?cursor={next}")).await.expect(200);
        let items = [&first, &second].map(|page| page["items"].as_array().unwrap().clone()).concat();
        (items.len() == 60).then_some((items, second["next"].clone()))
    };
    let (pages, next) = eventually("all of it is there", both_pages).await;
    assert_eq!(next, Value::Null);
    let mut texts: Vec<_> = pages.iter().map(|item| item["note"]["text"].as_str().unwrap()).collect();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), 60, "none twice");
    assert!(items(&lead, &world.own.roles).await.is_empty());
    observer.get(&format!("{path}?cursor=nonsense")).await.expect_problem(400, "invalid_request");
}

/// Waits until the tables of a board are as its log says.
async fn projected(world: &World, board: &str) {
    let (board, db) = (board.parse::<Uuid>().unwrap(), world.server.app().database.reader());
    let there = async || {
        let last = board::Entity::find_by_id(board).one(db).await.unwrap().unwrap().last_seq;
        let projected = projection::Entity::find_by_id(board).one(db).await.unwrap()?;
        (projected.seq == last).then_some(())
    };
    eventually("the tables are as the log says", there).await;
}

/// Waits until what is in a bin is as wanted.
async fn bin(person: &Person, board: &str, is_right: impl Fn(&[Value]) -> bool) -> Vec<Value> {
    let look = async || Some(items(person, board).await).filter(|items| is_right(items));
    eventually("the bin is as it should be", look).await
}

async fn items(person: &Person, board: &str) -> Vec<Value> {
    let page = person.get(&format!("/api/v1/boards/{board}/bin")).await.expect(200);
    page["items"].as_array().unwrap().clone()
}

async fn name(person: &Person) -> Value {
    person.get("/api/v1/me").await.expect(200)["name"].clone()
}

fn by(item: &Value) -> String {
    item["deleted_by"]["account_id"].as_str().unwrap().to_owned()
}

fn block_count(peer: &Peer, root: &str) -> u32 {
    writing::block_count(&peer.seen().doc(), root)
}

fn time(value: &Value) -> DateTime<chrono::Utc> {
    value.as_str().unwrap().parse().unwrap()
}
