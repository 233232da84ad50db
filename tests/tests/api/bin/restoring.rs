//! What was deleted comes back as it was, once, by whoever may write.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use samenspel::clock::ManualClock;
use samenspel::entity::bin_item;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use tests::{Peer, Person, Reply, TestServer, World, writing};
use uuid::Uuid;

use super::{bin, block_count, items};

#[tokio::test]
async fn a_card_comes_back_as_it_was_and_everybody_sees_it() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peer = Peer::join(&lead, &world.own.canvas).await;
    let before = card_of_the_demo(&peer);
    let id = before["id"].as_str().unwrap().to_owned();
    let was = peer.seen().map("notes")[&id].clone();
    peer.edit(|transaction| writing::remove_entry(transaction, "notes", &id));
    let item = bin(&lead, &world.own.canvas, |items| items.len() == 1).await.remove(0);

    let restored = restore(&member, &world.own.canvas, &item).await.expect(200);
    // It was answered, so it is in the log, and out of the bin.
    let content = member.get(&format!("/api/v1/boards/{}/content", world.own.canvas)).await.expect(200);
    assert_eq!(content["seq"], restored["seq"]);
    let there = content["notes"].as_array().unwrap().iter().find(|note| note["id"] == id.as_str());
    assert_eq!(there, Some(&item["note"]));
    assert!(items(&lead, &world.own.canvas).await.is_empty());
    peer.until("it is seen", |seen| seen.map("notes")[&id] == was).await;
    restore(&member, &world.own.canvas, &item).await.expect_problem(409, "conflict");
}

#[tokio::test]
async fn a_role_comes_back_with_all_that_was_said_of_it() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.roles).await;
    let was = peer.seen().map("roles");
    let id = was.as_object().unwrap().keys().next().unwrap().clone();
    peer.edit(|transaction| writing::remove_entry(transaction, "roles", &id));
    let item = bin(&lead, &world.own.roles, |items| items.len() == 1).await.remove(0);
    restore(&lead, &world.own.roles, &item).await.expect(200);
    peer.until("it is seen", |seen| seen.map("roles") == was).await;
}

#[tokio::test]
async fn a_paragraph_comes_back_where_it_stood_with_its_markup() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.ambition).await;
    let count = block_count(&peer, "statement");
    let was = peer.seen().xml("statement");
    assert!(was.contains("bold") && count > 2, "{was}");
    for place in 0..count {
        peer.edit(|transaction| writing::remove_block(transaction, "statement", place));
        let found = bin(&lead, &world.own.ambition, |items| items.len() == 1).await;
        restore(&lead, &world.own.ambition, &found[0]).await.expect(200);
        peer.until("it is as it was", |seen| seen.xml("statement") == was).await;
        restore(&lead, &world.own.ambition, &found[0]).await.expect_problem(409, "conflict");
    }
}

#[tokio::test]
async fn a_headline_comes_back_and_the_one_that_took_its_place_is_in_the_bin_then() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.ambition).await;
    let was = peer.seen().text("headline");
    peer.edit(|transaction| writing::replace(transaction, "headline", "Xyz"));
    let item = bin(&lead, &world.own.ambition, |items| items.len() == 1).await.remove(0);
    assert_eq!(item["passage"]["text"], was.as_str());
    restore(&lead, &world.own.ambition, &item).await.expect(200);
    peer.until("it is as it was", |seen| seen.text("headline") == was).await;
    let is_the_other = |items: &[Value]| items.len() == 1 && items[0]["passage"]["text"] == "Xyz";
    bin(&lead, &world.own.ambition, is_the_other).await;
}

