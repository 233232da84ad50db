//! When there is a demo, and when there is none.

use samenspel::config::Config;
use samenspel::server::{Server, StartError};
use serde_json::{Value, json};
use tests::{DEMO_PASSWORD, Person, TestDatabase, TestServer};

use super::first_admin::{PASSWORD, admin, token};

#[tokio::test]
async fn a_demo_is_refused_where_others_than_this_machine_can_come() {
    for public_url in ["https://samenspel.example", "http://192.168.1.20:8080", "http://localhost.example"] {
        let database = TestDatabase::empty().await;
        let variable = |name: &str| match name {
            "SAMENSPEL_DATABASE_URL" => Some(database.url().to_owned()),
            "SAMENSPEL_LISTEN" => Some("127.0.0.1:0".to_owned()),
            "SAMENSPEL_PUBLIC_URL" => Some(public_url.to_owned()),
            _ => None,
        };
        let config = Config::from_variables(variable).unwrap();
        let refused = Server::build(config, true).await.err();
        assert!(matches!(refused, Some(StartError::PublicDemo)), "{public_url}: {refused:?}");
    }
}

#[tokio::test]
async fn a_database_that_holds_something_else_is_not_overwritten_and_offers_no_demo() {
    let mut server = TestServer::start_empty().await;
    let first = admin(&token(&server).await);
    Person::nobody(&server).post("/api/v1/first-admin", &first).await.expect(201);
    server.stop().await;
    server.start_again_with_demo().await;

    let anybody = Person::nobody(&server);
    let installation = anybody.get("/api/v1/installation").await.expect(200);
    assert_eq!(installation["demo"], Value::Null);
    assert_eq!(installation["needs_first_admin"], false, "who was there is still there");
    let sign_in = |email: &str, password: &str| {
        let body = json!({ "email": email, "password": password, "mode": "token" });
        let anybody = anybody.clone();
        async move { anybody.post("/api/v1/sessions", &body).await }
    };
    sign_in("eerste@samen.example", PASSWORD).await.expect(201);
    sign_in("lead@demo.example", DEMO_PASSWORD).await.expect_problem(401, "invalid_credentials");
}

#[tokio::test]
async fn a_demo_is_written_once() {
    let mut server = TestServer::start().await;
    let lead = Person::sign_in(&server, "lead@demo.example").await;
    let before = lead.get("/api/v1/partnerships").await.expect(200);
    server.stop().await;
    server.start_again().await;
    assert_eq!(lead.get("/api/v1/partnerships").await.expect(200), before);
    assert_eq!(before["items"].as_array().map(Vec::len), Some(1));
}
