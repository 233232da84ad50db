//! Trying too often.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use samenspel::clock::ManualClock;
use serde_json::json;
use tests::{DEMO_PASSWORD, Person, Reply, TestServer};

const WRONG: &str = "not the password";

#[tokio::test]
async fn after_five_wrong_passwords_in_a_row_one_waits_and_an_unknown_address_waits_as_long() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_900_000_000, 0).unwrap()));
    let server = TestServer::start_at(clock.clone()).await;
    for email in ["lead@demo.example", "niemand@demo.example"] {
        for _ in 0..5 {
            sign_in(&server, email, WRONG).await.expect_problem(401, "invalid_credentials");
        }
        let refused = sign_in(&server, email, DEMO_PASSWORD).await;
        refused.expect_problem(429, "too_many_attempts");
        assert_eq!(refused.headers["retry-after"], "1", "{email}");
        clock.advance(TimeDelta::seconds(1));
        sign_in(&server, email, WRONG).await.expect_problem(401, "invalid_credentials");
        assert_eq!(sign_in(&server, email, WRONG).await.headers["retry-after"], "2", "{email}");
        // The place is not to be the reason.
        clock.advance(TimeDelta::minutes(1));
    }
    sign_in(&server, "lead@demo.example", DEMO_PASSWORD).await.expect(201);
    sign_in(&server, "lead@demo.example", WRONG).await.expect_problem(401, "invalid_credentials");
}

#[tokio::test]
async fn from_one_place_twenty_a_minute_may_be_wrong_and_others_may_go_on() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_900_000_000, 0).unwrap()));
    let server = TestServer::start_at(clock.clone()).await;
    for number in 0..20 {
        let reply = from(&server, "192.0.2.1", &format!("niemand{number}@demo.example"), WRONG).await;
        reply.expect_problem(401, "invalid_credentials");
    }
    let refused = from(&server, "192.0.2.1", "lead@demo.example", DEMO_PASSWORD).await;
    refused.expect_problem(429, "too_many_attempts");
    from(&server, "192.0.2.2", "lead@demo.example", DEMO_PASSWORD).await.expect(201);
    clock.advance(TimeDelta::minutes(1));
    from(&server, "192.0.2.1", "lead@demo.example", DEMO_PASSWORD).await.expect(201);
}

async fn sign_in(server: &TestServer, email: &str, password: &str) -> Reply {
    let body = json!({ "email": email, "password": password, "mode": "token" });
    Person::nobody(server).post("/api/v1/sessions", &body).await
}

async fn from(server: &TestServer, address: &str, email: &str, password: &str) -> Reply {
    let body = json!({ "email": email, "password": password, "mode": "token" });
    let request = Person::nobody(server).request(reqwest::Method::POST, "/api/v1/sessions").json(&body);
    Person::send(request.header("x-forwarded-for", address)).await
}
