//! Writing on the boards by JSON, without Yjs, while others write there with it.

mod ambition;
mod cards;
mod refusals;
mod roles;

use serde_json::{Value, json};
use tests::{Peer, Person, World};

/// The content of a board.
async fn content(person: &Person, board: &str) -> Value {
    person.get(&format!("/api/v1/boards/{board}/content")).await.expect(200)
}

#[tokio::test]
async fn a_script_without_yjs_adds_twenty_cards_and_renames_a_role_while_two_people_watch() {
    let world = World::start().await;
    let (script, lead, observer) =
        (world.person("third").await, world.person("lead").await, world.person("observer").await);
    let watching = [Peer::join(&lead, &world.own.canvas).await, Peer::join(&observer, &world.own.canvas).await];
    let roles = [Peer::join(&lead, &world.own.roles).await, Peer::join(&observer, &world.own.roles).await];
    let before = watching[0].seen().map("notes").as_object().unwrap().len();
    let mut ids = Vec::new();
    for number in 1..=20 {
        let card = json!({ "block": "channels", "text": format!("Kaart {number}") });
        let saved = script.post(&format!("/api/v1/boards/{}/notes", world.own.canvas), &card).await.expect(201);
        ids.push(saved["note"]["id"].as_str().unwrap().to_owned());
    }
    let role = content(&script, &world.own.roles).await["roles"][0].clone();
    let path = format!("/api/v1/boards/{}/roles/{}", world.own.roles, role["id"].as_str().unwrap());
    let renamed = script.patch(&path, &json!({ "title": "Regisseur" })).await.expect(200);
    assert_eq!(renamed["role"]["purpose"], role["purpose"]);
    for peer in &watching {
        peer.until("all twenty cards are there", |seen| {
            seen.map("notes").as_object().is_some_and(|notes| notes.len() == before + 20)
        })
        .await;
        let notes = peer.seen().map("notes");
        for (number, id) in ids.iter().enumerate() {
            assert_eq!(notes[id]["text"], format!("Kaart {}", number + 1));
            assert_eq!(notes[id]["partner"], Value::Null);
        }
    }
    for peer in &roles {
        let id = role["id"].as_str().unwrap().to_owned();
        peer.until("the role is renamed", move |seen| seen.map("roles")[&id]["title"] == "Regisseur").await;
    }
    let notes = content(&script, &world.own.canvas).await;
    let texts = notes["notes"].as_array().unwrap().iter().filter(|note| note["block"] == "channels");
    let texts: Vec<_> = texts.map(|note| note["text"].as_str().unwrap().to_owned()).collect();
    let expected: Vec<_> = (1..=20).map(|number| format!("Kaart {number}")).collect();
    assert_eq!(texts[texts.len() - 20..], expected, "in the order in which they were added");
}
