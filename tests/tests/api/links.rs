//! What hangs on what: cards, passages of the ambition and lines of the ledger.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, World, eventually, if_match, number};

/// People of two partners, and one who reads along.
struct Room {
    world: World,
    lead: Person,
    member: Person,
    observer: Person,
}

impl Room {
    async fn enter() -> Self {
        let world = World::start().await;
        let person = async |name: &str| world.person(name).await;
        Self {
            lead: person("lead").await,
            member: person("member").await,
            observer: person("observer").await,
            world,
        }
    }

    fn home(&self, last: &str) -> String {
        format!("/api/v1/partnerships/{}{last}", self.world.own.partnership)
    }

    /// The key of a new card.
    async fn card(&self, canvas: &str, text: &str) -> String {
        let card = json!({ "block": "channels", "text": text });
        let made = self.lead.post(&format!("/api/v1/boards/{canvas}/notes"), &card).await.expect(201);
        made["note"]["id"].as_str().unwrap().to_owned()
    }

    async fn own_card(&self, text: &str) -> String {
        self.card(&self.world.own.canvas, text).await
    }

    async fn link(&self, person: &Person, card: &str, target: &Value) -> Reply {
        let link = json!({ "board_id": self.world.own.canvas, "card_id": card, "target": target });
        person.post(&self.home("/card-links"), &link).await
    }

    async fn seen(&self, person: &Person) -> Vec<Value> {
        let list = person.get(&self.home("/card-links")).await.expect(200);
        list["items"].as_array().unwrap().clone()
    }

    fn to_card(&self, card: &str) -> Value {
        json!({ "kind": "card", "board_id": self.world.own.canvas, "card_id": card })
    }

    /// A line of the member's partner.
    async fn line(&self, is_private: bool) -> Value {
        let partner = self.member.get(&self.home("")).await.expect(200)["me"]["partner_id"].clone();
        self.member.post(&self.home("/ledger/lines"), &ledger_line(&partner, is_private)).await.expect(201)
    }
}

fn to_passage(board: &str, start: &str) -> Value {
    json!({
        "kind": "passage", "board_id": board, "field": "statement", "start": start, "end": "AQEB",
        "quote": " samen lezen ",
    })
}

fn ledger_line(partner: &Value, is_private: bool) -> Value {
    json!({
        "kind": "cost", "nature": "money", "words": "Zaalhuur", "amount": 1000, "frequency": "monthly",
        "certainty": "assumed", "partner_id": partner, "is_private": is_private,
    })
}

fn to_line(line: &Value) -> Value {
    json!({ "kind": "ledger_line", "line_id": line["id"] })
}

#[tokio::test]
async fn a_card_is_linked_to_cards_passages_and_lines_and_each_link_is_there_once() {
    let room = Room::enter().await;
    room.world.settled().await;
    let [market, door] = [room.own_card("De markt").await, room.own_card("Aan de deur").await];
    let mut hearing = Hearing::begin(&room.member, &room.world.own.partnership).await;
    let mut observing = Hearing::begin(&room.observer, &room.world.own.partnership).await;
    let made = room.link(&room.lead, &market, &room.to_card(&door)).await.expect(201);
    assert_eq!(hearing.until("card_link.made").await["data"]["link"], made["id"]);
    assert_eq!(observing.until("card_link.made").await["data"]["link"], made["id"]);
    assert_eq!(room.link(&room.member, &door, &room.to_card(&market)).await.expect(200), made, "in no direction");
    let passage = to_passage(&room.world.own.ambition, "AQEB");
    let quoted = room.link(&room.member, &market, &passage).await.expect(201);
    assert_eq!(quoted["target"]["quote"], "samen lezen");
    assert_eq!(quoted["made_by"]["account_id"], room.member.id());
    let line = room.line(false).await;
    let costs = room.link(&room.lead, &market, &to_line(&line)).await.expect(201);
    assert_eq!(costs["target"], json!({ "kind": "ledger_line", "line_id": line["id"], "words": "Zaalhuur" }));
    assert_eq!(room.seen(&room.lead).await, [made.clone(), quoted.clone(), costs]);
    assert_eq!(room.seen(&room.observer).await, [made.clone(), quoted.clone()], "observers see no ledger");
    let path = room.home(&format!("/card-links/{}", made["id"].as_str().unwrap()));
    room.observer.delete(&path).await.expect_problem(403, "forbidden");
    room.member.delete(&path).await.expect(204);
    assert_eq!(observing.until("card_link.made").await["data"]["link"], quoted["id"]);
    let next = observing.next().await.expect("it stays open");
    assert_eq!(next["type"], "card_link.removed", "of a line of the ledger observers hear nothing");
    assert_eq!(hearing.until("card_link.removed").await["data"]["link"], made["id"]);
    room.member.delete(&path).await.expect_problem(404, "not_found");
    assert_eq!(room.seen(&room.lead).await.len(), 2);
}

