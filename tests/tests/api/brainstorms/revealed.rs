//! All cards come to stand on the canvas together, each exactly once.

use std::collections::BTreeSet;

use samenspel::entity::{board_update, brainstorm, brainstorm_card};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};
use tests::{Hearing, Person, World, eventually, number};
use uuid::Uuid;

use super::Room;

impl Room {
    /// The people who wrote on the canvas after a row of its log, in their order.
    async fn authors_after(&self, seq: i64) -> Vec<String> {
        let canvas = Uuid::parse_str(&self.world.own.canvas).unwrap();
        let rows = board_update::Entity::find()
            .filter(board_update::Column::BoardId.eq(canvas))
            .filter(board_update::Column::Seq.gt(seq))
            .order_by_asc(board_update::Column::Seq);
        let rows = rows.all(self.world.server.app().database.reader()).await.unwrap();
        rows.into_iter().map(|row| row.author_id.to_string()).collect()
    }

    async fn seq(&self) -> i64 {
        let content = format!("/api/v1/boards/{}/content", self.world.own.canvas);
        self.lead.get(&content).await.expect(200)["seq"].as_i64().unwrap()
    }

    async fn new_cards(&self, before: &[Value]) -> Vec<Value> {
        self.cards().await.into_iter().filter(|card| !before.contains(card)).collect()
    }

    async fn fill(&self, begun: &Value) -> Vec<(Person, Value)> {
        let mut written = Vec::new();
        for round in 0..3 {
            for name in ["lead", "member", "third"] {
                let person = self.world.person(name).await;
                let card = self.write(&person, begun, &format!("{name} {round}")).await.expect(201);
                written.push((person, card));
            }
        }
        written
    }
}

