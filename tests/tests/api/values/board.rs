//! The board on which partners write the values that they hold in common.

use samenspel::boards::{Kind, VOCABULARY_VERSION};
use samenspel::entity::{board, common_value};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use tests::{Hearing, Peer, World, eventually, writing};

fn values(world: &World) -> String {
    format!("/api/v1/boards/{}", world.own.values)
}

async fn row(world: &World, id: &str) -> Option<common_value::Model> {
    let found = common_value::Entity::find().filter(common_value::Column::Id.eq(id));
    found.one(world.server.app().database.reader()).await.unwrap()
}

#[tokio::test]
async fn a_value_is_named_explained_and_moved_while_others_watch() {
    let world = World::start().await;
    let (member, lead) = (world.person("member").await, world.person("lead").await);
    let peer = Peer::join(&lead, &world.own.values).await;
    let path = format!("{}/values", values(&world));
    let new = json!({ "name": "Eerlijk\ndelen", "meaning": "Wie veel geeft,\nkrijgt ook veel", "position": 0 });
    let saved = member.post(&path, &new).await.expect(201);
    let value = &saved["value"];
    assert_eq!((&value["name"], &value["meaning"]), (&json!("Eerlijk delen"), &new["meaning"]));
    let id = value["id"].as_str().unwrap();
    let content = async || member.get(&format!("{}/content", values(&world))).await.expect(200);
    assert_eq!(content().await["values"][0], *value);
    peer.until("the value is there", |seen| seen.map("values").get(id).is_some()).await;
    let again = json!({ "id": id, "name": "Iets anders" });
    assert_eq!(member.post(&path, &again).await.expect(201)["value"], *value, "a retry adds nothing twice");

    let change = json!({ "meaning": "Wie veel geeft, krijgt", "position": 3 });
    let changed = lead.patch(&format!("{path}/{id}"), &change).await.expect(200);
    assert_eq!((&changed["value"]["name"], &changed["value"]["meaning"]), (&value["name"], &change["meaning"]));
    assert_eq!(content().await["values"][3], changed["value"]);
    peer.until("the others see it", |seen| seen.map("values")[id]["meaning"] == change["meaning"]).await;

    member.delete(&format!("{path}/{id}")).await.expect(200);
    peer.until("the value is gone", |seen| seen.map("values").get(id).is_none()).await;
    member.delete(&format!("{path}/{id}")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn what_is_too_long_or_belongs_elsewhere_is_refused() {
    let world = World::start().await;
    let member = world.person("member").await;
    let path = format!("{}/values", values(&world));
    for (field, body) in [
        ("name", json!({ "name": "a".repeat(101) })),
        ("meaning", json!({ "name": "Rust", "meaning": "a".repeat(1001) })),
        ("id", json!({ "name": "Rust", "id": "geen" })),
    ] {
        let refused = member.post(&path, &body).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    let roles = format!("/api/v1/boards/{}/values", world.own.roles);
    member.post(&roles, &json!({ "name": "Rust" })).await.expect_problem(422, "wrong_kind");
    world.person("observer").await.post(&path, &json!({ "name": "Rust" })).await.expect_problem(403, "forbidden");
}

#[tokio::test]
async fn a_value_that_disappears_is_marked_in_its_table_and_undo_brings_it_back() {
    let world = World::start().await;
    let peer = Peer::join(&world.person("lead").await, &world.own.values).await;
    peer.edit(|transaction| writing::add_value(transaction, "waarde", "Vertrou\0wen"));
    let found = eventually("it has a row", async || row(&world, "waarde").await).await;
    assert_eq!((found.name.as_str(), found.meaning.as_str()), ("Vertrou\u{fffd}wen", ""));
    peer.edit(|transaction| writing::remove_entry(transaction, "values", "waarde"));
    let removed = async || row(&world, "waarde").await.filter(|row| row.removed_at.is_some());
    assert_eq!(eventually("it is marked", removed).await.name, found.name);
    // What undo does: the same key again.
    peer.edit(|transaction| writing::add_value(transaction, "waarde", "Vertrouwen"));
    let back = async || row(&world, "waarde").await.filter(|row| row.removed_at.is_none());
    assert_eq!(eventually("it is back", back).await.name, "Vertrouwen");
}

#[tokio::test]
async fn a_value_comes_back_out_of_the_bin_with_all_that_was_said_of_it() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peer = Peer::join(&lead, &world.own.values).await;
    let was = peer.seen().map("values");
    let id = was.as_object().unwrap().keys().next().unwrap().clone();
    let anchor = json!({ "anchor": { "kind": "value", "id": id }, "text": "Wat betekent dit op dinsdag?" });
    let thread = member.post(&format!("{}/threads", values(&world)), &anchor).await.expect(201);
    assert_eq!((&thread["quote"], &thread["is_lost"]), (&was[&id]["name"], &json!(false)));
    let is_lost = async |wanted: bool| {
        let list = member.get(&format!("{}/threads", values(&world))).await.expect(200);
        (list["items"][0]["is_lost"] == wanted).then_some(())
    };
    peer.edit(|transaction| writing::remove_entry(transaction, "values", &id));
    let binned = eventually("it is in the bin", async || {
        let bin = lead.get(&format!("{}/bin", values(&world))).await.expect(200);
        bin["items"].as_array().unwrap().first().cloned()
    })
    .await;
    assert_eq!((&binned["kind"], &binned["value"]["name"]), (&json!("value"), &was[&id]["name"]));
    eventually("the thread is lost", async || is_lost(true).await).await;
    let restore = format!("{}/bin/{}/restore", values(&world), binned["id"].as_str().unwrap());
    member.post(&restore, &Value::Null).await.expect(200);
    peer.until("it is as it was", |seen| seen.map("values") == was).await;
    eventually("the thread is found", async || is_lost(false).await).await;
    lead.post(&restore, &Value::Null).await.expect_problem(409, "conflict");
}

#[tokio::test]
async fn everybody_hears_of_values_that_come_change_and_go() {
    let world = World::start().await;
    let (observer, member) = (world.person("observer").await, world.person("member").await);
    world.settled().await;
    let mut hearing = Hearing::begin(&observer, &world.own.partnership).await;
    let path = format!("{}/values", values(&world));
    let id = member.post(&path, &json!({ "name": "Rust" })).await.expect(201)["value"]["id"].clone();
    assert_eq!(hearing.until("value.added").await["data"]["value"], id);
    let one = format!("{path}/{}", id.as_str().unwrap());
    member.patch(&one, &json!({ "name": "Ruimte" })).await.expect(200);
    let changed = hearing.until("value.changed").await;
    assert_eq!((&changed["data"]["value"], &changed["data"]["fields"]), (&id, &json!(["name"])));
    member.delete(&one).await.expect(200);
    assert_eq!(hearing.until("value.removed").await["data"]["value"], id);
}

#[tokio::test]
async fn the_demo_holds_three_values_and_each_partnership_one_board_of_them() {
    let world = World::start().await;
    let content = world.person("observer").await.get(&format!("{}/content", values(&world))).await.expect(200);
    let items = content["values"].as_array().unwrap();
    assert_eq!(items.len(), 3);
    assert!(items.iter().all(|value| !value["name"].as_str().unwrap().is_empty() && value["meaning"] != ""));
    let boards = board::Entity::find().filter(board::Column::Kind.eq(Kind::Values.id()));
    assert_eq!(boards.count(world.server.app().database.reader()).await.unwrap(), 2);
    let installation = world.person("lead").await.get("/api/v1/installation").await.expect(200);
    assert_eq!(installation["vocabulary"], json!(VOCABULARY_VERSION));
}
