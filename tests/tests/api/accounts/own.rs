//! What somebody does with their own account.

use serde_json::json;
use tests::{DEMO_PASSWORD, Person, TestServer, World, mail_to};

const PASSWORD: &str = "de kraai leent drie boeken";
const LEAD: &str = "lead@demo.example";

#[tokio::test]
async fn a_name_and_a_language_are_changed_one_by_one() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let changed = lead.patch("/api/v1/me", &json!({ "name": "Sanne M." })).await.expect(200);
    assert_eq!((&changed["name"], &changed["language"]), (&json!("Sanne M."), &json!("nl")));
    let changed = lead.patch("/api/v1/me", &json!({ "language": "en" })).await.expect(200);
    assert_eq!((&changed["name"], &changed["language"]), (&json!("Sanne M."), &json!("en")));
    lead.patch("/api/v1/me", &json!({ "name": "  " })).await.expect_problem(422, "validation_failed");
    lead.patch("/api/v1/me", &json!({ "email": "x@y.example" })).await.expect_problem(400, "invalid_request");
    let members = lead.get(&format!("/api/v1/partnerships/{}", world.own.partnership)).await.expect(200);
    let names = members["members"].as_array().unwrap().iter().map(|member| member["name"].as_str().unwrap());
    assert!(names.into_iter().any(|name| name == "Sanne M."));
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions_and_not_this_one() {
    let server = TestServer::start().await;
    let (here, there) = (Person::sign_in(&server, LEAD).await, Person::sign_in(&server, LEAD).await);
    let wrong = json!({ "current_password": "not the password", "password": PASSWORD });
    here.put("/api/v1/me/password", &wrong).await.expect_problem(403, "wrong_password");
    let weak = json!({ "current_password": DEMO_PASSWORD, "password": "sanne mulder sanne" });
    here.put("/api/v1/me/password", &weak).await.expect_problem(422, "weak_password");
    there.get("/api/v1/me").await.expect(200);
    let change = json!({ "current_password": DEMO_PASSWORD, "password": PASSWORD });
    here.put("/api/v1/me/password", &change).await.expect(204);
    here.get("/api/v1/me").await.expect(200);
    there.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    assert_eq!(mail_to(&server, LEAD, 1).await[0].subject, "Je wachtwoord is gewijzigd");
}

#[tokio::test]
async fn another_address_counts_once_its_mail_was_read_and_the_old_one_is_told() {
    let server = TestServer::start().await;
    let lead = Person::sign_in(&server, LEAD).await;
    let change = json!({ "current_password": DEMO_PASSWORD, "email": "Sanne@elders.example" });
    lead.put("/api/v1/me/address", &change).await.expect(202);
    assert_eq!(lead.get("/api/v1/me").await.expect(200)["email"], LEAD);
    let mail = mail_to(&server, "Sanne@elders.example", 1).await.remove(0);
    let confirm = json!({ "token": mail.token() });
    let nobody = Person::nobody(&server);
    nobody.post("/api/v1/address-confirmations", &confirm).await.expect(204);
    nobody.post("/api/v1/address-confirmations", &confirm).await.expect_problem(404, "not_found");
    assert_eq!(lead.get("/api/v1/me").await.expect(200)["email"], "Sanne@elders.example");
    assert!(mail_to(&server, LEAD, 1).await[0].plain.contains("Sanne@elders.example"));
    Person::sign_in(&server, "sanne@elders.example").await;
}

#[tokio::test]
async fn an_address_that_another_account_has_is_refused_only_to_who_reads_its_mail() {
    let server = TestServer::start().await;
    let lead = Person::sign_in(&server, LEAD).await;
    let change = json!({ "current_password": DEMO_PASSWORD, "email": "member@demo.example" });
    lead.put("/api/v1/me/address", &change).await.expect(202);
    let mail = mail_to(&server, "member@demo.example", 1).await.remove(0);
    let confirm = json!({ "token": mail.token() });
    let nobody = Person::nobody(&server);
    nobody.post("/api/v1/address-confirmations", &confirm).await.expect_problem(409, "conflict");
    assert_eq!(lead.get("/api/v1/me").await.expect(200)["email"], LEAD);
    Person::sign_in(&server, "member@demo.example").await;
}

#[tokio::test]
async fn one_sees_where_one_is_signed_in_and_ends_what_one_does_not_know() {
    let server = TestServer::start().await;
    let (here, there) = (Person::sign_in(&server, LEAD).await, Person::sign_in(&server, LEAD).await);
    let stranger = Person::sign_in(&server, "member@demo.example").await;
    let sessions = here.get("/api/v1/sessions").await.expect(200);
    let sessions = sessions["items"].as_array().unwrap();
    assert_eq!(sessions.len(), 2);
    let other = sessions.iter().find(|session| session["current"] == false).unwrap();
    let path = format!("/api/v1/sessions/{}", other["id"].as_str().unwrap());
    stranger.delete(&path).await.expect_problem(404, "not_found");
    here.delete(&path).await.expect(204);
    there.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    here.delete("/api/v1/sessions").await.expect(204);
    here.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    stranger.get("/api/v1/me").await.expect(200);
}
