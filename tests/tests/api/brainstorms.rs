//! Silent brainstorms: everybody writes for themselves, and then all cards appear together.

mod revealed;
mod unseen;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use samenspel::clock::ManualClock;
use samenspel::entity::partnership;
use sea_orm::EntityTrait as _;
use sea_orm::sea_query::Expr;
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, TestServer, World, number};

/// People of three partners, and one who reads along.
pub(crate) struct Room {
    pub(crate) world: World,
    pub(crate) lead: Person,
    pub(crate) member: Person,
    pub(crate) third: Person,
    pub(crate) observer: Person,
}

impl Room {
    async fn enter() -> Self {
        Self::of(World::start().await).await
    }

    async fn of(world: World) -> Self {
        let person = async |name: &str| world.person(name).await;
        Self {
            lead: person("lead").await,
            member: person("member").await,
            third: person("third").await,
            observer: person("observer").await,
            world,
        }
    }

    fn path(&self, last: &str) -> String {
        format!("/api/v1/boards/{}/brainstorms{last}", self.world.own.canvas)
    }

    fn step(&self, brainstorm: &Value, step: &str) -> String {
        self.path(&format!("/{}/{step}", brainstorm["id"].as_str().unwrap()))
    }

    async fn begin(&self, person: &Person) -> Value {
        let body = json!({ "block": "channels", "minutes": 5, "question": "Waar vinden we elkaar?" });
        person.post(&self.path(""), &body).await.expect(201)
    }

    async fn write(&self, person: &Person, brainstorm: &Value, text: &str) -> Reply {
        person.post(&self.step(brainstorm, "cards"), &json!({ "text": text })).await
    }

    async fn reveal(&self, person: &Person, brainstorm: &Value) -> Reply {
        person.post(&self.step(brainstorm, "reveal"), &Value::Null).await
    }

    /// The newest, as somebody sees it.
    async fn seen(&self, person: &Person) -> Value {
        person.get(&self.path("")).await.expect(200)["items"][0].clone()
    }

    /// How many wrote something and how many are done, as somebody sees it.
    async fn numbers(&self, person: &Person) -> [Value; 2] {
        let seen = self.seen(person).await;
        [seen["written"].clone(), seen["done"].clone()]
    }

    /// The cards of the block, in their order.
    async fn cards(&self) -> Vec<Value> {
        let content = self.observer.get(&format!("/api/v1/boards/{}/content", self.world.own.canvas)).await;
        let notes = content.expect(200)["notes"].as_array().unwrap().clone();
        notes.into_iter().filter(|note| note["block"] == "channels").collect()
    }

    async fn partner_of(&self, person: &Person) -> Value {
        let partnership = format!("/api/v1/partnerships/{}", self.world.own.partnership);
        person.get(&partnership).await.expect(200)["me"]["partner_id"].clone()
    }

    async fn conclude(&self) {
        let transaction = self.world.server.app().database.begin().await.unwrap();
        partnership::Entity::update_many()
            .col_expr(partnership::Column::Status, Expr::value(partnership::Status::Concluded))
            .exec(&transaction)
            .await
            .unwrap();
        transaction.commit().await.unwrap();
    }
}

