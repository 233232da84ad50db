//! How each partner sees the challenge, side by side.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, World};

use super::if_match;
use crate::taking_part::seen as partnership;

fn home(world: &World) -> String {
    format!("/api/v1/partnerships/{}", world.own.partnership)
}

async fn put(world: &World, person: &Person, version: u8, seeing: &str) -> Reply {
    let body = json!({ "seeing": seeing, "doing": "Voorlezen op dinsdag", "urgency": 4 });
    if_match(person, Method::PUT, &format!("{}/views/own", home(world)), &json!(version), &body).await
}

async fn views(world: &World, person: &Person) -> Value {
    person.get(&format!("{}/views", home(world))).await.expect(200)
}

#[tokio::test]
async fn a_partner_says_how_it_sees_it_and_nobody_overwrites_what_they_have_not_read() {
    let world = World::start().await;
    world.add_plain_member().await;
    let [lead, member, plain] =
        [world.person("lead").await, world.person("member").await, world.person("plain").await];
    let mut hearing = Hearing::begin(&lead, &world.own.partnership).await;
    let first = put(&world, &plain, 0, "Kinderen lezen te weinig").await.expect(200);
    assert_eq!((&first["version"], &first["urgency"]), (&json!(1), &json!(4)));
    hearing.until("view.changed").await;
    put(&world, &member, 0, "Iets anders").await.expect_problem(412, "changed_meanwhile");
    put(&world, &member, 1, "Kinderen lezen thuis te weinig").await.expect(200);
    put(&world, &lead, 0, "Ouders durven niet").await.expect(200);
    let seen = views(&world, &lead).await;
    let items = seen["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    let of_member = items.iter().find(|view| view["changed_by"]["account_id"] == member.id()).unwrap();
    assert_eq!(of_member["seeing"], "Kinderen lezen thuis te weinig");
    world.person("observer").await.get(&format!("{}/views", home(&world))).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn in_what_views_touch_is_marked_of_two_partners_at_least() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let partners = partnership(&lead, &world.own.partnership).await["partners"].clone();
    let part = |place: usize, quote: &str| json!({ "partner_id": partners[place]["id"], "quote": quote });
    let overlaps = format!("{}/overlaps", home(&world));
    let mark =
        async |parts: Value| lead.post(&overlaps, &json!({ "words": "Ouders bereiken", "parts": parts })).await;
    for (parts, code) in [
        (json!([]), "two_partners"),
        (json!([part(0, "ouders")]), "two_partners"),
        (json!([part(0, "ouders"), part(0, "thuis")]), "two_partners"),
        (json!([part(0, "ouders"), { "partner_id": lead.id(), "quote": "thuis" }]), "unknown"),
        (json!([part(0, "a\u{0}"), part(1, "thuis")]), "invalid"),
    ] {
        let refused = mark(parts).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0], json!({ "field": "parts", "code": code }));
    }
    let refused = mark(json!([part(0, "ouders"), part(1, "thuis")])).await;
    assert_eq!(refused.json()["errors"][0]["code"], "not_there", "nobody puts words into a partner's mouth");
    put(&world, &lead, 0, "Veel ouders\n durven niet").await.expect(200);
    put(&world, &member, 0, "Er wordt thuis weinig gelezen").await.expect(200);
    let marked = mark(json!([part(0, "ouders durven"), part(1, "")])).await.expect(201);
    assert_eq!(views(&world, &member).await["overlaps"][0], marked);
    let one = format!("{overlaps}/{}", marked["id"].as_str().unwrap());
    member.delete(&one).await.expect(204);
    member.delete(&one).await.expect_problem(404, "not_found");
    assert_eq!(views(&world, &lead).await["overlaps"], json!([]));
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let world = World::start().await;
    let member = world.person("member").await;
    let path = format!("{}/views/own", home(&world));
    for (field, value) in [
        ("urgency", json!(0)),
        ("urgency", json!(6)),
        ("seeing", json!("a".repeat(4001))),
        ("doing", json!("\u{7}")),
    ] {
        let mut body = json!({ "seeing": "Zo", "doing": "", "urgency": null });
        body[field] = value;
        let refused = if_match(&member, Method::PUT, &path, &json!(0), &body).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    assert_eq!(views(&world, &member).await["items"], json!([]));
}
