//! What happens in a partnership, heard by those whom it concerns, once and in order, and by nobody else.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use samenspel::access::Role;
use samenspel::entity::{event, membership, session};
use samenspel::partnerships::{Announcement, Audience, announce};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait, QueryFilter as _};
use serde_json::{Value, json};
use tests::{Closed, DEMO_PASSWORD, Hearing, Pass, Peer, Person, Refused, World, eventually, writing};
use uuid::Uuid;

#[tokio::test]
async fn what_is_written_on_boards_is_announced_by_ids_and_never_by_its_text() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let canvas = Peer::join(&lead, &world.own.canvas).await;
    world.settled().await;
    let mut hearing = Hearing::begin(&observer, &world.own.partnership).await;
    canvas.edit(|transaction| writing::add_card(transaction, "kaart", "channels", "Geheim"));
    let added = hearing.until("card.added").await;
    assert_eq!((&added["data"]["board"], &added["data"]["card"]), (&json!(world.own.canvas), &json!("kaart")));
    assert_eq!(added["actor"]["account_id"], lead.id());
    canvas.edit(|transaction| writing::push_to_card(transaction, "kaart", " woord"));
    let changed = hearing.until("card.changed").await;
    assert_eq!(changed["data"]["fields"], json!(["text"]));
    assert!(changed["data"]["seq"].as_i64() > added["data"]["seq"].as_i64());
    canvas.edit(|transaction| writing::remove_entry(transaction, "notes", "kaart"));
    assert_eq!(hearing.until("card.removed").await["data"]["card"], "kaart");
    let roles = Peer::join(&lead, &world.own.roles).await;
    roles.edit(|transaction| writing::add_role(transaction, "rol", "Geheim"));
    assert_eq!(hearing.until("role.added").await["data"]["role"], "rol");
    let ambition = Peer::join(&lead, &world.own.ambition).await;
    ambition.push("headline", "Geheim");
    let changed = hearing.until("ambition.changed").await;
    assert_eq!(changed["data"]["fields"], json!(["headline"]));
    let events = event::Entity::find().all(world.server.app().database.reader()).await.unwrap();
    assert!(events.len() > 4);
    assert!(events.iter().all(|event| !event.data.contains("Geheim") && !event.data.contains("woord")));
}

#[tokio::test]
async fn a_thousand_events_arrive_once_and_in_order_however_often_one_comes_back() {
    let world = World::start().await;
    let member = world.person("member").await;
    let audiences = audiences_of(&world, &member).await;
    let mut hearing = Hearing::begin(&member, &world.own.partnership).await;
    let announcing = async {
        for number in 0..1_000 {
            tell(&world, audiences[number % 3], "test.numbered", json!({ "stream": number % 3, "number": number }))
                .await;
        }
    };
    let hearing_all = async {
        let mut heard: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
        // A fixed sequence that looks like chance, so that a failure comes again.
        let mut chance: u64 = 42;
        while heard.values().map(Vec::len).sum::<usize>() < 1_000 {
            let event = hearing.next().await.unwrap();
            if event["type"] == "test.numbered" {
                let [stream, number] = ["stream", "number"].map(|name| event["data"][name].as_u64().unwrap());
                heard.entry(stream).or_default().push(number);
            }
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            if chance >> 60 == 0 {
                let cursor = event["cursor"].as_str().unwrap().to_owned();
                hearing = Hearing::resume(&member, &world.own.partnership, &cursor).await;
            }
        }
        heard
    };
    let ((), heard) = tokio::join!(announcing, hearing_all);
    for (stream, numbers) in heard {
        let all: Vec<u64> = (0..1_000).filter(|number| number % 3 == stream).collect();
        assert_eq!(numbers, all, "stream {stream}");
    }
}

