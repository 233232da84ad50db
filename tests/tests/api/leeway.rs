//! Room to move: what somebody may go ahead with until a day, given by every partner.

use std::sync::Arc;

use chrono::{Days, TimeDelta};
use samenspel::clock::{Clock as _, ManualClock, SystemClock};
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, TestServer, World, number};

use crate::taking_part::{accept, ask, asked, seen as partnership};

/// Those who speak for the three partners, and a colleague of one who does not.
struct Room {
    world: World,
    lead: Person,
    member: Person,
    third: Person,
    plain: Person,
}

impl Room {
    async fn enter() -> Self {
        Self::around(World::start().await).await
    }

    async fn around(world: World) -> Self {
        world.add_plain_member().await;
        let person = async |name: &str| world.person(name).await;
        Self {
            lead: person("lead").await,
            member: person("member").await,
            third: person("third").await,
            plain: person("plain").await,
            world,
        }
    }

    fn path(&self, last: &str) -> String {
        format!("/api/v1/partnerships/{}/rooms-to-move{last}", self.world.own.partnership)
    }

    /// Asks it for a month; gives its id.
    async fn ask(&self, by: &Person, holder: &Person) -> Reply {
        let until = SystemClock.now().date_naive() + Days::new(30);
        let asked =
            json!({ "account_id": holder.id(), "words": "Met scholen afspreken zonder te vragen", "until": until });
        by.post(&self.path(""), &asked).await
    }

    async fn asked(&self, holder: &Person) -> String {
        self.ask(holder, holder).await.expect(201)["id"].as_str().unwrap().to_owned()
    }

    async fn voice(&self, by: &Person, room: &str, gives: bool) -> Reply {
        by.put(&self.path(&format!("/{room}/voice")), &json!({ "gives": gives })).await
    }

    /// Given by all three.
    async fn given(&self, holder: &Person) -> String {
        let room = self.asked(holder).await;
        for partner in [&self.lead, &self.member, &self.third] {
            self.voice(partner, &room, true).await.expect(200);
        }
        room
    }

    async fn take(&self, person: &Person, room: &str) -> Reply {
        person.put(&self.path(&format!("/{room}/taking")), &Value::Null).await
    }

    async fn give_back(&self, person: &Person, room: &str) -> Reply {
        person.delete(&self.path(&format!("/{room}/taking"))).await
    }

    async fn read(&self, person: &Person, room: &str, taken: i16, given: i16) -> Reply {
        person.put(&self.path(&format!("/{room}/reading")), &json!({ "taken": taken, "given": given })).await
    }

    async fn state(&self, room: &str) -> Value {
        let all = self.plain.get(&self.path("")).await.expect(200);
        all["items"].as_array().unwrap().iter().find(|of| of["id"] == *room).unwrap()["state"].clone()
    }
}

#[tokio::test]
async fn it_is_given_with_the_last_partner_and_ends_when_more_than_half_do_not_give_it_any_more() {
    let room = Room::enter().await;
    let mut hearing = Hearing::begin(&room.plain, &room.world.own.partnership).await;
    let id = room.asked(&room.member).await;
    let told = hearing.until("room_to_move.asked").await;
    assert_eq!(told["data"], json!({ "room_to_move": id, "account": room.member.id() }));
    for partner in [&room.lead, &room.third] {
        assert!(partner.kinds_told().await.contains(&"room_voice_asked".to_owned()));
        assert!(partner.turns().await.contains(&"room_voice_asked".to_owned()));
    }
    assert_eq!(room.state(&id).await, "asked_partners");
    room.voice(&room.lead, &id, true).await.expect(200);
    assert!(!room.lead.turns().await.contains(&"room_voice_asked".to_owned()));
    room.voice(&room.member, &id, true).await.expect(200);
    room.voice(&room.third, &id, false).await.expect(200);
    assert_eq!(room.state(&id).await, "asked_partners", "one does not give it yet");
    let given = room.voice(&room.third, &id, true).await.expect(200);
    assert_eq!((&given["state"], given["voices"].as_array().unwrap().len()), (&json!("given"), 3));
    hearing.until("room_to_move.given").await;
    assert!(room.member.kinds_told().await.contains(&"room_given".to_owned()));
    room.voice(&room.lead, &id, false).await.expect(200);
    assert_eq!(room.state(&id).await, "given", "one alone ends nothing");
    let over = room.voice(&room.third, &id, false).await.expect(200);
    assert_eq!((&over["state"], &over["ended_how"]), (&json!("over"), &json!("taken_back")));
    hearing.until("room_to_move.ended").await;
    assert!(room.member.kinds_told().await.contains(&"room_ended".to_owned()));
    room.voice(&room.third, &id, true).await.expect_problem(409, "conflict");
}

