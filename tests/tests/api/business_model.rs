//! The business model as a whole: what is missing in it, and versions that every partner can stand behind.

use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, World, number};

use crate::taking_part::{accept, ask, asked};

/// Somebody of each of the three partners, each with its mandate, and one who reads along.
struct Table {
    world: World,
    lead: Person,
    member: Person,
    third: Person,
    observer: Person,
}

impl Table {
    async fn set() -> Self {
        let world = World::start().await;
        let person = async |name: &str| world.person(name).await;
        Self {
            lead: person("lead").await,
            member: person("member").await,
            third: person("third").await,
            observer: person("observer").await,
            world,
        }
    }

    fn home(&self, last: &str) -> String {
        format!("/api/v1/partnerships/{}{last}", self.world.own.partnership)
    }

    async fn seen(&self) -> Value {
        self.lead.get(&self.home("/business-model")).await.expect(200)
    }

    async fn standing(&self) -> (Value, Value) {
        let seen = self.seen().await;
        (seen["shared"].clone(), seen["open"].clone())
    }

    async fn propose(&self, hash: &Value) -> Reply {
        self.lead.post(&self.home("/business-model/versions"), &json!({ "hash": hash })).await
    }

    /// Puts what stands there before the partners; gives its number.
    async fn put(&self) -> i64 {
        let hash = self.seen().await["draft"]["hash"].clone();
        self.propose(&hash).await.expect(201)["number"].as_i64().unwrap()
    }

    async fn say(&self, person: &Person, number: i64, answer: &str, words: Option<&str>) -> Reply {
        let path = self.home(&format!("/business-model/versions/{number}/endorsement"));
        person.put(&path, &json!({ "answer": answer, "words": words })).await
    }

    async fn version(&self, person: &Person, number: i64) -> Value {
        person.get(&self.home(&format!("/business-model/versions/{number}"))).await.expect(200)
    }

    async fn write_card(&self, text: &str) {
        let notes = format!("/api/v1/boards/{}/notes", self.world.own.canvas);
        self.member.post(&notes, &json!({ "block": "channels", "text": text })).await.expect(201);
    }

    async fn write_line(&self, person: &Person, more: &Value) -> Value {
        let mut line = json!({
            "kind": "cost", "nature": "money", "words": "Zaalhuur", "amount": 1000, "frequency": "monthly",
            "certainty": "agreed",
        });
        for (field, value) in more.as_object().unwrap() {
            line[field] = value.clone();
        }
        person.post(&self.home("/ledger/lines"), &line).await.expect(201)
    }

    async fn partner_of(&self, person: &Person) -> Value {
        person.get(&self.home("")).await.expect(200)["me"]["partner_id"].clone()
    }
}

#[tokio::test]
async fn canvas_and_ledger_are_frozen_together_and_each_partner_stands_behind_them() {
    let table = Table::set().await;
    let partner = table.partner_of(&table.member).await;
    table.write_line(&table.member, &json!({ "shares": [{ "partner_id": partner, "amount": 1000 }] })).await;
    let mut hearing = Hearing::begin(&table.observer, &table.world.own.partnership).await;
    let number = table.put().await;
    hearing.until("business_model.proposed").await;
    assert_eq!(table.third.turns().await, ["business_model_proposed"]);
    let frozen = table.version(&table.third, number).await;
    table.write_card("Wijkkrant").await;
    table.write_line(&table.lead, &json!({ "words": "Later" })).await;
    let after = table.version(&table.third, number).await;
    assert_eq!((&frozen["canvas"], &frozen["costs"]), (&after["canvas"], &after["costs"]), "as it was");
    assert!(!after.to_string().contains("Wijkkrant") && !after.to_string().contains("Later"));
    let year = &after["costs"]["years"][0];
    assert_eq!(year["joint"]["money"]["cost"], 12_000);
    let of_member = year["partners"].as_array().unwrap().iter().find(|of| of["partner_id"] == partner).unwrap();
    assert_eq!(of_member["figures"]["money"], json!({ "cost": 12_000, "benefit": 0, "balance": -12_000 }));
    table.say(&table.lead, number, "yes", None).await.expect(200);
    table.say(&table.member, number, "yes_with_wish", Some("Elk kwartaal kijken of het klopt")).await.expect(200);
    assert_eq!(table.standing().await, (Value::Null, json!(number)));
    table.say(&table.third, number, "yes", None).await.expect(200);
    assert_eq!(table.standing().await, (json!(number), Value::Null));
    hearing.until("business_model.shared").await;
    assert_eq!(table.lead.kinds_told().await, ["business_model_shared"]);
    let seen = table.seen().await;
    assert_ne!(seen["draft"]["hash"], seen["versions"][0]["hash"], "there are other cards and lines now");
    let ambition = table.lead.get(&table.home("/ambition")).await.expect(200);
    assert_eq!((&ambition["versions"], &ambition["shared"]), (&json!([]), &Value::Null), "each stands for itself");
}

