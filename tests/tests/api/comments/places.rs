//! On what a thread hangs, and what becomes of it when that is gone.

use serde_json::{Value, json};
use tests::{World, eventually};

use super::{begin, card, passage, threads};

#[tokio::test]
async fn a_thread_keeps_what_stood_there_when_it_began() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let on = card(&world, &lead, "Voorlezen aan huis").await;
    let anchor = json!({ "kind": "card", "id": on });
    let made = begin(&lead, &world.own.canvas, anchor.clone(), "Wie doet dit?").await.expect(201);
    assert_eq!((&made["anchor"], &made["quote"]), (&anchor, &json!("Voorlezen aan huis")));
    assert_eq!((&made["status"], &made["is_lost"]), (&json!("open"), &json!(false)));
    let change = json!({ "text": "Voorlezen op school" });
    lead.patch(&format!("/api/v1/boards/{}/notes/{on}", world.own.canvas), &change).await.expect(200);
    assert_eq!(threads(&observer, &world.own.canvas, "").await, [made]);

    let role = json!({ "id": "5b4f6c0a-0000-4000-8000-000000000001", "title": "Voorleescoach" });
    lead.post(&format!("/api/v1/boards/{}/roles", world.own.roles), &role).await.expect(201);
    let anchor = json!({ "kind": "role", "id": role["id"] });
    let made = begin(&lead, &world.own.roles, anchor, "Hoeveel uur?").await.expect(201);
    assert_eq!((&made["quote"], &made["is_lost"]), (&json!("Voorleescoach"), &json!(false)));

    let made = begin(&lead, &world.own.ambition, passage(" samen lezen "), "Mooi").await.expect(201);
    assert_eq!((&made["quote"], &made["is_lost"]), (&json!("samen lezen"), &Value::Null));
    let named = json!({ "kind": "passage", "field": "statement", "start": "AAEAAQ==", "end": "AAEAAg==" });
    assert_eq!(made["anchor"], named);
}

#[tokio::test]
async fn a_thread_is_lost_while_its_card_is_gone_and_found_again_with_it() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let on = card(&world, &lead, "Voorlezen aan huis").await;
    let made = begin(&lead, &world.own.canvas, json!({ "kind": "card", "id": on }), "Wie?").await.expect(201);
    assert_eq!(made["is_lost"], false, "the tables do not know of the card yet, and it is not gone");
    let becomes = async |is_lost: bool| {
        eventually("the thread is lost or found", async || {
            let seen = threads(&lead, &world.own.canvas, "").await;
            assert_eq!(seen[0]["quote"], "Voorlezen aan huis");
            (seen[0]["is_lost"] == is_lost).then_some(())
        })
        .await;
    };
    lead.delete(&format!("/api/v1/boards/{}/notes/{on}", world.own.canvas)).await.expect(200);
    becomes(true).await;
    let again = json!({ "id": on, "block": "channels", "text": "Voorlezen aan huis" });
    lead.post(&format!("/api/v1/boards/{}/notes", world.own.canvas), &again).await.expect(201);
    becomes(false).await;
}

#[tokio::test]
async fn nothing_is_said_about_what_does_not_stand_on_the_board() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let on = card(&world, &lead, "Voorlezen").await;
    let canvas = &world.own.canvas;
    let mut position = passage("iets");
    position["start"] = json!("geen base64!");
    for (board, anchor, field, code) in [
        (canvas, json!({ "kind": "card", "id": "nergens" }), "anchor", "unknown"),
        (canvas, json!({ "kind": "role", "id": on }), "anchor", "not_on_this_board"),
        (&world.own.roles, json!({ "kind": "role", "id": on }), "anchor", "unknown"),
        (canvas, passage("iets"), "anchor", "not_on_this_board"),
        (&world.own.ambition, position, "anchor", "invalid"),
        (&world.own.ambition, passage("  "), "quote", "required"),
    ] {
        let refused = begin(&lead, board, anchor.clone(), "Hm").await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"], json!([{ "field": field, "code": code }]), "{anchor}");
    }
    for anchor in [json!({ "kind": "block", "id": "x" }), json!({ "kind": "card", "id": on, "more": 1 })] {
        begin(&lead, canvas, anchor, "Hm").await.expect_problem(400, "invalid_request");
    }
    assert!(threads(&lead, canvas, "").await.is_empty());
}

#[tokio::test]
async fn threads_come_page_by_page_in_the_order_in_which_they_were_begun() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    for number in 0..5 {
        super::begun(&world, &lead, &number.to_string()).await;
    }
    let address = format!("/api/v1/boards/{}/threads", world.own.ambition);
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = lead.get(&format!("{address}?limit=2{cursor}")).await.expect(200);
        let items = page["items"].as_array().unwrap();
        seen.extend(items.iter().map(|item| item["comments"][0]["text"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        assert_eq!(items.len(), 2);
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen, ["0", "1", "2", "3", "4"]);
    for limit in [0, 201] {
        lead.get(&format!("{address}?limit={limit}")).await.expect_problem(422, "validation_failed");
    }
    lead.get(&format!("{address}?cursor=guessed")).await.expect_problem(400, "invalid_request");
}
