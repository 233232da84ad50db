//! Variants of the business model, one of which counts.

use serde_json::{Value, json};
use tests::{Hearing, Person, World, number};

/// Somebody who leads, a member, and one who reads along.
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

    fn path(&self, last: &str) -> String {
        format!("/api/v1/partnerships/{}/canvases{last}", self.world.own.partnership)
    }

    async fn list(&self) -> Vec<Value> {
        let list = self.observer.get(&self.path("")).await.expect(200);
        list["items"].as_array().unwrap().clone()
    }

    async fn make(&self, title: &str, copy_of: &Value) -> Value {
        let body = json!({ "title": title, "copy_of": copy_of });
        self.member.post(&self.path(""), &body).await.expect(201)
    }

    /// What its cards say, block by block in their order.
    async fn cards(&self, canvas: &Value) -> Vec<(String, String, Value)> {
        let path = format!("/api/v1/boards/{}/content", canvas.as_str().unwrap());
        let content = self.observer.get(&path).await.expect(200);
        let said = |note: &Value| {
            let text = |field: &str| note[field].as_str().unwrap().to_owned();
            (text("block"), text("text"), note["partner"].clone())
        };
        let mut cards: Vec<_> = content["notes"].as_array().unwrap().iter().map(said).collect();
        cards.sort_by(|one, other| one.0.cmp(&other.0));
        cards
    }
}

#[tokio::test]
async fn a_copy_holds_the_same_cards_and_goes_its_own_way() {
    let room = Room::enter().await;
    let first = json!(room.world.own.canvas);
    let made = room.make("Zonder subsidie", &first).await;
    assert_eq!((&made["is_current"], &made["copied_from"]), (&json!(false), &first));
    assert_eq!(made["made_by"]["account_id"], room.member.id());
    let before = room.cards(&first).await;
    assert!(!before.is_empty());
    assert_eq!(room.cards(&made["id"]).await, before);
    let notes = format!("/api/v1/boards/{}/notes", made["id"].as_str().unwrap());
    room.member.post(&notes, &json!({ "block": "channels", "text": "De markt" })).await.expect(201);
    assert_eq!(room.cards(&first).await, before, "the first stays as it is");
    assert_eq!(room.cards(&made["id"]).await.len(), before.len() + 1);
    // It has a history of its own, which begins with who copied it.
    let timeline = format!("/api/v1/boards/{}/timeline", made["id"].as_str().unwrap());
    assert!(!room.lead.get(&timeline).await.expect(200)["items"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn the_one_that_counts_is_chosen_by_a_lead_and_is_what_partners_are_asked_to_stand_behind() {
    let room = Room::enter().await;
    let made = room.make("Zonder subsidie", &Value::Null).await;
    let business_model = format!("/api/v1/partnerships/{}/business-model/completeness", room.world.own.partnership);
    let counts = async || room.lead.get(&business_model).await.expect(200)["board_id"].clone();
    assert_eq!(counts().await, room.world.own.canvas);
    let choice = json!({ "board_id": made["id"] });
    room.member.put(&room.path("/current"), &choice).await.expect_problem(403, "forbidden");
    let mut hearing = Hearing::begin(&room.observer, &room.world.own.partnership).await;
    assert_eq!(room.lead.put(&room.path("/current"), &choice).await.expect(200)["is_current"], true);
    assert_eq!(hearing.until("canvas.made_current").await["data"]["canvas"], made["id"]);
    assert_eq!(counts().await, made["id"]);
    let current: Vec<Value> = room.list().await.iter().map(|canvas| canvas["is_current"].clone()).collect();
    assert_eq!(current, [json!(false), json!(true)]);
    let boards = format!("/api/v1/partnerships/{}/boards", room.world.own.partnership);
    let boards = room.observer.get(&boards).await.expect(200);
    let is_variant = |board: &&Value| board["is_current"] == false;
    let variants: Vec<&Value> = boards["items"].as_array().unwrap().iter().filter(is_variant).collect();
    assert_eq!(variants.iter().map(|board| &board["id"]).collect::<Vec<_>>(), [&json!(room.world.own.canvas)]);
    let nowhere = json!({ "board_id": room.world.own.roles });
    room.lead.put(&room.path("/current"), &nowhere).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn one_that_was_put_away_comes_back_with_all_that_stands_on_it() {
    let room = Room::enter().await;
    let made = room.make("Zonder subsidie", &json!(room.world.own.canvas)).await;
    let before = room.cards(&made["id"]).await;
    let away = room.path(&format!("/{}/put-away", made["id"].as_str().unwrap()));
    assert!(room.lead.put(&away, &json!({ "put_away": true })).await.expect(200)["put_away_at"].is_string());
    let choice = json!({ "board_id": made["id"] });
    room.lead.put(&room.path("/current"), &choice).await.expect_problem(409, "put_away");
    assert_eq!(room.member.put(&away, &json!({ "put_away": false })).await.expect(200)["put_away_at"], Value::Null);
    assert_eq!(room.cards(&made["id"]).await, before);
    let current = room.path(&format!("/{}/put-away", room.world.own.canvas));
    room.lead.put(&current, &json!({ "put_away": true })).await.expect_problem(409, "is_current");
}

#[tokio::test]
async fn no_two_are_called_the_same_and_there_are_no_more_than_thirty() {
    let room = Room::enter().await;
    let made = room.make("Zonder subsidie", &Value::Null).await;
    let refused = async |body: Value, field: &str, code: &str| {
        let reply = room.member.post(&room.path(""), &body).await;
        reply.expect_problem(422, "validation_failed");
        assert_eq!(reply.json()["errors"], json!([{ "field": field, "code": code }]));
    };
    refused(json!({ "title": " zonder SUBSIDIE " }), "title", "taken").await;
    refused(json!({ "title": "" }), "title", "required").await;
    refused(json!({ "title": "x".repeat(81) }), "title", "too_long").await;
    refused(json!({ "title": "Nieuw", "copy_of": room.world.foreign.canvas }), "copy_of", "unknown").await;
    refused(json!({ "title": "Nieuw", "copy_of": room.world.own.roles }), "copy_of", "unknown").await;
    let title = room.path(&format!("/{}/title", made["id"].as_str().unwrap()));
    assert_eq!(
        room.lead.put(&title, &json!({ "title": "Zonder Subsidie" })).await.expect(200)["title"],
        "Zonder Subsidie"
    );
    for variant in 0..28 {
        room.make(&format!("Variant {variant}"), &Value::Null).await;
    }
    refused(json!({ "title": "Nog een" }), "title", "too_many").await;
    room.observer.post(&room.path(""), &json!({ "title": "Ook" })).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn of_two_that_are_chosen_at_once_one_counts() {
    let room = Room::enter().await;
    let [one, other] = [room.make("Een", &Value::Null).await, room.make("Twee", &Value::Null).await];
    let path = room.path("/current");
    let [one, other] = [one, other].map(|canvas| json!({ "board_id": canvas["id"] }));
    for _ in 0..number("SAMENSPEL_TEST_RACES", 5) {
        let (first, second) = tokio::join!(room.lead.put(&path, &one), room.lead.put(&path, &other));
        first.expect(200);
        second.expect(200);
        assert_eq!(room.list().await.iter().filter(|canvas| canvas["is_current"] == true).count(), 1);
    }
}