#[tokio::test]
async fn cards_of_two_variants_hang_together() {
    let room = Room::enter().await;
    let variant = room.lead.post(&room.home("/canvases"), &json!({ "title": "Zonder subsidie" })).await.expect(201);
    let variant = variant["id"].as_str().unwrap();
    let [here, there] = [room.own_card("Hier").await, room.card(variant, "Daar").await];
    let target = json!({ "kind": "card", "board_id": variant, "card_id": there });
    let made = room.link(&room.lead, &here, &target).await.expect(201);
    assert_eq!(room.seen(&room.observer).await, [made]);
}

#[tokio::test]
async fn a_link_is_left_out_while_its_card_is_in_the_bin_and_comes_back_with_it() {
    let room = Room::enter().await;
    let [market, door] = [room.own_card("De markt").await, room.own_card("Aan de deur").await];
    let made = room.link(&room.lead, &market, &room.to_card(&door)).await.expect(201);
    let shows = async |count: usize| {
        eventually("the link is left out or there", async || {
            (room.seen(&room.member).await.len() == count).then_some(())
        })
        .await;
    };
    for card in [&market, &door] {
        let board = format!("/api/v1/boards/{}", room.world.own.canvas);
        room.lead.delete(&format!("{board}/notes/{card}")).await.expect(200);
        shows(0).await;
        let bin = eventually("it is in the bin", async || {
            let bin = room.lead.get(&format!("{board}/bin")).await.expect(200);
            bin["items"].as_array().unwrap().iter().find(|item| item["note"]["id"] == **card).cloned()
        })
        .await;
        let restore = format!("{board}/bin/{}/restore", bin["id"].as_str().unwrap());
        assert!(room.lead.post(&restore, &Value::Null).await.status < 300);
        shows(1).await;
        assert_eq!(room.seen(&room.lead).await, std::slice::from_ref(&made));
    }
}

