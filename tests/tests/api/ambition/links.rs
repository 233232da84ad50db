//! People outside read the ambition by a link, for a while, and nothing else.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use samenspel::clock::ManualClock;
use samenspel::entity::share_link;
use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use tests::{Person, TestServer, World};

use super::Table;

async fn made(table: &Table, person: &Person, days: u16) -> (String, String) {
    let made = person.post(&format!("{}/links", table.path()), &json!({ "days": days })).await.expect(201);
    let address = made["address"].as_str().unwrap();
    let (page, token) = address.split_once('#').unwrap();
    assert!(page.ends_with("/shared"), "{address}");
    (made["id"].as_str().unwrap().to_owned(), token.to_owned())
}

async fn read(table: &Table, token: &str) -> tests::Reply {
    Person::nobody(&table.world.server).post("/api/v1/shared-ambition", &json!({ "token": token })).await
}

#[tokio::test]
async fn what_is_over_can_be_closed_before_people_outside_and_what_was_put_away_is() {
    let table = Table::set().await;
    let (id, token) = made(&table, &table.member, 30).await;
    let (_, other) = made(&table, &table.member, 30).await;
    table.conclude().await;
    read(&table, &token).await.expect(200);
    let revoke = format!("{}/links/{id}/revoke", table.path());
    table.member.post(&revoke, &Value::Null).await.expect(200);
    read(&table, &token).await.expect_problem(404, "not_found");
    read(&table, &other).await.expect(200);
    let archive = format!("/api/v1/partnerships/{}/archive", table.world.own.partnership);
    table.lead.post(&archive, &Value::Null).await.expect(204);
    read(&table, &other).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn whoever_has_it_reads_what_the_partners_share_and_nothing_else() {
    let table = Table::set().await;
    table.write("Samen lezen").await;
    let (id, token) = made(&table, &table.member, 30).await;
    let nothing = read(&table, &token).await.expect(200);
    assert_eq!((&nothing["state"], &nothing["headline"]), (&json!("none"), &json!("")), "a draft stays inside");
    let number = table.propose().await;
    assert_eq!(read(&table, &token).await.expect(200)["state"], "proposed");
    table.share(number).await;
    table.write("Een geheim plan").await;
    let shared = read(&table, &token).await.expect(200);
    assert_eq!((&shared["state"], &shared["headline"]), (&json!("shared"), &json!("Samen lezen")));
    assert_eq!(shared["partners"].as_array().unwrap().len(), 3);
    let text = shared.to_string();
    assert!(!text.contains("geheim") && !text.contains(table.lead.id()) && !text.contains("Sanne"), "{text}");
    let fields: Vec<_> = shared.as_object().unwrap().keys().cloned().collect();
    let known =
        ["expires_at", "headline", "number", "partners", "partnership", "proposed_at", "state", "statement_html"];
    assert_eq!(fields, known);
    let list = table.lead.get(&format!("{}/links", table.path())).await.expect(200);
    assert_eq!(list["items"][0]["id"], json!(id));
    assert!(!list.to_string().contains(&token), "it is told once");
}

#[tokio::test]
async fn a_link_ends_by_itself_or_before_and_then_it_never_was() {
    let start: DateTime<Utc> = "2027-01-10T10:00:00Z".parse().unwrap();
    let clock = Arc::new(ManualClock::new(start));
    let table = Table::around(World::around(TestServer::start_at(clock.clone()).await).await).await;
    let (mine, mine_token) = made(&table, &table.member, 30).await;
    let (_, short) = made(&table, &table.third, 1).await;
    let unknown = read(&table, &"A".repeat(43)).await;
    unknown.expect_problem(404, "not_found");
    let revoke = format!("{}/links/{mine}/revoke", table.path());
    table.third.post(&revoke, &Value::Null).await.expect_problem(403, "forbidden");
    table.lead.post(&revoke, &Value::Null).await.expect(200);
    let again = table.member.post(&revoke, &Value::Null).await.expect(200);
    assert!(!again["revoked_at"].is_null());
    let revoked = read(&table, &mine_token).await;
    read(&table, &short).await.expect(200);
    clock.advance(TimeDelta::days(1));
    let expired = read(&table, &short).await;
    for gone in [revoked, expired] {
        assert_eq!(gone.problem(), unknown.problem());
    }
}

#[tokio::test]
async fn who_takes_part_makes_links_and_not_without_end() {
    let table = Table::set().await;
    let links = format!("{}/links", table.path());
    let observer = table.world.person("observer").await;
    observer.post(&links, &json!({ "days": 1 })).await.expect_problem(403, "forbidden");
    observer.get(&links).await.expect_problem(403, "forbidden");
    for days in [0, 366] {
        table.lead.post(&links, &json!({ "days": days })).await.expect_problem(422, "validation_failed");
    }
    for _ in 0..20 {
        made(&table, &table.lead, 1).await;
    }
    let refused = table.lead.post(&links, &json!({ "days": 1 })).await;
    refused.expect_problem(422, "validation_failed");
    assert_eq!(refused.json()["errors"][0]["code"], "too_many");
}

#[tokio::test]
async fn what_stands_in_a_link_is_kept_nowhere() {
    let table = Table::set().await;
    let (_, token) = made(&table, &table.lead, 1).await;
    let kept = share_link::Entity::find().all(table.world.server.app().database.reader()).await.unwrap();
    assert_eq!(kept.len(), 1);
    assert!(!kept[0].hash.windows(8).any(|part| token.as_bytes().windows(8).any(|of| of == part)));
}
