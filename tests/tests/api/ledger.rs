//! The ledger: what it costs and brings, jointly and for each partner, and what a partner keeps to itself.

mod brought_in;
mod kept;
mod taken_along;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, World, if_match, number};

use crate::taking_part::{accept, ask, asked};

const VECTORS: &str = include_str!("../../../server/src/ledger/method/vectors.json");

/// People of three partners, and one who reads along.
struct Room {
    world: World,
    lead: Person,
    member: Person,
    third: Person,
    observer: Person,
}

impl Room {
    async fn enter() -> Self {
        let world = World::start().await;
        let person = async |name: &str| world.person(name).await;
        Self {
            lead: person("lead").await,
            member: person("member").await,
            third: person("third").await,
            observer: person("observer").await,
            world,
        }
    }

    fn path(&self, last: &str) -> String {
        format!("/api/v1/partnerships/{}/ledger{last}", self.world.own.partnership)
    }

    async fn partner_of(&self, person: &Person) -> Value {
        let partnership = format!("/api/v1/partnerships/{}", self.world.own.partnership);
        person.get(&partnership).await.expect(200)["me"]["partner_id"].clone()
    }

    async fn seen(&self, person: &Person) -> Value {
        person.get(&self.path("")).await.expect(200)
    }

    async fn write(&self, person: &Person, line: &Value) -> Reply {
        person.post(&self.path("/lines"), line).await
    }

    async fn with_version(&self, person: &Person, method: Method, of: &Value, body: &Value) -> Reply {
        let path = self.path(&format!("/lines/{}", of["id"].as_str().unwrap()));
        if_match(person, method, &path, &of["version"], body).await
    }

    async fn third_leaves(&self) {
        self.world.make_admin("third").await;
        let leave = format!("/api/v1/partners/{}/leave", self.partner_of(&self.third).await.as_str().unwrap());
        self.third.post(&leave, &json!({})).await.expect(204);
    }

    async fn third_returns(&self) {
        ask(&self.lead, &self.world.own.partnership, "Zorggroep Maas", "third@demo.example").await.expect(201);
        accept(&self.third, &asked(&self.third).await.remove(0), &[self.third.id()]).await.expect(204);
    }
}

/// A cost of ten euros a month, changed by `other`.
fn line(other: &Value) -> Value {
    let mut line = json!({
        "kind": "cost", "nature": "money", "words": "Zaalhuur", "amount": 1000, "frequency": "monthly",
        "certainty": "assumed",
    });
    for (field, value) in other.as_object().unwrap() {
        line[field] = value.clone();
    }
    line
}

