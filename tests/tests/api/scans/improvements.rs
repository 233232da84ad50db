//! At most three things at a time are done better.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::join_all;
use reqwest::Method;
use samenspel::clock::ManualClock;
use serde_json::{Value, json};
use tests::{Hearing, Person, TestServer, World};

use super::{if_match, opened, planned};

fn points(world: &World) -> String {
    format!("/api/v1/partnerships/{}/improvements", world.own.partnership)
}

fn about(title: &str, owner: &Person) -> Value {
    json!({ "title": title, "owner_id": owner.id(), "due": "2027-01-15" })
}

async fn chosen(world: &World, person: &Person, title: &str) -> Value {
    person.post(&points(world), &about(title, person)).await.expect(201)
}

fn at(world: &World, point: &Value) -> String {
    format!("{}/{}", points(world), point["id"].as_str().unwrap())
}

async fn listed(world: &World, person: &Person) -> Vec<(String, String)> {
    let list = person.get(&points(world)).await.expect(200);
    let text = |of: &Value| of.as_str().unwrap().to_owned();
    list["items"].as_array().unwrap().iter().map(|of| (text(&of["title"]), text(&of["state"]))).collect()
}

#[tokio::test]
async fn a_fourth_waits_until_one_is_done_or_dropped() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let first = chosen(&world, &lead, "Elke maand bellen").await;
    let second = chosen(&world, &member, "Besluiten opschrijven").await;
    chosen(&world, &lead, "Samen eten").await;
    member.post(&points(&world), &about("Een vierde", &member)).await.expect_problem(409, "three_are_running");
    let mut later = about("Een vierde", &member);
    later["start"] = json!("later");
    let fourth = member.post(&points(&world), &later).await.expect(201);
    assert_eq!(fourth["state"], "chosen");
    let (start, finish) =
        (format!("{}/start", at(&world, &fourth)), |point: &Value| format!("{}/finish", at(&world, point)));
    member.post(&start, &Value::Null).await.expect_problem(409, "three_are_running");
    let evidence = json!({ "outcome": "We bellen sinds oktober." });
    member.post(&finish(&first), &evidence).await.expect_problem(428, "precondition_required");
    let end = async |path: String, version: u8, words: &Value| {
        if_match(&member, Method::POST, &path, &json!(version), words).await
    };
    end(finish(&fourth), 1, &evidence).await.expect_problem(409, "not_running");
    end(finish(&first), 2, &evidence).await.expect_problem(412, "changed_meanwhile");
    let done = end(finish(&first), 1, &evidence).await.expect(200);
    assert_eq!((&done["state"], &done["outcome"]), (&json!("done"), &evidence["outcome"]));
    assert_eq!(member.post(&start, &Value::Null).await.expect(200)["state"], "running");
    let again = member.post(&start, &Value::Null).await.expect(200);
    assert_eq!(again["version"], 2, "once more changes nothing");
    let why = json!({ "outcome": "Het loste zich op." });
    end(format!("{}/drop", at(&world, &second)), 1, &why).await.expect(200);
    let names = ["Samen eten", "Een vierde", "Besluiten opschrijven", "Elke maand bellen"];
    let states = ["running", "running", "dropped", "done"];
    let expected: Vec<_> =
        names.iter().zip(states).map(|(&name, state)| (name.to_owned(), state.to_owned())).collect();
    assert_eq!(listed(&world, &lead).await, expected);
    for last in ["start", "finish", "drop"] {
        lead.post(&format!("{}/{last}", at(&world, &first)), &evidence).await.expect_problem(409, "ended");
    }
    let changed = if_match(&lead, Method::PATCH, &at(&world, &first), &done["version"], &json!({})).await;
    changed.expect_problem(409, "ended");
}

