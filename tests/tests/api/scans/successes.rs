//! What went well is put down with what each partner did for it.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person, World};

use super::if_match;

fn wall(world: &World) -> String {
    format!("/api/v1/partnerships/{}/successes", world.own.partnership)
}

async fn partner_of(world: &World, person: &Person) -> Value {
    let own = person.get(&format!("/api/v1/partnerships/{}", world.own.partnership)).await.expect(200);
    own["me"]["partner_id"].clone()
}

#[tokio::test]
async fn a_success_names_what_each_partner_did_for_it() {
    let world = World::start().await;
    let [lead, member, observer] =
        [world.person("lead").await, world.person("member").await, world.person("observer").await];
    let (ours, theirs) = (partner_of(&world, &lead).await, partner_of(&world, &member).await);
    let mut hearing = Hearing::begin(&observer, &world.own.partnership).await;
    let body = json!({
        "words": "De eerste taalochtend\nzat vol.",
        "happened_on": "2026-11-20",
        "parts": [{ "partner_id": theirs, "words": "De zaal" }, { "partner_id": ours, "words": "De boeken" }],
    });
    let success = member.post(&wall(&world), &body).await.expect(201);
    hearing.until("success.recorded").await;
    // By mark, in whichever order they were given.
    assert_eq!(success["parts"][0], json!({ "partner_id": ours, "words": "De boeken" }));
    assert_eq!(success["parts"][1], json!({ "partner_id": theirs, "words": "De zaal" }));
    let older = json!({ "words": "Een begin", "happened_on": "2026-11-01" });
    member.post(&wall(&world), &older).await.expect(201);
    let seen = observer.get(&wall(&world)).await.expect(200);
    assert_eq!((&seen["items"][0], &seen["items"][1]["words"]), (&success, &json!("Een begin")));
    observer.post(&wall(&world), &body).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn anybody_completes_it_and_only_who_put_it_down_takes_it_away() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let ours = partner_of(&world, &lead).await;
    let body = json!({ "words": "Samen gegeten", "happened_on": "2026-11-20" });
    let success = member.post(&wall(&world), &body).await.expect(201);
    let path = format!("{}/{}", wall(&world), success["id"].as_str().unwrap());
    let mut fuller = body.clone();
    fuller["parts"] = json!([{ "partner_id": ours, "words": "De soep" }]);
    lead.put(&path, &fuller).await.expect_problem(428, "precondition_required");
    let changed = if_match(&lead, Method::PUT, &path, &json!(1), &fuller).await.expect(200);
    assert_eq!((&changed["parts"][0]["words"], &changed["version"]), (&json!("De soep"), &json!(2)));
    if_match(&member, Method::PUT, &path, &json!(1), &body).await.expect_problem(412, "changed_meanwhile");
    if_match(&lead, Method::DELETE, &path, &json!(2), &Value::Null).await.expect_problem(403, "forbidden");
    if_match(&member, Method::DELETE, &path, &json!(1), &Value::Null)
        .await
        .expect_problem(412, "changed_meanwhile");
    if_match(&member, Method::DELETE, &path, &json!(2), &Value::Null).await.expect(204);
    assert_eq!(lead.get(&wall(&world)).await.expect(200)["items"], json!([]));
    if_match(&member, Method::DELETE, &path, &json!(2), &Value::Null).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn only_partners_of_this_partnership_did_something_for_it() {
    let world = World::start().await;
    let (lead, outsider) = (world.person("lead").await, world.person("outsider").await);
    let ours = partner_of(&world, &lead).await;
    let foreign = outsider.get(&format!("/api/v1/partnerships/{}", world.foreign.partnership)).await.expect(200);
    let part = |partner: &Value, words: &str| json!({ "partner_id": partner, "words": words });
    for parts in [
        json!([part(&foreign["me"]["partner_id"], "Iets")]),
        json!([part(&ours, "Iets"), part(&ours, "Nog iets")]),
        json!([part(&ours, " ")]),
    ] {
        let body = json!({ "words": "Samen", "happened_on": "2026-11-20", "parts": parts });
        let refused = lead.post(&wall(&world), &body).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0]["field"], "parts");
    }
    assert_eq!(lead.get(&wall(&world)).await.expect(200)["items"], json!([]));
}
