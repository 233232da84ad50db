//! What somebody says of themselves stays in the circle that they chose: a word for each circle, looked for by everybody
//! else through everything that they can read, hear or be sent.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use reqwest::Method;
use samenspel::entity::{audit_entry, event, notification, outgoing_mail};
use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use tests::{Hearing, Person, World};

use super::canaries::readable;
use crate::matrix::sign_in;

/// Something that is said within a circle.
struct Secret {
    /// What is said, and stands nowhere else.
    word: &'static str,
    /// The id under which it is kept: that there is such a thing is nobody else's business either.
    id: String,
    /// Who may know.
    circle: &'static [&'static str],
}

const EVERYBODY: [&str; 9] =
    ["signed out", "admin", "orgadmin", "outsider", "observer", "lead", "third", "plain", "member"];

/// What everybody could read, until who said it wanted that no more.
const NARROWED: &str = "sprinkhaanzanger";

/// What a profile says to nobody but whose it is.
const KEPT: &str = "draaihals";

#[tokio::test]
async fn what_is_said_in_a_circle_stays_in_it() {
    let world = World::start().await;
    world.add_plain_member().await;
    world.settled().await;
    let mut people = BTreeMap::new();
    for name in EVERYBODY {
        people.insert(name, sign_in(&world, Some(name).filter(|name| *name != "signed out")).await);
    }
    let mut hears = Vec::new();
    for name in ["observer", "lead", "third", "plain", "member"] {
        hears.push((name, Hearing::begin(&people[name], &world.own.partnership).await));
    }
    let secrets = plant(&world, &people["member"]).await;
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    // One of each kind stands for all of them in addresses.
    let ids: Vec<&String> = secrets.iter().step_by(3).map(|secret| &secret.id).collect();
    for name in EVERYBODY {
        let seen = seen.entry(name).or_default();
        for path in readable(&world, &ids) {
            let reply = Person::send(people[name].request(Method::GET, &path)).await;
            write!(seen, "{:?}{}", reply.headers, reply.text()).unwrap();
        }
    }
    for (name, mut hearing) in hears {
        heard(&mut hearing, seen.entry(name).or_default()).await;
    }
    for secret in &secrets {
        let knowing =
            |what: &str| -> Vec<&str> { EVERYBODY.into_iter().filter(|name| seen[name].contains(what)).collect() };
        assert_eq!(knowing(secret.word), secret.circle, "who reads {}", secret.word);
        assert_eq!(knowing(&secret.id), secret.circle, "who learns of {}", secret.word);
    }
    let knowing: Vec<&str> = EVERYBODY.into_iter().filter(|name| seen[name].contains(NARROWED)).collect();
    assert_eq!(knowing, ["member"], "who reads what others could read before");
    let knowing: Vec<&str> = EVERYBODY.into_iter().filter(|name| seen[name].contains(KEPT)).collect();
    assert_eq!(knowing, ["member"], "who reads what somebody says of themselves");
    nothing_is_kept_elsewhere(&world, &secrets).await;
}

/// Everything that is heard until the success that is put down last.
async fn heard(hearing: &mut Hearing, seen: &mut String) {
    loop {
        let event = hearing.next().await.expect("it stays open");
        write!(seen, "{event}").unwrap();
        if event["type"] == "success.recorded" {
            return;
        }
    }
}