#[tokio::test]
async fn of_ten_that_are_chosen_at_once_three_are_worked_on() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let (path, body) = (points(&world), about("Samen", &lead));
    let people = (0..10).map(|number| if number % 2 == 0 { &lead } else { &member });
    let replies = join_all(people.map(|person| person.post(&path, &body))).await;
    assert_eq!(replies.iter().filter(|reply| reply.status == 201).count(), 3);
    for refused in replies.iter().filter(|reply| reply.status != 201) {
        refused.expect_problem(409, "three_are_running");
    }
    assert_eq!(listed(&world, &lead).await.len(), 3);
}

#[tokio::test]
async fn whoever_sees_to_one_is_told_and_everybody_hears_of_it() {
    let start: DateTime<Utc> = "2027-01-10T10:00:00Z".parse().unwrap();
    let clock = Arc::new(ManualClock::new(start));
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    let [lead, member, third] =
        [world.person("lead").await, world.person("member").await, world.person("third").await];
    let mut hearing = Hearing::begin(&third, &world.own.partnership).await;
    let point = lead.post(&points(&world), &about("Elke maand bellen", &member)).await.expect(201);
    assert_eq!((&point["owner"], &point["version"]), (&member.get("/api/v1/me").await.json()["name"], &json!(1)));
    hearing.until("improvement.chosen").await;
    assert_eq!(member.kinds_told().await, ["improvement_owned"]);
    assert!(lead.kinds_told().await.is_empty() && member.turns().await.is_empty());
    let to_third = json!({ "owner_id": third.id() });
    if_match(&member, Method::PATCH, &at(&world, &point), &json!(1), &to_third).await.expect(200);
    hearing.until("improvement.changed").await;
    assert_eq!(third.kinds_told().await, ["improvement_owned"]);
    let unread =
        |list: Value| list["items"].as_array().unwrap().iter().filter(|of| of["read_at"].is_null()).count();
    assert_eq!(unread(member.get("/api/v1/me/notifications").await.expect(200)), 0, "they have nothing to see to");
    clock.advance(TimeDelta::days(5));
    let third = third.signed_in("third@demo.example").await;
    assert_eq!(third.turns().await, ["improvement_due"]);
    let finish = format!("{}/finish", at(&world, &point));
    let end = async |words: Value| if_match(&third, Method::POST, &finish, &json!(2), &words).await;
    end(json!({ "outcome": "" })).await.expect_problem(422, "validation_failed");
    end(json!({ "outcome": "We bellen." })).await.expect(200);
    assert!(third.turns().await.is_empty());
}

#[tokio::test]
async fn nobody_overwrites_what_they_have_not_read() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let point = chosen(&world, &lead, "Elke maand bellen").await;
    let path = at(&world, &point);
    let title = |title: &str| json!({ "title": title });
    member.patch(&path, &title("Bellen")).await.expect_problem(428, "precondition_required");
    let changed = if_match(&member, Method::PATCH, &path, &json!(1), &title("Elke week bellen")).await.expect(200);
    assert_eq!((&changed["title"], &changed["version"]), (&json!("Elke week bellen"), &json!(2)));
    let late = if_match(&lead, Method::PATCH, &path, &json!(1), &title("Elk jaar bellen")).await;
    late.expect_problem(412, "changed_meanwhile");
    assert_eq!(listed(&world, &lead).await[0].0, "Elke week bellen");
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let outsider = world.person("outsider").await;
    for (field, value) in [
        ("due", json!("-9999-01-01")),
        ("due", json!("2200-01-01")),
        ("title", json!(" ")),
        ("title", json!("a\nb")),
        ("title", json!("a".repeat(201))),
        ("factor", json!("nonsense")),
        ("round_id", json!(lead.id())),
        ("owner_id", json!(observer.id())),
        ("owner_id", json!(outsider.id())),
    ] {
        let mut body = about("Elke maand bellen", &lead);
        body[field] = value;
        let refused = lead.post(&points(&world), &body).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    assert!(listed(&world, &lead).await.is_empty());
    observer.get(&points(&world)).await.expect_problem(403, "forbidden");
    observer.post(&points(&world), &about("Iets", &lead)).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn the_next_pulse_asks_about_what_is_improved_first() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let pulse = planned(&world, &lead, "pulse").await;
    let asked = async |round: &str| lead.get(round).await.expect(200)["statements"].clone();
    let rotation = asked(&pulse).await;
    assert!(!rotation.as_array().unwrap().contains(&json!("strong_team.b")), "{rotation}");
    let mut body = about("Een dag samen", &lead);
    body["factor"] = json!("strong_team");
    let point = lead.post(&points(&world), &body).await.expect(201);
    let before_opening = asked(&pulse).await;
    let observer = world.person("observer").await;
    let theirs = observer.get(&pulse).await.expect(200)["statements"].clone();
    assert_eq!(theirs, rotation, "who observes does not learn what is improved");
    assert!(before_opening.as_array().unwrap().contains(&json!("strong_team.b")), "{before_opening}");
    let voice = json!({ "mode": "partner_voice", "days": 7 });
    lead.post(&format!("{pulse}/open"), &voice).await.expect(200);
    // What is asked stays as it was when it was opened.
    let drop = format!("{}/drop", at(&world, &point));
    if_match(&lead, Method::POST, &drop, &json!(1), &json!({ "outcome": "Genoeg" })).await.expect(200);
    assert_eq!(asked(&pulse).await, before_opening);
    super::close(&lead, &pulse).await;
    let next = opened(&world, &lead, "pulse", voice).await;
    assert!(!asked(&next).await.as_array().unwrap().contains(&json!("strong_team.b")));
}

