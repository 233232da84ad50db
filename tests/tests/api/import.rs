//! Cards from a list or a spreadsheet.

use serde_json::{Value, json};
use tests::{Peer, Person, World};

fn path(world: &World) -> String {
    format!("/api/v1/boards/{}/notes/import", world.own.canvas)
}

async fn notes(person: &Person, world: &World) -> Value {
    person.get(&format!("/api/v1/boards/{}/content", world.own.canvas)).await.expect(200)
}

#[tokio::test]
async fn a_pasted_list_becomes_cards_in_one_change_that_everybody_sees() {
    let world = World::start().await;
    let (member, lead) = (world.person("member").await, world.person("lead").await);
    let peer = Peer::join(&lead, &world.own.canvas).await;
    let before = notes(&member, &world).await;
    let list = json!({ "text": "- De bus\n\n2. De tram, elke dag\n• De trein", "block": "channels" });
    let mut preview = list.clone();
    preview["preview"] = true.into();
    let shown = member.post(&path(&world), &preview).await.expect(200);
    assert_eq!((&shown["added"], &shown["seq"]), (&json!(0), &before["seq"]));
    assert_eq!(notes(&member, &world).await, before, "a preview adds nothing");
    let added = member.post(&path(&world), &list).await.expect(200);
    assert_eq!((&added["added"], &added["rows"]), (&json!(3), &shown["rows"]));
    assert_eq!(
        added["rows"][1],
        json!({
            "line": 3, "block": "channels", "text": "De tram, elke dag", "partner": null, "problem": null
        })
    );
    assert_eq!(added["seq"], before["seq"].as_i64().unwrap() + 1, "all of them are one change");
    let count = before["notes"].as_array().unwrap().len() + 3;
    peer.until("the others see them", |seen| seen.map("notes").as_object().unwrap().len() == count).await;
    let now = notes(&member, &world).await;
    let channels = now["notes"].as_array().unwrap().iter().filter(|note| note["block"] == "channels");
    let texts: Vec<_> = channels.map(|note| note["text"].as_str().unwrap()).collect();
    assert_eq!(texts[texts.len() - 3..], ["De bus", "De tram, elke dag", "De trein"]);
}

#[tokio::test]
async fn a_spreadsheet_names_blocks_and_partners_in_either_language() {
    let world = World::start().await;
    let member = world.person("member").await;
    let table =
        "Tekst\tBlok\tPartner\nDe bus\tKanalen\tbibliotheek zuid\nDe bus\tKey partners\t\nDe bus\tcost_structure\t";
    let added = member.post(&path(&world), &json!({ "text": table })).await.expect(200);
    let blocks: Vec<_> =
        added["rows"].as_array().unwrap().iter().map(|row| row["block"].as_str().unwrap()).collect();
    assert_eq!(blocks, ["channels", "key_partners", "cost_structure"]);
    assert!(added["rows"][0]["partner"].is_string() && added["rows"][1]["partner"].is_null());
}

#[tokio::test]
async fn an_import_whose_answer_was_lost_can_be_sent_again() {
    let world = World::start().await;
    let member = world.person("member").await;
    let mut list =
        json!({ "text": "De bus\nDe tram", "block": "channels", "id": "0b9f2f6e-9b53-4b0e-9d0c-6f5b7f1b9a11" });
    let added = member.post(&path(&world), &list).await.expect(200);
    let once = notes(&member, &world).await;
    let again = member.post(&path(&world), &list).await.expect(200);
    assert_eq!(again, added, "it is there already, so nothing changes");
    assert_eq!(notes(&member, &world).await, once);
    list["id"] = "3d9f2f6e-9b53-4b0e-9d0c-6f5b7f1b9a11".into();
    member.post(&path(&world), &list).await.expect(200);
    let count = |content: &Value| content["notes"].as_array().unwrap().len();
    assert_eq!(count(&notes(&member, &world).await), count(&once) + 2, "under another id it is another import");
    list["id"] = "nonsense".into();
    assert_eq!(
        member.post(&path(&world), &list).await.json()["errors"],
        json!([{ "field": "id", "code": "invalid" }])
    );
}

#[tokio::test]
async fn one_bad_row_keeps_all_of_them_out_and_a_preview_says_which() {
    let world = World::start().await;
    let member = world.person("member").await;
    let before = notes(&member, &world).await;
    let mut table =
        json!({ "text": "blok,tekst,partner\nKanalen,De bus,\nKanaal,De bus,\nKanalen,De bus,Niemand" });
    let refused = member.post(&path(&world), &table).await;
    refused.expect_problem(422, "validation_failed");
    assert_eq!(refused.json()["errors"], json!([{ "field": "text", "code": "bad_rows" }]));
    assert_eq!(notes(&member, &world).await, before);
    table["preview"] = true.into();
    let shown = member.post(&path(&world), &table).await.expect(200);
    let problems: Vec<_> = shown["rows"].as_array().unwrap().iter().map(|row| row["problem"].clone()).collect();
    assert_eq!(problems, [Value::Null, "block_unknown".into(), "partner_unknown".into()]);
}

#[tokio::test]
async fn what_cannot_be_an_import_is_refused() {
    let world = World::start().await;
    let member = world.person("member").await;
    for (body, field, code) in [
        (json!({ "text": " \n" }), "text", "required"),
        (json!({ "text": "x\n".repeat(501), "block": "channels" }), "text", "too_many_rows"),
        (json!({ "text": "x", "block": "kanaal" }), "block", "unknown"),
        (json!({ "text": "x", "partner": "iemand" }), "partner", "unknown"),
        (json!({ "text": "x", "preview": false }), "text", "bad_rows"),
    ] {
        let reply = member.post(&path(&world), &body).await;
        reply.expect_problem(422, "validation_failed");
        assert_eq!(reply.json()["errors"], json!([{ "field": field, "code": code }]));
    }
}