async fn plant(world: &World, member: &Person) -> Vec<Secret> {
    let home = format!("/api/v1/partnerships/{}", world.own.partnership);
    let mut secrets = Vec::new();
    let circles: [(&str, &[&str]); 3] =
        [("me", &["member"]), ("partner", &["plain", "member"]), ("all", &["lead", "third", "plain", "member"])];
    for (place, (visible_to, circle)) in circles.into_iter().enumerate() {
        let bird = ["boomklever", "goudhaantje", "vuurgoudhaan"][place];
        let passage = json!({ "start": "AQEB", "end": "AQEB", "quote": format!("met {bird}") });
        let words = format!("Dit is {bird}.");
        let body = json!({ "kind": "personal", "visible_to": visible_to, "words": words, "passages": [passage] });
        let made = member.post(&format!("{home}/individual-ambitions"), &body).await.expect(201);
        secrets.push(Secret { word: bird, id: id(&made), circle });
    }
    for (place, (visible_to, circle)) in circles.into_iter().enumerate() {
        let bird = ["kruisbek", "appelvink", "pestvogel"][place];
        let body = json!({ "words": bird, "why": format!("Omdat {bird}."), "visible_to": visible_to });
        let made = member.post(&format!("{home}/own-values"), &body).await.expect(201);
        secrets.push(Secret { word: bird, id: id(&made), circle });
    }
    let shared: [(&str, &[&str]); 3] =
        [("nobody", &["member"]), ("lead", &["lead", "member"]), ("all", &["lead", "third", "plain", "member"])];
    for (place, (shared_with, circle)) in shared.into_iter().enumerate() {
        let bird = ["roerdomp", "woudaap", "kwak"][place];
        let said = format!("Dit is {bird}.");
        let body = json!({
            "belief": said, "benefit": said, "success": said, "effort": said, "shared_with": shared_with
        });
        let made = member.post(&format!("{home}/tension-checks"), &body).await.expect(201);
        secrets.push(Secret { word: bird, id: id(&made), circle });
    }
    plant_profiles(&home, member).await;
    // Changed and removed, it leaves no more behind.
    let body = json!({ "kind": "business", "visible_to": "me", "words": "boomklever" });
    let gone = member.post(&format!("{home}/individual-ambitions"), &body).await.expect(201);
    let path = format!("{home}/individual-ambitions/{}", id(&gone));
    tests::if_match(member, Method::DELETE, &path, &json!(1), &json!({})).await.expect(204);
    // What others could read before is said to nobody any more.
    for (list, mut body, wide, narrow) in [
        ("own-values", json!({ "words": NARROWED, "why": NARROWED }), ("visible_to", "all"), "me"),
        ("individual-ambitions", json!({ "kind": "business", "words": NARROWED }), ("visible_to", "all"), "me"),
        ("tension-checks", json!({ "belief": NARROWED }), ("shared_with", "all"), "nobody"),
    ] {
        body[wide.0] = json!(wide.1);
        let made = member.post(&format!("{home}/{list}"), &body).await.expect(201);
        let path = format!("{home}/{list}/{}", id(&made));
        tests::if_match(member, Method::PATCH, &path, &json!(1), &json!({ wide.0: narrow })).await.expect(200);
    }
    let success = json!({ "words": "Samen gegeten", "happened_on": "2026-11-22" });
    member.post(&format!("{home}/successes"), &success).await.expect(201);
    secrets
}

/// What each part of a profile says, to nobody else: a part has no id, and who may not see it does not learn of it.
async fn plant_profiles(home: &str, member: &Person) {
    for (place, content) in [
        json!({ "part": "qualities", "qualities": [{ "quality": KEPT, "strength": 3, "pitfall": KEPT }] }),
        json!({ "part": "drives", "drives": [KEPT] }),
        json!({ "part": "expertise", "expertise": [KEPT] }),
        json!({ "part": "learning", "learning": KEPT }),
    ]
    .into_iter()
    .enumerate()
    {
        let body = json!({ "content": content, "visible_to": "me" });
        let path = format!("{home}/profiles/own");
        let put = tests::if_match(member, Method::PUT, &path, &json!(0), &body).await;
        assert_eq!(put.expect(200)["version"], 1, "{place}");
    }
}

fn id(of: &Value) -> String {
    of["id"].as_str().unwrap().to_owned()
}

/// In what is told, mailed and put on record no word of it stands; and on record not even that there is such a thing.
async fn nothing_is_kept_elsewhere(world: &World, secrets: &[Secret]) {
    let db = world.server.app().database.reader();
    let record = format!("{:?}", audit_entry::Entity::find().all(db).await.unwrap());
    let told = format!(
        "{:?}{:?}{:?}{record}",
        event::Entity::find().all(db).await.unwrap(),
        notification::Entity::find().all(db).await.unwrap(),
        outgoing_mail::Entity::find().all(db).await.unwrap(),
    );
    assert!(!told.contains(NARROWED) && !told.contains(KEPT));
    for secret in secrets {
        assert!(!told.contains(secret.word), "{} is told", secret.word);
        assert!(!record.contains(&secret.id), "{} is on record", secret.word);
    }
}