#[tokio::test]
async fn who_observes_hears_nothing_of_it_and_who_guides_does() {
    let world = World::start().await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let guide = world.guide().await;
    let [mut guided, mut overheard] = [
        Hearing::begin(&guide, &world.own.partnership).await,
        Hearing::begin(&observer, &world.own.partnership).await,
    ];
    chosen(&world, &lead, "Elke maand bellen").await;
    guided.until("improvement.chosen").await;
    let wall = format!("/api/v1/partnerships/{}/successes", world.own.partnership);
    lead.post(&wall, &json!({ "words": "Gelukt", "happened_on": "2026-11-22" })).await.expect(201);
    // The boards of the demo are told of meanwhile.
    let mut heard = Vec::new();
    while heard.last().is_none_or(|kind| kind != "success.recorded") {
        heard.push(overheard.next().await.unwrap()["type"].as_str().unwrap().to_owned());
    }
    assert!(!heard.iter().any(|kind| kind.starts_with("improvement")), "{heard:?}");
    let news = observer.get(&format!("/api/v1/partnerships/{}/news", world.own.partnership)).await.expect(200);
    assert!(!news.to_string().contains("improvement"), "{news}");
}

#[tokio::test]
async fn who_comes_back_to_look_along_sees_to_nothing_any_more() {
    let world = World::start().await;
    world.make_admin("member").await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    world.add_plain_member().await;
    let plain = world.person("plain").await;
    let mut body = about("Elke maand bellen", &plain);
    body["due"] = json!("2020-01-01");
    lead.post(&points(&world), &body).await.expect(201);
    assert_eq!(plain.turns().await, ["improvement_due"]);
    let own = member.get(&format!("/api/v1/partnerships/{}", world.own.partnership)).await.expect(200);
    let partner = own["me"]["partner_id"].as_str().unwrap();
    member.delete(&format!("/api/v1/partners/{partner}/members/{}", plain.id())).await.expect(204);
    let guests = format!("/api/v1/partnerships/{}/guests", world.own.partnership);
    let observing = json!({ "email": "plain@demo.example", "name": "Piet", "part": "observer" });
    lead.post(&guests, &observing).await.expect(204);
    let asked = plain.get("/api/v1/me/membership-invitations").await.expect(200)["items"][0]["id"].clone();
    let accept = format!("/api/v1/me/membership-invitations/{}/accept", asked.as_str().unwrap());
    plain.post(&accept, &json!({})).await.expect(204);
    assert!(plain.turns().await.is_empty());
}
