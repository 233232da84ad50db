//! What was said about a report is noted together.

use serde_json::{Value, json};
use tests::{Hearing, Pass, Peer, World, eventually, writing};

use super::{close, opened};

#[tokio::test]
async fn a_reported_round_has_a_note_that_those_who_take_part_write_together() {
    let world = World::start().await;
    let [lead, member, observer] =
        [world.person("lead").await, world.person("member").await, world.person("observer").await];
    let round = opened(&world, &lead, "pulse", json!({ "mode": "partner_voice", "days": 7 })).await;
    assert_eq!(lead.get(&round).await.expect(200)["conversation"], Value::Null);
    close(&lead, &round).await;
    let board = member.get(&round).await.expect(200)["conversation"].as_str().unwrap().to_owned();
    let mut hearing = Hearing::begin(&lead, &world.own.partnership).await;
    let [one, other] = [Peer::join(&lead, &board).await, Peer::join(&member, &board).await];
    one.edit(|transaction| writing::push_paragraph(transaction, "note", "We bellen voortaan."));
    one.saved().await;
    other.until("both have it", |seen| seen.xml("note").contains("voortaan")).await;
    other.edit(|transaction| writing::push_paragraph(transaction, "note", "Elke eerste maandag."));
    other.saved().await;
    hearing.until("conversation.changed").await;
    let content = member.get(&format!("/api/v1/boards/{board}/content")).await.expect(200);
    assert_eq!(content["note"], "We bellen voortaan.\nElke eerste maandag.");
    let exported = member.get(&format!("/api/v1/boards/{board}/export?format=markdown")).await;
    assert!(exported.text().contains("We bellen voortaan."), "{}", exported.text());
    other.edit(|transaction| writing::remove_block(transaction, "note", 0));
    other.saved().await;
    let bin = format!("/api/v1/boards/{board}/bin");
    let items = eventually("it is in the bin", async || {
        let items = lead.get(&bin).await.expect(200)["items"].clone();
        (items.as_array().unwrap().len() == 1).then_some(items)
    })
    .await;
    assert_eq!(items[0]["passage"]["text"], "We bellen voortaan.");
    let restore = format!("{bin}/{}/restore", items[0]["id"].as_str().unwrap());
    lead.post(&restore, &Value::Null).await.expect(200);
    let content = member.get(&format!("/api/v1/boards/{board}/content")).await.expect(200);
    assert_eq!(content["note"], "We bellen voortaan.\nElke eerste maandag.");
    // Who observes sees the report when a lead shares it, and this never.
    lead.patch(&round, &json!({ "shared": true })).await.expect(200);
    assert_eq!(observer.get(&round).await.expect(200)["conversation"], Value::Null);
    for last in ["content", "export?format=json", "bin", "timeline"] {
        observer.get(&format!("/api/v1/boards/{board}/{last}")).await.expect_problem(404, "not_found");
    }
    let peer = Peer::open(&Pass::of(&observer), &board).await.expect("it is accepted");
    assert_eq!(peer.closed().await.code, 4404);
    let boards = format!("/api/v1/partnerships/{}/boards", world.own.partnership);
    for (person, kinds) in [(&member, 5), (&observer, 4)] {
        assert_eq!(person.get(&boards).await.expect(200)["items"].as_array().unwrap().len(), kinds);
    }
}