#[tokio::test]
async fn no_cursor_lets_one_hear_what_another_partner_or_person_is_told() {
    let world = World::start().await;
    let (member, third) = (world.person("member").await, world.person("third").await);
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let mut begun = Hearing::begin(&member, &world.own.partnership).await;
    let [_, partner, account] = audiences_of(&world, &member).await;
    for audience in [partner, account] {
        tell(&world, audience, "canary.sang", json!({ "canary": "kanarie" })).await;
    }
    for _ in 0..2 {
        assert_eq!(begun.until("canary.sang").await["data"]["canary"], "kanarie");
    }
    for person in [&third, &lead, &observer] {
        let mut fresh = Hearing::begin(person, &world.own.partnership).await;
        let own = fresh.cursor().to_owned();
        let stolen = Pass::of(person).query(&format!("after={}", begun.cursor()));
        let refused = Hearing::open(&stolen, &world.own.partnership).await.unwrap_err();
        assert_eq!(refused.code, 4410, "another's cursor");
        for audience in [partner, account] {
            tell(&world, audience, "canary.sang", json!({ "canary": "kanarie" })).await;
        }
        tell(&world, Audience::Partnership, "test.ended", json!({})).await;
        let mut resumed = Hearing::resume(person, &world.own.partnership, &own).await;
        for hearing in [&mut fresh, &mut resumed] {
            loop {
                let event = hearing.next().await.unwrap();
                assert_ne!(event["type"], "canary.sang", "{event}");
                if event["type"] == "test.ended" {
                    break;
                }
            }
        }
    }
}

#[tokio::test]
async fn who_acts_for_another_partner_hears_that_one_from_then_on_and_the_first_no_more() {
    let world = World::start().await;
    let (member, third) = (world.person("member").await, world.person("third").await);
    let [_, first, _] = audiences_of(&world, &member).await;
    let [_, second, _] = audiences_of(&world, &third).await;
    tell(&world, second, "canary.sang", json!({ "when": "before" })).await;
    let mut hearing = Hearing::begin(&member, &world.own.partnership).await;
    let before = hearing.cursor().to_owned();
    let Audience::Partner(partner) = second else { panic!("the third person acts for a partner") };
    let transaction = world.server.app().database.begin().await.unwrap();
    let update = membership::Entity::update_many().col_expr(membership::Column::PartnerId, Expr::value(partner));
    update.filter(membership::Column::AccountId.eq(id(&member))).exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    // What it hears first it may have begun to look up before; for the second it looks again.
    for kind in ["test.moved", "test.noticed"] {
        tell(&world, Audience::Partnership, kind, json!({})).await;
        hearing.until(kind).await;
    }
    tell(&world, first, "canary.sang", json!({ "when": "never" })).await;
    tell(&world, second, "canary.sang", json!({ "when": "now" })).await;
    assert_eq!(hearing.until("canary.sang").await["data"]["when"], "now");
    let mut back = Hearing::resume(&member, &world.own.partnership, &before).await;
    back.until("test.moved").await;
    tell(&world, second, "canary.sang", json!({ "when": "later" })).await;
    assert_eq!(back.until("canary.sang").await["data"]["when"], "later");
}

#[tokio::test]
async fn one_listens_with_a_ticket_or_with_cookies_from_our_own_pages() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let nobody = Person::nobody(&world.server);
    let ticket = lead.post("/api/v1/live/ticket", &json!({})).await.expect(201);
    let with_ticket = Pass::of(&nobody).query(&format!("ticket={}", ticket["ticket"].as_str().unwrap()));
    assert!(Hearing::open(&with_ticket, &world.own.partnership).await.is_ok());
    assert_eq!(Hearing::open(&with_ticket, &world.own.partnership).await.unwrap_err().code, 4401, "used");
    let body = json!({ "email": "lead@demo.example", "password": DEMO_PASSWORD });
    let cookies = nobody.post("/api/v1/sessions", &body).await.cookies();
    let pass = Pass::cookies(world.server.address(), &cookies).query("");
    assert!(Hearing::open(&pass, &world.own.partnership).await.is_ok());
    for pass in [pass.clone().origin("https://evil.example"), pass.without_origin()] {
        assert_eq!(Hearing::connect(&pass, &world.own.partnership).await.unwrap_err(), Refused(403));
    }
}

#[tokio::test]
async fn a_cursor_that_is_none_is_refused_with_a_reason_and_so_is_whoever_speaks() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let mut hearing = Hearing::begin(&lead, &world.own.partnership).await;
    let mut forged = hearing.cursor().to_owned();
    forged.replace_range(3..4, if &forged[3..4] == "A" { "B" } else { "A" });
    for cursor in ["", "nonsense", "%C3%A9", forged.as_str()] {
        let pass = Pass::of(&lead).query(&format!("after={cursor}"));
        let Closed { code, reason } = Hearing::open(&pass, &world.own.partnership).await.unwrap_err();
        assert_eq!(code, 4410, "{cursor}");
        assert!(reason.contains("cursor"), "{reason}");
    }
    hearing.say("hallo").await;
    assert_eq!(hearing.closed().await.code, 4422);
}