#[tokio::test]
async fn what_the_lead_did_not_read_is_not_put_before_the_partners() {
    let table = Table::set().await;
    let hash = table.seen().await["draft"]["hash"].clone();
    table.write_card("Wijkkrant").await;
    table.propose(&hash).await.expect_problem(409, "changed_meanwhile");
    let hash = table.seen().await["draft"]["hash"].clone();
    table.write_line(&table.member, &json!({})).await;
    table.propose(&hash).await.expect_problem(409, "changed_meanwhile");
    assert_eq!(table.seen().await["versions"], json!([]));
    let number = table.put().await;
    let hash = table.seen().await["draft"]["hash"].clone();
    table.propose(&hash).await.expect_problem(409, "another_is_open");
    for person in [&table.lead, &table.member, &table.third] {
        table.say(person, number, "yes", None).await.expect(200);
    }
    table.propose(&hash).await.expect_problem(409, "same_words");
}

#[tokio::test]
async fn who_comes_is_asked_and_who_leaves_is_waited_for_no_more() {
    let table = Table::set().await;
    let number = table.put().await;
    table.say(&table.lead, number, "yes", None).await.expect(200);
    table.say(&table.member, number, "yes", None).await.expect(200);
    table.world.make_admin("third").await;
    let leave = format!("/api/v1/partners/{}/leave", table.partner_of(&table.third).await.as_str().unwrap());
    table.third.post(&leave, &json!({})).await.expect(204);
    assert_eq!(table.standing().await, (json!(number), Value::Null));
    ask(&table.lead, &table.world.own.partnership, "Zorggroep Maas", "third@demo.example").await.expect(201);
    accept(&table.third, &asked(&table.third).await.remove(0), &[table.third.id()]).await.expect(204);
    assert_eq!(table.standing().await, (Value::Null, json!(number)));
    assert!(table.third.turns().await.contains(&"business_model_proposed".to_owned()));
}

#[tokio::test]
async fn what_a_partner_keeps_to_itself_is_in_no_version_and_changes_none() {
    let table = Table::set().await;
    let partner = table.partner_of(&table.member).await;
    let before = table.seen().await;
    let kept = json!({ "words": "Niemands zaak", "partner_id": partner, "is_private": true });
    table.write_line(&table.member, &kept).await;
    for person in [&table.lead, &table.member] {
        let seen = person.get(&table.home("/business-model")).await.expect(200);
        assert_eq!(seen["draft"]["hash"], before["draft"]["hash"], "nobody learns that there is one");
    }
    let number = table.put().await;
    for person in [&table.lead, &table.member, &table.third, &table.observer] {
        let version = table.version(person, number).await;
        assert!(!version.to_string().contains("Niemands zaak"), "{version}");
        for of in version["costs"]["years"][0]["partners"].as_array().into_iter().flatten() {
            assert_eq!(of["figures"]["money"]["cost"], 0);
        }
    }
}

#[tokio::test]
async fn observers_see_the_canvas_and_not_what_it_costs() {
    let table = Table::set().await;
    table.write_line(&table.member, &json!({ "words": "Zaalhuur" })).await;
    let number = table.put().await;
    let version = table.version(&table.observer, number).await;
    assert!(version["costs"].is_null() && !version.to_string().contains("Zaalhuur"), "{version}");
    assert!(!version["canvas"]["cards"].as_array().unwrap().is_empty());
    // Nor learn they by a hash that something else is written there, or try out by it what that may be.
    let draft = async || {
        let of = |last: &str| table.home(&format!("/business-model{last}"));
        let standing = table.observer.get(&of("")).await.expect(200);
        (standing["draft"]["hash"].clone(), standing, table.observer.get(&of("/draft")).await.expect(200))
    };
    let before = draft().await;
    assert_eq!((&before.0, &before.1["versions"][0]["hash"]), (&before.2["hash"], &version["hash"]));
    assert_eq!(before.0, version["hash"], "of what they see nothing is otherwise");
    table.write_line(&table.member, &json!({ "words": "Koffie" })).await;
    assert_eq!(draft().await, before);
    table.write_card("Op school").await;
    assert!(draft().await.0 != before.0, "of what they see they learn it");
    let missing = table.observer.get(&table.home("/business-model/completeness")).await.expect(200);
    assert!(missing["ledger"].is_null());
    table.say(&table.observer, number, "yes", None).await.expect_problem(403, "forbidden");
    table.observer.post(&table.home("/business-model/versions"), &json!({ "hash": "" })).await.expect(403);
}