#[tokio::test]
async fn of_two_who_restore_the_same_thing_at_once_one_does() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peer = Peer::join(&lead, &world.own.ambition).await;
    let was = peer.seen().xml("statement");
    peer.edit(|transaction| writing::remove_block(transaction, "statement", 0));
    let item = bin(&lead, &world.own.ambition, |items| items.len() == 1).await.remove(0);
    let both = [restore(&lead, &world.own.ambition, &item), restore(&member, &world.own.ambition, &item)];
    let mut statuses: Vec<u16> =
        futures_util::future::join_all(both).await.into_iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    // The other is told that it is there, or to look again in a moment.
    assert!(matches!(statuses[..], [200, 409 | 503]), "{statuses:?}");
    peer.until("it is there once", |seen| seen.xml("statement") == was).await;
}

#[tokio::test]
async fn what_may_or_may_not_have_been_restored_is_not_said_to_be_on_the_board() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.canvas).await;
    let id = card_of_the_demo(&peer)["id"].as_str().unwrap().to_owned();
    peer.edit(|transaction| writing::remove_entry(transaction, "notes", &id));
    let item = bin(&lead, &world.own.canvas, |items| items.len() == 1).await.remove(0);
    // As it is after the database was too slow for somebody who restored it.
    let claimed_until = |until| claim(&world, &item, until);
    let now = world.server.app().clock.now();
    claimed_until(Some(now + TimeDelta::seconds(30))).await;
    restore(&lead, &world.own.canvas, &item).await.expect_problem(503, "unavailable");
    assert_eq!(items(&lead, &world.own.canvas).await.len(), 1);
    claimed_until(Some(now)).await;
    restore(&lead, &world.own.canvas, &item).await.expect(200);
    restore(&lead, &world.own.canvas, &item).await.expect_problem(409, "conflict");
}

async fn claim(world: &World, item: &Value, until: Option<DateTime<Utc>>) {
    let transaction = world.server.app().database.begin().await.unwrap();
    let claim = bin_item::Entity::update_many().col_expr(bin_item::Column::ClaimedUntil, Expr::value(until));
    let id: Uuid = item["id"].as_str().unwrap().parse().unwrap();
    claim.filter(bin_item::Column::Id.eq(id)).exec(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
}

#[tokio::test]
async fn only_who_may_write_restores_and_only_what_is_in_the_bin_of_that_board() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    let (lead, observer) = (world.person("lead").await, world.person("observer").await);
    let outsider = world.person("outsider").await;
    let peer = Peer::join(&lead, &world.own.canvas).await;
    let id = card_of_the_demo(&peer)["id"].as_str().unwrap().to_owned();
    peer.edit(|transaction| writing::remove_entry(transaction, "notes", &id));
    let item = bin(&lead, &world.own.canvas, |items| items.len() == 1).await.remove(0);
    restore(&observer, &world.own.canvas, &item).await.expect_problem(403, "forbidden");
    restore(&outsider, &world.own.canvas, &item).await.expect_problem(404, "not_found");
    restore(&outsider, &world.foreign.canvas, &item).await.expect_problem(404, "not_found");
    restore(&lead, &world.own.roles, &item).await.expect_problem(404, "not_found");
    let unknown = json!({ "id": "00000000-0000-7000-8000-000000000000" });
    restore(&lead, &world.own.canvas, &unknown).await.expect_problem(404, "not_found");
    assert_eq!(items(&lead, &world.own.canvas).await.len(), 1);
    clock.advance(TimeDelta::days(30));
    let lead = world.person("lead").await;
    restore(&lead, &world.own.canvas, &item).await.expect_problem(404, "not_found");
}

async fn restore(person: &Person, board: &str, item: &Value) -> Reply {
    let id = item["id"].as_str().unwrap();
    person.post(&format!("/api/v1/boards/{board}/bin/{id}/restore"), &json!({})).await
}

/// Some card that is about one partner.
fn card_of_the_demo(peer: &Peer) -> Value {
    let notes = peer.seen().map("notes");
    let mut notes = notes.as_object().unwrap().iter();
    let (id, note) = notes.find(|(_, note)| note["partner"].is_string()).expect("one is about a partner");
    let mut note = note.clone();
    note["id"] = id.as_str().into();
    note
}
