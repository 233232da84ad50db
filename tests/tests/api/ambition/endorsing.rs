//! Each partner says whether it stands behind a version; shared is what follows from that.

use samenspel::entity::notification;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};
use tests::{Hearing, Person};

use super::Table;
use crate::taking_part::{accept, ask, asked, begun, seen as partnership};

#[tokio::test]
async fn it_is_shared_when_the_last_partner_says_yes_and_everybody_hears_it() {
    let table = Table::set().await;
    let observer = table.world.person("observer").await;
    let mut hearing = Hearing::begin(&observer, &table.world.own.partnership).await;
    let number = table.propose().await;
    table.say(&table.lead, number, "yes").await.expect(200);
    let said = table.say(&table.member, number, "yes_with_wish").await.expect(200);
    let wish = said["endorsements"].as_array().unwrap().iter().find(|of| of["answer"] == "yes_with_wish").unwrap();
    assert_eq!(
        (&wish["words"], &wish["given_by"]["account_id"]),
        (&json!("Ook voor opa's en oma's"), &json!(table.member.id()))
    );
    assert_eq!(table.standing().await, (Value::Null, json!(number)));
    table.say(&table.third, number, "not_yet").await.expect(200);
    assert_eq!(table.standing().await, (Value::Null, json!(number)));
    assert!(table.third.turns().await.is_empty(), "who said something is not asked");
    table.say(&table.third, number, "yes").await.expect(200);
    assert_eq!(table.standing().await, (json!(number), Value::Null));
    let event = hearing.until("ambition.endorsed").await;
    assert!(event["data"]["words"].is_null() && !event.to_string().contains("opa"), "{event}");
    hearing.until("ambition.shared").await;
    assert_eq!(table.lead.kinds_told().await, ["ambition_shared"]);
    assert!(table.third.kinds_told().await.contains(&"ambition_proposed".to_owned()), "who shared it knows");
    assert!(!table.seen().await["versions"][0]["shared_at"].is_null());
}

#[tokio::test]
async fn taking_it_back_un_shares_it_and_a_draft_does_not() {
    let table = Table::set().await;
    let number = table.propose().await;
    table.share(number).await;
    table.write("Een ander woord").await;
    let seen = table.seen().await;
    assert_eq!(seen["shared"], number);
    assert_ne!(seen["draft"]["hash"], seen["versions"][0]["hash"]);
    let mut hearing = Hearing::begin(&table.lead, &table.world.own.partnership).await;
    table.take_back(&table.member, number).await.expect(200);
    assert_eq!(hearing.until("ambition.unshared").await["data"]["number"], number);
    assert_eq!(table.standing().await, (Value::Null, json!(number)));
    table.take_back(&table.member, number).await.expect(200);
    // What was shared once makes room for other words, and nobody goes back behind those.
    let next = table.propose().await;
    assert_eq!(table.standing().await, (Value::Null, json!(next)));
    table.say(&table.member, number, "yes").await.expect_problem(409, "not_open");
    table.share(next).await;
    table.take_back(&table.third, next).await.expect(200);
    assert_eq!(table.standing().await, (Value::Null, json!(next)));
}

#[tokio::test]
async fn only_who_has_the_mandate_of_a_partner_speaks_for_it() {
    let table = Table::set().await;
    table.world.add_plain_member().await;
    let (plain, observer) = (table.world.person("plain").await, table.world.person("observer").await);
    let outsider = table.world.person("outsider").await;
    let number = table.propose().await;
    table.say(&plain, number, "yes").await.expect_problem(403, "no_mandate");
    table.take_back(&plain, number).await.expect_problem(403, "no_mandate");
    table.say(&observer, number, "yes").await.expect_problem(403, "forbidden");
    table.say(&outsider, number, "yes").await.expect_problem(404, "not_found");
    assert_eq!(table.seen().await["versions"][0]["endorsements"], json!([]));
    table.say(&table.member, number, "yes").await.expect(200);
    let others = table.seen().await["versions"][0]["endorsements"].clone();
    assert_eq!(others.as_array().unwrap().len(), 1, "one voice, one partner");
}

#[tokio::test]
async fn a_wish_has_words_and_a_plain_yes_has_none() {
    let table = Table::set().await;
    let number = table.propose().await;
    let path = format!("{}/endorsement", table.version(number));
    for (body, code) in [
        (json!({ "answer": "yes_with_wish" }), "required"),
        (json!({ "answer": "yes_with_wish", "words": " \n" }), "required"),
        (json!({ "answer": "yes_with_wish", "words": "a".repeat(1001) }), "too_long"),
        (json!({ "answer": "not_yet", "words": "\u{0}" }), "invalid"),
        (json!({ "answer": "yes", "words": "Maar…" }), "not_expected"),
    ] {
        let refused = table.member.put(&path, &body).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0], json!({ "field": "words", "code": code }));
    }
    table.member.put(&path, &json!({ "answer": "shared" })).await.expect_problem(400, "invalid_request");
    table.say(&table.member, 99, "yes").await.expect_problem(404, "not_found");
    assert_eq!(table.seen().await["versions"][0]["endorsements"], json!([]));
}

