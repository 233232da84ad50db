//! What is said, by whom, and what they may do with it.

use chrono::{DateTime, Utc};
use samenspel::entity::{account, audit_entry, event, membership, partnership};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use tests::{Hearing, Person, World};
use uuid::Uuid;

use super::{address, address_of_comment, answer, begin, begun, passage, said, settle, threads};

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

fn words(all: &[(&str, Option<&str>)]) -> Vec<(String, Option<String>)> {
    all.iter().map(|(name, text)| ((*name).to_owned(), text.map(ToOwned::to_owned))).collect()
}

#[tokio::test]
async fn people_answer_each_other_and_an_observer_only_reads() {
    let world = World::start().await;
    let [lead, member, observer] =
        [world.person("lead").await, world.person("member").await, world.person("observer").await];
    let thread = begun(&world, &lead, "Is dit haalbaar?").await;
    let now = answer(&member, &thread, "Ja, met hulp.").await.expect(201);
    let all = words(&[("Sanne Mulder", Some("Is dit haalbaar?")), (member_name(&now), Some("Ja, met hulp."))]);
    assert_eq!(said(&now), all);
    assert_eq!(threads(&observer, &world.own.ambition, "").await, [now]);
    begin(&observer, &world.own.ambition, passage("iets"), "Hm").await.expect_problem(403, "forbidden");
    answer(&observer, &thread, "Hm").await.expect_problem(403, "forbidden");
    settle(&observer, &thread, "resolve").await.expect_problem(403, "forbidden");
}

fn member_name(thread: &Value) -> &str {
    thread["comments"][1]["author"]["name"].as_str().unwrap()
}

#[tokio::test]
async fn only_its_author_changes_a_comment_and_everybody_sees_that_it_was() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let thread = begun(&world, &lead, "Is dit haalber?").await;
    assert_eq!(thread["comments"][0]["edited_at"], Value::Null);
    let comment = address_of_comment(&thread, 0);
    let other = json!({ "text": "Is dit haalbaar?" });
    member.patch(&comment, &other).await.expect_problem(403, "forbidden");
    member.delete(&comment).await.expect_problem(403, "forbidden");
    let now = lead.patch(&comment, &other).await.expect(200);
    assert_eq!(now["comments"][0]["text"], "Is dit haalbaar?");
    assert!(now["comments"][0]["edited_at"].is_string());
    let again = lead.patch(&comment, &other).await.expect(200);
    assert_eq!(again, now, "who says the same again has changed nothing");
    lead.patch(&comment, &json!({ "text": " " })).await.expect_problem(422, "validation_failed");
}

#[tokio::test]
async fn a_deleted_comment_leaves_its_place_where_something_follows_and_the_last_takes_the_thread_along() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let thread = begun(&world, &lead, "Eerst").await;
    let thread = answer(&member, &thread, "Dan").await.expect(201);
    lead.delete(&address_of_comment(&thread, 0)).await.expect(204);
    lead.delete(&address_of_comment(&thread, 0)).await.expect(204);
    let now = member.get(&address(&thread)).await.expect(200);
    assert_eq!(said(&now), words(&[("Sanne Mulder", None), (member_name(&thread), Some("Dan"))]));
    let late = lead.patch(&address_of_comment(&thread, 0), &json!({ "text": "Toch" })).await;
    late.expect_problem(409, "conflict");
    member.delete(&address_of_comment(&thread, 1)).await.expect(204);
    member.get(&address(&thread)).await.expect_problem(404, "not_found");
    assert!(threads(&lead, &world.own.ambition, "").await.is_empty());
}

#[tokio::test]
async fn whoever_is_mentioned_is_in_the_partnership() {
    let world = World::start().await;
    let [lead, observer, outsider] =
        [world.person("lead").await, world.person("observer").await, world.person("outsider").await];
    let address_of_threads = format!("/api/v1/boards/{}/threads", world.own.ambition);
    let body = |who: &[&str]| json!({ "anchor": passage("iets"), "text": "Kijk eens, @Oscar", "mentions": who });
    let made = lead.post(&address_of_threads, &body(&[observer.id(), observer.id()])).await.expect(201);
    let mentions = made["comments"][0]["mentions"].as_array().unwrap();
    assert_eq!(mentions.iter().map(|one| one["account_id"].as_str().unwrap()).collect::<Vec<_>>(), [observer.id()]);
    assert!(!mentions[0]["name"].as_str().unwrap().is_empty());
    let refused = lead.post(&address_of_threads, &body(&[outsider.id()])).await;
    refused.expect_problem(422, "validation_failed");
    assert_eq!(refused.json()["errors"], json!([{ "field": "mentions", "code": "unknown" }]));
    assert_eq!(threads(&lead, &world.own.ambition, "").await, std::slice::from_ref(&made));
    let other = json!({ "text": "Kijk eens" });
    let now = lead.patch(&address_of_comment(&made, 0), &other).await.expect(200);
    assert_eq!(now["comments"][0]["mentions"], json!([]));
}

