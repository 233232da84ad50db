//! Cards of the business model.

use serde_json::{Value, json};
use tests::{Peer, Person, World};
use yrs::{Map as _, Out, Text as _, WriteTxn as _};

use super::content;

const ID: &str = "6f0c9c2e-7d0b-4f43-9a53-0d7c3b0e5a11";

fn notes_path(world: &World) -> String {
    format!("/api/v1/boards/{}/notes", world.own.canvas)
}

/// The texts of a block, in order.
async fn texts(person: &Person, world: &World, block: &str) -> Vec<String> {
    let content = content(person, &world.own.canvas).await;
    let notes = content["notes"].as_array().unwrap().iter().filter(|note| note["block"] == block);
    notes.map(|note| note["text"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_card_is_answered_as_it_is_and_with_the_number_of_its_change() {
    let world = World::start().await;
    let member = world.person("member").await;
    let partnership = member.get(&format!("/api/v1/partnerships/{}", world.own.partnership)).await.expect(200);
    let partner = &partnership["partners"][0]["id"];
    let before = content(&member, &world.own.canvas).await["seq"].as_i64().unwrap();
    let card = json!({ "block": "channels", "text": "De bus\r\nen de tram", "partner": partner });
    let saved = member.post(&notes_path(&world), &card).await.expect(201);
    assert_eq!(saved["note"]["text"], "De bus\nen de tram");
    assert_eq!((&saved["note"]["partner"], &saved["note"]["block"]), (partner, &json!("channels")));
    assert_eq!(saved["seq"], before + 1);
    let now = content(&member, &world.own.canvas).await;
    assert!(now["notes"].as_array().unwrap().contains(&saved["note"]));
    assert_eq!(now["seq"], saved["seq"]);
}

#[tokio::test]
async fn a_retry_with_the_same_id_is_the_same_card_and_not_a_second() {
    let world = World::start().await;
    let member = world.person("member").await;
    let card = json!({ "id": ID.to_uppercase(), "block": "channels", "text": "De bus" });
    let first = member.post(&notes_path(&world), &card).await.expect(201);
    assert_eq!(first["note"]["id"], ID);
    let again = member.post(&notes_path(&world), &card).await.expect(201);
    assert_eq!(again, first);
    let path = format!("{}/{ID}", notes_path(&world));
    let changed = member.patch(&path, &json!({ "text": "De tram" })).await.expect(200);
    let late = member.post(&notes_path(&world), &card).await.expect(201);
    assert_eq!(late["note"], changed["note"], "a late retry does not undo what came after");
}

#[tokio::test]
async fn a_change_of_the_text_leaves_what_somebody_types_in_it_at_the_same_moment() {
    let world = World::start().await;
    let (script, lead) = (world.person("member").await, world.person("lead").await);
    let card = json!({ "id": ID, "block": "channels", "text": "De bus op woensdag" });
    script.post(&notes_path(&world), &card).await.expect(201);
    let peer = Peer::join(&lead, &world.own.canvas).await;
    // Typed, but on its way while the script changes the same text.
    let typed = {
        let seen = peer.seen();
        let ((), update) = seen.write(|transaction| {
            let Some(Out::YMap(note)) = transaction.get_or_insert_map("notes").get(transaction, ID) else {
                panic!("no card")
            };
            let Some(Out::YText(text)) = note.get(transaction, "text") else { panic!("no text") };
            text.insert(transaction, 0, "Kom! ");
        });
        update
    };
    let path = format!("{}/{ID}", notes_path(&world));
    script.patch(&path, &json!({ "text": "De bus op zaterdag" })).await.expect(200);
    peer.send(&tests::Frame::Update(typed));
    let both = "Kom! De bus op zaterdag";
    peer.until("both are there", |seen| seen.map("notes")[ID]["text"] == both).await;
    peer.saved().await;
    let texts = texts(&script, &world, "channels").await;
    assert!(texts.iter().any(|text| text == both), "{texts:?}");
}

#[tokio::test]
async fn of_those_who_send_the_same_card_at_once_one_adds_it() {
    let world = World::start().await;
    let member = world.person("member").await;
    let before = content(&member, &world.own.canvas).await["seq"].as_i64().unwrap();
    let card = json!({ "id": ID, "block": "channels", "text": "De bus" });
    let path = notes_path(&world);
    let answers = futures_util::future::join_all((0..8).map(|_| member.post(&path, &card))).await;
    for answer in answers {
        assert_eq!(answer.expect(201)["seq"], before + 1);
    }
}

#[tokio::test]
async fn a_card_moves_to_the_place_that_was_named_and_stays_itself() {
    let world = World::start().await;
    let member = world.person("member").await;
    let block = "key_resources";
    let before = texts(&member, &world, block).await;
    for position in [json!(1), json!(0), json!(99), json!(-3), json!(1), json!(1)] {
        let card = json!({ "id": ID, "block": "channels", "text": "De bus" });
        member.post(&notes_path(&world), &card).await.expect(201);
        let path = format!("{}/{ID}", notes_path(&world));
        let change = json!({ "block": block, "position": position });
        let moved = member.patch(&path, &change).await.expect(200);
        assert_eq!((&moved["note"]["text"], &moved["note"]["block"]), (&json!("De bus"), &json!(block)));
        let at = usize::try_from(position.as_i64().unwrap().max(0)).unwrap().min(before.len());
        let mut expected = before.clone();
        expected.insert(at, "De bus".to_owned());
        assert_eq!(texts(&member, &world, block).await, expected, "{position}");
        let again = member.patch(&path, &change).await.expect(200);
        assert_eq!(again, moved, "it stands there already, so nothing changes");
    }
    let path = format!("{}/{ID}", notes_path(&world));
    let away = member.patch(&path, &json!({ "block": "channels" })).await.expect(200);
    assert_eq!(texts(&member, &world, "channels").await.last().unwrap(), "De bus");
    assert_eq!(texts(&member, &world, block).await, before);
    assert_eq!(away["note"]["partner"], Value::Null);
}

#[tokio::test]
async fn of_a_change_only_what_is_named_changes_and_null_is_all_together() {
    let world = World::start().await;
    let member = world.person("member").await;
    let content = content(&member, &world.own.canvas).await;
    let notes = content["notes"].as_array().unwrap();
    let card = notes.iter().find(|note| note["partner"].is_string()).unwrap();
    let path = format!("{}/{}", notes_path(&world), card["id"].as_str().unwrap());
    let same = member.patch(&path, &json!({})).await.expect(200);
    assert_eq!((&same["note"], &same["seq"]), (card, &content["seq"]));
    let all = member.patch(&path, &json!({ "partner": null })).await.expect(200);
    let mut expected = card.clone();
    expected["partner"] = Value::Null;
    assert_eq!(all["note"], expected);
}

#[tokio::test]
async fn a_removed_card_is_gone_for_everybody_and_for_good() {
    let world = World::start().await;
    let (member, lead) = (world.person("member").await, world.person("lead").await);
    let card = json!({ "id": ID, "block": "channels", "text": "De bus" });
    member.post(&notes_path(&world), &card).await.expect(201);
    let peer = Peer::join(&lead, &world.own.canvas).await;
    assert!(peer.seen().map("notes").get(ID).is_some());
    let path = format!("{}/{ID}", notes_path(&world));
    member.delete(&path).await.expect(200);
    peer.until("it is gone", |seen| seen.map("notes").get(ID).is_none()).await;
    member.delete(&path).await.expect_problem(404, "not_found");
    member.patch(&path, &json!({ "text": "x" })).await.expect_problem(404, "not_found");
}
