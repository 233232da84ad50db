//! What is refused, and changes nothing.

use serde_json::{Value, json};
use tests::{Peer, World};

use super::content;

#[tokio::test]
async fn what_is_wrong_is_named_field_by_field_and_nothing_changes() {
    let world = World::start().await;
    let member = world.person("member").await;
    let foreign = world.person("outsider").await;
    let foreign = foreign.get(&format!("/api/v1/partnerships/{}", world.foreign.partnership)).await.expect(200);
    let foreign = &foreign["partners"][0]["id"];
    let (ambition, canvas, roles) = (&world.own.ambition, &world.own.canvas, &world.own.roles);
    let card = content(&member, canvas).await["notes"][0]["id"].as_str().unwrap().to_owned();
    let role = content(&member, roles).await["roles"][0]["id"].as_str().unwrap().to_owned();
    let before = [content(&member, ambition).await, content(&member, canvas).await, content(&member, roles).await];
    let long = "x".repeat(20_001);
    for (method, path, body, expected) in [
        (
            "POST",
            format!("{canvas}/notes"),
            json!({ "id": "x", "block": "kanaal", "text": "x".repeat(501), "partner": foreign }),
            json!([["id", "invalid"], ["block", "unknown"], ["text", "too_long"], ["partner", "unknown"]]),
        ),
        (
            "PATCH",
            format!("{canvas}/notes/{card}"),
            json!({ "block": "", "text": "x".repeat(501), "partner": "x" }),
            json!([["block", "unknown"], ["text", "too_long"], ["partner", "unknown"]]),
        ),
        (
            "POST",
            format!("{roles}/roles"),
            json!({ "title": "x".repeat(101), "purpose": "x".repeat(1001), "seats_min": 21,
            "seats_max": -1, "qualities": { "tact": 4 }, "drives": { "care": false } }),
            json!([
                ["title", "too_long"],
                ["purpose", "too_long"],
                ["seats_min", "out_of_range"],
                ["seats_max", "out_of_range"],
                ["qualities", "out_of_range"],
                ["drives", "out_of_range"]
            ]),
        ),
        (
            "POST",
            format!("{roles}/roles"),
            json!({ "title": "x", "seats_min": 3, "seats_max": 2 }),
            json!([["seats_min", "min_above_max"]]),
        ),
        (
            "PATCH",
            format!("{roles}/roles/{role}"),
            json!({ "title": "Nieuw", "seats_min": 20 }),
            json!([["seats_min", "min_above_max"]]),
        ),
        (
            "PATCH",
            format!("{roles}/roles/{role}"),
            json!({ "title": "Nieuw", "qualities": { "no id!": 1 } }),
            json!([["qualities", "invalid"]]),
        ),
        ("PUT", format!("{ambition}/headline"), json!({ "text": "x".repeat(201) }), json!([["text", "too_long"]])),
        ("PUT", format!("{ambition}/statement"), json!({ "markdown": &long }), json!([["markdown", "too_long"]])),
        ("PUT", format!("{ambition}/horizon"), json!({ "html": &long }), json!([["html", "too_long"]])),
        ("PUT", format!("{ambition}/statement"), json!({}), json!([["markdown", "required"]])),
        (
            "PUT",
            format!("{ambition}/statement"),
            json!({ "markdown": "x", "html": "x" }),
            json!([["html", "only_one_of_both"]]),
        ),
    ] {
        let request = member.request(method.parse().unwrap(), &format!("/api/v1/boards/{path}"));
        let reply = tests::Person::send(request.json(&body)).await;
        reply.expect_problem(422, "validation_failed");
        let problem = reply.json();
        let errors = problem["errors"].as_array().unwrap().iter();
        let told = errors.map(|error| json!([error["field"], error["code"]]));
        assert_eq!(Value::Array(told.collect()), expected, "{method} {path}");
    }
    let misspelt =
        member.post(&format!("/api/v1/boards/{canvas}/notes"), &json!({ "block": "channels", "tekst": "x" })).await;
    misspelt.expect_problem(400, "invalid_request");
    let misspelt = member.patch(&format!("/api/v1/boards/{canvas}/notes/{card}"), &json!({ "postion": 1 })).await;
    misspelt.expect_problem(400, "invalid_request");
    let after = [content(&member, ambition).await, content(&member, canvas).await, content(&member, roles).await];
    assert_eq!(after, before);
}

#[tokio::test]
async fn a_board_of_another_kind_does_not_have_it() {
    let world = World::start().await;
    let member = world.person("member").await;
    let (ambition, canvas) = (&world.own.ambition, &world.own.canvas);
    for (method, path, body) in [
        ("POST", format!("{ambition}/notes"), json!({ "block": "channels", "text": "x" })),
        ("PATCH", format!("{ambition}/notes/x"), json!({})),
        ("DELETE", format!("{ambition}/notes/x"), json!({})),
        ("POST", format!("{ambition}/notes/import"), json!({ "text": "x", "block": "channels" })),
        ("POST", format!("{canvas}/roles"), json!({ "title": "x" })),
        ("PATCH", format!("{canvas}/roles/x"), json!({})),
        ("DELETE", format!("{canvas}/roles/x"), json!({})),
        ("PUT", format!("{canvas}/headline"), json!({ "text": "x" })),
        ("PUT", format!("{canvas}/statement"), json!({ "markdown": "x" })),
        ("PUT", format!("{canvas}/horizon"), json!({ "markdown": "x" })),
    ] {
        let request = member.request(method.parse().unwrap(), &format!("/api/v1/boards/{path}"));
        tests::Person::send(request.json(&body)).await.expect_problem(422, "wrong_kind");
    }
}

#[tokio::test]
async fn an_observer_changes_nothing_and_nobody_is_bothered() {
    let world = World::start().await;
    let (observer, lead) = (world.person("observer").await, world.person("lead").await);
    let peer = Peer::join(&lead, &world.own.canvas).await;
    let before = content(&lead, &world.own.canvas).await;
    let path = format!("/api/v1/boards/{}/notes", world.own.canvas);
    observer.post(&path, &json!({ "block": "channels", "text": "x" })).await.expect_problem(403, "forbidden");
    let card = before["notes"][0]["id"].as_str().unwrap();
    observer.delete(&format!("{path}/{card}")).await.expect_problem(403, "forbidden");
    observer.delete(&format!("{path}/none")).await.expect_problem(403, "forbidden");
    peer.answered().await;
    assert_eq!(content(&lead, &world.own.canvas).await, before);
    assert!(peer.seen().closed().is_none());
}
