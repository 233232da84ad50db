//! The way from a first signal to what lasts.

use futures_util::future::join;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person, World, eventually, if_match};

fn home(world: &World) -> String {
    format!("/api/v1/partnerships/{}", world.own.partnership)
}

async fn seen(world: &World, person: &Person) -> Value {
    person.get(&format!("{}/phases", home(world))).await.expect(200)
}

/// Whether something is met, and how many there are of how many.
async fn evidence(world: &World, id: &str) -> (Value, Value, Value) {
    let lead = world.person("lead").await;
    let phases = seen(world, &lead).await;
    let all = phases["phases"].as_array().unwrap().iter().flat_map(|phase| phase["evidence"].as_array().unwrap());
    let found = all.into_iter().find(|of| of["id"] == id).unwrap();
    (found["met"].clone(), found["have"].clone(), found["need"].clone())
}

fn go(from: &str, to: &str, reason: Option<&str>) -> Value {
    json!({ "from": from, "to": to, "reason": reason })
}

#[tokio::test]
async fn evidence_is_worked_out_from_what_really_happened() {
    let world = World::start().await;
    world.settled().await;
    let [lead, member, third] =
        [world.person("lead").await, world.person("member").await, world.person("third").await];
    assert_eq!(evidence(&world, "signal.challenge").await.0, true);
    assert_eq!(evidence(&world, "agree.goals").await, (Value::Null, Value::Null, Value::Null));
    assert_eq!(evidence(&world, "signal.urgency").await, (json!(false), json!(0), json!(3)));
    for person in [&lead, &member, &third] {
        let view = json!({ "seeing": "Zo", "doing": "", "urgency": 4 });
        if_match(person, Method::PUT, &format!("{}/views/own", home(&world)), &json!(0), &view).await.expect(200);
    }
    assert_eq!(evidence(&world, "signal.urgency").await, (json!(true), json!(3), json!(3)));
    let wanted = |visible_to: &str| json!({ "kind": "personal", "visible_to": visible_to, "words": "Iets" });
    let ambitions = format!("{}/individual-ambitions", home(&world));
    for circle in ["me", "partner"] {
        member.post(&ambitions, &wanted(circle)).await.expect(201);
    }
    assert_eq!(evidence(&world, "acquaint.ambitions").await.1, 0, "what not everybody sees is not counted");
    member.post(&ambitions, &wanted("all")).await.expect(201);
    assert_eq!(evidence(&world, "acquaint.ambitions").await, (json!(false), json!(1), json!(3)));
    let own = json!({ "words": "Geduld", "visible_to": "all" });
    member.post(&format!("{}/own-values", home(&world)), &own).await.expect(201);
    assert_eq!(evidence(&world, "acquaint.values").await, (json!(false), json!(1), json!(3)));
    let values =
        lead.get(&format!("/api/v1/boards/{}/content", world.own.values)).await.expect(200)["values"].clone();
    for value in values.as_array().unwrap() {
        let strength = format!("{}/values/{}/strength", home(&world), value["id"].as_str().unwrap());
        for person in [&lead, &member, &third] {
            person.put(&strength, &json!({ "strength": 3 })).await.expect(200);
        }
    }
    assert_eq!(evidence(&world, "share_ambition.values").await, (json!(true), json!(3), json!(3)));
    assert_eq!(evidence(&world, "share_ambition.text").await.0, false);
    let versions = format!("{}/ambition/versions", home(&world));
    let version = lead.post(&versions, &json!({ "seq": 1 })).await.expect(201);
    assert_eq!(evidence(&world, "share_ambition.text").await.0, true);
    for person in [&lead, &member, &third] {
        let endorsement = format!("{versions}/{}/endorsement", version["number"]);
        person.put(&endorsement, &json!({ "answer": "yes" })).await.expect(200);
    }
    assert_eq!(evidence(&world, "share_ambition.endorsed").await.0, true);
    let before = evidence(&world, "agree.canvas").await;
    assert_eq!(before.2, 9);
    for block in ["channels", "customer_segments", "key_partners", "cost_structure", "revenue_streams"] {
        let card = json!({ "block": block, "text": "Een kaart" });
        lead.post(&format!("/api/v1/boards/{}/notes", world.own.canvas), &card).await.expect(201);
    }
    for block in ["value_propositions", "customer_relationships", "key_resources", "key_activities"] {
        let card = json!({ "block": block, "text": "Een kaart" });
        lead.post(&format!("/api/v1/boards/{}/notes", world.own.canvas), &card).await.expect(201);
    }
    let full = async || (evidence(&world, "agree.canvas").await.0 == true).then_some(());
    eventually("all nine blocks are filled", full).await;
    let success = json!({ "words": "De eerste taalochtend", "happened_on": "2026-11-22" });
    lead.post(&format!("{}/successes", home(&world)), &success).await.expect(201);
    assert_eq!(evidence(&world, "realise.success").await.0, true);
}

