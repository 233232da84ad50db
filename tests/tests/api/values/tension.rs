//! The four questions of a tense moment, read by nobody, by who leads, or by everybody who takes part.

use samenspel::entity::{audit_entry, event};
use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use tests::Person;

use super::Room;

const LIST: &str = "tension-checks";
/// What is in an answer, and nowhere else.
const WORDS: &str = "nachtzwaluw";

async fn written(room: &Room, person: &Person, shared_with: &str) -> Value {
    let body = json!({ "belief": WORDS, "effort": "Wij doen alles", "shared_with": shared_with });
    person.post(&room.path(LIST), &body).await.expect(201)
}

#[tokio::test]
async fn who_wrote_it_chooses_who_reads_it_and_nobody_else_hears_of_it() {
    let room = Room::enter().await;
    room.world.settled().await;
    let mut listening = room.listen().await;
    for (shared_with, readers) in [
        ("nobody", ["author"].as_slice()),
        ("lead", ["author", "lead"].as_slice()),
        ("all", ["author", "colleague", "other", "lead"].as_slice()),
    ] {
        let made = written(&room, &room.author, shared_with).await;
        assert_eq!((&made["belief"], &made["benefit"]), (&json!(WORDS), &json!("")));
        assert_eq!(room.readers(LIST, &made["id"]).await, readers);
        assert_eq!(listening.heard(&room, "tension_check.changed", "tension_check", &made["id"]).await, readers);
    }
}

#[tokio::test]
async fn what_is_not_shared_any_more_is_read_by_nobody_and_those_who_read_it_hear_so() {
    let room = Room::enter().await;
    room.world.settled().await;
    let mut listening = room.listen().await;
    let mut of = written(&room, &room.author, "nobody").await;
    let everybody = ["author", "colleague", "other", "lead"];
    listening.heard(&room, "tension_check.changed", "tension_check", &of["id"]).await;
    for (shared_with, heard, readers) in [
        ("lead", ["author", "lead"].as_slice(), ["author", "lead"].as_slice()),
        ("all", &everybody, &everybody),
        ("lead", &everybody, &["author", "lead"]),
        ("nobody", &["author", "lead"], &["author"]),
    ] {
        of = room.change(&room.author, LIST, &of, &json!({ "shared_with": shared_with })).await.expect(200);
        assert_eq!(room.readers(LIST, &of["id"]).await, readers);
        assert_eq!(listening.heard(&room, "tension_check.changed", "tension_check", &of["id"]).await, heard);
    }
    room.remove(&room.author, LIST, &of).await.expect(204);
    let heard = listening.heard(&room, "tension_check.changed", "tension_check", &of["id"]).await;
    assert_eq!(heard, ["author"]);
}

#[tokio::test]
async fn who_leads_learns_nothing_of_what_is_not_shared_with_who_leads() {
    let room = Room::enter().await;
    let private = written(&room, &room.author, "nobody").await;
    let nothing = json!({ "id": samenspel::ids::unordered(), "version": 1 });
    for method in ["change", "remove"] {
        let ask = async |of: &Value| match method {
            "change" => room.change(&room.lead, LIST, of, &json!({ "shared_with": "all" })).await,
            _ => room.remove(&room.lead, LIST, of).await,
        };
        assert_eq!(ask(&private).await.body, ask(&nothing).await.body);
    }
    // A lead who is appointed reads what is shared with who leads, and one who is not any more does not.
    let shared = written(&room, &room.author, "lead").await;
    let leads = room.path("leads");
    room.lead.post(&leads, &json!({ "account_id": room.other.id() })).await.expect(204);
    assert_eq!(room.readers(LIST, &shared["id"]).await, ["author", "other", "lead"]);
    assert_eq!(room.readers(LIST, &private["id"]).await, ["author"]);
    let mut listening = room.listen().await;
    room.change(&room.author, LIST, &shared, &json!({ "benefit": "Weinig" })).await.expect(200);
    let heard = listening.heard(&room, "tension_check.changed", "tension_check", &shared["id"]).await;
    assert_eq!(heard, ["author", "other", "lead"]);
}

