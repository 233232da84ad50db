//! How strongly each partner holds each common value.

use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, number};

use super::Room;

async fn weigh(room: &Room, person: &Person, value: &str, strength: i64, words: &str) -> Reply {
    let body = json!({ "strength": strength, "words": words });
    person.put(&room.path(&format!("values/{value}/strength")), &body).await
}

async fn take_back(room: &Room, person: &Person, value: &str) -> Reply {
    person.delete(&room.path(&format!("values/{value}/strength"))).await
}

async fn seen(room: &Room, person: &Person) -> Vec<Value> {
    let list = person.get(&room.path("values/strengths")).await.expect(200);
    list["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn each_partner_says_for_itself_how_strongly_it_holds_a_value_and_all_who_take_part_see_it() {
    let room = Room::enter().await;
    let value = room.name_value("Vertrouwen").await;
    let first = weigh(&room, &room.author, &value, 4, " Zonder dit niets \r\n").await.expect(200);
    assert_eq!((&first["strength"], &first["words"]), (&json!(4), &json!("Zonder dit niets")));
    assert_eq!((&first["value_id"], &first["given_by"]["account_id"]), (&json!(value), &json!(room.author.id())));
    weigh(&room, &room.other, &value, 0, "").await.expect(200);
    // A colleague speaks for the same partner, and the last one counts.
    let second = weigh(&room, &room.colleague, &value, 3, "").await.expect(200);
    assert_eq!(second["partner_id"], first["partner_id"]);
    for (_, person) in room.who_take_part() {
        let mut strengths: Vec<_> = seen(&room, person).await.iter().map(|of| of["strength"].clone()).collect();
        strengths.sort_by_key(Value::to_string);
        assert_eq!(strengths, [0, 3]);
    }
    take_back(&room, &room.author, &value).await.expect(204);
    take_back(&room, &room.colleague, &value).await.expect_problem(404, "not_found");
    assert_eq!(seen(&room, &room.lead).await.len(), 1);
}

#[tokio::test]
async fn who_acts_for_no_partner_weighs_nothing() {
    let room = Room::enter().await;
    let value = room.name_value("Vertrouwen").await;
    weigh(&room, &room.observer, &value, 1, "").await.expect_problem(403, "forbidden");
    take_back(&room, &room.observer, &value).await.expect_problem(403, "forbidden");
    room.observer.get(&room.path("values/strengths")).await.expect_problem(403, "forbidden");
    weigh(&room, &room.outsider, &value, 1, "").await.expect_problem(404, "not_found");
    room.outsider.get(&room.path("values/strengths")).await.expect_problem(404, "not_found");
    let guide = room.world.guide().await;
    weigh(&room, &guide, &value, 1, "").await.expect_problem(403, "forbidden");
    take_back(&room, &guide, &value).await.expect_problem(403, "forbidden");
    assert!(seen(&room, &guide).await.is_empty());
}

#[tokio::test]
async fn strength_is_from_nought_to_four() {
    let room = Room::enter().await;
    let value = room.name_value("Vertrouwen").await;
    for strength in 0..=4 {
        weigh(&room, &room.author, &value, strength, "").await.expect(200);
    }
    for (strength, words, field, code) in [
        (-1, String::new(), "strength", "out_of_range"),
        (5, String::new(), "strength", "out_of_range"),
        (2, "a".repeat(501), "words", "too_long"),
        (2, "a\u{7}".into(), "words", "invalid"),
    ] {
        let refused = weigh(&room, &room.author, &value, strength, &words).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0], json!({ "field": field, "code": code }));
    }
    let half = json!({ "strength": 2.5 });
    room.author
        .put(&room.path(&format!("values/{value}/strength")), &half)
        .await
        .expect_problem(400, "invalid_request");
    assert_eq!(seen(&room, &room.author).await[0]["strength"], 4);
}

