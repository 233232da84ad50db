//! What is wanted in ten years is looked at together every year.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use samenspel::clock::ManualClock;
use serde_json::{Value, json};
use tests::{Person, TestServer, World, eventually};

use super::Table;

#[tokio::test]
async fn a_year_later_the_leads_are_reminded_once() {
    let start: DateTime<Utc> = "2027-01-10T10:00:00Z".parse().unwrap();
    let clock = Arc::new(ManualClock::new(start));
    let mut table = Table::around(World::around(TestServer::start_at(clock.clone()).await).await).await;
    let horizon = format!("{}/horizon", table.path());
    let put = format!("/api/v1/boards/{}/horizon", table.world.own.ambition);
    table.member.put(&put, &json!({ "markdown": "Elk kind leest." })).await.expect(200);
    let written = async || table.lead.get(&horizon).await.expect(200)["due_at"].as_str().map(str::to_owned);
    eventually("the horizon is read", async || written().await).await;
    assert!(table.lead.turns().await.is_empty());
    clock.advance(TimeDelta::days(366));
    let [lead, member] = ["lead", "member"].map(|name| format!("{name}@demo.example"));
    let (lead, member) = (table.lead.signed_in(&lead).await, table.member.signed_in(&member).await);
    assert_eq!(lead.turns().await, ["horizon_due"]);
    assert!(member.turns().await.is_empty());
    table.world.server.stop().await;
    table.world.server.start_again().await;
    let lead = Person::at(table.world.server.address()).signed_in("lead@demo.example").await;
    let told = async || lead.kinds_told().await.contains(&"horizon_due".to_owned()).then_some(());
    eventually("the lead is reminded", told).await;
    let looked = lead.post(&format!("{horizon}/review"), &Value::Null).await.expect(200);
    assert_eq!(looked["reviewed_by"]["account_id"], json!(lead.id()));
    assert_eq!(looked["due_at"], "2029-01-11T10:00:00Z");
    assert!(lead.turns().await.is_empty());
    let unread = lead.get("/api/v1/me/notifications").await.expect(200)["unread"].clone();
    assert_eq!(unread, 0);
}

#[tokio::test]
async fn without_a_horizon_there_is_nothing_to_look_at() {
    let table = Table::set().await;
    let put = format!("/api/v1/boards/{}/horizon", table.world.own.ambition);
    table.member.put(&put, &json!({ "markdown": "" })).await.expect(200);
    let horizon = format!("{}/horizon", table.path());
    let gone = async || table.lead.get(&horizon).await.expect(200)["due_at"].is_null().then_some(());
    eventually("the tables know", gone).await;
    let observer = table.world.person("observer").await;
    observer.get(&horizon).await.expect(200);
    observer.post(&format!("{horizon}/review"), &Value::Null).await.expect_problem(403, "forbidden");
}