#[tokio::test]
async fn a_line_that_is_sent_twice_is_there_once() {
    let room = Room::enter().await;
    let send = async |person: &Person, key: &str, words: &str| {
        let request = person.request(Method::POST, &room.path("/lines")).header("Idempotency-Key", key);
        Person::send(request.json(&line(&json!({ "words": words })))).await
    };
    let (key, other) = ("\"0191c2f0-0000-7000-8000-000000000001\"", "0191c2f0-0000-7000-8000-000000000002");
    let written = send(&room.member, key, "Zaalhuur").await.expect(201);
    let mut hearing = Hearing::begin(&room.third, &room.world.own.partnership).await;
    assert_eq!(send(&room.member, key, "Zaalhuur").await.expect(201), written);
    let changed = send(&room.member, key, "Zaalhuur en koffie").await;
    changed.expect_problem(422, "validation_failed");
    assert_eq!(changed.json()["errors"], json!([{ "field": "idempotency_key", "code": "reused" }]));
    // By another key, and by somebody else under the same, it is something else.
    let second = send(&room.member, other, "Zaalhuur").await.expect(201);
    let heard = next_of_a_line(&mut hearing).await;
    assert_eq!(heard["data"]["line"], second["id"], "of what was there nobody hears once more");
    send(&room.lead, key, "Koffie").await.expect(201);
    let lines = async || {
        let seen = room.seen(&room.third).await;
        seen["lines"].as_array().unwrap().iter().map(|line| line["words"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(lines().await, ["Zaalhuur", "Zaalhuur", "Koffie"]);
    send(&room.member, "no-uuid", "Zaalhuur").await.expect_problem(400, "invalid_request");
    // What was taken away since is not there any more.
    room.with_version(&room.lead, Method::DELETE, &written, &Value::Null).await.expect(204);
    assert_eq!(lines().await, ["Zaalhuur", "Koffie"]);
    send(&room.member, key, "Zaalhuur").await.expect(201);
    assert_eq!(lines().await, ["Zaalhuur", "Koffie", "Zaalhuur"]);
}

/// The worked numbers of the method, for the three partners that a demo has.
#[tokio::test]
async fn it_sums_jointly_and_for_each_partner_to_the_cent_and_names_what_to_talk_about() {
    let room = Room::enter().await;
    let vectors: Value = serde_json::from_str(VECTORS).unwrap();
    let people = [("A", &room.lead), ("B", &room.member), ("C", &room.third)];
    let mut partners = Vec::new();
    for (name, person) in people {
        partners.push((name, person, room.partner_of(person).await));
    }
    let partner = |name: &Value| partners.iter().find(|(known, ..)| *name == json!(known)).unwrap();
    let mut written = Vec::new();
    for of in vectors["lines"].as_array().unwrap() {
        let shares = of["shares"].as_object().into_iter().flatten();
        let shares =
            shares.map(|(name, amount)| json!({ "partner_id": partner(&json!(name)).2, "amount": amount }));
        let mut new = line(&json!({ "shares": shares.collect::<Vec<_>>() }));
        for field in ["kind", "nature", "amount", "frequency"] {
            new[field] = of[field].clone();
        }
        let by = if of["partner"].is_null() { &room.third } else { partner(&of["partner"]).1 };
        if !of["partner"].is_null() {
            new["partner_id"] = partner(&of["partner"]).2.clone();
        }
        written.push((of["id"].clone(), room.write(by, &new).await.expect(201)));
    }
    let line_of = |name: &str| &written.iter().find(|(id, _)| *id == json!(name)).unwrap().1;
    let seen = room.seen(&room.lead).await;
    let year = &seen["years"][0];
    let expected = &vectors["first_year"];
    assert_eq!(year["joint"]["money"], expected["joint"]);
    for (name, _, id) in &partners {
        let figures = year["partners"].as_array().unwrap().iter().find(|of| of["partner_id"] == *id).unwrap();
        for field in ["cost", "benefit", "balance"] {
            assert_eq!(figures["figures"]["money"][field], expected[name][field], "{name}");
        }
        let minutes = expected[name]["minutes_cost"].as_i64().unwrap_or(0);
        assert_eq!(figures["figures"]["time"]["cost"], minutes, "{name}");
    }
    assert_eq!(seen["years"].as_array().unwrap().len(), 5);
    assert_eq!(
        seen["years"][1]["partners"][0]["figures"]["money"]["cost"],
        year["partners"][0]["figures"]["money"]["cost"]
    );
    assert_eq!(seen["checks"]["shares_do_not_add_up"], json!([line_of("l2")["id"]]));
    assert_eq!(
        (&seen["checks"]["partner_missing"], &seen["checks"]["partner_only_costs"]),
        (&json!([]), &json!([]))
    );
    for (name, by) in [("l2", &room.member), ("l4", &room.lead)] {
        room.with_version(by, Method::DELETE, line_of(name), &Value::Null).await.expect(204);
    }
    let checks = room.seen(&room.member).await["checks"].clone();
    let mut only_costs: Vec<_> = checks["partner_only_costs"].as_array().unwrap().clone();
    only_costs.sort_by_key(Value::to_string);
    let mut expected = [partner(&json!("A")).2.clone(), partner(&json!("C")).2.clone()];
    expected.sort_by_key(Value::to_string);
    assert_eq!(only_costs, expected);
    assert_eq!(checks["shares_do_not_add_up"], json!([]));
}

#[tokio::test]
async fn a_partner_writes_what_is_its_own_and_everybody_who_takes_part_what_is_joint() {
    let room = Room::enter().await;
    let ours = room.partner_of(&room.member).await;
    let mut hearing = Hearing::begin(&room.third, &room.world.own.partnership).await;
    let joint = room.write(&room.member, &line(&json!({}))).await.expect(201);
    let told = hearing.until("ledger_line.added").await;
    assert_eq!(told["data"], json!({ "line": joint["id"], "partner": null }));
    let own = room.write(&room.member, &line(&json!({ "partner_id": ours }))).await.expect(201);
    room.write(&room.lead, &line(&json!({ "partner_id": ours }))).await.expect_problem(403, "forbidden");
    room.with_version(&room.lead, Method::PUT, &own, &line(&json!({ "partner_id": ours })))
        .await
        .expect_problem(403, "forbidden");
    room.with_version(&room.lead, Method::DELETE, &own, &Value::Null).await.expect_problem(403, "forbidden");
    room.write(&room.observer, &line(&json!({}))).await.expect_problem(403, "forbidden");
    room.observer.get(&room.path("")).await.expect_problem(403, "forbidden");
    let dearer = line(&json!({ "amount": 2000, "certainty": "agreed" }));
    let changed = room.with_version(&room.third, Method::PUT, &joint, &dearer).await.expect(200);
    assert_eq!((&changed["amount"], &changed["version"]), (&json!(2000), &json!(2)));
    assert_eq!(changed["changed_by"]["account_id"], room.third.id());
    hearing.until("ledger_line.changed").await;
    let again = room.with_version(&room.third, Method::PUT, &changed, &dearer).await.expect(200);
    assert_eq!(again["version"], 2, "the same again changes nothing");
    let refused =
        room.with_version(&room.member, Method::PUT, &changed, &line(&json!({ "partner_id": ours }))).await;
    assert_eq!(refused.json()["errors"][0], json!({ "field": "partner_id", "code": "fixed" }));
    room.with_version(&room.member, Method::PUT, &joint, &line(&json!({})))
        .await
        .expect_problem(412, "changed_meanwhile");
    let path = room.path(&format!("/lines/{}", joint["id"].as_str().unwrap()));
    room.lead.delete(&path).await.expect_problem(428, "precondition_required");
    let sure = room.lead.get(&room.path("?at_least=agreed")).await.expect(200);
    assert_eq!(sure["years"][0]["joint"]["money"]["cost"], 24_000);
    let figures = &sure["years"][0]["partners"];
    assert!(
        figures.as_array().unwrap().iter().all(|of| of["figures"]["money"]["cost"] == 0),
        "what is assumed is not"
    );
}

/// Others stand behind nothing that somebody brings who is not there any more; a lead can put it aside.
#[tokio::test]
async fn what_a_partner_that_left_showed_counts_no_more_and_can_be_put_aside() {
    let room = Room::enter().await;
    let theirs = room.partner_of(&room.third).await;
    let of_third = line(&json!({ "partner_id": theirs, "words": "Zaal van de zorg" }));
    let written = room.write(&room.third, &of_third).await.expect(201);
    room.write(&room.lead, &line(&json!({}))).await.expect(201);
    let notes = format!("/api/v1/boards/{}/notes", room.world.own.canvas);
    room.lead.post(&notes, &json!({ "block": "channels", "text": "De markt" })).await.expect(201);
    let draft = format!("/api/v1/partnerships/{}/business-model/draft", room.world.own.partnership);
    let before = room.lead.get(&draft).await.expect(200)["costs"]["lines"].clone();
    assert_eq!(before.as_array().unwrap().len(), 2);
    room.with_version(&room.lead, Method::DELETE, &written, &Value::Null).await.expect_problem(403, "forbidden");
    room.third_leaves().await;
    let costs = room.lead.get(&draft).await.expect(200)["costs"].clone();
    assert_eq!(costs["lines"].as_array().unwrap().len(), 1);
    assert_eq!(costs["years"][0]["partners"].as_array().unwrap().len(), 2);
    assert_eq!(room.seen(&room.lead).await["lines"].as_array().unwrap().len(), 2, "it is there to be read");
    room.with_version(&room.member, Method::DELETE, &written, &Value::Null).await.expect_problem(403, "forbidden");
    room.with_version(&room.lead, Method::PUT, &written, &of_third).await.expect_problem(403, "forbidden");
    room.with_version(&room.lead, Method::DELETE, &written, &Value::Null).await.expect(204);
    assert_eq!(room.seen(&room.lead).await["lines"].as_array().unwrap().len(), 1);
}

async fn next_of_a_line(hearing: &mut Hearing) -> Value {
    loop {
        let event = hearing.next().await.expect("it stays open");
        if event["type"].as_str().unwrap().starts_with("ledger_line.") {
            return event;
        }
    }
}

#[tokio::test]
async fn shares_are_of_partners_that_take_part_and_are_named_when_they_do_not_add_up() {
    let room = Room::enter().await;
    let [lead, third] = [room.partner_of(&room.lead).await, room.partner_of(&room.third).await];
    let share = |id: &Value, amount: i64| json!({ "partner_id": id, "amount": amount });
    let divided = line(&json!({ "shares": [share(&lead, 400), share(&third, 600)] }));
    let joint = room.write(&room.lead, &divided).await.expect(201);
    let unresolved = async || room.seen(&room.lead).await["checks"]["shares_do_not_add_up"].clone();
    assert_eq!(unresolved().await, json!([]));
    room.third_leaves().await;
    assert_eq!(unresolved().await, json!([joint["id"]]), "who left bears nothing");
    // What it had stays until somebody divides anew; nobody gives it more.
    let named = line(&json!({ "words": "Zaal", "shares": [share(&lead, 400), share(&third, 600)] }));
    let joint = room.with_version(&room.lead, Method::PUT, &joint, &named).await.expect(200);
    let more = line(&json!({ "shares": [share(&lead, 300), share(&third, 700)] }));
    let refused = room.with_version(&room.lead, Method::PUT, &joint, &more).await;
    assert_eq!(refused.json()["errors"][0], json!({ "field": "shares", "code": "unknown" }));
    room.third_returns().await;
    assert_eq!(unresolved().await, json!([]));
}

#[tokio::test]
async fn the_years_begin_when_somebody_says_so() {
    let room = Room::enter().await;
    let beginning = async || room.seen(&room.lead).await["beginning"].clone();
    let first = beginning().await;
    assert_eq!(first["version"], 0);
    let put = async |person: &Person, version: &Value, month: &str| {
        if_match(person, Method::PUT, &room.path("/beginning"), version, &json!({ "month": month })).await
    };
    room.write(&room.lead, &line(&json!({ "from": "2028-03", "frequency": "once" }))).await.expect(201);
    put(&room.member, &first["version"], "2027-07").await.expect(204);
    put(&room.lead, &first["version"], "2027-09").await.expect_problem(412, "changed_meanwhile");
    put(&room.lead, &json!(1), "2027-13").await.expect_problem(422, "validation_failed");
    put(&room.observer, &json!(1), "2027-09").await.expect_problem(403, "forbidden");
    assert_eq!(beginning().await, json!({ "month": "2027-07", "version": 1 }));
    let seen = room.seen(&room.lead).await;
    assert_eq!((&seen["years"][0]["from"], &seen["years"][0]["until"]), (&json!("2027-07"), &json!("2028-06")));
    assert_eq!(seen["years"][0]["joint"]["money"]["cost"], 1000);
    put(&room.lead, &json!(1), "2028-04").await.expect(204);
    assert_eq!(room.seen(&room.lead).await["years"][0]["joint"]["money"]["cost"], 0, "it was before");
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let room = Room::enter().await;
    let [own, other] = [room.partner_of(&room.lead).await, room.partner_of(&room.third).await];
    let share = |id: &Value, amount: i64| json!({ "partner_id": id, "amount": amount });
    let nowhere = json!(samenspel::ids::unordered());
    for (wrong, field, code) in [
        (json!({ "words": " " }), "words", "required"),
        (json!({ "words": "x".repeat(201) }), "words", "too_long"),
        (json!({ "note": "x".repeat(1001) }), "note", "too_long"),
        (json!({ "amount": null }), "amount", "required"),
        (json!({ "amount": 0 }), "amount", "out_of_range"),
        (json!({ "amount": 1_000_000_000_001_i64 }), "amount", "out_of_range"),
        (json!({ "nature": "intangible" }), "amount", "intangible"),
        (json!({ "from": "2027-13" }), "from", "invalid"),
        (json!({ "from": "2027-05", "until": "2027-04" }), "until", "before_from"),
        (json!({ "frequency": "once", "until": "2027-04" }), "until", "once"),
        (json!({ "is_private": true }), "is_private", "joint"),
        (json!({ "partner_id": own, "shares": [share(&own, 1)] }), "shares", "not_shared"),
        (json!({ "shares": [share(&own, 1), share(&own, 2)] }), "shares", "twice"),
        (json!({ "shares": [share(&own, -1)] }), "shares", "out_of_range"),
        (json!({ "shares": [share(&nowhere, 1)] }), "shares", "unknown"),
    ] {
        let refused = room.write(&room.lead, &line(&wrong)).await;
        assert_eq!(refused.json()["errors"][0], json!({ "field": field, "code": code }), "{wrong}");
        assert_eq!(refused.status, 422);
    }
    let nothing = line(&json!({ "shares": [share(&own, 1000), share(&other, 0)] }));
    let written = room.write(&room.lead, &nothing).await.expect(201);
    assert_eq!(written["shares"], json!([share(&own, 1000)]), "nothing is no share");
    assert_eq!(room.seen(&room.lead).await["lines"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn of_two_who_change_a_line_at_once_one_does() {
    let room = Room::enter().await;
    for race in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let joint = room.write(&room.lead, &line(&json!({}))).await.expect(201);
        let (one, other) = (line(&json!({ "amount": 1 })), line(&json!({ "amount": 2 })));
        let (one, other) = tokio::join!(
            room.with_version(&room.member, Method::PUT, &joint, &one),
            room.with_version(&room.third, Method::PUT, &joint, &other),
        );
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412], "{race}");
        let now = room.seen(&room.lead).await["lines"][0].clone();
        assert_eq!(now["amount"], if one.status == 200 { 1 } else { 2 });
        room.with_version(&room.lead, Method::DELETE, &now, &Value::Null).await.expect(204);
    }
}
