//! What people are told in person: in the app, by mail, and no more.

mod in_the_app;
mod mail;
mod unsubscribing;

use samenspel::ids;
use serde_json::{Value, json};
use tests::{Person, World};

/// Somebody's notifications, the newest first: of what, and whether they were read.
async fn told(person: &Person) -> Vec<(String, bool)> {
    let list = list(person, "").await;
    let items = list["items"].as_array().unwrap().iter();
    items.map(|item| (item["kind"].as_str().unwrap().to_owned(), !item["read_at"].is_null())).collect()
}

async fn list(person: &Person, query: &str) -> Value {
    person.get(&format!("/api/v1/me/notifications{query}")).await.expect(200)
}

/// Describes a role and asks `person` to take it on; gives the assignment's address.
async fn propose(world: &World, lead: &Person, person: &Person, title: &str) -> String {
    let role = json!({ "id": ids::unordered(), "title": title, "seats_min": 0, "seats_max": 1 });
    lead.post(&format!("/api/v1/boards/{}/roles", world.own.roles), &role).await.expect(201);
    let address = format!("/api/v1/partnerships/{}/assignments", world.own.partnership);
    let body = json!({ "role_id": role["id"], "account_id": person.id() });
    let made = lead.post(&address, &body).await.expect(201);
    format!("{address}/{}", made["id"].as_str().unwrap())
}

async fn answer(person: &Person, assignment: &str, step: &str) {
    let reply = person.post(&format!("{assignment}/{step}"), &Value::Null).await;
    assert!(reply.status < 300, "{}", reply.text());
}

/// Makes somebody a lead, or what else a lead does with an account.
async fn appoint(world: &World, lead: &Person, person: &Person) {
    let path = format!("/api/v1/partnerships/{}/leads", world.own.partnership);
    let reply = lead.post(&path, &json!({ "account_id": person.id() })).await;
    assert!(reply.status < 300, "{}", reply.text());
}

async fn choose(person: &Person, pace: &str) {
    person.put("/api/v1/me/notifications/mail", &json!({ "pace": pace })).await.expect(200);
}