fn texts(of: &Value) -> Vec<&str> {
    of["own"].as_array().unwrap().iter().map(|card| card["text"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn everybody_reads_what_they_wrote_themselves_and_how_many_wrote_something() {
    let room = Room::enter().await;
    let begun = room.begin(&room.member).await;
    assert_eq!((&begun["block"], &begun["question"]), (&json!("channels"), &json!("Waar vinden we elkaar?")));
    assert_eq!(begun["begun_by"]["account_id"], room.member.id());
    assert_eq!((&begun["own"], &begun["written"], &begun["done"]), (&json!([]), &json!(0), &json!(0)));
    let first = room.write(&room.lead, &begun, " De markt ").await.expect(201);
    room.write(&room.lead, &begun, "De bakker").await.expect(201);
    room.write(&room.third, &begun, "De school").await.expect(201);
    assert_eq!(texts(&room.seen(&room.lead).await), ["De markt", "De bakker"]);
    assert_eq!(texts(&room.seen(&room.third).await), ["De school"]);
    assert_eq!(room.numbers(&room.member).await, [json!(2), json!(0)], "people and not cards");
    let own = room.step(&begun, &format!("cards/{}", first["id"].as_str().unwrap()));
    assert_eq!(room.lead.put(&own, &json!({ "text": "Op de markt" })).await.expect(200)["text"], "Op de markt");
    room.third.put(&own, &json!({ "text": "Van mij" })).await.expect_problem(404, "not_found");
    room.third.delete(&own).await.expect_problem(404, "not_found");
    room.lead.delete(&own).await.expect(204);
    assert_eq!(texts(&room.seen(&room.lead).await), ["De bakker"]);
    let done = room.lead.put(&room.step(&begun, "done"), &json!({ "done": true })).await.expect(200);
    assert_eq!((&done["own_done"], &done["done"]), (&json!(true), &json!(1)));
    assert_eq!(room.seen(&room.third).await["own_done"], false);
    room.lead.put(&room.step(&begun, "done"), &json!({ "done": false })).await.expect(200);
    assert_eq!(room.numbers(&room.third).await, [json!(2), json!(0)]);
}

#[tokio::test]
async fn one_is_on_at_a_time_and_only_at_a_canvas() {
    let room = Room::enter().await;
    let body = json!({ "block": "channels", "minutes": 5 });
    for _ in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let path = room.path("");
        let (one, other) = tokio::join!(room.lead.post(&path, &body), room.member.post(&path, &body));
        let (begun, refused) = if one.status == 201 { (one, other) } else { (other, one) };
        refused.expect_problem(409, "another_is_on");
        let stop = room.step(&begun.expect(201), "stop");
        let stopped = room.lead.post(&stop, &Value::Null).await.expect(200);
        assert!(stopped["stopped_at"].is_string());
    }
    let own = &room.world.own;
    for board in [&own.ambition, &own.roles, &own.values, &room.world.foreign.canvas] {
        let path = format!("/api/v1/boards/{board}/brainstorms");
        room.lead.post(&path, &body).await.expect_problem(404, "not_found");
        room.lead.get(&path).await.expect_problem(404, "not_found");
    }
    for (field, value, code) in [
        ("block", json!("kanaal"), "unknown"),
        ("minutes", json!(0), "out_of_range"),
        ("minutes", json!(61), "out_of_range"),
        ("question", json!("x".repeat(201)), "too_long"),
    ] {
        let mut bad = body.clone();
        bad[field] = value;
        let reply = room.lead.post(&room.path(""), &bad).await;
        reply.expect_problem(422, "validation_failed");
        assert_eq!(reply.json()["errors"], json!([{ "field": field, "code": code }]));
    }
}

#[tokio::test]
async fn the_time_is_one_for_all_and_pushes_nobody_out() {
    let start = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let clock = Arc::new(ManualClock::new(start));
    let room = Room::of(World::around(TestServer::start_at(clock.clone()).await).await).await;
    let begun = room.begin(&room.member).await;
    let time = |value: &Value| value.as_str().unwrap().parse::<DateTime<Utc>>().unwrap();
    assert_eq!(time(&begun["ends_at"]), start + TimeDelta::minutes(5));
    clock.advance(TimeDelta::minutes(6));
    let list = room.third.get(&room.path("")).await.expect(200);
    assert_eq!(time(&list["now"]), start + TimeDelta::minutes(6));
    assert_eq!(list["next"], Value::Null);
    room.write(&room.third, &begun, "Nog net dit").await.expect(201);
    let longer = room.lead.put(&room.step(&begun, "time"), &json!({ "minutes": 3 })).await.expect(200);
    assert_eq!(time(&longer["ends_at"]), start + TimeDelta::minutes(9), "who leads may too");
    let over = room.member.put(&room.step(&begun, "time"), &json!({ "minutes": 0 })).await.expect(200);
    assert_eq!(time(&over["ends_at"]), start + TimeDelta::minutes(6));
    let path = room.step(&begun, "time");
    room.third.put(&path, &json!({ "minutes": 3 })).await.expect_problem(403, "forbidden");
    room.member.put(&path, &json!({ "minutes": 61 })).await.expect_problem(422, "validation_failed");
    for step in ["reveal", "stop"] {
        room.third.post(&room.step(&begun, step), &Value::Null).await.expect_problem(403, "forbidden");
    }
    room.write(&room.third, &begun, "En dit").await.expect(201);
}

#[tokio::test]
async fn what_was_stopped_is_revealed_to_nobody_and_lost_to_nobody() {
    let room = Room::enter().await;
    let begun = room.begin(&room.member).await;
    room.write(&room.third, &begun, "De school").await.expect(201);
    let before = room.cards().await;
    for _ in 0..2 {
        room.lead.post(&room.step(&begun, "stop"), &Value::Null).await.expect(200);
    }
    room.reveal(&room.lead, &begun).await.expect_problem(409, "over");
    room.lead.put(&room.step(&begun, "time"), &json!({ "minutes": 1 })).await.expect_problem(409, "over");
    room.lead.put(&room.step(&begun, "done"), &json!({ "done": true })).await.expect_problem(409, "over");
    room.write(&room.third, &begun, "Wat ik nog aan het typen was").await.expect(201);
    assert_eq!(texts(&room.seen(&room.third).await), ["De school", "Wat ik nog aan het typen was"]);
    assert_eq!(room.seen(&room.lead).await["own"], json!([]));
    assert_eq!(room.cards().await, before);
    let next = room.begin(&room.third).await;
    assert_eq!(room.seen(&room.third).await["id"], next["id"], "the newest first");
    let page = room.third.get(&room.path("?limit=1")).await.expect(200);
    let older =
        room.third.get(&room.path(&format!("?cursor={}", page["next"].as_str().unwrap()))).await.expect(200);
    assert_eq!((&older["items"][0]["id"], &older["next"]), (&begun["id"], &Value::Null));
}

#[tokio::test]
async fn who_observes_sees_that_one_is_on_and_nothing_of_how_far_people_are() {
    let room = Room::enter().await;
    let begun = room.begin(&room.member).await;
    room.write(&room.lead, &begun, "De markt").await.expect(201);
    assert_eq!(room.numbers(&room.observer).await, [Value::Null, Value::Null]);
    assert_eq!(room.seen(&room.observer).await["own"], json!([]));
    room.write(&room.observer, &begun, "Ook ik").await.expect_problem(403, "forbidden");
    let done = json!({ "done": true });
    room.observer.put(&room.step(&begun, "done"), &done).await.expect_problem(403, "forbidden");
    let body = json!({ "block": "channels", "minutes": 5 });
    room.observer.post(&room.path(""), &body).await.expect_problem(403, "forbidden");
    room.reveal(&room.observer, &begun).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn of_what_is_concluded_own_cards_are_read_and_nothing_begins() {
    let room = Room::enter().await;
    let begun = room.begin(&room.member).await;
    room.write(&room.lead, &begun, "De markt").await.expect(201);
    room.conclude().await;
    assert_eq!(texts(&room.seen(&room.lead).await), ["De markt"]);
    room.write(&room.lead, &begun, "De bakker").await.expect_problem(403, "concluded");
    room.reveal(&room.lead, &begun).await.expect_problem(403, "concluded");
    let body = json!({ "block": "channels", "minutes": 5 });
    room.lead.post(&room.path(""), &body).await.expect_problem(403, "concluded");
}

#[tokio::test]
async fn nobody_writes_more_than_thirty_or_nothing() {
    let room = Room::enter().await;
    let begun = room.begin(&room.member).await;
    for place in 0..30 {
        room.write(&room.lead, &begun, &format!("Kaart {place}")).await.expect(201);
    }
    for (person, text, code) in [
        (&room.lead, "Nog een", "too_many"),
        (&room.third, " ", "required"),
        (&room.third, &"x".repeat(501), "too_long"),
    ] {
        let reply = room.write(person, &begun, text).await;
        reply.expect_problem(422, "validation_failed");
        assert_eq!(reply.json()["errors"], json!([{ "field": "text", "code": code }]));
    }
    room.write(&room.third, &begun, "Van een ander").await.expect(201);
}

#[tokio::test]
async fn those_who_take_part_hear_that_a_number_is_another_and_not_by_whom() {
    let room = Room::enter().await;
    room.world.settled().await;
    let mut hearing = Hearing::begin(&room.third, &room.world.own.partnership).await;
    let mut observing = Hearing::begin(&room.observer, &room.world.own.partnership).await;
    let begun = room.begin(&room.member).await;
    let mut next = async || hearing.next().await.expect("it stays open");
    let heard = next().await;
    assert_eq!((&heard["type"], &heard["data"]["brainstorm"]), (&json!("brainstorm.begun"), &begun["id"]));
    let card = room.write(&room.lead, &begun, "De markt").await.expect(201);
    let second = room.write(&room.lead, &begun, "De bakker").await.expect(201);
    for card in [&card, &second] {
        let own = room.step(&begun, &format!("cards/{}", card["id"].as_str().unwrap()));
        room.lead.put(&own, &json!({ "text": "Anders" })).await.expect(200);
        room.lead.delete(&own).await.expect(204);
    }
    for _ in 0..2 {
        room.lead.put(&room.step(&begun, "done"), &json!({ "done": true })).await.expect(200);
    }
    room.member.put(&room.step(&begun, "time"), &json!({ "minutes": 1 })).await.expect(200);
    room.member.post(&room.step(&begun, "stop"), &Value::Null).await.expect(200);
    // The first card, the last that goes, and being done: three numbers that are others.
    for _ in 0..3 {
        let heard = next().await;
        assert_eq!((&heard["type"], &heard["actor"]), (&json!("brainstorm.progress"), &Value::Null));
        assert_eq!(heard["data"], json!({ "brainstorm": begun["id"], "board": room.world.own.canvas }));
    }
    assert_eq!(next().await["type"], "brainstorm.changed");
    assert_eq!(next().await["type"], "brainstorm.stopped");
    // Who only looks along hears that people write for themselves, and nothing of how many do.
    for what in ["brainstorm.begun", "brainstorm.changed", "brainstorm.stopped"] {
        assert_eq!(observing.next().await.expect("it stays open")["type"], what);
    }
}
