//! What waits for somebody, over all their partnerships.

use serde_json::{Value, json};
use tests::{Person, World, eventually};

const ROLE: &str = "00000000-0000-4000-8000-0000000000a1";

#[tokio::test]
async fn a_role_that_was_proposed_waits_for_whom_it_was_proposed_to_with_the_one_thing_to_do() {
    let world = World::start().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    assert_eq!(turns(&member).await, json!([]));
    let role = json!({ "id": ROLE, "title": "Voorleescoach" });
    lead.post(&format!("/api/v1/boards/{}/roles", world.own.roles), &role).await.expect(201);
    let body = json!({ "role_id": ROLE, "account_id": member.id() });
    let asked = lead.post(&format!("/api/v1/partnerships/{}/assignments", world.own.partnership), &body).await;
    let asked = asked.expect(201);
    let turn = eventually("it waits, by its name", async || {
        let turn = turns(&member).await[0].clone();
        (turn["subject"]["name"] == "Voorleescoach").then_some(turn)
    })
    .await;
    assert_eq!((&turn["kind"], &turn["subject"]["id"]), (&json!("role_proposed"), &asked["id"]));
    assert_eq!(turn["partnership"]["id"], world.own.partnership.as_str());
    assert_eq!((&turn["since"], &turn["action"]["method"]), (&asked["proposed_at"], &json!("POST")));
    assert_eq!(turns(&lead).await, json!([]), "it waits for nobody else");
    member.post(turn["action"]["path"].as_str().unwrap(), &Value::Null).await.expect(200);
    assert_eq!(turns(&member).await, json!([]));
}

async fn turns(person: &Person) -> Value {
    person.get("/api/v1/me/turns").await.expect(200)["items"].clone()
}