#[tokio::test]
async fn it_is_on_no_record_and_in_no_event() {
    let room = Room::enter().await;
    for shared_with in ["nobody", "lead", "all"] {
        let made = written(&room, &room.author, shared_with).await;
        let made = room.change(&room.author, LIST, &made, &json!({ "success": WORDS })).await.expect(200);
        room.remove(&room.author, LIST, &made).await.expect(204);
    }
    let db = room.world.server.app().database.reader();
    for entry in audit_entry::Entity::find().all(db).await.unwrap() {
        assert!(!entry.action.contains("tension"), "{entry:?}");
    }
    let told = event::Entity::find().all(db).await.unwrap();
    assert!(told.iter().any(|event| event.kind == "tension_check.changed"));
    assert!(told.iter().all(|event| !event.data.contains(WORDS)));
}

#[tokio::test]
async fn one_answer_is_enough_and_none_is_too_few() {
    let room = Room::enter().await;
    for question in ["belief", "benefit", "success", "effort"] {
        let body = json!({ question: "a".repeat(2000), "shared_with": "nobody" });
        let made = room.author.post(&room.path(LIST), &body).await.expect(201);
        assert_eq!(made[question], body[question]);
        let emptied = room.change(&room.author, LIST, &made, &json!({ question: " " })).await;
        emptied.expect_problem(422, "validation_failed");
        let too_long = json!({ question: "a".repeat(2001), "shared_with": "nobody" });
        let refused = room.author.post(&room.path(LIST), &too_long).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0], json!({ "field": question, "code": "too_long" }));
    }
    let refused = room.author.post(&room.path(LIST), &json!({ "belief": " ", "shared_with": "all" })).await;
    refused.expect_problem(422, "validation_failed");
    assert_eq!(refused.json()["errors"][0], json!({ "field": "answers", "code": "required" }));
    let elsewhere = json!({ "belief": "Ja", "shared_with": "partner" });
    room.author.post(&room.path(LIST), &elsewhere).await.expect_problem(400, "invalid_request");
    room.observer
        .post(&room.path(LIST), &json!({ "belief": "Ja", "shared_with": "nobody" }))
        .await
        .expect_problem(403, "forbidden");
}

#[tokio::test]
async fn one_changes_ones_own_as_one_read_it_and_nothing_else() {
    let room = Room::enter().await;
    let made = written(&room, &room.author, "all").await;
    for person in [&room.colleague, &room.other, &room.lead] {
        room.change(person, LIST, &made, &json!({ "belief": "Nee" })).await.expect_problem(404, "not_found");
        room.remove(person, LIST, &made).await.expect_problem(404, "not_found");
    }
    room.change(&room.author, LIST, &made, &json!({ "belief": "Nee" })).await.expect(200);
    let late = room.change(&room.author, LIST, &made, &json!({ "belief": "Toch wel" })).await;
    late.expect_problem(412, "changed_meanwhile");
    room.author.delete(&room.one(LIST, &made)).await.expect_problem(428, "precondition_required");
}

#[tokio::test]
async fn who_guides_can_ask_themselves_too() {
    let room = Room::enter().await;
    let guide = room.world.guide().await;
    let made = written(&room, &guide, "nobody").await;
    assert_eq!(made["partner_id"], Value::Null);
    for (name, person) in room.who_take_part() {
        assert_eq!(person.get(&room.path(LIST)).await.expect(200)["items"], json!([]), "{name}");
    }
    let shared = written(&room, &room.author, "lead").await;
    let seen = guide.get(&room.path(LIST)).await.expect(200);
    let ids: Vec<_> = seen["items"].as_array().unwrap().iter().map(|of| of["id"].clone()).collect();
    assert_eq!(ids, [made["id"].clone(), shared["id"].clone()]);
}