#[tokio::test]
async fn a_link_to_a_line_that_somebody_does_not_see_does_not_exist_for_them() {
    let room = Room::enter().await;
    let card = room.own_card("De markt").await;
    let (kept, nothing) = (room.line(true).await, json!({ "id": samenspel::ids::unordered() }));
    let refused = room.link(&room.lead, &card, &to_line(&kept)).await;
    refused.expect_problem(404, "not_found");
    assert_eq!(refused.body, room.link(&room.lead, &card, &to_line(&nothing)).await.body);
    let mut hears = Hearing::begin(&room.lead, &room.world.own.partnership).await;
    let mut own = Hearing::begin(&room.member, &room.world.own.partnership).await;
    let made = room.link(&room.member, &card, &to_line(&kept)).await.expect(201);
    assert_eq!(own.until("card_link.made").await["data"]["link"], made["id"]);
    assert_eq!(room.seen(&room.member).await, std::slice::from_ref(&made));
    assert!(room.seen(&room.lead).await.is_empty());
    let path = room.home(&format!("/card-links/{}", made["id"].as_str().unwrap()));
    room.lead.delete(&path).await.expect_problem(404, "not_found");
    let path = room.home(&format!("/ledger/lines/{}", kept["id"].as_str().unwrap()));
    let open = ledger_line(&kept["partner_id"], false);
    let open = if_match(&room.member, Method::PUT, &path, &kept["version"], &open).await.expect(200);
    let seen = room.seen(&room.lead).await;
    assert_eq!(seen[0]["target"]["line_id"], open["id"], "it is there for who sees the line");
    assert_eq!((seen.len(), &seen[0]["card_id"], &seen[0]["made_by"]), (1, &made["card_id"], &made["made_by"]));
    assert!(seen[0]["id"] != made["id"], "and tells not since when");
    let of = |line: &Value| room.home(&format!("/ledger/lines/{}", line["id"].as_str().unwrap()));
    let private = ledger_line(&kept["partner_id"], true);
    let private = if_match(&room.member, Method::PUT, &of(&open), &open["version"], &private).await.expect(200);
    assert!(room.seen(&room.lead).await.is_empty());
    // The first that the lead hears of links at all is of another one.
    let door = room.own_card("Aan de deur").await;
    let other = room.link(&room.member, &card, &room.to_card(&door)).await.expect(201);
    assert_eq!(hears.until("card_link.made").await["data"]["link"], other["id"]);
    if_match(&room.member, Method::DELETE, &of(&private), &private["version"], &Value::Null).await.expect(204);
    assert_eq!(room.seen(&room.member).await, [other], "with the line it goes");
}

#[tokio::test]
async fn what_stands_in_nobodys_way_is_refused_to_nobody_and_what_makes_no_sense_is() {
    let room = Room::enter().await;
    let card = room.own_card("De markt").await;
    let refused = async |target: &Value, field: &str, code: &str| {
        let reply = room.link(&room.lead, &card, target).await;
        reply.expect_problem(422, "validation_failed");
        assert_eq!(reply.json()["errors"], json!([{ "field": field, "code": code }]));
    };
    refused(&room.to_card(&card), "target", "itself").await;
    refused(&to_passage(&room.world.own.ambition, "geen!"), "anchor", "invalid").await;
    let own = &room.world.own;
    for target in [
        room.to_card("nergens"),
        room.to_card(""),
        to_passage(&own.canvas, "AQEB"),
        to_passage(&room.world.foreign.ambition, "AQEB"),
        json!({ "kind": "card", "board_id": own.roles, "card_id": card }),
    ] {
        room.link(&room.lead, &card, &target).await.expect_problem(404, "not_found");
    }
    room.link(&room.lead, "nergens", &room.to_card(&card)).await.expect_problem(404, "not_found");
    room.link(&room.observer, &card, &room.to_card(&card)).await.expect_problem(403, "forbidden");
    // What one partner keeps to itself takes no room from another.
    let kept = room.line(true).await;
    room.link(&room.member, &card, &to_line(&kept)).await.expect(201);
    for client in ["AQ", "Ag", "Aw"] {
        for clock in 'A'..='J' {
            let start = format!("{client}E{clock}");
            room.link(&room.lead, &card, &to_passage(&own.ambition, &start)).await.expect(201);
        }
    }
    refused(&to_passage(&own.ambition, "BAEB"), "target", "too_many").await;
}

#[tokio::test]
async fn of_two_who_link_the_same_at_once_one_makes_it() {
    let room = Room::enter().await;
    for round in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let [one, other] = [room.own_card("Een").await, room.own_card("Ander").await];
        let (forth, back) = (room.to_card(&other), room.to_card(&one));
        let (first, second) =
            tokio::join!(room.link(&room.lead, &one, &forth), room.link(&room.member, &other, &back));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!((statuses, first.json()), ([200, 201], second.json()));
        assert_eq!(room.seen(&room.observer).await.len(), round + 1);
    }
}
