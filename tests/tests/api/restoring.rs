//! A board becomes what it was, as a new edit; and who wrote what stands on it.

use futures_util::future::join;
use serde_json::{Value, json};
use tests::{Peer, Person, Reply, World, writing};

async fn content(person: &Person, board: &str, query: &str) -> Value {
    let mut content = person.get(&format!("/api/v1/boards/{board}/content{query}")).await.expect(200);
    content.as_object_mut().unwrap().remove("seq");
    content
}

async fn seq(person: &Person, board: &str) -> i64 {
    person.get(&format!("/api/v1/boards/{board}/content")).await.expect(200)["seq"].as_i64().unwrap()
}

async fn restore(person: &Person, board: &str, at: i64) -> Reply {
    person.post(&format!("/api/v1/boards/{board}/restore"), &json!({ "at": at })).await
}

#[tokio::test]
async fn every_kind_of_board_becomes_what_it_was_and_what_was_since_stays_in_its_history() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    for (board, write) in [
        (&world.own.ambition, write_ambition as fn(&Peer)),
        (&world.own.canvas, write_canvas),
        (&world.own.roles, |peer: &Peer| {
            peer.edit(|transaction| writing::add_role(transaction, "nieuw", "Trekker"));
        }),
        (&world.own.values, |peer: &Peer| {
            peer.edit(|transaction| writing::add_value(transaction, "nieuw", "Geduld"));
        }),
    ] {
        let (before, at) = (content(&lead, board, "").await, seq(&lead, board).await);
        let peer = Peer::join(&member, board).await;
        write(&peer);
        peer.saved().await;
        let (since, then) = (content(&lead, board, "").await, seq(&lead, board).await);
        assert_ne!(before, since);
        let restored = restore(&lead, board, at).await.expect(200);
        assert_eq!(content(&member, board, "").await, before);
        assert!(restored["seq"].as_i64().unwrap() > then, "it is a new edit");
        assert_eq!(content(&lead, board, &format!("?at={then}")).await, since);
        let again = restore(&lead, board, at).await.expect(200);
        assert_eq!(again, restored, "what is so already is not written again");
        restore(&lead, board, then).await.expect(200);
        assert_eq!(content(&member, board, "").await, since, "and it can be taken back");
    }
}

fn write_ambition(peer: &Peer) {
    peer.push("headline", " en meer");
    peer.edit(|transaction| writing::push_paragraph(transaction, "statement", "Nog iets"));
    peer.edit(|transaction| writing::remove_block(transaction, "statement", 0));
}

fn write_canvas(peer: &Peer) {
    peer.edit(|transaction| writing::add_card(transaction, "nieuw", "channels", "Wijkbus"));
}

#[tokio::test]
async fn what_goes_when_a_board_is_restored_is_in_the_bin() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let at = seq(&lead, &world.own.canvas).await;
    let card = json!({ "block": "channels", "text": "Wijkbus" });
    lead.post(&format!("/api/v1/boards/{}/notes", world.own.canvas), &card).await.expect(201);
    restore(&lead, &world.own.canvas, at).await.expect(200);
    let bin = format!("/api/v1/boards/{}/bin", world.own.canvas);
    let there = async || lead.get(&bin).await.expect(200).to_string().contains("Wijkbus").then_some(());
    tests::eventually("it is in the bin", there).await;
}

#[tokio::test]
async fn what_somebody_types_at_that_moment_stays() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let board = &world.own.ambition;
    let (before, at) = (content(&lead, board, "").await, seq(&lead, board).await);
    let peer = Peer::join(&member, board).await;
    for round in 0..5 {
        peer.edit(|transaction| writing::push_paragraph(transaction, "statement", "Weg hiermee"));
        peer.saved().await;
        let typing = async {
            peer.push("headline", &format!(" {round}!"));
            peer.saved().await;
        };
        let (restored, ()) = join(restore(&lead, board, at), typing).await;
        restored.expect(200);
        let now = content(&lead, board, "").await;
        assert_eq!(now["statement"], before["statement"]);
        peer.answered().await;
        assert_eq!(peer.seen().text("headline"), now["headline"].as_str().unwrap());
    }
}

#[tokio::test]
async fn only_who_may_write_restores_and_only_what_was() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let outsider = world.person("outsider").await;
    let before = content(&lead, &world.own.ambition, "").await;
    restore(&observer, &world.own.ambition, 0).await.expect_problem(403, "forbidden");
    restore(&outsider, &world.own.ambition, 0).await.expect_problem(404, "not_found");
    for at in [-1, 1_000_000, i64::MAX] {
        restore(&lead, &world.own.ambition, at).await.expect_problem(422, "validation_failed");
    }
    assert_eq!(content(&lead, &world.own.ambition, "").await, before);
    restore(&lead, &world.own.ambition, 0).await.expect(200);
    assert_eq!(content(&lead, &world.own.ambition, "").await["headline"], "");
}

#[tokio::test]
async fn who_wrote_what_is_told_word_by_word() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let board = &world.own.ambition;
    restore(&lead, board, 0).await.expect(200);
    let peer = Peer::join(&lead, board).await;
    peer.push("headline", "Samen 👍 lezen");
    peer.edit(|transaction| writing::push_paragraph(transaction, "statement", "Elk kind"));
    peer.saved().await;
    let at = seq(&lead, board).await;
    let other = Peer::join(&member, board).await;
    other.edit(|transaction| writing::remove(transaction, "headline", 0, 5));
    other.push("headline", " en praten");
    other.edit(|transaction| writing::push_paragraph(transaction, "statement", "Elke ouder"));
    other.saved().await;
    let authors = async |query: &str| lead.get(&format!("/api/v1/boards/{board}/authors{query}")).await.expect(200);
    let now = authors("").await;
    let run = |text: &str, person: &Person| json!({ "text": text, "account_id": person.id() });
    let text = |of: &Value, root: &str| {
        let found = of["texts"].as_array().unwrap().iter().find(|text| text["root"] == root);
        found.unwrap()["lines"].clone()
    };
    assert_eq!(text(&now, "headline"), json!([[run(" 👍 lezen", &lead), run(" en praten", &member)]]));
    assert_eq!(text(&now, "statement"), json!([[run("Elk kind", &lead)], [run("Elke ouder", &member)]]));
    assert_eq!(now["people"].as_array().unwrap().len(), 2);
    let then = authors(&format!("?at={at}")).await;
    assert_eq!(text(&then, "headline"), json!([[run("Samen 👍 lezen", &lead)]]));
    assert_eq!((then["seq"].as_i64(), then["people"].as_array().unwrap().len()), (Some(at), 1));
    let content = content(&lead, board, "").await;
    let joined: Vec<String> = text(&now, "statement")
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line.as_array().unwrap().iter().map(|run| run["text"].as_str().unwrap()).collect())
        .collect();
    assert_eq!(content["statement"], joined.join("\n"));
    let on_canvas = lead.get(&format!("/api/v1/boards/{}/authors", world.own.canvas)).await.expect(200);
    assert_eq!(on_canvas["texts"], json!([]));
}