#[tokio::test]
async fn moving_on_needs_the_evidence_or_a_reason_that_everybody_sees() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let mut hearing = Hearing::begin(&observer, &world.own.partnership).await;
    let path = format!("{}/phase", home(&world));
    assert_eq!(seen(&world, &lead).await["current"], "share_ambition");
    for reason in [None, Some(" \n")] {
        let refused = lead.post(&path, &go("share_ambition", "agree", reason)).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0], json!({ "field": "reason", "code": "required" }));
    }
    let reason = Some("De notaris wacht niet");
    let moved = lead.post(&path, &go("share_ambition", "agree", reason)).await.expect(200);
    assert_eq!(moved["current"], "agree");
    let event = hearing.until("phase.moved").await;
    assert_eq!(event["data"], json!({ "from": "share_ambition", "to": "agree" }));
    let told = seen(&world, &observer).await["moves"][0].clone();
    assert_eq!((&told["reason"], &told["from"]), (&json!("De notaris wacht niet"), &json!("share_ambition")));
    assert_eq!(told["missing"], json!(["share_ambition.text", "share_ambition.endorsed"]));
    let back = lead.post(&path, &go("agree", "signal", None)).await.expect(200);
    assert_eq!((&back["current"], &back["moves"][0]["missing"]), (&json!("signal"), &json!([])));
    assert_eq!(back["since"], back["moves"][0]["moved_at"]);
    let again = lead.post(&path, &go("agree", "signal", None)).await.expect(200);
    assert_eq!(again["moves"].as_array().unwrap().len(), 2, "where it is already it need not go");
}

#[tokio::test]
async fn of_two_leads_who_move_at_once_to_different_phases_one_does() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let leads = format!("{}/leads", home(&world));
    lead.post(&leads, &json!({ "account_id": member.id() })).await.expect(204);
    let path = format!("{}/phase", home(&world));
    for _ in 0..10 {
        let (on, back) = (go("share_ambition", "agree", Some("Verder")), go("share_ambition", "signal", None));
        let (one, other) = join(lead.post(&path, &on), member.post(&path, &back)).await;
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        let refused = if one.status == 409 { &one } else { &other };
        refused.expect_problem(409, "moved_meanwhile");
        let current = seen(&world, &lead).await["current"].as_str().unwrap().to_owned();
        lead.post(&path, &go(&current, "share_ambition", Some("Terug"))).await.expect(200);
    }
}

#[tokio::test]
async fn each_partner_says_how_far_it_is_and_observers_do_not_see_it() {
    let world = World::start().await;
    world.add_plain_member().await;
    let [lead, member, plain, observer] = [
        world.person("lead").await,
        world.person("member").await,
        world.person("plain").await,
        world.person("observer").await,
    ];
    let path = |phase: &str| format!("{}/phases/{phase}/readiness", home(&world));
    let deliberating = json!({ "readiness": "deliberating" });
    member.put(&path("share_ambition"), &json!({ "readiness": "exploring" })).await.expect(200);
    member.put(&path("share_ambition"), &deliberating).await.expect(200);
    let said = async |person: &Person| seen(&world, person).await["phases"][3]["readiness"].clone();
    let of_member = said(&lead).await;
    assert_eq!(of_member.as_array().unwrap().len(), 1);
    assert_eq!(
        (&of_member[0]["readiness"], &of_member[0]["given_by"]["account_id"]),
        (&json!("deliberating"), &json!(member.id()))
    );
    assert_eq!(said(&observer).await, json!([]));
    plain.put(&path("agree"), &deliberating).await.expect_problem(403, "no_mandate");
    observer.put(&path("agree"), &deliberating).await.expect_problem(403, "forbidden");
    member.put(&path("nowhere"), &deliberating).await.expect_problem(404, "not_found");
    member.delete(&path("share_ambition")).await.expect(200);
    assert_eq!(said(&lead).await, json!([]));
}

#[tokio::test]
async fn only_leads_move_and_only_to_what_there_is() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let path = format!("{}/phase", home(&world));
    member.post(&path, &go("share_ambition", "signal", None)).await.expect_problem(403, "forbidden");
    for body in [go("nowhere", "signal", None), go("share_ambition", "nowhere", None)] {
        lead.post(&path, &body).await.expect_problem(422, "validation_failed");
    }
    let endless = "a".repeat(1001);
    lead.post(&path, &go("share_ambition", "agree", Some(&endless))).await.expect_problem(422, "validation_failed");
    lead.post(&path, &go("signal", "acquaint", None)).await.expect_problem(409, "moved_meanwhile");
    assert_eq!(seen(&world, &lead).await["moves"], json!([]));
}
