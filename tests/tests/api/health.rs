//! Whether the process is there, and what it says about itself before anybody signs in.

use tests::{Person, TestServer};

#[tokio::test]
async fn a_running_server_is_there_and_ready() {
    let server = TestServer::start().await;
    let anybody = Person::nobody(&server);
    assert_eq!(anybody.get("/health/live").await.status, 200);
    assert_eq!(anybody.get("/health/ready").await.status, 200);
}

#[tokio::test]
async fn a_demo_offers_accounts_that_can_sign_in() {
    let server = TestServer::start().await;
    let installation = Person::nobody(&server).get("/api/v1/installation").await.expect(200);
    assert_eq!(installation["needs_first_admin"], false, "{installation}");
    assert_eq!(installation["demo"]["password"], tests::DEMO_PASSWORD);
    let accounts = installation["demo"]["accounts"].as_array().expect("a demo has accounts");
    assert_eq!(accounts.len(), 6, "{accounts:?}");
    for account in accounts {
        let person = Person::sign_in(&server, account["email"].as_str().unwrap()).await;
        let me = person.get("/api/v1/me").await.expect(200);
        assert_eq!(me["name"], account["name"]);
        assert_eq!(me["platform_admin"], account["role"] == "platform_admin", "{account}");
        assert_eq!(me["organisation_admin"], account["role"] == "organisation_admin", "{account}");
    }
}

#[tokio::test]
async fn an_installation_without_a_demo_offers_no_accounts() {
    let server = TestServer::start_empty().await;
    let installation = Person::nobody(&server).get("/api/v1/installation").await.expect(200);
    assert_eq!(installation["demo"], serde_json::Value::Null);
    assert_eq!(installation["needs_first_admin"], true);
}
