//! What people say of themselves, part by part, and what others recognise in them.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, World, if_match, number};

/// One who says what they are, and everybody else there is.
struct Room {
    world: World,
    author: Person,
    colleague: Person,
    other: Person,
    lead: Person,
}

impl Room {
    async fn enter() -> Self {
        let world = World::start().await;
        world.add_plain_member().await;
        let person = async |name: &str| world.person(name).await;
        Self {
            author: person("member").await,
            colleague: person("plain").await,
            other: person("third").await,
            lead: person("lead").await,
            world,
        }
    }

    fn path(&self, last: &str) -> String {
        format!("/api/v1/partnerships/{}/{last}", self.world.own.partnership)
    }

    async fn put(&self, person: &Person, version: i64, content: &Value, visible_to: &str) -> Reply {
        let body = json!({ "content": content, "visible_to": visible_to });
        if_match(person, Method::PUT, &self.path("profiles/own"), &json!(version), &body).await
    }

    /// What somebody sees of the author: the parts.
    async fn seen(&self, reader: &Person) -> Vec<Value> {
        let profiles = reader.get(&self.path("profiles")).await.expect(200);
        let profiles = profiles["items"].as_array().unwrap().clone();
        let of_author = profiles.into_iter().find(|of| of["person"]["account_id"] == self.author.id()).unwrap();
        of_author["parts"].as_array().unwrap().iter().map(|part| part["content"].clone()).collect()
    }

    async fn recognise(&self, by: &Person, quality: &str) -> Reply {
        let body = json!({ "account_id": self.author.id(), "quality": quality, "example": "Jij hield het vol." });
        by.post(&self.path("recognitions"), &body).await
    }

    async fn recognitions(&self, reader: &Person) -> Vec<Value> {
        reader.get(&self.path("recognitions")).await.expect(200)["items"].as_array().unwrap().clone()
    }

    async fn answer(&self, person: &Person, of: &Value, state: &str) -> Reply {
        let path = self.path(&format!("recognitions/{}/answer", of["id"].as_str().unwrap()));
        person.put(&path, &json!({ "state": state })).await
    }
}

fn qualities() -> Value {
    json!({ "part": "qualities", "qualities": [
        { "quality": "vision", "strength": 3, "pitfall": null, "challenge": null, "allergy": null },
        { "quality": "Verhalen vertellen", "strength": 1, "pitfall": "Uitweiden", "challenge": null, "allergy": null },
    ] })
}

fn drives() -> Value {
    json!({ "part": "drives", "drives": ["impact", "fun", "connection"] })
}

#[tokio::test]
async fn each_part_is_seen_by_whom_its_owner_chooses_and_they_hear_of_it() {
    let room = Room::enter().await;
    let mut hearing = Hearing::begin(&room.colleague, &room.world.own.partnership).await;
    let put = room.put(&room.author, 0, &qualities(), "all").await.expect(200);
    assert_eq!((&put["content"], &put["version"]), (&qualities(), &json!(1)));
    room.put(&room.author, 0, &drives(), "me").await.expect(200);
    let expertise = json!({ "part": "expertise", "expertise": ["Taalachterstand", "Subsidies"] });
    room.put(&room.author, 0, &expertise, "partner").await.expect(200);
    let heard: Vec<Value> = vec![
        hearing.until("profile.changed").await["data"].clone(),
        hearing.until("profile.changed").await["data"].clone(),
    ];
    let part = |part: &str| json!({ "account": room.author.id(), "part": part });
    assert_eq!(heard, [part("qualities"), part("expertise")], "and of the drives they hear nothing");
    assert_eq!(room.seen(&room.author).await, [drives(), expertise.clone(), qualities()]);
    assert_eq!(room.seen(&room.colleague).await, [expertise, qualities()]);
    for reader in [&room.other, &room.lead] {
        assert_eq!(room.seen(reader).await, [qualities()]);
    }
    let observer = room.world.person("observer").await;
    observer.get(&room.path("profiles")).await.expect_problem(403, "forbidden");
    observer.get(&room.path("recognitions")).await.expect_problem(403, "forbidden");
    let profiles = room.lead.get(&room.path("profiles")).await.expect(200);
    let people = profiles["items"].as_array().unwrap();
    assert!(people.iter().all(|of| of["person"]["account_id"] != observer.id()), "who only reads has none");
}