#[tokio::test]
async fn a_cursor_after_which_something_was_forgotten_is_refused() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    world.settled().await;
    let hearing = Hearing::begin(&lead, &world.own.partnership).await;
    for _ in 0..3 {
        tell(&world, Audience::Partnership, "test.old", json!({})).await;
    }
    let mut later = Hearing::resume(&lead, &world.own.partnership, hearing.cursor()).await;
    later.until("test.old").await;
    later.until("test.old").await;
    let transaction = world.server.app().database.begin().await.unwrap();
    let mut old = event::Entity::find().filter(event::Column::Kind.eq("test.old")).all(&transaction).await.unwrap();
    old.sort_by_key(|event| event.number);
    event::Entity::delete_by_id((old[0].stream_id, old[0].number)).exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    let mut stale = Hearing::resume(&lead, &world.own.partnership, hearing.cursor()).await;
    assert_eq!(stale.closed().await.code, 4410);
    let mut recent = Hearing::resume(&lead, &world.own.partnership, later.cursor()).await;
    recent.until("test.old").await;
}

#[tokio::test]
async fn who_may_not_listen_any_more_is_closed_within_moments_and_others_go_on() {
    let world = World::start().await;
    let (lead, member, third) =
        (world.person("lead").await, world.person("member").await, world.person("third").await);
    let mut stays = Hearing::begin(&lead, &world.own.partnership).await;
    let mut left = Hearing::begin(&member, &world.own.partnership).await;
    let mut ended = Hearing::begin(&third, &world.own.partnership).await;
    let app = world.server.app();
    let transaction = app.database.begin().await.unwrap();
    let now = Expr::value(app.clock.now());
    set_left(&transaction, &member, Some(app.clock.now())).await;
    let end = session::Entity::update_many().col_expr(session::Column::EndedAt, now);
    end.filter(session::Column::AccountId.eq(id(&third))).exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    assert_eq!(left.closed().await.code, 4403);
    assert_eq!(ended.closed().await.code, 4401);
    tell(&world, Audience::Partnership, "test.after", json!({})).await;
    stays.until("test.after").await;
}

#[tokio::test]
async fn who_left_hears_nothing_that_happens_before_they_are_closed() {
    let world = World::start().await;
    let app = world.server.app();
    let rung = partnership(&world);
    let member = world.person("member").await;
    for _ in 0..20 {
        let mut left = Hearing::begin(&member, &world.own.partnership).await;
        let transaction = app.database.begin().await.unwrap();
        let now = app.clock.now();
        set_left(&transaction, &member, Some(now)).await;
        let (kind, data) = ("canary.sang".into(), json!({}));
        let canary = Announcement { audience: Audience::Partnership, kind, actor: None, data };
        announce(&transaction, rung, vec![canary], now).await.unwrap();
        // They look all the while that it is committed, so also in the middle of it.
        let ringing = async {
            loop {
                app.bells.ring(rung);
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            committed = transaction.commit() => committed.unwrap(),
            () = ringing => {}
        }
        loop {
            match left.next().await {
                Ok(event) => assert_ne!(event["type"], "canary.sang"),
                Err(closed) => break assert_eq!(closed.code, 4403),
            }
        }
        let transaction = app.database.begin().await.unwrap();
        set_left(&transaction, &member, None).await;
        transaction.commit().await.unwrap();
    }
}

async fn set_left(db: &impl ConnectionTrait, person: &Person, at: Option<DateTime<Utc>>) {
    let leave = membership::Entity::update_many().col_expr(membership::Column::LeftAt, Expr::value(at));
    leave.filter(membership::Column::AccountId.eq(id(person))).exec(db).await.unwrap();
}

#[tokio::test]
async fn a_server_that_stops_says_so_and_one_goes_on_where_one_was() {
    let mut world = World::start().await;
    let lead = world.person("lead").await;
    let mut hearing = Hearing::begin(&lead, &world.own.partnership).await;
    tell(&world, Audience::Partnership, "test.before", json!({})).await;
    hearing.until("test.before").await;
    let cursor = hearing.cursor().to_owned();
    world.server.stop().await;
    assert_eq!(hearing.closed().await.code, 1012);
    world.server.start_again().await;
    tell(&world, Audience::Partnership, "test.meanwhile", json!({})).await;
    let mut back = Hearing::resume(&lead, &world.own.partnership, &cursor).await;
    back.until("test.meanwhile").await;
}

#[tokio::test]
async fn what_another_process_announces_is_heard_without_a_bell() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let mut hearing = Hearing::begin(&lead, &world.own.partnership).await;
    announced(&world, Audience::Partnership, "test.silent", json!({})).await;
    hearing.until("test.silent").await;
}

