//! What a partner keeps to itself, and what it shows later.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Hearing, Person};

use super::{Room, line, next_of_a_line};

/// What a partner keeps to itself changes no answer to anybody else: not a line, a sum, a check, an event, or what is new.
#[tokio::test]
async fn what_a_partner_keeps_to_itself_changes_nothing_for_anybody_else() {
    let room = Room::enter().await;
    room.world.add_plain_member().await;
    let colleague = room.world.person("plain").await;
    let ours = room.partner_of(&room.member).await;
    room.write(&room.lead, &line(&json!({}))).await.expect(201);
    let others = [&room.lead, &room.third];
    let heard = async |person: &Person| {
        let news = format!("/api/v1/partnerships/{}/news", room.world.own.partnership);
        let news = person.get(&news).await.expect(200)["items"].clone();
        let mut files = Vec::new();
        for format in ["csv", "xlsx", "json"] {
            files.push(room.file(person, &format!("format={format}&language=nl")).await.body);
        }
        (room.seen(person).await, news, person.kinds_told().await, files)
    };
    let mut before = Vec::new();
    for other in others {
        before.push(heard(other).await);
    }
    let mut own_hearing = Hearing::begin(&colleague, &room.world.own.partnership).await;
    let secret =
        line(&json!({ "partner_id": ours, "is_private": true, "words": "Ontslagronde", "amount": 99_999 }));
    let kept = room.write(&room.member, &secret).await.expect(201);
    own_hearing.until("ledger_line.added").await;
    let own = room.seen(&colleague).await;
    let cost = own["years"][0]["partners"].as_array().unwrap().iter().find(|of| of["partner_id"] == ours).unwrap();
    assert_eq!(cost["figures"]["money"]["cost"], 99_999 * 12, "one's own partner counts with it");
    let dearer = line(&json!({ "partner_id": ours, "is_private": true, "words": "Ontslagronde", "amount": 1 }));
    let kept = room.with_version(&colleague, Method::PUT, &kept, &dearer).await.expect(200);
    for (other, before) in others.iter().zip(&before) {
        assert!(heard(other).await == *before, "somebody else reads something else");
        for method in [Method::PUT, Method::DELETE] {
            room.with_version(other, method, &kept, &dearer).await.expect_problem(404, "not_found");
        }
    }
    room.with_version(&room.member, Method::DELETE, &kept, &Value::Null).await.expect(204);
}

/// What is shown tells not what it was before: to the others it is new, however long and often it was kept and changed.
#[tokio::test]
async fn what_is_shown_is_new_and_what_is_hidden_is_gone() {
    let room = Room::enter().await;
    let ours = room.partner_of(&room.member).await;
    let of_ours = |is_private: bool, amount: i64| {
        line(&json!({ "partner_id": ours, "is_private": is_private, "words": "Ontslagronde", "amount": amount }))
    };
    let mut hearing = Hearing::begin(&room.third, &room.world.own.partnership).await;
    let mut kept = room.write(&room.member, &of_ours(true, 1)).await.expect(201);
    for amount in 2..5 {
        kept = room.with_version(&room.member, Method::PUT, &kept, &of_ours(true, amount)).await.expect(200);
    }
    room.write(&room.lead, &line(&json!({}))).await.expect(201);
    let before = room.seen(&room.lead).await;
    next_of_a_line(&mut hearing).await;
    let shown = room.with_version(&room.member, Method::PUT, &kept, &of_ours(false, 4)).await.expect(200);
    let told = next_of_a_line(&mut hearing).await;
    assert_eq!((&told["type"], &told["data"]["line"]), (&json!("ledger_line.added"), &shown["id"]));
    let seen = room.seen(&room.lead).await["lines"].clone();
    assert_eq!((&seen[1], &seen[1]["version"]), (&shown, &json!(1)), "it comes last, and was never changed");
    let order = |line: &Value| line["id"].as_str().unwrap().to_owned();
    assert!(order(&seen[1]) > order(&seen[0]), "its id tells when it was shown");
    assert!(shown["id"] != kept["id"]);
    // Hidden, it is gone; changed and shown once more, it is another one.
    let mut kept = room.with_version(&room.member, Method::PUT, &shown, &of_ours(true, 4)).await.expect(200);
    let told = next_of_a_line(&mut hearing).await;
    assert_eq!((&told["type"], &told["data"]["line"]), (&json!("ledger_line.removed"), &shown["id"]));
    assert_eq!(room.seen(&room.lead).await, before);
    room.with_version(&room.member, Method::PUT, &shown, &of_ours(true, 4)).await.expect_problem(404, "not_found");
    kept = room.with_version(&room.member, Method::PUT, &kept, &of_ours(true, 5)).await.expect(200);
    let again = room.with_version(&room.member, Method::PUT, &kept, &of_ours(false, 5)).await.expect(200);
    assert_eq!(again["version"], 1);
    assert!(again["id"] != shown["id"] && again["id"] != kept["id"]);
    // One's own partner has it once, all along.
    assert_eq!(room.seen(&room.member).await["lines"].as_array().unwrap().len(), 2);
}