/// What nobody else may know has no word that could be looked for: so everybody else is answered the same, byte for byte,
/// whichever it is.
#[tokio::test]
async fn what_somebody_keeps_to_themselves_about_roles_changes_no_answer_to_anybody_else() {
    let world = World::start().await;
    world.add_plain_member().await;
    let lead = world.person("lead").await;
    let role = samenspel::ids::unordered().to_string();
    let described =
        json!({ "id": role, "title": "Verteller", "qualities": { "vision": 3 }, "drives": { "impact": true } });
    lead.post(&format!("/api/v1/boards/{}/roles", world.own.roles), &described).await.expect(201);
    let member = world.person("member").await;
    let home = format!("/api/v1/partnerships/{}", world.own.partnership);
    let recognised = json!({ "account_id": member.id(), "quality": "vision", "example": "Jij zag het." });
    let recognised =
        world.person("third").await.post(&format!("{home}/recognitions"), &recognised).await.expect(201);
    let answer = format!("{home}/recognitions/{}/answer", id(&recognised));
    let mut before: Option<BTreeMap<(&str, String), String>> = None;
    for (version, energy, wish, drives, state) in
        [(0, -2, "fine", ["impact", "fun"], "new"), (1, 2, "gladly", ["fun", "impact"], "hidden")]
    {
        let wish = json!({ "wish": wish, "energy": energy, "shared_with": "nobody" });
        let drives = json!({ "content": { "part": "drives", "drives": drives }, "visible_to": "me" });
        let capacity = json!({ "roles": 2 + version, "shared_with": "nobody" });
        for (path, body) in
            [(&format!("roles/{role}/wish")[..], wish), ("profiles/own", drives), ("role-capacity", capacity)]
        {
            let path = format!("{home}/{path}");
            tests::if_match(&member, Method::PUT, &path, &json!(version), &body).await.expect(200);
        }
        member.put(&answer, &json!({ "state": state })).await.expect(200);
        let explained = format!("{home}/role-suggestion/explanation?account_id={}&role_id={role}", member.id());
        let seen = everything_others_see(&world, explained.clone()).await;
        let suggested = &seen[&("lead", format!("{home}/role-suggestion"))];
        assert!(suggested.contains(member.id()), "they can be suggested: {suggested}");
        assert!(seen[&("lead", explained)].contains("\"energy\":null"));
        for (key, shown) in &seen {
            let shown_before = before.as_ref().map(|before| &before[key]);
            assert!(shown_before.is_none_or(|before| before == shown), "{key:?}: {shown_before:?}, then {shown}");
        }
        before = Some(seen);
    }
}

/// Who sees what, in the partnership and what waits for them in it, by name and address.
async fn everything_others_see(world: &World, also: String) -> BTreeMap<(&'static str, String), String> {
    world.settled().await;
    let places = ["/api/v1/partnerships/", "/api/v1/boards/", "/api/v1/me/turns", "/api/v1/me/notifications"];
    let is_inside = |path: &String| places.iter().any(|place| path.starts_with(place));
    let paths: Vec<String> = readable(world, &[]).into_iter().filter(is_inside).chain([also]).collect();
    let mut seen = BTreeMap::new();
    for name in EVERYBODY.into_iter().filter(|name| *name != "member") {
        let person = sign_in(world, Some(name).filter(|name| *name != "signed out")).await;
        for path in &paths {
            let reply = Person::send(person.request(Method::GET, path)).await;
            seen.insert((name, path.clone()), without_the_time(&reply.text()));
        }
    }
    seen
}

/// An answer without what the clock said when it was given.
fn without_the_time(answer: &str) -> String {
    let Some((before, rest)) = answer.split_once(r#""now":""#) else { return answer.to_owned() };
    let (_time, after) = rest.split_once('"').unwrap();
    format!("{before}{after}")
}
