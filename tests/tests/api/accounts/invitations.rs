//! An invitation is bound to its address, works once and for a week.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use samenspel::clock::ManualClock;
use serde_json::json;
use tests::{Person, TestServer, mail_to};

use super::invited;

const PASSWORD: &str = "de kraai leent drie boeken";

#[tokio::test]
async fn somebody_who_was_invited_chooses_a_password_and_is_signed_in() {
    let server = TestServer::start().await;
    let id = invited(&server, "nieuw@demo.example").await;
    let mail = mail_to(&server, "nieuw@demo.example", 1).await.remove(0);
    assert_eq!(mail.subject, "Je bent uitgenodigd: Bibliotheek Zuid");
    assert!(mail.link().starts_with("http://samenspel.localhost:8080/invitation#"), "{}", mail.link());
    assert!(mail.html.contains(mail.link()) && mail.html.contains("lang=\"nl\""));
    let nobody = Person::nobody(&server);
    let invitation = nobody.post("/api/v1/invitations/look", &json!({ "token": mail.token() })).await.expect(200);
    assert_eq!(
        (&invitation["email"], &invitation["organisation"]),
        (&json!("nieuw@demo.example"), &json!("Bibliotheek Zuid"))
    );
    let session = accept(&nobody, mail.token(), PASSWORD).await.expect(201);
    let person = nobody.with_session(&session);
    let me = person.get("/api/v1/me").await.expect(200);
    assert_eq!((&me["id"], &me["name"]), (&json!(id), &json!("Nel Nieuw")));
    assert_eq!((&me["language"], &me["verified"]), (&json!("en"), &json!(true)));
    let body = json!({ "email": "nieuw@demo.example", "password": PASSWORD, "mode": "token" });
    nobody.post("/api/v1/sessions", &body).await.expect(201);
}

#[tokio::test]
async fn an_invitation_works_once_also_for_twenty_at_once() {
    let server = TestServer::start().await;
    invited(&server, "nieuw@demo.example").await;
    let mail = mail_to(&server, "nieuw@demo.example", 1).await.remove(0);
    let nobody = Person::nobody(&server);
    let tries = (0..20).map(|_| accept(&nobody, mail.token(), PASSWORD));
    let mut answers: Vec<u16> =
        futures_util::future::join_all(tries).await.iter().map(|reply| reply.status).collect();
    answers.sort_unstable();
    assert_eq!((answers[0], answers.iter().filter(|status| **status == 201).count()), (201, 1), "{answers:?}");
    assert!(answers[1..].iter().all(|status| *status == 404), "{answers:?}");
    let look = nobody.post("/api/v1/invitations/look", &json!({ "token": mail.token() })).await;
    look.expect_problem(404, "not_found");
}

#[tokio::test]
async fn an_invitation_works_for_seven_days() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_900_000_000, 0).unwrap()));
    let server = TestServer::start_at(clock.clone()).await;
    invited(&server, "nieuw@demo.example").await;
    clock.advance(TimeDelta::days(7) - TimeDelta::seconds(1));
    let mail = mail_to(&server, "nieuw@demo.example", 1).await.remove(0);
    let nobody = Person::nobody(&server);
    nobody.post("/api/v1/invitations/look", &json!({ "token": mail.token() })).await.expect(200);
    clock.advance(TimeDelta::seconds(1));
    accept(&nobody, mail.token(), PASSWORD).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_weak_password_is_told_so_and_the_link_still_works() {
    let server = TestServer::start().await;
    invited(&server, "nieuw@demo.example").await;
    let mail = mail_to(&server, "nieuw@demo.example", 1).await.remove(0);
    let nobody = Person::nobody(&server);
    for weak in ["te kort", "passwordpassword", "nel nieuw nel nieuw", "nieuw@demo.example"] {
        accept(&nobody, mail.token(), weak).await.expect_problem(422, "weak_password");
    }
    accept(&nobody, mail.token(), PASSWORD).await.expect(201);
}

#[tokio::test]
async fn who_has_not_begun_cannot_sign_in_and_gets_no_link_for_a_new_password() {
    let server = TestServer::start().await;
    invited(&server, "nieuw@demo.example").await;
    let nobody = Person::nobody(&server);
    let body = json!({ "email": "nieuw@demo.example", "password": PASSWORD, "mode": "token" });
    nobody.post("/api/v1/sessions", &body).await.expect_problem(401, "invalid_credentials");
    nobody.post("/api/v1/password-resets", &json!({ "email": "nieuw@demo.example" })).await.expect(202);
    nobody.post("/api/v1/password-resets", &json!({ "email": "member@demo.example" })).await.expect(202);
    mail_to(&server, "member@demo.example", 1).await;
    assert_eq!(mail_to(&server, "nieuw@demo.example", 1).await.len(), 1, "the invitation and nothing else");
}

async fn accept(nobody: &Person, token: &str, password: &str) -> tests::Reply {
    let body = json!({
        "token": token, "name": " Nel Nieuw ", "password": password, "language": "en", "mode": "token",
    });
    nobody.post("/api/v1/invitations/accept", &body).await
}
