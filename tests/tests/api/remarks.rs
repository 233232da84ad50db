//! What people outside say about one block of a canvas, by a link.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, World};

const SENT: &str = "00000000-0000-4000-8000-00000000000a";

/// People of two partners, one who reads along, and somebody without an account.
struct Room {
    world: World,
    lead: Person,
    member: Person,
    observer: Person,
    guest: Person,
}

impl Room {
    async fn enter() -> Self {
        let world = World::start().await;
        let person = async |name: &str| world.person(name).await;
        Self {
            lead: person("lead").await,
            member: person("member").await,
            observer: person("observer").await,
            guest: Person::nobody(&world.server),
            world,
        }
    }

    fn path(&self, last: &str) -> String {
        format!("/api/v1/partnerships/{}{last}", self.world.own.partnership)
    }

    /// A link to the channels of the canvas; gives it, and what stands in it.
    async fn link(&self, by: &Person) -> (Value, String) {
        let body = json!({ "board_id": self.world.own.canvas, "block": "channels", "question": "Waar kom je?", "days": 7 });
        let made = by.post(&self.path("/block-links"), &body).await.expect(201);
        let token = made["address"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
        (made, token)
    }

    async fn see(&self, token: &str) -> Reply {
        self.guest.post("/api/v1/shared-block", &json!({ "token": token })).await
    }

    async fn say(&self, token: &str, id: &str, words: &str) -> Reply {
        let body = json!({ "token": token, "id": id, "name": "Een moeder", "words": words });
        self.guest.post("/api/v1/shared-block/remarks", &body).await
    }

    async fn said(&self, person: &Person) -> Value {
        person.get(&self.path("/guest-remarks")).await.expect(200)["items"].clone()
    }
}

#[tokio::test]
async fn a_guest_sees_one_block_and_nothing_else() {
    let room = Room::enter().await;
    let notes = format!("/api/v1/boards/{}/notes", room.world.own.canvas);
    for (block, text) in [("channels", "De schooldeur"), ("cost_structure", "Kanarie")] {
        room.member.post(&notes, &json!({ "block": block, "text": text })).await.expect(201);
    }
    let (_, token) = room.link(&room.member).await;
    let seen = room.see(&token).await.expect(200);
    let mut fields: Vec<&String> = seen.as_object().unwrap().keys().collect();
    fields.sort();
    assert_eq!(fields, ["block", "cards", "expires_at", "is_open", "partnership", "question"]);
    assert_eq!((&seen["block"], &seen["question"]), (&json!("channels"), &json!("Waar kom je?")));
    let all = seen.to_string();
    assert!(all.contains("De schooldeur") && !all.contains("Kanarie"), "{all}");
    for person in [&room.lead, &room.member] {
        let me = person.get("/api/v1/me").await.expect(200);
        for told in [me["name"].as_str().unwrap(), person.id(), room.world.own.canvas.as_str()] {
            assert!(!all.contains(told), "{told} in {all}");
        }
    }
    // What others said is not told to guests, and the link opens nothing else.
    room.say(&token, SENT, "Bij de bakker").await.expect(204);
    assert!(!room.see(&token).await.expect(200).to_string().contains("bakker"));
    let ambition = room.guest.post("/api/v1/shared-ambition", &json!({ "token": token })).await;
    ambition.expect_problem(404, "not_found");
    let content = format!("/api/v1/boards/{}/content", room.world.own.canvas);
    room.guest.get(&content).await.expect_problem(401, "unauthenticated");
    // Nor does a link to the ambition open a block.
    let links = room.path("/ambition/links");
    let other = room.lead.post(&links, &json!({ "days": 1 })).await.expect(201)["address"].clone();
    room.see(other.as_str().unwrap().split_once('#').unwrap().1).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn what_a_guest_says_is_there_once_and_read_by_those_who_take_part() {
    let room = Room::enter().await;
    let (made, token) = room.link(&room.lead).await;
    let mut hearing = Hearing::begin(&room.member, &room.world.own.partnership).await;
    let (first, second) =
        tokio::join!(room.say(&token, SENT, "Bij de bakker"), room.say(&token, SENT, "Bij de bakker"));
    first.expect(204);
    second.expect(204);
    hearing.until("guest_remark.said").await;
    let said = room.said(&room.member).await;
    assert_eq!(said.as_array().unwrap().len(), 1);
    let remark = &said[0];
    assert_eq!((&remark["name"], &remark["words"]), (&json!("Een moeder"), &json!("Bij de bakker")));
    assert_eq!((&remark["block"], &remark["link_id"]), (&json!("channels"), &made["id"]));
    room.observer.get(&room.path("/guest-remarks")).await.expect_problem(403, "forbidden");
    let settled = room.path(&format!("/guest-remarks/{}/settled", remark["id"].as_str().unwrap()));
    let done = room.member.put(&settled, &json!({ "settled": true })).await.expect(200);
    assert_eq!(done["settled_by"]["account_id"], room.member.id());
    hearing.until("guest_remark.settled").await;
    let open = room.lead.put(&settled, &json!({ "settled": false })).await.expect(200);
    assert_eq!((&open["settled_at"], &open["settled_by"]), (&Value::Null, &Value::Null));
    room.observer.put(&settled, &json!({ "settled": true })).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn who_asked_hears_of_it_once_until_they_look_and_nobody_else_does() {
    let room = Room::enter().await;
    let (_made, token) = room.link(&room.member).await;
    for (id, words) in [(SENT, "Bij de bakker"), ("00000000-0000-4000-8000-00000000000b", "Op de markt")] {
        room.say(&token, id, words).await.expect(204);
    }
    let told = async |person: &Person| {
        let told = person.get("/api/v1/me/notifications").await.expect(200)["items"].clone();
        let about = |told: &&Value| told["kind"] == "remark_from_outside" && told["read_at"].is_null();
        told.as_array().unwrap().iter().filter(about).cloned().collect::<Vec<_>>()
    };
    let heard = told(&room.member).await;
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert_eq!(heard[0]["actor"], Value::Null);
    let canvas = format!("/partnerships/{}/canvas/{}", room.world.own.partnership, room.world.own.canvas);
    assert_eq!(heard[0]["leads_to"], canvas);
    assert!(!heard[0].to_string().contains("bakker"));
    assert!(told(&room.lead).await.is_empty() && told(&room.observer).await.is_empty());
}

#[tokio::test]
async fn a_link_ends_and_what_was_said_by_it_stays() {
    let room = Room::enter().await;
    let (made, token) = room.link(&room.member).await;
    room.say(&token, SENT, "Bij de bakker").await.expect(204);
    let revoke = room.path(&format!("/block-links/{}/revoke", made["id"].as_str().unwrap()));
    let third = room.world.person("third").await;
    third.post(&revoke, &Value::Null).await.expect_problem(403, "forbidden");
    assert!(room.lead.post(&revoke, &Value::Null).await.expect(200)["revoked_at"].is_string());
    room.see(&token).await.expect_problem(404, "not_found");
    room.say(&token, "00000000-0000-4000-8000-00000000000b", "Nog iets").await.expect_problem(404, "not_found");
    assert_eq!(room.said(&room.lead).await.as_array().unwrap().len(), 1);
    let links = room.lead.get(&room.path("/block-links")).await.expect(200)["items"].clone();
    assert_eq!(links.as_array().unwrap().len(), 1);
    assert!(links[0]["revoked_at"].is_string() && links[0].get("address").is_none());
    // Those to the ambition are listed apart.
    assert_eq!(room.lead.get(&room.path("/ambition/links")).await.expect(200)["items"], json!([]));
}

/// A link shows what stands there now: it ends with who made it, and with the variant that it leads to.
#[tokio::test]
async fn a_link_ends_with_who_made_it_and_rests_while_the_variant_is_put_away() {
    let room = Room::enter().await;
    let third = room.world.person("third").await;
    let (_, token) = room.link(&third).await;
    room.see(&token).await.expect(200);
    let variant =
        room.lead.post(&room.path("/canvases"), &json!({ "title": "Klein begin", "copy_of": null })).await;
    let variant = variant.expect(201)["id"].as_str().unwrap().to_owned();
    let body = json!({ "board_id": variant, "block": "channels", "days": 7 });
    let made = room.lead.post(&room.path("/block-links"), &body).await.expect(201);
    let of_variant = made["address"].as_str().unwrap().split_once('#').unwrap().1.to_owned();
    let put_away = async |away: bool| {
        let path = room.path(&format!("/canvases/{variant}/put-away"));
        room.lead.put(&path, &json!({ "put_away": away })).await.expect(200)
    };
    put_away(true).await;
    room.see(&of_variant).await.expect_problem(404, "not_found");
    room.say(&of_variant, SENT, "Iets").await.expect_problem(404, "not_found");
    put_away(false).await;
    room.see(&of_variant).await.expect(200);
    // Who has no mandate and leads nothing shows nobody outside what is everybody's.
    room.world.add_plain_member().await;
    let plain = room.world.person("plain").await;
    plain.post(&room.path("/block-links"), &body).await.expect_problem(403, "forbidden");
    room.world.make_admin("third").await;
    let theirs = third.get(&room.path("")).await.expect(200)["me"]["partner_id"].clone();
    third.post(&format!("/api/v1/partners/{}/leave", theirs.as_str().unwrap()), &json!({})).await.expect(204);
    room.see(&token).await.expect_problem(404, "not_found");
    let links = room.lead.get(&room.path("/block-links")).await.expect(200)["items"].clone();
    let ended: Vec<bool> = links.as_array().unwrap().iter().map(|link| !link["revoked_at"].is_null()).collect();
    assert_eq!(ended, [false, true], "the newest first");
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_one_link_takes_a_hundred() {
    let room = Room::enter().await;
    let refused = |reply: &Reply, field: &str, code: &str| {
        reply.expect_problem(422, "validation_failed");
        assert_eq!(reply.json()["errors"], json!([{ "field": field, "code": code }]));
    };
    let canvas = &room.world.own.canvas;
    for (body, field, code) in [
        (json!({ "board_id": canvas, "block": "kanalen", "days": 7 }), "block", "unknown"),
        (json!({ "board_id": canvas, "block": "channels", "days": 0 }), "days", "out_of_range"),
        (
            json!({ "board_id": canvas, "block": "channels", "days": 1, "question": "x".repeat(301) }),
            "question",
            "too_long",
        ),
        (json!({ "board_id": room.world.own.roles, "block": "channels", "days": 1 }), "board_id", "unknown"),
        (json!({ "board_id": room.world.foreign.canvas, "block": "channels", "days": 1 }), "board_id", "unknown"),
    ] {
        refused(&room.lead.post(&room.path("/block-links"), &body).await, field, code);
    }
    let (_, token) = room.link(&room.lead).await;
    refused(&room.say(&token, SENT, " ").await, "words", "required");
    let lines = json!({ "token": token, "id": SENT, "name": "Jan\n\nSamenspel", "words": "Iets" });
    refused(&room.guest.post("/api/v1/shared-block/remarks", &lines).await, "name", "invalid");
    refused(&room.say(&token, SENT, &"x".repeat(1001)).await, "words", "too_long");
    room.say("guessed", SENT, "Iets").await.expect_problem(404, "not_found");
    for number in 0..100 {
        let id = format!("00000000-0000-4000-8000-{number:012}");
        room.say(&token, &id, "Iets").await.expect(204);
    }
    refused(&room.say(&token, SENT, "Iets").await, "words", "too_many");
    // Whoever deals with one makes room for another.
    let first = room.said(&room.lead).await[0]["id"].as_str().unwrap().to_owned();
    let settle = room.path(&format!("/guest-remarks/{first}/settled"));
    room.lead.put(&settle, &json!({ "settled": true })).await.expect(200);
    room.say(&token, SENT, "Iets").await.expect(204);
    let one_more = "00000000-0000-4000-8000-00000000000b";
    refused(&room.say(&token, one_more, "Iets").await, "words", "too_many");
    // What was sent already is no mistake, also then.
    room.say(&token, "00000000-0000-4000-8000-000000000000", "Iets").await.expect(204);
    let no_body = Person::send(room.guest.request(Method::POST, "/api/v1/shared-block/remarks")).await;
    assert!(no_body.status >= 400 && no_body.status < 500);
}