#[tokio::test]
async fn something_is_said_at_least_every_twenty_seconds() {
    let world = World::start().await;
    world.settled().await;
    let mut hearing = Hearing::begin(&world.person("observer").await, &world.own.partnership).await;
    let cursor = hearing.cursor().to_owned();
    let idle = hearing.next_message().await.unwrap();
    assert_eq!((&idle["type"], &idle["cursor"]), (&json!("stream.idle"), &json!(cursor)));
}

#[tokio::test]
async fn who_does_not_read_is_let_go_and_goes_on_later() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let slow = Hearing::begin(&lead, &world.own.partnership).await;
    let cursor = slow.cursor().to_owned();
    let app = world.server.app();
    assert!(!app.rooms.badges().is_empty());
    let much = json!({ "much": "x".repeat(20_000) });
    let announcement =
        Announcement { audience: Audience::Partnership, kind: "test.long".into(), actor: None, data: much };
    for _ in 0..20 {
        let transaction = app.database.begin().await.unwrap();
        let page = vec![announcement.clone(); 50];
        announce(&transaction, partnership(&world), page, app.clock.now()).await.unwrap();
        transaction.commit().await.unwrap();
    }
    app.bells.ring(partnership(&world));
    eventually("it is let go", async || app.rooms.badges().is_empty().then_some(())).await;
    drop(slow);
    let mut back = Hearing::resume(&lead, &world.own.partnership, &cursor).await;
    for _ in 0..1_000 {
        back.until("test.long").await;
    }
}

#[tokio::test]
async fn several_transactions_at_once_number_a_stream_without_a_gap() {
    let world = World::start().await;
    world.settled().await;
    let member = world.person("member").await;
    let audiences = audiences_of(&world, &member).await;
    let each = (0..40).map(|number| {
        let (world, audience) = (&world, audiences[number % 3]);
        async move { tell(world, audience, "test.at_once", json!({ "number": number })).await }
    });
    futures_util::future::join_all(each).await;
    let all = event::Entity::find().all(world.server.app().database.reader()).await.unwrap();
    let mut streams: BTreeMap<Uuid, Vec<i64>> = BTreeMap::new();
    for event in all {
        streams.entry(event.stream_id).or_default().push(event.number);
    }
    assert_eq!(streams.len(), 3);
    for mut numbers in streams.into_values() {
        numbers.sort_unstable();
        let dense: Vec<i64> = (1..=i64::try_from(numbers.len()).unwrap()).collect();
        assert_eq!(numbers, dense);
    }
}

/// Announces something, as a feature would, and rings.
async fn tell(world: &World, audience: Audience, kind: &str, data: Value) {
    announced(world, audience, kind, data).await;
    world.server.app().bells.ring(partnership(world));
}

/// Announces something without ringing.
async fn announced(world: &World, audience: Audience, kind: &str, data: Value) {
    let app = world.server.app();
    let transaction = app.database.begin().await.unwrap();
    let announcement = Announcement { audience, kind: kind.into(), actor: None, data };
    announce(&transaction, partnership(world), vec![announcement], app.clock.now()).await.unwrap();
    transaction.commit().await.unwrap();
}

/// The three audiences somebody belongs to.
async fn audiences_of(world: &World, person: &Person) -> [Audience; 3] {
    let me =
        samenspel::partnerships::membership(world.server.app().database.reader(), id(person), partnership(world));
    let me = me.await.unwrap().unwrap();
    assert_eq!(me.role, Role::Member);
    [Audience::Partnership, Audience::Partner(me.partner.unwrap().id), Audience::Account(id(person))]
}

fn partnership(world: &World) -> Uuid {
    world.own.partnership.parse().unwrap()
}

fn id(person: &Person) -> Uuid {
    person.id().parse().unwrap()
}