#[tokio::test]
async fn it_says_what_is_missing() {
    let table = Table::set().await;
    let path = table.home("/business-model/completeness");
    let missing = table.member.get(&path).await.expect(200);
    assert_eq!(missing["board_id"], table.world.own.canvas);
    assert_eq!(missing["blocks"].as_array().unwrap().len(), 9);
    assert_eq!(missing["ledger"]["partner_missing"].as_array().unwrap().len(), 3);
    let in_channels = |seen: &Value| {
        let block = seen["blocks"].as_array().unwrap().iter().find(|of| of["block"] == "channels").unwrap().clone();
        block["cards"].as_i64().unwrap()
    };
    let before = in_channels(&missing);
    table.write_card("Wijkkrant").await;
    table.write_card("  ").await;
    table.write_line(&table.member, &json!({ "partner_id": table.partner_of(&table.member).await })).await;
    let missing = table.member.get(&path).await.expect(200);
    assert_eq!(in_channels(&missing), before + 1, "an empty card says nothing");
    assert_eq!(missing["ledger"]["partner_only_costs"], json!([table.partner_of(&table.member).await]));
}

#[tokio::test]
async fn of_two_who_endorse_at_the_same_instant_both_count_and_it_becomes_shared_once() {
    let table = Table::set().await;
    for race in 0..number("SAMENSPEL_TEST_RACES", 10) {
        table.write_card(&format!("Kaart {race}")).await;
        let version = table.put().await;
        table.say(&table.lead, version, "yes", None).await.expect(200);
        let both = futures_util::future::join(
            table.say(&table.member, version, "yes", None),
            table.say(&table.third, version, "yes", None),
        );
        let (one, other) = both.await;
        assert_eq!((one.status, other.status), (200, 200));
        assert_eq!(table.standing().await, (json!(version), Value::Null));
    }
}

#[tokio::test]
async fn what_is_read_before_it_is_proposed_is_what_every_partner_sees_and_what_is_frozen() {
    let table = Table::set().await;
    let partner = table.partner_of(&table.lead).await;
    table.write_line(&table.member, &json!({})).await;
    let secret = json!({ "partner_id": partner, "is_private": true, "words": "Ontslagronde" });
    table.write_line(&table.lead, &secret).await;
    let path = table.home("/business-model/draft");
    let draft = table.lead.get(&path).await.expect(200);
    assert!(
        !draft.to_string().contains("Ontslagronde"),
        "also not to whom it is no secret: others stand behind this"
    );
    assert_eq!(draft, table.third.get(&path).await.expect(200));
    let observed = table.observer.get(&path).await.expect(200);
    assert_eq!((&observed["costs"], &observed["canvas"]), (&Value::Null, &draft["canvas"]));
    let number = table.propose(&draft["hash"]).await.expect(201)["number"].as_i64().unwrap();
    let frozen = table.version(&table.member, number).await;
    assert_eq!((&frozen["canvas"], &frozen["costs"]), (&draft["canvas"], &draft["costs"]));
    // Another canvas counts: another business model, and an empty one is none.
    let variants = table.home("/canvases");
    let empty = table.lead.post(&variants, &json!({ "title": "Zonder subsidie" })).await.expect(201);
    table.lead.put(&format!("{variants}/current"), &json!({ "board_id": empty["id"] })).await.expect(200);
    let nothing = json!({ "hash": null, "canvas": null, "costs": null });
    assert_eq!(table.lead.get(&path).await.expect(200), nothing);
    assert_eq!(table.seen().await["draft"]["hash"], Value::Null);
}