#[tokio::test]
async fn whoever_it_is_asked_for_decides_whether_they_want_it() {
    let room = Room::enter().await;
    let id = room.ask(&room.lead, &room.plain).await.expect(201)["id"].as_str().unwrap().to_owned();
    assert_eq!(room.state(&id).await, "asked_holder");
    assert!(room.plain.turns().await.contains(&"room_asked".to_owned()));
    assert!(!room.third.turns().await.contains(&"room_voice_asked".to_owned()), "partners are not asked yet");
    room.voice(&room.third, &id, true).await.expect_problem(409, "conflict");
    room.take(&room.lead, &id).await.expect_problem(403, "forbidden");
    room.ask(&room.third, &room.plain).await.expect_problem(409, "has_room");
    let taken = room.take(&room.plain, &id).await.expect(200);
    assert_eq!(taken["state"], "asked_partners");
    room.take(&room.plain, &id).await.expect(200);
    assert!(room.third.turns().await.contains(&"room_voice_asked".to_owned()));
    room.give_back(&room.lead, &id).await.expect_problem(403, "forbidden");
    let back = room.give_back(&room.plain, &id).await.expect(200);
    assert_eq!((&back["state"], &back["ended_how"]), (&json!("over"), &json!("given_back")));
    room.give_back(&room.plain, &id).await.expect(200);
    room.take(&room.plain, &id).await.expect_problem(409, "conflict");
    let again = room.ask(&room.lead, &room.plain).await.expect(201)["id"].as_str().unwrap().to_owned();
    room.plain.delete(&room.path(&format!("/{again}"))).await.expect_problem(403, "forbidden");
    let withdrawn = room.lead.delete(&room.path(&format!("/{again}"))).await.expect(200);
    assert_eq!(withdrawn["ended_how"], "withdrawn");
    let given = room.given(&room.member).await;
    room.member.delete(&room.path(&format!("/{given}"))).await.expect_problem(409, "conflict");
}

