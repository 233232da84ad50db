//! Every reply that is not a success has one shape and a documented code.

use reqwest::{Method, header};
use serde_json::json;
use tests::{Person, TestServer};

#[tokio::test]
async fn what_cannot_be_read_is_refused_with_a_code() {
    let server = TestServer::start().await;
    let anybody = Person::nobody(&server);
    let sign_in = |body: &'static str| {
        let request = anybody.request(Method::POST, "/api/v1/sessions").body(body);
        Person::send(request.header(header::CONTENT_TYPE, "application/json"))
    };
    sign_in("{\"email\":").await.expect_problem(400, "malformed_json");
    sign_in("nonsense").await.expect_problem(400, "malformed_json");
    sign_in("{\"email\": 3, \"password\": \"x\"}").await.expect_problem(400, "invalid_request");
    sign_in("{}").await.expect_problem(400, "invalid_request");

    let as_text = anybody.request(Method::POST, "/api/v1/sessions").header(header::CONTENT_TYPE, "text/plain");
    Person::send(as_text.body("{}")).await.expect_problem(415, "unsupported_media_type");

    let long = json!({ "email": "a".repeat(2 << 20), "password": "x" });
    anybody.post("/api/v1/sessions", &long).await.expect_problem(413, "payload_too_large");
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let server = TestServer::start().await;
    let lead = Person::sign_in(&server, "lead@demo.example").await;
    for path in [
        "/api/v1/nothing",
        "/api/v1/partnerships/00000000-0000-7000-8000-000000000000",
        "/api/v1/partnerships/00000000-0000-7000-8000-000000000000/boards",
        "/api/v1/partnerships/no-id",
        "/api/v1/boards/00000000-0000-7000-8000-000000000000/content",
        "/api/v1/boards/no-id/content",
        "/api",
        "/api/",
        "/health/nothing",
    ] {
        lead.get(path).await.expect_problem(404, "not_found");
    }
}

#[tokio::test]
async fn a_wrong_method_is_told_so() {
    let server = TestServer::start().await;
    let anybody = Person::nobody(&server);
    for (method, path) in [
        (Method::DELETE, "/api/v1/me"),
        (Method::PUT, "/api/v1/sessions"),
        (Method::PATCH, "/api/v1/partnerships"),
        (Method::POST, "/health/live"),
    ] {
        let reply = Person::send(anybody.request(method.clone(), path)).await;
        assert_eq!(reply.problem(), (405, "method_not_allowed".into()), "{method} {path}");
    }
}

#[tokio::test]
async fn every_reply_carries_an_id_and_tells_browsers_to_be_careful() {
    let server = TestServer::start().await;
    let anybody = Person::nobody(&server);
    for path in ["/api/v1/installation", "/api/v1/me", "/api/v1/nothing", "/health/live", "/api/docs", "/sign-in"] {
        let reply = anybody.get(path).await;
        let header = |name: &str| {
            let value = reply.headers.get(name).unwrap_or_else(|| panic!("{path} has no {name}"));
            value.to_str().unwrap().to_owned()
        };
        assert_eq!(header("x-request-id").len(), 32, "{path}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        let policy = header("content-security-policy");
        assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{path}: {policy}");
        if path.starts_with("/api/v1") {
            assert_eq!(header("cache-control"), "no-store", "{path}");
        }
    }
}

#[tokio::test]
async fn a_method_that_is_refused_is_refused_with_the_same_headers() {
    let server = TestServer::start().await;
    let reply = Person::nobody(&server).delete("/api/v1/me").await;
    for name in ["x-request-id", "content-security-policy", "x-content-type-options"] {
        assert!(reply.headers.contains_key(name), "no {name} in {:?}", reply.headers);
    }
}
