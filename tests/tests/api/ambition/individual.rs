//! What each person wants with it, seen by whom they choose.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, World};

use super::if_match;

fn path(world: &World) -> String {
    format!("/api/v1/partnerships/{}/individual-ambitions", world.own.partnership)
}

async fn written(world: &World, person: &Person, visible_to: &str, words: &str) -> Value {
    let body = json!({ "kind": "personal", "visible_to": visible_to, "words": words });
    person.post(&path(world), &body).await.expect(201)
}

async fn seen(world: &World, person: &Person) -> Vec<String> {
    let list = person.get(&path(world)).await.expect(200);
    list["items"].as_array().unwrap().iter().map(|of| of["words"].as_str().unwrap().to_owned()).collect()
}

async fn change(world: &World, person: &Person, of: &Value, body: &Value) -> Reply {
    let one = format!("{}/{}", path(world), of["id"].as_str().unwrap());
    if_match(person, Method::PATCH, &one, &of["version"], body).await
}

#[tokio::test]
async fn who_wrote_it_chooses_who_sees_it() {
    let world = World::start().await;
    world.add_plain_member().await;
    let [lead, member, plain] =
        [world.person("lead").await, world.person("member").await, world.person("plain").await];
    written(&world, &member, "me", "Voor mij").await;
    written(&world, &member, "partner", "Voor ons").await;
    let all = written(&world, &member, "all", "Voor iedereen").await;
    assert_eq!(seen(&world, &member).await, ["Voor mij", "Voor ons", "Voor iedereen"]);
    assert_eq!(seen(&world, &plain).await, ["Voor ons", "Voor iedereen"]);
    assert_eq!(seen(&world, &lead).await, ["Voor iedereen"]);
    world.person("observer").await.get(&path(&world)).await.expect_problem(403, "forbidden");
    let narrower = change(&world, &member, &all, &json!({ "visible_to": "partner" })).await.expect(200);
    assert!(seen(&world, &lead).await.is_empty());
    change(&world, &member, &narrower, &json!({ "visible_to": "me" })).await.expect(200);
    assert_eq!(seen(&world, &plain).await, ["Voor ons"]);
}

#[tokio::test]
async fn nobody_hears_of_what_they_may_not_see() {
    let world = World::start().await;
    world.add_plain_member().await;
    let [lead, member, plain] =
        [world.person("lead").await, world.person("member").await, world.person("plain").await];
    let partnership = &world.own.partnership;
    world.settled().await;
    let mut hears = [
        (Hearing::begin(&lead, partnership).await, vec![]),
        (Hearing::begin(&plain, partnership).await, vec![]),
        (Hearing::begin(&member, partnership).await, vec![]),
    ];
    let mine = written(&world, &member, "me", "Voor mij").await;
    let ours = written(&world, &member, "partner", "Voor ons").await;
    let all = written(&world, &member, "all", "Voor iedereen").await;
    for (hearing, heard) in &mut hears {
        loop {
            let event = hearing.until("individual_ambition.changed").await;
            assert_eq!(event["data"].as_object().unwrap().len(), 1, "an id, and nothing else: {event}");
            let id = event["data"]["individual_ambition"].clone();
            heard.push(id.clone());
            if id == all["id"] {
                break;
            }
        }
        heard.sort_by_key(ToString::to_string);
    }
    let sorted = |mut ids: Vec<&Value>| {
        ids.sort_by_key(ToString::to_string);
        ids.into_iter().cloned().collect::<Vec<_>>()
    };
    assert_eq!(hears[0].1, sorted(vec![&all["id"]]));
    assert_eq!(hears[1].1, sorted(vec![&ours["id"], &all["id"]]));
    // Streams of different audiences reach one in no order: what came before the last of one's own is all of it.
    assert!(
        hears[2].1.contains(&all["id"])
            && hears[2].1.iter().all(|id| *id == mine["id"] || *id == ours["id"] || *id == all["id"])
    );
}

#[tokio::test]
async fn it_is_joined_to_the_passages_that_answer_it() {
    let world = World::start().await;
    let member = world.person("member").await;
    let passage = json!({ "start": "AQEB", "end": "AQEB", "quote": " thuis lezen " });
    let body = json!({ "kind": "business", "visible_to": "all", "words": "Thuis lezen", "passages": [passage] });
    let made = member.post(&path(&world), &body).await.expect(201);
    assert_eq!(made["passages"], json!([{ "start": "AQEB", "end": "AQEB", "quote": "thuis lezen" }]));
    let changed = change(&world, &member, &made, &json!({ "passages": [] })).await.expect(200);
    assert_eq!((&changed["passages"], &changed["words"]), (&json!([]), &json!("Thuis lezen")));
    change(&world, &member, &made, &json!({ "words": "Te laat" })).await.expect_problem(412, "changed_meanwhile");
    let one = format!("{}/{}", path(&world), made["id"].as_str().unwrap());
    member.delete(&one).await.expect_problem(428, "precondition_required");
    if_match(&member, Method::DELETE, &one, &json!(2), &json!({})).await.expect(204);
    assert!(seen(&world, &member).await.is_empty());
}

#[tokio::test]
async fn one_changes_ones_own_and_nothing_else() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let theirs = written(&world, &member, "all", "Voor iedereen").await;
    change(&world, &lead, &theirs, &json!({ "words": "Van mij" })).await.expect_problem(404, "not_found");
    let too_many: Vec<_> = (0..21).map(|_| json!({ "start": "AQEB", "end": "AQEB", "quote": "Iets" })).collect();
    for (field, value) in [
        ("words", json!(" ")),
        ("words", json!("a".repeat(1001))),
        ("passages", json!(too_many)),
        ("anchor", json!([{ "start": "?", "end": "AQEB", "quote": "Iets" }])),
        ("quote", json!([{ "start": "AQEB", "end": "AQEB", "quote": " " }])),
    ] {
        let at = if field == "words" { "words" } else { "passages" };
        let refused = change(&world, &member, &theirs, &json!({ at: value })).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    assert_eq!(seen(&world, &lead).await, ["Voor iedereen"]);
}

#[tokio::test]
async fn who_guides_acts_for_nobody_and_so_has_nobody_of_the_same_partner() {
    let world = World::start().await;
    let guide = world.guide().await;
    let body = json!({ "kind": "professional", "visible_to": "partner", "words": "Leren begeleiden" });
    let refused = guide.post(&path(&world), &body).await;
    refused.expect_problem(422, "validation_failed");
    assert_eq!(refused.json()["errors"][0], json!({ "field": "visible_to", "code": "no_partner" }));
    let made = written(&world, &guide, "all", "Leren begeleiden").await;
    assert_eq!(made["partner_id"], Value::Null);
    let view = format!("/api/v1/partnerships/{}/views/own", world.own.partnership);
    let body = json!({ "seeing": "Zo", "doing": "", "urgency": null });
    if_match(&guide, Method::PUT, &view, &json!(0), &body).await.expect_problem(403, "forbidden");
}
