//! Give and take: what partners bring and come to get, and whether the other says so too.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, World, if_match, number};

use crate::taking_part::{accept, ask, asked};

/// People of three partners.
struct Room {
    world: World,
    lead: Person,
    member: Person,
    colleague: Person,
    third: Person,
}

impl Room {
    async fn enter() -> Self {
        let world = World::start().await;
        world.add_plain_member().await;
        let person = async |name: &str| world.person(name).await;
        Self {
            lead: person("lead").await,
            member: person("member").await,
            colleague: person("plain").await,
            third: person("third").await,
            world,
        }
    }

    fn path(&self, last: &str) -> String {
        format!("/api/v1/partnerships/{}/contributions{last}", self.world.own.partnership)
    }

    async fn partner_of(&self, person: &Person) -> Value {
        let partnership = format!("/api/v1/partnerships/{}", self.world.own.partnership);
        person.get(&partnership).await.expect(200)["me"]["partner_id"].clone()
    }

    async fn say(&self, person: &Person, direction: &str, words: &str, with: &Value) -> Reply {
        let said = json!({ "direction": direction, "words": words, "with_partner_id": with });
        person.post(&self.path(""), &said).await
    }

    async fn with_version(&self, person: &Person, method: Method, of: &Value, last: &str, body: &Value) -> Reply {
        let path = self.path(&format!("/{}{last}", of["id"].as_str().unwrap()));
        if_match(person, method, &path, &of["version"], body).await
    }

    async fn seen(&self, person: &Person) -> Vec<Value> {
        person.get(&self.path("")).await.expect(200)["items"].as_array().unwrap().clone()
    }
}

#[tokio::test]
async fn what_a_partner_seeks_is_met_when_the_one_it_names_says_so() {
    let room = Room::enter().await;
    let (ours, theirs) = (room.partner_of(&room.member).await, room.partner_of(&room.lead).await);
    let mut hearing = Hearing::begin(&room.third, &room.world.own.partnership).await;
    let said = room.say(&room.member, "seeks", "Een plek om voor te lezen", &theirs).await.expect(201);
    let shown = |of: &Value| json!([of["partner_id"], of["with_partner_id"], of["is_met"], of["version"]]);
    assert_eq!(shown(&said), json!([ours, theirs, false, 1]));
    let told = hearing.until("contribution.added").await;
    assert_eq!(told["data"], json!({ "contribution": said["id"], "partner": ours, "with": theirs }));
    assert!(room.lead.kinds_told().await.contains(&"contribution_names_you".to_owned()));
    assert!(!room.third.kinds_told().await.contains(&"contribution_names_you".to_owned()));
    let confirm = "/confirmation";
    for other in [&room.third, &room.colleague] {
        let refused = room.with_version(other, Method::PUT, &said, confirm, &Value::Null).await;
        refused.expect_problem(403, "forbidden");
    }
    let met = room.with_version(&room.lead, Method::PUT, &said, confirm, &Value::Null).await.expect(200);
    assert_eq!(shown(&met), json!([ours, theirs, true, 2]));
    assert_eq!(met["confirmed_by"]["account_id"], room.lead.id());
    hearing.until("contribution.confirmed").await;
    assert!(room.member.kinds_told().await.contains(&"contribution_confirmed".to_owned()));
    // An answer that got lost is asked for again.
    room.with_version(&room.lead, Method::PUT, &said, confirm, &Value::Null).await.expect(200);
    let back = room.with_version(&room.lead, Method::DELETE, &met, confirm, &Value::Null).await.expect(200);
    assert_eq!(shown(&back), json!([ours, theirs, false, 3]));
    assert_eq!(room.seen(&room.third).await, [back]);
}

#[tokio::test]
async fn whoever_says_it_otherwise_is_to_be_confirmed_anew() {
    let room = Room::enter().await;
    let theirs = room.partner_of(&room.lead).await;
    let said = room.say(&room.member, "brings", "Drie voorlezers", &theirs).await.expect(201);
    let met = room.with_version(&room.lead, Method::PUT, &said, "/confirmation", &Value::Null).await.expect(200);
    let same = json!({ "direction": "brings", "words": "Drie voorlezers", "with_partner_id": theirs });
    let again = room.with_version(&room.colleague, Method::PUT, &met, "", &same).await.expect(200);
    assert_eq!((&again["is_met"], &again["version"]), (&json!(true), &json!(2)), "nothing was said otherwise");
    let other = json!({ "direction": "brings", "words": "Vier voorlezers", "with_partner_id": theirs });
    room.with_version(&room.member, Method::PUT, &said, "", &other).await.expect_problem(412, "changed_meanwhile");
    let changed = room.with_version(&room.colleague, Method::PUT, &met, "", &other).await.expect(200);
    assert_eq!((&changed["is_met"], &changed["confirmed_by"]), (&json!(false), &Value::Null));
    assert_eq!(changed["written_by"]["account_id"], room.colleague.id());
    let stale = room.with_version(&room.lead, Method::PUT, &met, "/confirmation", &Value::Null).await;
    stale.expect_problem(412, "changed_meanwhile");
    room.with_version(&room.lead, Method::PUT, &changed, "", &other).await.expect_problem(403, "forbidden");
    room.with_version(&room.lead, Method::DELETE, &changed, "", &Value::Null)
        .await
        .expect_problem(403, "forbidden");
    let path = room.path(&format!("/{}", changed["id"].as_str().unwrap()));
    room.member.delete(&path).await.expect_problem(428, "precondition_required");
    room.with_version(&room.member, Method::DELETE, &changed, "", &Value::Null).await.expect(204);
    assert!(room.seen(&room.third).await.is_empty());
}

