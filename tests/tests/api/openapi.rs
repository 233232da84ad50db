//! The description of the API: served, printed and committed are the same.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use tests::{Person, TestServer};

/// The committed description is what the web's client is made from. After a change: `cargo run -- openapi` into it,
/// then `npm run api` in `web`.
#[test]
fn the_committed_description_is_what_the_code_prints() {
    let printed = samenspel::openapi::json(&samenspel::openapi::describe());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/src/api/openapi.json");
    let committed = std::fs::read_to_string(path).unwrap();
    assert!(
        printed == committed,
        "web/src/api/openapi.json is not what the code says; \
         run: cargo run -- openapi > web/src/api/openapi.json && npm --prefix web run api"
    );
}

#[tokio::test]
async fn the_description_is_served_for_programs_and_for_people() {
    let server = TestServer::start().await;
    let anybody = Person::nobody(&server);
    let document = anybody.get("/api/openapi.json").await;
    assert_eq!(document.text(), samenspel::openapi::json(&samenspel::openapi::describe()));
    let page = anybody.get("/api/docs").await;
    assert_eq!(page.status, 200);
    for path in document.json()["paths"].as_object().unwrap().keys() {
        assert!(page.text().replace("<wbr>", "").contains(path), "the page does not mention {path}");
    }
}

#[test]
fn the_api_at_a_glance() {
    insta::assert_snapshot!(outline());
}

#[test]
fn every_route_documents_its_problems_as_problems() {
    let description: Value = serde_json::to_value(samenspel::openapi::describe()).unwrap();
    for (path, operations) in description["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            for (status, response) in operation["responses"].as_object().unwrap() {
                let is_problem = status.starts_with('4') || status.starts_with('5');
                let content = response["content"].as_object();
                let kinds: Vec<_> = content.map(|content| content.keys().collect()).unwrap_or_default();
                assert!(
                    !is_problem || kinds == ["application/problem+json"],
                    "{method} {path} {status}: {kinds:?}"
                );
            }
        }
    }
}

#[test]
fn every_route_has_a_name_of_its_own() {
    let description: Value = serde_json::to_value(samenspel::openapi::describe()).unwrap();
    let mut known = BTreeSet::new();
    for operations in description["paths"].as_object().unwrap().values() {
        for operation in operations.as_object().unwrap().values() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(known.insert(name.to_owned()), "two routes are called {name}");
        }
    }
}

fn outline() -> String {
    let description: Value = serde_json::to_value(samenspel::openapi::describe()).unwrap();
    let mut outline = format!("OpenAPI {}\n", description["openapi"].as_str().unwrap());
    for (path, operations) in description["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let statuses: Vec<_> = operation["responses"].as_object().unwrap().keys().cloned().collect();
            let who = if operation["security"].is_array() { "signed in" } else { "anybody" };
            writeln!(outline, "{:6} {path}  {who}  {}", method.to_uppercase(), statuses.join(" ")).unwrap();
        }
    }
    outline
}