#[tokio::test]
async fn a_resolved_thread_is_put_aside_and_an_answer_opens_it_again() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let thread = begun(&world, &lead, "Is dit haalbaar?").await;
    let count = async |status: &str| threads(&lead, &world.own.ambition, &format!("?status={status}")).await.len();
    assert_eq!((count("open").await, count("resolved").await), (1, 0));
    let now = settle(&member, &thread, "resolve").await.expect(200);
    assert_eq!((&now["status"], &now["resolved_by"]["account_id"]), (&json!("resolved"), &json!(member.id())));
    assert_eq!(settle(&lead, &thread, "resolve").await.expect(200), now, "it stays as the first made it");
    assert_eq!((count("open").await, count("resolved").await), (0, 1));
    let now = answer(&lead, &thread, "Toch nog iets.").await.expect(201);
    assert_eq!((&now["status"], &now["resolved_by"]), (&json!("open"), &Value::Null));
    settle(&lead, &thread, "resolve").await.expect(200);
    assert_eq!(settle(&member, &thread, "reopen").await.expect(200)["status"], "open");
    lead.get(&format!("/api/v1/boards/{}/threads?status=lost", world.own.ambition))
        .await
        .expect_problem(400, "invalid_request");
}

#[tokio::test]
async fn what_somebody_said_stays_under_their_name_when_they_leave() {
    let world = World::start().await;
    world.add_plain_member().await;
    let (lead, plain) = (world.person("lead").await, world.person("plain").await);
    let thread = begun(&world, &plain, "Denk aan de ouders.").await;
    leave(&world, &plain).await;
    plain.get(&address(&thread)).await.expect_problem(404, "not_found");
    deactivate(&world, &plain).await;
    let now = answer(&lead, &thread, "Goed punt.").await.expect(201);
    let all = words(&[("Piet Gewoon", Some("Denk aan de ouders.")), ("Sanne Mulder", Some("Goed punt."))]);
    assert_eq!(said(&now), all);
}

#[tokio::test]
async fn everybody_is_told_by_ids_and_the_record_says_who_but_not_what() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let mut hearing = Hearing::begin(&observer, &world.own.partnership).await;
    let thread = begun(&world, &lead, "Geheim").await;
    let added = hearing.until("comment.added").await;
    let data = json!({
        "board": world.own.ambition, "thread": thread["id"], "on": "passage", "comment": thread["comments"][0]["id"],
    });
    assert_eq!((&added["data"], &added["actor"]["account_id"]), (&data, &json!(lead.id())));
    lead.patch(&address_of_comment(&thread, 0), &json!({ "text": "Geheim woord" })).await.expect(200);
    hearing.until("comment.changed").await;
    settle(&lead, &thread, "resolve").await.expect(200);
    assert_eq!(hearing.until("thread.resolved").await["data"]["thread"], thread["id"]);
    answer(&lead, &thread, "Nog een geheim").await.expect(201);
    hearing.until("thread.reopened").await;
    let second = hearing.until("comment.added").await["data"]["comment"].as_str().unwrap().to_owned();
    lead.delete(&format!("/api/v1/comments/{second}")).await.expect(204);
    assert_eq!(hearing.until("comment.removed").await["data"]["comment"], second);

    let db = world.server.app().database.reader();
    let events = event::Entity::find().all(db).await.unwrap();
    assert!(events.iter().all(|event| !event.data.to_lowercase().contains("geheim")));
    let deeds = audit_entry::Entity::find().all(db).await.unwrap();
    assert!(deeds.iter().all(|deed| !deed.data.to_lowercase().contains("geheim")));
    let mut done: Vec<_> = deeds.into_iter().map(|deed| (deed.number, deed.action)).collect();
    done.sort_unstable();
    let ours = |(_, action): (i64, String)| {
        (action.starts_with("comment.") || action.starts_with("thread.")).then_some(action)
    };
    let expected = [
        "comment.added",
        "comment.changed",
        "thread.resolved",
        "thread.reopened",
        "comment.added",
        "comment.removed",
    ];
    assert_eq!(done.into_iter().filter_map(ours).collect::<Vec<_>>(), expected);
}

#[tokio::test]
async fn of_a_concluded_partnership_what_was_said_is_read_and_nothing_is_added() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let thread = begun(&world, &lead, "Is dit haalbaar?").await;
    conclude(&world).await;
    assert_eq!(threads(&lead, &world.own.ambition, "").await, std::slice::from_ref(&thread));
    begin(&lead, &world.own.ambition, passage("iets"), "Hm").await.expect_problem(403, "concluded");
    answer(&lead, &thread, "Hm").await.expect_problem(403, "concluded");
    settle(&lead, &thread, "resolve").await.expect_problem(403, "concluded");
    lead.delete(&address_of_comment(&thread, 0)).await.expect_problem(403, "concluded");
}

async fn conclude(world: &World) {
    let transaction = world.server.app().database.begin().await.unwrap();
    let concluded = sea_orm::Value::from(partnership::Status::Concluded);
    partnership::Entity::update_many()
        .col_expr(partnership::Column::Status, Expr::value(concluded))
        .filter(partnership::Column::Id.eq(Uuid::parse_str(&world.own.partnership).unwrap()))
        .exec(&transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
}

async fn leave(world: &World, person: &Person) {
    let transaction = world.server.app().database.begin().await.unwrap();
    membership::Entity::update_many()
        .col_expr(membership::Column::LeftAt, Expr::value(NOW))
        .filter(membership::Column::AccountId.eq(Uuid::parse_str(person.id()).unwrap()))
        .exec(&transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
}

async fn deactivate(world: &World, person: &Person) {
    let transaction = world.server.app().database.begin().await.unwrap();
    account::Entity::update_many()
        .col_expr(account::Column::DeactivatedAt, Expr::value(NOW))
        .filter(account::Column::Id.eq(Uuid::parse_str(person.id()).unwrap()))
        .exec(&transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
}
