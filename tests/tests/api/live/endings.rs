//! A connection does not outlive the right to it, nor the server.

use std::time::{Duration, Instant};

use samenspel::realtime::Close;
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _, Set};
use tests::{Peer, World};

/// How soon somebody must be out who may not be in any more.
const AT_ONCE: Duration = Duration::from_secs(1);

#[tokio::test]
async fn a_server_that_stops_tells_its_peers_to_come_back() {
    let mut world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.ambition).await;
    peer.push("headline", "[vlak voor het einde]");
    let started = Instant::now();
    world.server.stop().await;
    assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
    assert_eq!(peer.closed().await.code, 1012);
    let doc = peer.seen().doc();

    world.server.start_again().await;
    let back = Peer::open_with(&tests::Pass::of(&lead), &world.own.ambition, doc).await.unwrap();
    back.until("it is whole", |seen| seen.text("headline").ends_with("[vlak voor het einde]")).await;
    back.saved().await;
}

#[tokio::test]
async fn an_ended_session_is_closed_at_once() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.ambition).await;
    let started = Instant::now();
    lead.delete("/api/v1/sessions/current").await.expect(204);
    assert_eq!(peer.closed().await.code, 4401);
    assert!(started.elapsed() < AT_ONCE, "{:?}", started.elapsed());
}

#[tokio::test]
async fn a_removed_member_is_closed_at_once_and_others_stay() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = super::join_all(&[&lead, &member], &world.own.ambition).await;
    let membership = remove(&world, &member).await;
    let started = Instant::now();
    world.server.app().rooms.revoke(membership, Close::FORBIDDEN);
    assert_eq!(peers[1].closed().await.code, 4403);
    assert!(started.elapsed() < AT_ONCE, "{:?}", started.elapsed());
    peers[0].push("headline", "[zonder joris]");
    peers[0].saved().await;
}

#[tokio::test]
async fn what_a_removed_member_still_sends_is_not_written() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = super::join_all(&[&lead, &member], &world.own.ambition).await;
    // Whoever removes somebody tells the rooms afterwards; what is sent in between must not be written either.
    remove(&world, &member).await;
    peers[1].push("headline", "[na het afscheid]");
    assert_eq!(peers[1].closed().await.code, 4403);
    peers[0].push("headline", "[verder]");
    peers[0].saved().await;
    assert!(!peers[0].seen().text("headline").contains("[na het afscheid]"));
    let fresh = Peer::join(&lead, &world.own.ambition).await;
    assert!(!fresh.seen().text("headline").contains("[na het afscheid]"));
}

async fn remove(world: &World, person: &tests::Person) -> uuid::Uuid {
    let membership = world.membership(person).await;
    let (id, mut leaving) = (membership.id, membership.into_active_model());
    leaving.left_at = Set(Some(world.server.app().clock.now()));
    let transaction = world.server.app().database.begin().await.unwrap();
    leaving.update(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    id
}
