//! A connection does not outlive the right to it, nor the server.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta};
use samenspel::clock::ManualClock;
use samenspel::entity::{account, membership, session};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait, QueryFilter as _};
use tests::{DEADLINE, Peer, Person, TestServer, World};
use uuid::Uuid;

#[tokio::test]
async fn a_server_that_stops_tells_its_peers_to_come_back() {
    let mut world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.ambition).await;
    peer.push("headline", "[vlak voor het einde]");
    tokio::time::timeout(DEADLINE, world.server.stop()).await.expect("it stops");
    assert_eq!(peer.closed().await.code, 1012);
    let doc = peer.seen().doc();

    world.server.start_again().await;
    let back = Peer::open_with(&tests::Pass::of(&lead), &world.own.ambition, doc).await.unwrap();
    back.until("it is whole", |seen| seen.text("headline").ends_with("[vlak voor het einde]")).await;
    back.saved().await;
}

#[tokio::test]
async fn an_ended_session_is_closed() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.ambition).await;
    lead.delete("/api/v1/sessions/current").await.expect(204);
    assert_eq!(peer.closed().await.code, 4401);
}

#[tokio::test]
async fn who_left_according_to_the_database_is_closed_and_others_stay() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = super::join_all(&[&lead, &member], &world.own.ambition).await;
    remove(&world, &member).await;
    assert_eq!(peers[1].closed().await.code, 4403);
    peers[0].push("headline", "[zonder joris]");
    peers[0].saved().await;
}

#[tokio::test]
async fn who_left_according_to_the_database_is_closed_within_a_second() {
    let world = World::start().await;
    let mut took = Vec::new();
    for name in ["lead", "member", "third", "observer"] {
        let person = world.person(name).await;
        let peer = Peer::join(&person, &world.own.ambition).await;
        let began = Instant::now();
        remove(&world, &person).await;
        assert_eq!(peer.closed().await.code, 4403);
        took.push(began.elapsed());
    }
    took.sort_unstable();
    // Other tests keep the machine busy at the same time, which may make one or two of them late.
    assert!(took[1] < Duration::from_secs(1), "{took:?}");
}

#[tokio::test]
async fn a_session_that_ended_according_to_the_database_is_closed_and_others_stay() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = super::join_all(&[&lead, &member], &world.own.ambition).await;
    let of_member = session::Column::AccountId.eq(id(&member));
    set_now::<session::Entity>(&world, session::Column::EndedAt, of_member).await;
    assert_eq!(peers[1].closed().await.code, 4401);
    peers[0].push("headline", "[zonder joris]");
    peers[0].saved().await;
}

#[tokio::test]
async fn a_deactivated_account_is_closed_and_others_stay() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = super::join_all(&[&lead, &member], &world.own.ambition).await;
    let of_member = account::Column::Id.eq(id(&member));
    set_now::<account::Entity>(&world, account::Column::DeactivatedAt, of_member).await;
    assert_eq!(peers[1].closed().await.code, 4401);
    peers[0].push("headline", "[zonder joris]");
    peers[0].saved().await;
}

#[tokio::test]
async fn a_session_whose_time_is_over_is_closed() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    let peer = Peer::join(&world.person("lead").await, &world.own.ambition).await;
    clock.advance(TimeDelta::days(7));
    assert_eq!(peer.closed().await.code, 4401);
}

#[tokio::test]
async fn what_a_removed_member_still_sends_is_not_written() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let peers = super::join_all(&[&lead, &member], &world.own.ambition).await;
    // Until the next look at the database they are still connected; what is sent meanwhile must not be written either.
    remove(&world, &member).await;
    peers[1].push("headline", "[na het afscheid]");
    assert_eq!(peers[1].closed().await.code, 4403);
    peers[0].push("headline", "[verder]");
    peers[0].saved().await;
    assert!(!peers[0].seen().text("headline").contains("[na het afscheid]"));
    let fresh = Peer::join(&lead, &world.own.ambition).await;
    assert!(!fresh.seen().text("headline").contains("[na het afscheid]"));
}

async fn remove(world: &World, person: &Person) {
    let theirs = membership::Column::AccountId.eq(id(person));
    set_now::<membership::Entity>(world, membership::Column::LeftAt, theirs).await;
}

/// Writes the present time into `column` of those rows, as somebody would who works in the database.
async fn set_now<E: EntityTrait>(world: &World, column: E::Column, rows: Expr) {
    let app = world.server.app();
    let transaction = app.database.begin().await.unwrap();
    let update = E::update_many().col_expr(column, Expr::value(app.clock.now())).filter(rows);
    assert_ne!(update.exec(&transaction).await.unwrap().rows_affected, 0, "nobody was meant");
    transaction.commit().await.unwrap();
}

fn id(person: &Person) -> Uuid {
    person.id().parse().unwrap()
}
