//! What one person writes stands in no answer, event, notice or record of anybody else before it is revealed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use reqwest::Method;
use samenspel::entity::{audit_entry, event, notification, outgoing_mail};
use sea_orm::EntityTrait as _;
use serde_json::json;
use tests::{Hearing, Person, World};

use super::Room;
use crate::matrix::sign_in;
use crate::threats::readable;

const EVERYBODY: [&str; 8] = ["signed out", "admin", "orgadmin", "outsider", "observer", "lead", "member", "third"];

#[tokio::test]
async fn what_somebody_writes_in_silence_nobody_else_learns_before_it_is_revealed() {
    let room = Room::of(World::start().await).await;
    room.world.settled().await;
    let mut hears = Vec::new();
    for name in ["observer", "lead", "member", "third"] {
        let person = room.world.person(name).await;
        hears.push((name, Hearing::begin(&person, &room.world.own.partnership).await));
    }
    let begun = room.begin(&room.lead).await;
    // Two people at once, each with a word of their own; one is changed, one is taken back.
    let (member, third) = tokio::join!(
        room.write(&room.member, &begun, "hop-in-stilte"),
        room.write(&room.third, &begun, "wielewaal-in-stilte"),
    );
    let [member, third] = [member.expect(201)["id"].clone(), third.expect(201)["id"].clone()];
    let gone = room.write(&room.member, &begun, "draaihals-in-stilte").await.expect(201)["id"].clone();
    let path = |card: &serde_json::Value| room.step(&begun, &format!("cards/{}", card.as_str().unwrap()));
    room.member.put(&path(&member), &json!({ "text": "hop-in-stilte nog eens" })).await.expect(200);
    room.member.delete(&path(&gone)).await.expect(204);
    room.member.put(&room.step(&begun, "done"), &json!({ "done": true })).await.expect(200);
    let secrets = [
        ("hop-in-stilte".to_owned(), vec!["member"]),
        (member.as_str().unwrap().to_owned(), vec!["member"]),
        ("wielewaal-in-stilte".to_owned(), vec!["third"]),
        (third.as_str().unwrap().to_owned(), vec!["third"]),
        ("draaihals-in-stilte".to_owned(), vec![]),
        (gone.as_str().unwrap().to_owned(), vec![]),
    ];
    let end = json!({ "words": "Samen gegeten", "happened_on": "2026-11-22" });
    let successes = format!("/api/v1/partnerships/{}/successes", room.world.own.partnership);
    room.lead.post(&successes, &end).await.expect(201);
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    let ids = [begun["id"].as_str().unwrap().to_owned()];
    for name in EVERYBODY {
        let person = sign_in(&room.world, Some(name).filter(|name| *name != "signed out")).await;
        let seen = seen.entry(name).or_default();
        for path in readable(&room.world, &ids.each_ref()) {
            let reply = Person::send(person.request(Method::GET, &path)).await;
            write!(seen, "{:?}{}", reply.headers, reply.text()).unwrap();
        }
        // Who guesses an id is answered as of one that there is not.
        for (card, owner) in [(&member, "member"), (&third, "third")].iter().filter(|(_, owner)| *owner != name) {
            let guessed = person.put(&path(card), &json!({ "text": "Van mij" })).await;
            let random = samenspel::ids::unordered();
            let nothing =
                person.put(&room.step(&begun, &format!("cards/{random}")), &json!({ "text": "Van mij" })).await;
            assert_eq!((guessed.status, guessed.body), (nothing.status, nothing.body), "{name} and {owner}");
        }
    }
    for (name, mut hearing) in hears {
        let seen = seen.entry(name).or_default();
        loop {
            let event = hearing.next().await.expect("it stays open");
            write!(seen, "{event}").unwrap();
            if event["type"] == "success.recorded" {
                break;
            }
        }
    }
    for (secret, circle) in &secrets {
        let knowing: Vec<&str> = EVERYBODY.into_iter().filter(|name| seen[name].contains(secret)).collect();
        assert_eq!(&knowing, circle, "who learns of {secret}");
    }
    let db = room.world.server.app().database.reader();
    let told = format!(
        "{:?}{:?}{:?}{:?}",
        audit_entry::Entity::find().all(db).await.unwrap(),
        event::Entity::find().all(db).await.unwrap(),
        notification::Entity::find().all(db).await.unwrap(),
        outgoing_mail::Entity::find().all(db).await.unwrap(),
    );
    assert!(secrets.iter().all(|(secret, _)| !told.contains(secret)), "it is told or on record");
    let on_record = format!("{:?}", audit_entry::Entity::find().all(db).await.unwrap());
    assert!(!on_record.contains("brainstorm.progress"), "who wrote is on no record");
    let events = event::Entity::find().all(db).await.unwrap();
    let progress: Vec<_> = events.iter().filter(|event| event.kind == "brainstorm.progress").collect();
    assert!(!progress.is_empty() && progress.iter().all(|event| event.actor_id.is_none()));
    // Revealed, it is there for all who read the canvas.
    room.reveal(&room.lead, &begun).await.expect(200);
    let shown = room.cards().await;
    assert!(shown.iter().any(|card| card["id"] == member) && shown.iter().any(|card| card["id"] == third));
    assert!(shown.iter().all(|card| card["id"] != gone));
}
