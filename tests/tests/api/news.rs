//! What happened since somebody's last visit.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use samenspel::clock::ManualClock;
use samenspel::entity::card;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use tests::{Person, TestServer, World, eventually};

#[tokio::test]
async fn what_others_did_since_my_last_visit_is_told_briefly_until_the_visit_is_over() {
    let (world, clock) = begin().await;
    let member = world.person("member").await;
    let first = news(&world, &member).await;
    assert_eq!((&first["since"], &first["items"]), (&Value::Null, &json!([])));
    look(&world, &member, &first).await.expect(204);
    clock.advance(TimeDelta::minutes(30));
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    for text in ["Een geheim", "Nog een"] {
        add_card(&world, &lead, text).await;
    }
    add_card(&world, &member, "Van mij").await;
    let role = json!({ "title": "Een geheim" });
    lead.post(&format!("/api/v1/boards/{}/roles", world.own.roles), &role).await.expect(201);
    let told = eventually("all of it is told", async || {
        let told = news(&world, &member).await;
        (told["items"].as_array().unwrap().len() == 2).then_some(told)
    })
    .await;
    assert!(told["since"].is_string() && !told.to_string().contains("geheim"), "{told}");
    let counted = |told: &Value, kind: &str| {
        let mut items = told["items"].as_array().unwrap().iter();
        items.find(|item| item["kind"] == kind).map(|item| item["count"].as_u64().unwrap())
    };
    assert_eq!((counted(&told, "card.added"), counted(&told, "role.added")), (Some(2), Some(1)), "{told}");
    assert_eq!(told["items"][0]["people"][0]["account_id"], lead.id());
    look(&world, &member, &told).await.expect(204);
    assert_eq!(news(&world, &member).await["items"], told["items"], "a reload takes nothing away");
    clock.advance(TimeDelta::minutes(30));
    let member = world.person("member").await;
    assert_eq!(news(&world, &member).await["items"], json!([]));
}

#[tokio::test]
async fn nobody_can_say_they_have_seen_what_is_not_theirs() {
    let (world, _) = begin().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    let of_lead = news(&world, &lead).await;
    look(&world, &member, &of_lead).await.expect_problem(422, "validation_failed");
    look(&world, &member, &json!({ "cursor": "guessed" })).await.expect_problem(422, "validation_failed");
    let outsider = world.person("outsider").await;
    look(&world, &outsider, &of_lead).await.expect_problem(404, "not_found");
}

async fn begin() -> (World, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_900_000_000, 0).unwrap()));
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    world.settled().await;
    (world, clock)
}

async fn news(world: &World, person: &Person) -> Value {
    person.get(&format!("/api/v1/partnerships/{}/news", world.own.partnership)).await.expect(200)
}

async fn look(world: &World, person: &Person, news: &Value) -> tests::Reply {
    let body = json!({ "cursor": news["cursor"] });
    person.put(&format!("/api/v1/partnerships/{}/visit", world.own.partnership), &body).await
}

/// Adds a card, and waits until it is announced: with its author, because nobody else wrote meanwhile.
async fn add_card(world: &World, person: &Person, text: &str) {
    let card = json!({ "block": "channels", "text": text });
    person.post(&format!("/api/v1/boards/{}/notes", world.own.canvas), &card).await.expect(201);
    let app = world.server.app();
    eventually("the tables have followed", async || {
        let of_text = card::Entity::find().filter(card::Column::Text.eq(text));
        of_text.one(app.database.reader()).await.unwrap().map(|_| ())
    })
    .await;
}
