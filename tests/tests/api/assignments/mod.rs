//! Who takes on which role.

mod board;
mod crowds;
mod people;
mod suggestion;
mod wishes;

use samenspel::ids;
use serde_json::{Value, json};
use tests::{Person, Reply, World};

/// Describes a role with so many seats; gives its key.
async fn describe_role(world: &World, lead: &Person, seats: u8) -> String {
    let id = ids::unordered().to_string();
    let role = json!({ "id": id, "title": "Voorleescoach", "seats_min": 0, "seats_max": seats });
    lead.post(&format!("/api/v1/boards/{}/roles", world.own.roles), &role).await.expect(201);
    id
}

async fn set_seats(world: &World, lead: &Person, role: &str, seats: u8) {
    let change = json!({ "seats_min": 0, "seats_max": seats });
    lead.patch(&format!("/api/v1/boards/{}/roles/{role}", world.own.roles), &change).await.expect(200);
}

fn address(world: &World) -> String {
    format!("/api/v1/partnerships/{}/assignments", world.own.partnership)
}

async fn propose(world: &World, lead: &Person, role: &str, person: &Person) -> Reply {
    lead.post(&address(world), &json!({ "role_id": role, "account_id": person.id() })).await
}

/// Proposes, which must work; gives the assignment's id.
async fn proposed(world: &World, lead: &Person, role: &str, person: &Person) -> String {
    let made = propose(world, lead, role, person).await.expect(201);
    made["id"].as_str().unwrap().to_owned()
}

/// `accept`, `decline`, `hand-back` or `withdraw`.
async fn answer(world: &World, person: &Person, assignment: &str, step: &str) -> Reply {
    person.post(&format!("{}/{assignment}/{step}", address(world)), &Value::Null).await
}

/// The assignments of a role, as somebody sees them: whose, how far, and whether it is suspended.
async fn seen(world: &World, person: &Person, role: &str) -> Vec<(String, String, bool)> {
    let list = person.get(&address(world)).await.expect(200);
    let items = list["items"].as_array().unwrap().iter().filter(|item| item["role_id"] == role);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    items.map(|item| (text(&item["name"]), text(&item["state"]), item["suspended"].as_bool().unwrap())).collect()
}
