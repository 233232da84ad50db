//! What people say about what stands on a board.

mod places;
mod races;
mod said;

use samenspel::ids;
use serde_json::{Value, json};
use tests::{Person, Reply, World};

/// Lays a card on the canvas; gives its key.
async fn card(world: &World, person: &Person, text: &str) -> String {
    let id = ids::unordered().to_string();
    let card = json!({ "id": id, "block": "channels", "text": text });
    person.post(&format!("/api/v1/boards/{}/notes", world.own.canvas), &card).await.expect(201);
    id
}

/// A place in an ambition, as a page would name it.
fn passage(quote: &str) -> Value {
    json!({ "kind": "passage", "field": "statement", "start": "AAEAAQ==", "end": "AAEAAg==", "quote": quote })
}

/// Begins a thread.
async fn begin(person: &Person, board: &str, anchor: Value, text: &str) -> Reply {
    person.post(&format!("/api/v1/boards/{board}/threads"), &json!({ "anchor": anchor, "text": text })).await
}

/// Begins one about a passage, which must work.
async fn begun(world: &World, person: &Person, text: &str) -> Value {
    begin(person, &world.own.ambition, passage("samen lezen"), text).await.expect(201)
}

async fn answer(person: &Person, thread: &Value, text: &str) -> Reply {
    person.post(&format!("{}/comments", address(thread)), &json!({ "text": text })).await
}

/// `resolve` or `reopen`.
async fn settle(person: &Person, thread: &Value, step: &str) -> Reply {
    person.post(&format!("{}/{step}", address(thread)), &Value::Null).await
}

async fn threads(person: &Person, board: &str, query: &str) -> Vec<Value> {
    let page = person.get(&format!("/api/v1/boards/{board}/threads{query}")).await.expect(200);
    page["items"].as_array().unwrap().clone()
}

fn address(thread: &Value) -> String {
    format!("/api/v1/threads/{}", thread["id"].as_str().unwrap())
}

fn address_of_comment(thread: &Value, number: usize) -> String {
    format!("/api/v1/comments/{}", thread["comments"][number]["id"].as_str().unwrap())
}

/// What is said in a thread and by whom; nothing where something was deleted.
fn said(thread: &Value) -> Vec<(String, Option<String>)> {
    let comment = |comment: &Value| {
        let name = comment["author"]["name"].as_str().unwrap().to_owned();
        (name, comment["text"].as_str().map(ToOwned::to_owned))
    };
    thread["comments"].as_array().unwrap().iter().map(comment).collect()
}