fn texts(cards: &[Value]) -> Vec<String> {
    cards.iter().map(|card| card["text"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn all_cards_stand_behind_those_that_were_there_in_the_names_of_who_wrote_them() {
    let room = Room::enter().await;
    let standing = json!({ "block": "channels", "text": "Er al" });
    room.lead.post(&format!("/api/v1/boards/{}/notes", room.world.own.canvas), &standing).await.expect(201);
    let (before, seq) = (room.cards().await, room.seq().await);
    let begun = room.begin(&room.member).await;
    let written = room.fill(&begun).await;
    let mut hearing = Hearing::begin(&room.third, &room.world.own.partnership).await;
    let revealed = room.reveal(&room.member, &begun).await.expect(200);
    assert!(revealed["revealed_at"].is_string());
    assert_eq!(revealed["is_being_revealed"], false);
    assert_eq!(hearing.until("brainstorm.revealed").await["data"]["brainstorm"], begun["id"]);
    let cards = room.cards().await;
    assert_eq!(&cards[..before.len()], &before[..], "what stood there stands first");
    let new = &cards[before.len()..];
    assert_eq!(new.len(), written.len());
    for (person, card) in &written {
        let shown = new.iter().find(|shown| shown["id"] == card["id"]).expect("it is there, under its own id");
        assert_eq!((&shown["text"], &shown["partner"]), (&card["text"], &room.partner_of(person).await));
    }
    let mut in_order: Vec<&str> = new.iter().map(|card| card["id"].as_str().unwrap()).collect();
    let shown = in_order.clone();
    in_order.sort_unstable();
    assert_eq!(shown, in_order, "by ids that are random");
    let authors = room.authors_after(seq).await;
    let people: BTreeSet<String> =
        [&room.lead, &room.member, &room.third].map(|person| person.id().to_owned()).into();
    assert_eq!((authors.len(), authors.into_iter().collect::<BTreeSet<_>>()), (3, people), "each wrote their own");
    // It is done: again changes nothing, and nothing is written any more.
    room.reveal(&room.lead, &begun).await.expect(200);
    assert_eq!(room.cards().await, cards);
    room.write(&room.lead, &begun, "Te laat").await.expect_problem(409, "over");
    let own = room.step(&begun, &format!("cards/{}", written[0].1["id"].as_str().unwrap()));
    room.lead.put(&own, &json!({ "text": "Anders" })).await.expect_problem(409, "over");
    room.lead.delete(&own).await.expect_problem(409, "over");
    room.lead.post(&room.step(&begun, "stop"), &Value::Null).await.expect_problem(409, "over");
    room.begin(&room.third).await;
}

#[tokio::test]
async fn of_two_who_reveal_it_at_once_both_find_each_card_there_once() {
    let room = Room::enter().await;
    for _ in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let before = room.cards().await;
        let begun = room.begin(&room.member).await;
        let mut expected: Vec<String> = Vec::new();
        for (person, text) in [(&room.lead, "Een"), (&room.member, "Twee"), (&room.third, "Drie")] {
            room.write(person, &begun, text).await.expect(201);
            expected.push(text.to_owned());
        }
        let (one, other, late) = tokio::join!(
            room.reveal(&room.lead, &begun),
            room.reveal(&room.member, &begun),
            room.write(&room.third, &begun, "Op het nippertje"),
        );
        assert_eq!(one.expect(200)["revealed_at"], other.expect(200)["revealed_at"]);
        if late.status == 201 {
            expected.push("Op het nippertje".into());
        } else {
            late.expect_problem(409, "over");
        }
        let mut shown = texts(&room.new_cards(&before).await);
        shown.sort_unstable();
        expected.sort_unstable();
        assert_eq!(shown, expected);
    }
}

#[tokio::test]
async fn of_who_reveals_and_who_stops_at_once_one_does() {
    let room = Room::enter().await;
    for _ in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let before = room.cards().await;
        let begun = room.begin(&room.member).await;
        room.write(&room.third, &begun, "Een").await.expect(201);
        let stop = room.step(&begun, "stop");
        let (revealed, stopped) =
            tokio::join!(room.reveal(&room.lead, &begun), room.member.post(&stop, &Value::Null));
        let count = room.new_cards(&before).await.len();
        if stopped.status == 200 {
            revealed.expect_problem(409, "over");
            assert_eq!(count, 0);
        } else {
            stopped.expect_problem(409, "over");
            revealed.expect(200);
            assert_eq!(count, 1);
        }
    }
}

/// What a fault leaves behind: it is closed, and what one of them wrote stands on the board, with or without a record that
/// it does.
#[tokio::test]
async fn after_a_fault_it_goes_on_where_it_ended_and_nothing_comes_twice_or_is_lost() {
    let room = Room::enter().await;
    for is_on_record in [false, true] {
        let before = room.cards().await;
        let begun = room.begin(&room.member).await;
        let own = room.write(&room.lead, &begun, "Van de lead").await.expect(201);
        room.write(&room.member, &begun, "Van het lid").await.expect(201);
        let there = json!({ "id": own["id"], "block": "channels", "text": own["text"] });
        let notes = format!("/api/v1/boards/{}/notes", room.world.own.canvas);
        room.lead.post(&notes, &there).await.expect(201);
        let now = room.world.server.app().clock.now();
        let transaction = room.world.server.app().database.begin().await.unwrap();
        let closing = brainstorm::Entity::update_many().col_expr(brainstorm::Column::ClosedAt, Expr::value(now));
        let id = Uuid::parse_str(begun["id"].as_str().unwrap()).unwrap();
        closing.filter(brainstorm::Column::Id.eq(id)).exec(&transaction).await.unwrap();
        if is_on_record {
            let card = Uuid::parse_str(own["id"].as_str().unwrap()).unwrap();
            let marking = brainstorm_card::Entity::update_many();
            let marking = marking.col_expr(brainstorm_card::Column::PutAt, Expr::value(now));
            marking.filter(brainstorm_card::Column::Id.eq(card)).exec(&transaction).await.unwrap();
        }
        transaction.commit().await.unwrap();
        assert_eq!(room.seen(&room.third).await["is_being_revealed"], true);
        room.write(&room.third, &begun, "Te laat").await.expect_problem(409, "over");
        room.lead.post(&room.step(&begun, "stop"), &Value::Null).await.expect_problem(409, "over");
        if is_on_record {
            // Whoever takes it away meanwhile has done so for good.
            room.lead.delete(&format!("{notes}/{}", own["id"].as_str().unwrap())).await.expect(200);
        }
        room.reveal(&room.lead, &begun).await.expect(200);
        let mut shown = texts(&room.new_cards(&before).await);
        shown.sort_unstable();
        let both = ["Van de lead", "Van het lid"];
        assert_eq!(shown, if is_on_record { &both[1..] } else { &both[..] });
    }
}

#[tokio::test]
async fn what_somebody_wrote_who_left_goes_in_with_who_reveals_it() {
    let world = World::start().await;
    world.add_plain_member().await;
    world.make_admin("member").await;
    let plain = world.person("plain").await;
    let room = Room::of(world).await;
    let (before, seq) = (room.cards().await, room.seq().await);
    let begun = room.begin(&room.lead).await;
    let card = room.write(&plain, &begun, "Van wie wegging").await.expect(201);
    let partner = room.partner_of(&room.member).await;
    let path = format!("/api/v1/partners/{}/members/{}", partner.as_str().unwrap(), plain.id());
    room.member.delete(&path).await.expect(204);
    assert_eq!(room.seen(&room.third).await["written"], 1);
    eventually("it is revealed", async || (room.reveal(&room.lead, &begun).await.status == 200).then_some(()))
        .await;
    let new = room.new_cards(&before).await;
    assert_eq!((new.len(), &new[0]["id"], &new[0]["partner"]), (1, &card["id"], &partner));
    assert_eq!(room.authors_after(seq).await, [room.lead.id()]);
}