#[tokio::test]
async fn a_value_that_leaves_the_board_keeps_what_was_said_of_it_and_is_not_weighed() {
    let room = Room::enter().await;
    room.world.settled().await;
    let mut hearing = Hearing::begin(&room.author, &room.world.own.partnership).await;
    let value = room.name_value("Vertrouwen").await;
    assert_eq!(hearing.until("value.added").await["data"]["value"], value.as_str(), "the tables know of it");
    weigh(&room, &room.author, &value, 4, "").await.expect(200);
    weigh(&room, &room.lead, &value, 2, "").await.expect(200);
    let board = format!("/api/v1/boards/{}", room.world.own.values);
    room.lead.delete(&format!("{board}/values/{value}")).await.expect(200);
    weigh(&room, &room.author, &value, 1, "").await.expect_problem(409, "value_removed");
    weigh(&room, &room.author, "nergens", 1, "").await.expect_problem(404, "not_found");
    weigh(&room, &room.author, "a%00b", 1, "").await.expect_problem(404, "not_found");
    take_back(&room, &room.author, "a%00b").await.expect_problem(404, "not_found");
    assert_eq!(seen(&room, &room.other).await.len(), 2, "it may come back");
    take_back(&room, &room.lead, &value).await.expect(204);
    room.lead.post(&format!("{board}/values"), &json!({ "id": value, "name": "Vertrouwen" })).await.expect(201);
    weigh(&room, &room.other, &value, 0, "").await.expect(200);
    let strengths: Vec<_> = seen(&room, &room.other).await.iter().map(|of| of["strength"].clone()).collect();
    assert_eq!(strengths, [4, 0]);
}

#[tokio::test]
async fn who_takes_part_hears_of_it_once_and_who_observes_does_not() {
    let room = Room::enter().await;
    let value = room.name_value("Vertrouwen").await;
    room.world.settled().await;
    let mut hearing = Hearing::begin(&room.other, &room.world.own.partnership).await;
    let mut observing = Hearing::begin(&room.observer, &room.world.own.partnership).await;
    let given = weigh(&room, &room.author, &value, 4, "Zonder dit niets").await.expect(200);
    let again = weigh(&room, &room.colleague, &value, 4, "Zonder dit niets").await.expect(200);
    assert_eq!(again, given, "who says the same once more changes nothing");
    take_back(&room, &room.author, &value).await.expect(204);
    let expected = json!({ "value": value, "partner": given["partner_id"] });
    for _ in 0..2 {
        assert_eq!(hearing.until("value.weighed").await["data"], expected);
    }
    room.tell_everybody().await;
    for (hearing, name) in [(&mut hearing, "other"), (&mut observing, "observer")] {
        loop {
            let event = hearing.next().await.unwrap();
            assert_ne!(event["type"], "value.weighed", "{name}");
            if event["type"] == "partnership.changed" {
                break;
            }
        }
    }
}

#[tokio::test]
async fn of_partners_and_colleagues_who_weigh_at_once_each_partner_has_one_strength() {
    let room = Room::enter().await;
    let value = room.name_value("Vertrouwen").await;
    for race in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let people = room.who_take_part();
        let strengths = people.iter().enumerate().map(|(place, (_, person))| {
            let strength = i64::try_from((place + race) % 5).unwrap();
            weigh(&room, person, &value, strength, "")
        });
        for reply in join_all(strengths).await {
            reply.expect(200);
        }
        let mut partners: Vec<_> =
            seen(&room, &room.lead).await.iter().map(|of| of["partner_id"].to_string()).collect();
        partners.sort();
        partners.dedup();
        assert_eq!((partners.len(), seen(&room, &room.lead).await.len()), (3, 3));
    }
}

#[tokio::test]
async fn a_value_that_is_taken_away_while_it_is_weighed_was_weighed_before_or_is_not() {
    let room = Room::enter().await;
    for _ in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let value = room.name_value("Vertrouwen").await;
        let one = format!("/api/v1/boards/{}/values/{value}", room.world.own.values);
        let (weighed, removed) = tokio::join!(weigh(&room, &room.author, &value, 2, ""), room.lead.delete(&one));
        assert_eq!(removed.status, 200);
        // The tables may not have heard of it at all.
        assert!([200, 404, 409].contains(&weighed.status), "{}", weighed.text());
        let is_there = seen(&room, &room.lead).await.iter().any(|of| of["value_id"] == value.as_str());
        assert_eq!(is_there, weighed.status == 200);
    }
}
