//! Lines brought in from a spreadsheet.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, number};

use super::{Room, line};

impl Room {
    async fn previewed(&self, person: &Person, text: &str, partner: &Value) -> Reply {
        person.post(&self.path("/import/preview"), &json!({ "text": text, "partner_id": partner })).await
    }

    async fn bring(&self, person: &Person, text: &str, partner: &Value, digest: &Value) -> Reply {
        let body = json!({ "text": text, "partner_id": partner, "digest": digest });
        person.post(&self.path("/import"), &body).await
    }
}

/// What was refused.
#[track_caller]
fn errors(reply: &Reply) -> Value {
    reply.expect_problem(422, "validation_failed");
    reply.json()["errors"].clone()
}

const LIST: &str = "Wat;Soort;Bedrag;Hoe vaak;Vanaf;Bibliotheek Zuid\n\
    Zaalhuur;kosten;€ 1.234,50;per maand;1-3-2027;1.000\n\
    \n\
    Vrijwilligers;Kosten;1:30;;;\n\
    Een goede naam;baten;;;;\n";

#[tokio::test]
async fn a_list_from_a_spreadsheet_is_shown_first_and_brought_in_as_it_was_shown() {
    let room = Room::enter().await;
    let lead = room.partner_of(&room.lead).await;
    let preview = room.previewed(&room.lead, LIST, &Value::Null).await.expect(200);
    assert_eq!(room.seen(&room.lead).await["lines"], json!([]), "looking changes nothing");
    let rows = preview["rows"].as_array().unwrap();
    assert_eq!(rows.iter().map(|row| row["row"].as_u64().unwrap()).collect::<Vec<_>>(), [2, 4, 5]);
    assert_eq!(rows[0]["line"]["amount"], 123_450);
    assert_eq!(rows[0]["line"]["from"], "2027-03");
    assert_eq!(rows[0]["line"]["shares"], json!([{ "partner_id": lead, "amount": 100_000 }]));
    assert_eq!((&rows[1]["line"]["nature"], &rows[1]["line"]["amount"]), (&json!("time"), &json!(90)));
    assert_eq!(rows[2]["line"]["nature"], "intangible");
    let mut hearing = Hearing::begin(&room.third, &room.world.own.partnership).await;
    let added = room.bring(&room.lead, LIST, &Value::Null, &preview["digest"]).await.expect(201);
    assert_eq!(added, json!({ "added": 3 }));
    hearing.until("ledger_line.added").await;
    let words = |seen: &Value| {
        seen["lines"].as_array().unwrap().iter().map(|line| line["words"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(words(&room.seen(&room.third).await), ["Zaalhuur", "Vrijwilligers", "Een goede naam"]);
    // An answer that got lost: who sends it once more is told to look, and sees that all is there.
    room.bring(&room.lead, LIST, &Value::Null, &preview["digest"]).await.expect_problem(409, "changed_meanwhile");
    let again = room.previewed(&room.lead, LIST, &Value::Null).await.expect(200);
    assert!(again["rows"].as_array().unwrap().iter().all(|row| row["twice"] == true));
    assert_eq!(words(&room.seen(&room.lead).await).len(), 3);
}

#[tokio::test]
async fn what_makes_no_sense_is_named_by_its_row_and_nothing_is_brought_in() {
    let room = Room::enter().await;
    let text = "whose\tkind\tin\twords\tamount\thow often\tuntil\tonly for us\tZorggroep Maas\n\
        Zorggroep Maas\tcost\t\tHuur\t10\t\t\t\t\n\
        Niemand\tcost\t\tHuur\t10\t\t\t\t\n\
        \tx\t\tHuur\t10\t\t\t\t\n\
        \tcost\tmoney\tHuur\t1,2,3\t\t\t\t\n\
        \tcost\tmoney\t\t10\t\t\t\t\n\
        \tcost\t\tHuur\t10\tonce\t2027-01\t\t\n\
        \tcost\t\tHuur\t10\t\t\tyes\t\n\
        \tcost\t\tHuur\t10\t\t\t\tx\n\
        \tcost\t\tHuur\t10\t\t\t\t\n";
    let preview = room.previewed(&room.lead, text, &Value::Null).await.expect(200);
    let told: Vec<Value> = preview["rows"].as_array().unwrap().iter().map(|row| row["refused"].clone()).collect();
    let refused = |field: &str, code: &str| json!([{ "field": field, "code": code }]);
    assert_eq!(
        told,
        [
            refused("partner_id", "not_yours"),
            refused("partner_id", "unknown"),
            refused("kind", "unknown"),
            refused("amount", "invalid"),
            refused("words", "required"),
            refused("until", "once"),
            refused("is_private", "joint"),
            refused("shares", "invalid"),
            json!([]),
        ]
    );
    let reply = room.bring(&room.lead, text, &Value::Null, &preview["digest"]).await;
    assert_eq!(errors(&reply), refused("text", "rows_refused"));
    let long = "x".repeat(200_001);
    let many = format!("wat,soort\n{}", "Huur,kosten\n".repeat(401));
    for (text, code) in [
        ("", "required"),
        ("wat,soort\n", "required"),
        ("Huur,10\n", "no_header"),
        (&long, "too_long"),
        (&many, "too_many_rows"),
    ] {
        let reply = room.previewed(&room.lead, text, &Value::Null).await;
        assert_eq!(errors(&reply), refused("text", code));
    }
    assert_eq!(room.seen(&room.lead).await["lines"], json!([]));
}

#[tokio::test]
async fn lines_are_brought_in_jointly_or_for_ones_own_partner_and_never_for_another() {
    let room = Room::enter().await;
    let [ours, theirs] = [room.partner_of(&room.lead).await, room.partner_of(&room.member).await];
    let text = "wat,soort,bedrag,alleen voor ons\nHuur,kosten,10,ja\n";
    room.previewed(&room.lead, text, &theirs).await.expect_problem(403, "forbidden");
    room.bring(&room.lead, text, &theirs, &json!("x")).await.expect_problem(403, "forbidden");
    room.previewed(&room.observer, text, &Value::Null).await.expect_problem(403, "forbidden");
    let preview = room.previewed(&room.lead, text, &ours).await.expect(200);
    room.bring(&room.lead, text, &ours, &preview["digest"]).await.expect(201);
    assert_eq!(room.seen(&room.lead).await["lines"][0]["is_private"], true);
    assert_eq!(
        room.seen(&room.member).await["lines"],
        json!([]),
        "what a partner keeps to itself nobody else sees"
    );
    // Whether a line is there already is told of what one sees, and of nothing else.
    let theirs_too = room.previewed(&room.member, text, &theirs).await.expect(200);
    assert_eq!(theirs_too["rows"][0]["twice"], false);
}

#[tokio::test]
async fn an_export_comes_back_as_it_was() {
    let room = Room::enter().await;
    let ours = room.partner_of(&room.lead).await;
    let share = json!([{ "partner_id": ours, "amount": 400 }]);
    for other in [
        json!({ "shares": share, "note": "Twee regels,\nmet een ; en \"haken\"" }),
        json!({ "partner_id": ours, "words": "-20% korting", "nature": "time", "amount": 61, "from": "2027-02", "until": "2028-01" }),
        json!({ "partner_id": ours, "is_private": true, "words": "=1+1", "kind": "benefit", "certainty": "realised" }),
    ] {
        room.write(&room.lead, &line(&other)).await.expect(201);
    }
    let said = |seen: &Value| -> Vec<Value> {
        let mut lines = seen["lines"].as_array().unwrap().clone();
        for line in &mut lines {
            for own in ["id", "changed_at"] {
                line.as_object_mut().unwrap().remove(own);
            }
        }
        lines
    };
    let before = room.seen(&room.lead).await;
    for language in ["nl", "en"] {
        let table = room.file(&room.lead, &format!("format=csv&language={language}")).await.text();
        for line in room.seen(&room.lead).await["lines"].as_array().unwrap() {
            room.with_version(&room.lead, Method::DELETE, line, &Value::Null).await.expect(204);
        }
        let preview = room.previewed(&room.lead, &table, &Value::Null).await.expect(200);
        room.bring(&room.lead, &table, &Value::Null, &preview["digest"]).await.expect(201);
        assert_eq!(said(&room.seen(&room.lead).await), said(&before));
    }
}

#[tokio::test]
async fn of_many_who_bring_in_the_same_at_once_one_does() {
    let room = Room::enter().await;
    for _ in 0..number("SAMENSPEL_TEST_RACES", 5) {
        for line in room.seen(&room.lead).await["lines"].as_array().unwrap() {
            room.with_version(&room.lead, Method::DELETE, line, &Value::Null).await.expect(204);
        }
        let preview = room.previewed(&room.lead, LIST, &Value::Null).await.expect(200);
        let digest = &preview["digest"];
        let (one, other, third) = tokio::join!(
            room.bring(&room.lead, LIST, &Value::Null, digest),
            room.bring(&room.member, LIST, &Value::Null, digest),
            room.bring(&room.third, LIST, &Value::Null, digest),
        );
        let mut answers = [one.status, other.status, third.status];
        answers.sort_unstable();
        assert_eq!(answers, [201, 409, 409]);
        assert_eq!(room.seen(&room.lead).await["lines"].as_array().unwrap().len(), 3);
    }
}

#[tokio::test]
async fn nobody_brings_in_more_than_there_may_be() {
    let room = Room::enter().await;
    room.write(&room.lead, &line(&json!({}))).await.expect(201);
    let text = |lines: usize| format!("wat,soort,bedrag\n{}", "Huur,kosten,10\n".repeat(lines));
    let preview = room.previewed(&room.lead, &text(200), &Value::Null).await.expect(200);
    assert_eq!(preview["too_many"], true);
    let reply = room.bring(&room.lead, &text(200), &Value::Null, &preview["digest"]).await;
    assert_eq!(errors(&reply)[0]["code"], "too_many");
    let preview = room.previewed(&room.lead, &text(199), &Value::Null).await.expect(200);
    assert_eq!((&preview["too_many"], &preview["rows"][1]["twice"]), (&json!(false), &json!(true)));
    room.bring(&room.lead, &text(199), &Value::Null, &preview["digest"]).await.expect(201);
}
