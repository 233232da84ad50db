//! What each person values for themselves, seen by whom they choose.

use serde_json::{Value, json};
use tests::{Person, number};

use super::Room;

const LIST: &str = "own-values";

async fn written(room: &Room, person: &Person, visible_to: &str) -> Value {
    let body = json!({ "words": "Rust", "why": "Dan denk ik beter", "visible_to": visible_to });
    person.post(&room.path(LIST), &body).await.expect(201)
}

#[tokio::test]
async fn who_wrote_it_chooses_who_sees_it_and_nobody_else_hears_of_it() {
    let room = Room::enter().await;
    room.world.settled().await;
    let mut listening = room.listen().await;
    for (circle, readers) in [
        ("me", ["author"].as_slice()),
        ("partner", ["author", "colleague"].as_slice()),
        ("all", ["author", "colleague", "other", "lead"].as_slice()),
    ] {
        let made = written(&room, &room.author, circle).await;
        assert_eq!((&made["visible_to"], &made["version"]), (&json!(circle), &json!(1)));
        assert_eq!(room.readers(LIST, &made["id"]).await, readers);
        assert_eq!(listening.heard(&room, "own_value.changed", "own_value", &made["id"]).await, readers);
    }
}

#[tokio::test]
async fn a_circle_that_becomes_narrower_closes_before_those_who_are_out_of_it() {
    let room = Room::enter().await;
    room.world.settled().await;
    let all = written(&room, &room.author, "all").await;
    let mut listening = room.listen().await;
    let narrower = room.change(&room.author, LIST, &all, &json!({ "visible_to": "partner" })).await.expect(200);
    assert_eq!(room.readers(LIST, &all["id"]).await, ["author", "colleague"]);
    let heard = listening.heard(&room, "own_value.changed", "own_value", &all["id"]).await;
    assert_eq!(heard, ["author", "colleague", "other", "lead"], "those hear of it who saw it");
    room.change(&room.author, LIST, &narrower, &json!({ "visible_to": "me" })).await.expect(200);
    assert_eq!(room.readers(LIST, &all["id"]).await, ["author"]);
    let heard = listening.heard(&room, "own_value.changed", "own_value", &all["id"]).await;
    assert_eq!(heard, ["author", "colleague"]);
}

#[tokio::test]
async fn one_changes_ones_own_as_one_read_it_and_nothing_else() {
    let room = Room::enter().await;
    let made = written(&room, &room.author, "all").await;
    for person in [&room.colleague, &room.other, &room.lead] {
        room.change(person, LIST, &made, &json!({ "words": "Van mij" })).await.expect_problem(404, "not_found");
        room.remove(person, LIST, &made).await.expect_problem(404, "not_found");
    }
    for (field, value) in [
        ("words", json!(" ")),
        ("words", json!("a".repeat(301))),
        ("words", json!("een\ntwee")),
        ("why", json!("a".repeat(1001))),
    ] {
        let refused = room.change(&room.author, LIST, &made, &json!({ field: value })).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    let changed =
        room.change(&room.author, LIST, &made, &json!({ "words": "Ruimte", "why": "" })).await.expect(200);
    assert_eq!(
        (&changed["words"], &changed["why"], &changed["version"]),
        (&json!("Ruimte"), &json!(""), &json!(2))
    );
    room.change(&room.author, LIST, &made, &json!({ "why": "Te laat" }))
        .await
        .expect_problem(412, "changed_meanwhile");
    room.author.delete(&room.one(LIST, &made)).await.expect_problem(428, "precondition_required");
    room.remove(&room.author, LIST, &changed).await.expect(204);
    assert!(room.readers(LIST, &made["id"]).await.is_empty());
}

#[tokio::test]
async fn of_two_windows_that_change_one_at_once_one_does() {
    let room = Room::enter().await;
    let mut of = written(&room, &room.author, "me").await;
    for race in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let body = |window| json!({ "why": format!("{race} {window}") });
        let (one, other) = (body("een"), body("twee"));
        let (one, other) =
            tokio::join!(room.change(&room.author, LIST, &of, &one), room.change(&room.author, LIST, &of, &other));
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412]);
        of = if one.status == 200 { one.json() } else { other.json() };
    }
}

#[tokio::test]
async fn who_guides_has_nobody_of_the_same_partner_and_keeps_what_is_their_own() {
    let room = Room::enter().await;
    let guide = room.world.guide().await;
    let body = json!({ "words": "Rust", "visible_to": "partner" });
    let refused = guide.post(&room.path(LIST), &body).await;
    refused.expect_problem(422, "validation_failed");
    assert_eq!(refused.json()["errors"][0], json!({ "field": "visible_to", "code": "no_partner" }));
    let made = written(&room, &guide, "me").await;
    assert_eq!(made["partner_id"], Value::Null);
    let wider = json!({ "visible_to": "partner" });
    room.change(&guide, LIST, &made, &wider).await.expect_problem(422, "validation_failed");
    room.observer.post(&room.path(LIST), &body).await.expect_problem(403, "forbidden");
}