#[tokio::test]
async fn only_who_speaks_for_a_partner_says_whether_it_gives_it() {
    let room = Room::enter().await;
    let id = room.asked(&room.member).await;
    room.voice(&room.plain, &id, true).await.expect_problem(403, "no_mandate");
    let observer = room.world.person("observer").await;
    room.voice(&observer, &id, true).await.expect_problem(403, "forbidden");
    observer.get(&room.path("")).await.expect_problem(403, "forbidden");
    room.ask(&observer, &observer).await.expect_problem(403, "forbidden");
    let refused = room.ask(&room.lead, &observer).await;
    assert_eq!(refused.json()["errors"][0], json!({ "field": "account_id", "code": "unknown" }));
    let guide = room.world.guide().await;
    room.ask(&guide, &room.lead).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn it_is_over_after_its_day_and_a_day_that_makes_no_sense_is_refused() {
    let start = SystemClock.now();
    let clock = Arc::new(ManualClock::new(start));
    let room = Room::around(World::around(TestServer::start_at(clock.clone()).await).await).await;
    let today = start.date_naive();
    for until in [today, today + Days::new(732)] {
        let asked = json!({ "account_id": room.lead.id(), "words": "Iets", "until": until });
        let refused = room.lead.post(&room.path(""), &asked).await;
        assert_eq!(refused.json()["errors"][0], json!({ "field": "until", "code": "out_of_range" }));
    }
    let empty = json!({ "account_id": room.lead.id(), "words": " ", "until": today + Days::new(1) });
    room.lead.post(&room.path(""), &empty).await.expect_problem(422, "validation_failed");
    let id = room.given(&room.member).await;
    clock.advance(TimeDelta::days(31));
    let plain = room.world.person("plain").await;
    let all = plain.get(&room.path("")).await.expect(200);
    assert_eq!((&all["items"][0]["state"], &all["items"][0]["ended_how"]), (&json!("over"), &Value::Null));
    let lead = room.world.person("lead").await;
    room.voice(&lead, &id, false).await.expect_problem(409, "conflict");
    room.read(&lead, &id, 0, 0).await.expect_problem(409, "conflict");
}

#[tokio::test]
async fn from_both_sides_people_say_how_much_room_is_taken_and_given() {
    let room = Room::enter().await;
    let waiting = room.asked(&room.member).await;
    room.read(&room.member, &waiting, 0, 0).await.expect_problem(409, "conflict");
    room.give_back(&room.member, &waiting).await.expect(200);
    let id = room.given(&room.member).await;
    room.read(&room.member, &id, -2, -1).await.expect(200);
    room.read(&room.lead, &id, 2, 1).await.expect(200);
    let read = room.read(&room.lead, &id, 1, 0).await.expect(200);
    let readings: Vec<Value> = (read["readings"].as_array().unwrap().iter())
        .map(|of| json!([of["person"]["account_id"], of["taken"], of["given"]]))
        .collect();
    assert_eq!(readings.len(), 2);
    assert!(
        readings.contains(&json!([room.member.id(), -2, -1])) && readings.contains(&json!([room.lead.id(), 1, 0]))
    );
    let refused = room.read(&room.lead, &id, 3, 0).await;
    assert_eq!(refused.json()["errors"][0], json!({ "field": "taken", "code": "out_of_range" }));
    let own = room.path(&format!("/{id}/reading"));
    room.lead.delete(&own).await.expect(204);
    room.lead.delete(&own).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn of_partners_that_speak_at_once_it_is_given_once_and_ended_once() {
    let room = Room::enter().await;
    let mut hearing = Hearing::begin(&room.plain, &room.world.own.partnership).await;
    for race in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let id = room.asked(&room.member).await;
        room.voice(&room.member, &id, true).await.expect(200);
        for gives in [true, false] {
            let (one, other) =
                tokio::join!(room.voice(&room.lead, &id, gives), room.voice(&room.third, &id, gives));
            assert_eq!((one.status, other.status), (200, 200), "{race}");
        }
        assert_eq!(room.state(&id).await, "over", "{race}");
        let mut ends = Vec::new();
        while ends.last().is_none_or(|end| end != "room_to_move.ended") {
            let event = hearing.next().await.expect("it stays open");
            ends.push(event["type"].as_str().unwrap().to_owned());
        }
        assert_eq!(ends.iter().filter(|end| *end == "room_to_move.given").count(), 1, "{race}: {ends:?}");
        // Ended twice, the second would be heard by the next.
    }
}

impl Room {
    async fn partner_of(&self, person: &Person) -> String {
        let seen = partnership(person, &self.world.own.partnership).await;
        seen["me"]["partner_id"].as_str().unwrap().to_owned()
    }

    async fn third_leaves(&self) {
        self.world.make_admin("third").await;
        let leave = format!("/api/v1/partners/{}/leave", self.partner_of(&self.third).await);
        self.third.post(&leave, &json!({})).await.expect(204);
    }

    async fn third_returns(&self) {
        ask(&self.lead, &self.world.own.partnership, "Zorggroep Maas", "third@demo.example").await.expect(201);
        accept(&self.third, &asked(&self.third).await.remove(0), &[self.third.id()]).await.expect(204);
    }
}

#[tokio::test]
async fn a_partner_that_leaves_is_not_waited_for_any_more() {
    let room = Room::enter().await;
    let id = room.asked(&room.plain).await;
    for person in [&room.lead, &room.member] {
        room.voice(person, &id, true).await.expect(200);
    }
    room.third_leaves().await;
    assert_eq!(room.state(&id).await, "given");
    room.voice(&room.lead, &id, false).await.expect(200);
    assert_eq!(room.state(&id).await, "given", "one of two is not more than half");
    let over = room.voice(&room.member, &id, false).await.expect(200);
    assert_eq!((&over["state"], &over["ended_how"]), (&json!("over"), &json!("taken_back")));
}

#[tokio::test]
async fn what_a_partner_said_before_it_left_counts_no_more() {
    let room = Room::enter().await;
    let id = room.asked(&room.plain).await;
    room.voice(&room.third, &id, true).await.expect(200);
    room.third_leaves().await;
    room.third_returns().await;
    for person in [&room.lead, &room.member] {
        room.voice(person, &id, true).await.expect(200);
    }
    assert_eq!(room.state(&id).await, "asked_partners");
    assert!(room.third.turns().await.contains(&"room_voice_asked".to_owned()), "it is asked anew");
    let turns = room.third.get("/api/v1/me/turns").await.expect(200);
    let turn = turns["items"].as_array().unwrap().iter().find(|turn| turn["kind"] == "room_voice_asked");
    assert_eq!(turn.unwrap()["subject"]["name"], room.plain.get("/api/v1/me").await.expect(200)["name"]);
    room.voice(&room.third, &id, true).await.expect(200);
    assert_eq!(room.state(&id).await, "given");
}

#[tokio::test]
async fn it_ends_with_the_membership_of_whose_it_is_and_does_not_come_back_with_them() {
    let room = Room::enter().await;
    let id = room.given(&room.plain).await;
    room.world.make_admin("member").await;
    let members = format!("/api/v1/partners/{}/members", room.partner_of(&room.member).await);
    room.member.delete(&format!("{members}/{}", room.plain.id())).await.expect(204);
    let state = async || {
        let all = room.lead.get(&room.path("")).await.expect(200);
        all["items"].as_array().unwrap().iter().find(|of| of["id"] == *id).unwrap()["state"].clone()
    };
    assert_eq!(state().await, "over");
    room.member.post(&members, &json!({ "account_id": room.plain.id() })).await.expect(204);
    assert_eq!(state().await, "over");
    room.asked(&room.plain).await;
}