#[tokio::test]
async fn one_changes_a_part_as_one_read_it() {
    let room = Room::enter().await;
    room.put(&room.author, 0, &drives(), "all").await.expect(200);
    let learning = json!({ "part": "learning", "learning": "Beter loslaten.\nEn vaker nee zeggen." });
    room.put(&room.author, 0, &learning, "all").await.expect(200);
    room.put(&room.author, 0, &drives(), "me").await.expect_problem(412, "changed_meanwhile");
    let body = json!({ "content": drives(), "visible_to": "me" });
    room.author.put(&room.path("profiles/own"), &body).await.expect_problem(428, "precondition_required");
    let narrower = room.put(&room.author, 1, &drives(), "me").await.expect(200);
    assert_eq!(narrower["version"], 2);
    assert_eq!(room.seen(&room.other).await, [learning]);
    for race in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let version = i64::try_from(race).unwrap() + 2;
        let content = [json!({ "part": "drives", "drives": ["fun"] }), drives()];
        let (one, other) = tokio::join!(
            room.put(&room.author, version, &content[0], "me"),
            room.put(&room.author, version, &content[1], "me"),
        );
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412]);
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let room = Room::enter().await;
    let quality = |quality: &str, strength: u8| json!({ "quality": quality, "strength": strength });
    for (content, field, code) in [
        (json!({ "part": "qualities", "qualities": vec![quality("a", 1); 13] }), "qualities", "too_many"),
        (json!({ "part": "qualities", "qualities": [quality("Lef", 1), quality("lef", 2)] }), "qualities", "twice"),
        (json!({ "part": "qualities", "qualities": [quality("vision", 0)] }), "qualities", "out_of_range"),
        (json!({ "part": "qualities", "qualities": [quality("vision", 4)] }), "qualities", "out_of_range"),
        (json!({ "part": "qualities", "qualities": [quality(" ", 1)] }), "qualities", "required"),
        (json!({ "part": "drives", "drives": ["a".repeat(101)] }), "drives", "too_long"),
        (json!({ "part": "drives", "drives": ["fun", "impact", "fun"] }), "drives", "twice"),
        (json!({ "part": "expertise", "expertise": ["een\ntwee"] }), "expertise", "invalid"),
        (json!({ "part": "learning", "learning": "a".repeat(2001) }), "learning", "too_long"),
    ] {
        let refused = room.put(&room.author, 0, &content, "all").await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0], json!({ "field": field, "code": code }), "{content}");
    }
    let mixed = json!({ "part": "drives", "drives": [], "learning": "Iets" });
    room.put(&room.author, 0, &mixed, "all").await.expect_problem(400, "invalid_request");
    assert!(room.seen(&room.author).await.is_empty());
    let guide = room.world.guide().await;
    let refused = room.put(&guide, 0, &drives(), "partner").await;
    assert_eq!(refused.json()["errors"][0], json!({ "field": "visible_to", "code": "no_partner" }));
    room.put(&guide, 0, &drives(), "all").await.expect(200);
}

#[tokio::test]
async fn somebody_recognises_a_quality_in_somebody_else_who_thanks_and_accepts_it() {
    let room = Room::enter().await;
    room.put(&room.author, 0, &qualities(), "all").await.expect(200);
    let given = room.recognise(&room.other, "perseverance").await.expect(201);
    assert_eq!((&given["state"], &given["thanked_at"]), (&json!("new"), &Value::Null));
    assert_eq!(room.author.kinds_told().await, ["quality_recognised"]);
    assert_eq!(room.recognitions(&room.author).await.len(), 1);
    for reader in [&room.lead, &room.colleague] {
        assert!(room.recognitions(reader).await.is_empty(), "it is between the two of them");
    }
    room.recognise(&room.other, "perseverance").await.expect_problem(409, "recognised_before");
    let thanks = room.path(&format!("recognitions/{}/thanks", given["id"].as_str().unwrap()));
    room.other.post(&thanks, &Value::Null).await.expect_problem(404, "not_found");
    for _ in 0..2 {
        room.author.post(&thanks, &Value::Null).await.expect(200);
    }
    assert_eq!(room.other.kinds_told().await, ["recognition_thanked"], "once");
    room.answer(&room.other, &given, "accepted").await.expect_problem(404, "not_found");
    let mut hearing = Hearing::begin(&room.lead, &room.world.own.partnership).await;
    room.answer(&room.author, &given, "accepted").await.expect(200);
    assert_eq!(hearing.until("recognition.changed").await["data"]["recognition"], given["id"]);
    for reader in [&room.lead, &room.colleague, &room.other] {
        assert_eq!(room.recognitions(reader).await[0]["state"], "accepted");
    }
    room.put(&room.author, 1, &qualities(), "me").await.expect(200);
    assert!(room.recognitions(&room.lead).await.is_empty(), "who does not see their qualities does not see this");
}

#[tokio::test]
async fn that_a_recognition_is_kept_out_of_sight_nobody_else_learns() {
    let room = Room::enter().await;
    room.put(&room.author, 0, &qualities(), "all").await.expect(200);
    let given = room.recognise(&room.other, "humour").await.expect(201);
    room.answer(&room.author, &given, "accepted").await.expect(200);
    room.answer(&room.author, &given, "hidden").await.expect(200);
    assert_eq!(room.recognitions(&room.author).await[0]["state"], "hidden");
    assert_eq!(room.recognitions(&room.other).await[0]["state"], "new");
    for reader in [&room.lead, &room.colleague] {
        assert!(room.recognitions(reader).await.is_empty());
    }
    let one = room.path(&format!("recognitions/{}", given["id"].as_str().unwrap()));
    for person in [&room.author, &room.lead] {
        person.delete(&one).await.expect_problem(404, "not_found");
    }
    room.other.delete(&one).await.expect(204);
    assert!(room.recognitions(&room.author).await.is_empty());
    assert!(room.author.kinds_told().await.contains(&"quality_recognised".to_owned()));
}

#[tokio::test]
async fn one_recognises_something_in_somebody_else_who_takes_part() {
    let room = Room::enter().await;
    let observer = room.world.person("observer").await;
    for (account, code) in [(room.author.id(), "oneself"), (observer.id(), "unknown"), (room.lead.id(), "")] {
        let body = json!({ "account_id": account, "quality": "calm", "example": "Toen het stormde." });
        let reply = room.author.post(&room.path("recognitions"), &body).await;
        match code {
            "" => assert_eq!(reply.status, 201),
            code => {
                reply.expect_problem(422, "validation_failed");
                assert_eq!(reply.json()["errors"][0], json!({ "field": "account_id", "code": code }));
            }
        }
    }
    let body = json!({ "account_id": room.lead.id(), "quality": "calm", "example": " " });
    let refused = room.author.post(&room.path("recognitions"), &body).await;
    assert_eq!(refused.json()["errors"][0], json!({ "field": "example", "code": "required" }));
}
