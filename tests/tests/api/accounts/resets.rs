//! A forgotten password.

use serde_json::json;
use tests::{DEMO_PASSWORD, Peer, Person, TestServer, World, mail_to};

const PASSWORD: &str = "de kraai leent drie boeken";
const LEAD: &str = "lead@demo.example";

#[tokio::test]
async fn a_new_password_ends_all_sessions_and_the_owner_is_told() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let canvas = Peer::join(&lead, &world.own.canvas).await;
    let nobody = Person::nobody(&world.server);
    nobody.post("/api/v1/password-resets", &json!({ "email": "Lead@demo.example" })).await.expect(202);
    let mail = mail_to(&world.server, LEAD, 1).await.remove(0);
    assert!(mail.link().starts_with("http://samenspel.localhost:8080/password#"), "{}", mail.link());
    let body = json!({ "token": mail.token(), "password": PASSWORD });
    nobody.post("/api/v1/password-resets/redeem", &body).await.expect(204);
    lead.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    assert_eq!(canvas.closed().await.code, 4401);
    nobody.post("/api/v1/password-resets/redeem", &body).await.expect_problem(404, "not_found");
    assert_eq!(sign_in(&nobody, DEMO_PASSWORD).await, 401);
    assert_eq!(sign_in(&nobody, PASSWORD).await, 201);
    let subjects: Vec<_> = mail_to(&world.server, LEAD, 2).await.into_iter().map(|mail| mail.subject).collect();
    assert_eq!(subjects, ["Je wachtwoord is gewijzigd", "Kies een nieuw wachtwoord"]);
}

#[tokio::test]
async fn an_address_that_nobody_has_is_answered_alike_and_gets_no_mail() {
    let server = TestServer::start().await;
    let nobody = Person::nobody(&server);
    let unknown = nobody.post("/api/v1/password-resets", &json!({ "email": "niemand@demo.example" })).await;
    let known = nobody.post("/api/v1/password-resets", &json!({ "email": LEAD })).await;
    assert_eq!((unknown.status, unknown.body), (known.status, known.body));
    mail_to(&server, LEAD, 1).await;
    let outbox = nobody.get("/api/v1/outbox").await.expect(200);
    assert_eq!(outbox["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn only_the_newest_link_works() {
    let server = TestServer::start().await;
    let nobody = Person::nobody(&server);
    let ask = json!({ "email": LEAD });
    nobody.post("/api/v1/password-resets", &ask).await.expect(202);
    let first = mail_to(&server, LEAD, 1).await.remove(0);
    nobody.post("/api/v1/password-resets", &ask).await.expect(202);
    let second = mail_to(&server, LEAD, 2).await.remove(0);
    let redeem = |token: &str| json!({ "token": token, "password": PASSWORD });
    let path = "/api/v1/password-resets/redeem";
    nobody.post(path, &redeem(first.token())).await.expect_problem(404, "not_found");
    nobody.post(path, &redeem(second.token())).await.expect(204);
}

async fn sign_in(nobody: &Person, password: &str) -> u16 {
    let body = json!({ "email": LEAD, "password": password, "mode": "token" });
    nobody.post("/api/v1/sessions", &body).await.status
}
