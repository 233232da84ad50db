//! A lead puts the words before the partners, exactly as they were read.

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tests::Hearing;

use super::Table;

#[tokio::test]
async fn what_is_proposed_is_what_was_read_and_never_changes() {
    let table = Table::set().await;
    let read = table.write("Samen lezen").await;
    table.write("Samen lezen en praten").await;
    let mut hearing = Hearing::begin(&table.third, &table.world.own.partnership).await;
    let proposed =
        table.lead.post(&format!("{}/versions", table.path()), &json!({ "seq": read })).await.expect(201);
    assert_eq!((&proposed["number"], &proposed["headline"]), (&json!(1), &json!("Samen lezen")));
    let canonical = format!(
        "{{\"headline\":\"Samen lezen\",\"statement\":{}}}",
        serde_json::to_string(&proposed["statement_html"]).unwrap()
    );
    let expected = format!("{:x}", Sha256::digest(canonical));
    assert_eq!(proposed["hash"], json!(expected), "anybody can work it out");
    let event = hearing.until("ambition.proposed").await;
    assert_eq!(event["data"]["number"], 1);
    assert!(!event.to_string().contains("Samen lezen"), "events carry no words: {event}");
    table.write("Heel iets anders").await;
    let again = table.member.get(&table.version(1)).await.expect(200);
    assert_eq!(
        (&again["headline"], &again["statement_html"]),
        (&proposed["headline"], &proposed["statement_html"])
    );
    let seen = table.seen().await;
    assert_ne!(seen["draft"]["hash"], seen["versions"][0]["hash"], "what stands there now is a draft");
    assert_eq!(table.standing().await, (Value::Null, json!(1)));
}

#[tokio::test]
async fn those_who_speak_for_a_partner_are_asked_and_nobody_else() {
    let table = Table::set().await;
    table.world.add_plain_member().await;
    let (plain, observer) = (table.world.person("plain").await, table.world.person("observer").await);
    table.propose().await;
    for person in [&table.lead, &table.member, &table.third] {
        assert_eq!(person.turns().await, ["ambition_proposed"]);
    }
    assert_eq!(table.member.kinds_told().await, ["ambition_proposed"]);
    assert!(table.lead.kinds_told().await.is_empty(), "who did it is not told");
    for person in [&plain, &observer] {
        assert!(person.turns().await.is_empty() && person.kinds_told().await.is_empty());
    }
    table.lead.post(&format!("{}/withdraw", table.version(1)), &Value::Null).await.expect(200);
    assert!(table.member.turns().await.is_empty());
    let unread = table.member.get("/api/v1/me/notifications").await.expect(200)["unread"].clone();
    assert_eq!(unread, 0, "there is nothing to do about it any more");
}

#[tokio::test]
async fn one_version_at_a_time_is_before_the_partners() {
    let table = Table::set().await;
    let versions = format!("{}/versions", table.path());
    let first = table.propose().await;
    let seq = table.write("Andere woorden").await;
    let body = json!({ "seq": seq });
    table.lead.post(&versions, &body).await.expect_problem(409, "another_is_open");
    table.lead.post(&format!("{}/withdraw", table.version(first)), &Value::Null).await.expect(200);
    table.lead.post(&format!("{}/withdraw", table.version(first)), &Value::Null).await.expect(200);
    table.say(&table.member, first, "yes").await.expect_problem(409, "not_open");
    assert_eq!(table.lead.post(&versions, &body).await.expect(201)["number"], 2);
    table.share(2).await;
    assert_eq!(table.standing().await, (json!(2), Value::Null));
    table.lead.post(&versions, &body).await.expect_problem(409, "same_words");
    table.lead.post(&format!("{}/withdraw", table.version(2)), &Value::Null).await.expect_problem(409, "not_open");
    let third = table.write("Nog andere woorden").await;
    table.lead.post(&versions, &json!({ "seq": third })).await.expect(201);
    assert_eq!(table.standing().await, (json!(2), json!(3)), "the shared one stays until this one is");
    let numbers: Vec<_> =
        table.seen().await["versions"].as_array().unwrap().iter().map(|of| of["number"].clone()).collect();
    assert_eq!(numbers, [3, 2, 1]);
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let table = Table::set().await;
    let versions = format!("{}/versions", table.path());
    for seq in [-1, 1_000_000, i64::MAX] {
        table.lead.post(&versions, &json!({ "seq": seq })).await.expect_problem(422, "validation_failed");
    }
    table.lead.post(&versions, &json!({ "seq": 0 })).await.expect_problem(409, "nothing_written");
    table.member.post(&versions, &json!({ "seq": 1 })).await.expect_problem(403, "forbidden");
    table.lead.get(&table.version(1)).await.expect_problem(404, "not_found");
    table.lead.get(&table.version(-1)).await.expect_problem(404, "not_found");
    table.lead.get(&table.version("99999999999")).await.expect_problem(404, "not_found");
    assert_eq!(table.seen().await["versions"], json!([]));
}

#[tokio::test]
async fn a_partnership_that_wrote_nothing_has_no_draft() {
    let table = Table::set().await;
    let body = json!({ "name": "Nieuw", "challenge": "Iets" });
    table.world.make_admin("lead").await;
    let started = table.lead.post("/api/v1/partnerships", &body).await.expect(201);
    let ambition = format!("/api/v1/partnerships/{}/ambition", started["id"].as_str().unwrap());
    let seen = table.lead.get(&ambition).await.expect(200);
    assert_eq!(
        (&seen["shared"], &seen["open"], &seen["draft"]["hash"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
}