#[tokio::test]
async fn what_a_partner_confirmed_before_it_left_it_is_asked_anew() {
    let room = Room::enter().await;
    let theirs = room.partner_of(&room.third).await;
    let said = room.say(&room.member, "seeks", "Iemand die de wijk kent", &theirs).await.expect(201);
    let met = room.with_version(&room.third, Method::PUT, &said, "/confirmation", &Value::Null).await.expect(200);
    assert_eq!(met["is_met"], true);
    room.world.make_admin("third").await;
    let leave = format!("/api/v1/partners/{}/leave", theirs.as_str().unwrap());
    room.third.post(&leave, &json!({})).await.expect(204);
    let partnership = &room.world.own.partnership;
    ask(&room.lead, partnership, "Zorggroep Maas", "third@demo.example").await.expect(201);
    accept(&room.third, &asked(&room.third).await.remove(0), &[room.third.id()]).await.expect(204);
    let now = room.seen(&room.third).await.remove(0);
    assert_eq!((&now["is_met"], &now["confirmed_by"]), (&json!(false), &Value::Null));
    let stale = room.with_version(&room.third, Method::PUT, &met, "/confirmation", &Value::Null).await;
    stale.expect_problem(412, "changed_meanwhile");
    let again = room.with_version(&room.third, Method::PUT, &now, "/confirmation", &Value::Null).await.expect(200);
    assert_eq!(again["is_met"], true);
}

#[tokio::test]
async fn words_are_confirmed_as_they_were_read_or_not_at_all() {
    let room = Room::enter().await;
    let theirs = room.partner_of(&room.lead).await;
    for race in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let said = room.say(&room.member, "brings", "Drie voorlezers", &theirs).await.expect(201);
        let other = json!({ "direction": "brings", "words": "Geen voorlezers", "with_partner_id": theirs });
        let (changed, confirmed) = tokio::join!(
            room.with_version(&room.member, Method::PUT, &said, "", &other),
            room.with_version(&room.lead, Method::PUT, &said, "/confirmation", &Value::Null),
        );
        let mut statuses = [changed.status, confirmed.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412], "{race}");
        let now = room.seen(&room.third).await.into_iter().find(|of| of["id"] == said["id"]).unwrap();
        assert_eq!(now["is_met"] == json!(true), now["words"] == "Drie voorlezers", "{now}");
        room.with_version(&room.member, Method::DELETE, &now, "", &Value::Null).await.expect(204);
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let room = Room::enter().await;
    let own = room.partner_of(&room.member).await;
    let nowhere = json!(samenspel::ids::unordered());
    for (words, with, field, code) in [
        (" ", &Value::Null, "words", "required"),
        (&*"a".repeat(201), &Value::Null, "words", "too_long"),
        ("een\ntwee", &Value::Null, "words", "invalid"),
        ("Iets", &own, "with_partner_id", "oneself"),
        ("Iets", &nowhere, "with_partner_id", "unknown"),
    ] {
        let refused = room.say(&room.member, "brings", words, with).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0], json!({ "field": field, "code": code }));
    }
    room.say(&room.member, "steals", "Iets", &Value::Null).await.expect_problem(400, "invalid_request");
    assert!(room.seen(&room.member).await.is_empty());
    for _ in 0..50 {
        room.say(&room.member, "seeks", "Iets", &Value::Null).await.expect(201);
    }
    let refused = room.say(&room.colleague, "seeks", "Iets", &Value::Null).await;
    assert_eq!(refused.json()["errors"][0], json!({ "field": "words", "code": "too_many" }));
    room.say(&room.third, "seeks", "Iets", &Value::Null).await.expect(201);
}

#[tokio::test]
async fn who_reads_along_does_not_see_it_and_who_acts_for_no_partner_says_nothing() {
    let room = Room::enter().await;
    let observer = room.world.person("observer").await;
    observer.get(&room.path("")).await.expect_problem(403, "forbidden");
    let guide = room.world.guide().await;
    room.say(&guide, "brings", "Iets", &Value::Null).await.expect_problem(403, "forbidden");
    assert!(room.seen(&guide).await.is_empty());
}