#[tokio::test]
async fn a_partner_that_leaves_counts_no_more() {
    let table = Table::set().await;
    let number = table.propose().await;
    table.say(&table.lead, number, "yes").await.expect(200);
    table.say(&table.member, number, "yes").await.expect(200);
    table.world.make_admin("third").await;
    let own = partnership(&table.third, &table.world.own.partnership).await["me"]["partner_id"].clone();
    let leave = format!("/api/v1/partners/{}/leave", own.as_str().unwrap());
    let mut hearing = Hearing::begin(&table.member, &table.world.own.partnership).await;
    table.third.post(&leave, &json!({})).await.expect(204);
    assert_eq!(table.standing().await, (json!(number), Value::Null));
    assert_eq!(hearing.until("ambition.shared").await["data"]["number"], number);
    for person in [&table.lead, &table.member] {
        assert!(person.kinds_told().await.contains(&"ambition_shared".to_owned()));
    }
    // A version that became shared because somebody left is not gone back behind either.
    let next = {
        table.write("Verder met z'n tweeën").await;
        table.propose().await
    };
    assert_eq!(table.standing().await, (json!(number), json!(next)));
    let seen = table.seen().await;
    assert!(!seen["versions"][1]["shared_at"].is_null());
    assert_eq!(seen["partners"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_partner_that_comes_is_asked_and_until_it_says_yes_nothing_is_shared() {
    let table = Table::set().await;
    let number = table.propose().await;
    table.share(number).await;
    ask(&table.lead, &table.world.own.partnership, "Welzijn Oost", "anna@welzijn.example").await.expect(201);
    assert_eq!(table.standing().await, (json!(number), Value::Null), "who was asked to take part does not yet");
    let anna = begun(&table.world.server, "anna@welzijn.example").await;
    let invitation = asked(&anna).await.remove(0);
    let mut hearing = Hearing::begin(&table.member, &table.world.own.partnership).await;
    let carla = colleague(&anna).await;
    accept(&anna, &invitation, &[anna.id(), &carla]).await.expect(204);
    assert_eq!(table.standing().await, (Value::Null, json!(number)));
    assert_eq!(hearing.until("ambition.unshared").await["data"]["number"], number);
    assert_eq!(anna.turns().await, ["ambition_proposed"]);
    assert_eq!(told(&table, &carla).await, ["member_added", "ambition_proposed"], "who did not do it is told");
    table.say(&anna, number, "yes").await.expect(200);
    assert_eq!(table.standing().await, (json!(number), Value::Null));
}

/// A colleague in the organisation that somebody administers: their account.
async fn colleague(admin: &Person) -> String {
    let organisation = admin.get("/api/v1/me").await.expect(200)["organisation"]["id"].as_str().unwrap().to_owned();
    let body = json!({ "email": "carla@welzijn.example", "name": "Carla" });
    let invited = admin.post(&format!("/api/v1/organisations/{organisation}/accounts"), &body).await.expect(201);
    invited["id"].as_str().unwrap().to_owned()
}

/// What an account was told in person: of what kinds, in that order.
async fn told(table: &Table, account: &str) -> Vec<String> {
    let of_account = notification::Column::AccountId.eq(account.parse::<uuid::Uuid>().unwrap());
    let found = notification::Entity::find().filter(of_account).order_by_asc(notification::Column::Id);
    let found = found.all(table.world.server.app().database.reader()).await.unwrap();
    found.iter().map(|told| serde_json::to_value(told.kind).unwrap().as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_partner_that_comes_back_is_asked_anew() {
    let table = Table::set().await;
    let number = table.propose().await;
    table.share(number).await;
    table.world.make_admin("third").await;
    let own = partnership(&table.third, &table.world.own.partnership).await["me"]["partner_id"].clone();
    let leave = format!("/api/v1/partners/{}/leave", own.as_str().unwrap());
    table.third.post(&leave, &json!({})).await.expect(204);
    assert_eq!(table.standing().await, (json!(number), Value::Null));
    ask(&table.lead, &table.world.own.partnership, "Zorggroep Maas", "third@demo.example").await.expect(201);
    let invitation = asked(&table.third).await.remove(0);
    accept(&table.third, &invitation, &[table.third.id()]).await.expect(204);
    assert_eq!(table.standing().await, (Value::Null, json!(number)), "what it said before it left counts no more");
    assert_eq!(table.third.turns().await, ["ambition_proposed"]);
    table.say(&table.third, number, "yes").await.expect(200);
    assert_eq!(table.standing().await, (json!(number), Value::Null));
}

#[tokio::test]
async fn nothing_is_said_of_the_ambition_of_a_partnership_that_is_concluded() {
    let table = Table::set().await;
    let number = table.propose().await;
    table.conclude().await;
    table.say(&table.member, number, "yes").await.expect_problem(403, "concluded");
    table
        .lead
        .post(&format!("{}/versions", table.path()), &json!({ "seq": 1 }))
        .await
        .expect_problem(403, "concluded");
    assert!(table.member.turns().await.is_empty());
    table.member.get(&table.version(number)).await.expect(200);
}
