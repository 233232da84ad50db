//! Whoever is kept out is out within a second, and nothing they send after that is kept (threat 1).

use std::time::{Duration, Instant};

use samenspel::entity::board_update;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::json;
use tests::{DEMO_PASSWORD, Peer, Person, World};
use tokio::time::{MissedTickBehavior, interval};

use super::organisation_of;

/// The pause between two writes of somebody who writes a hundred times a second.
const PACE: Duration = Duration::from_millis(10);

#[tokio::test]
async fn of_a_hundred_writes_a_second_not_one_is_kept_after_a_deactivation_also_in_twenty_times() {
    let world = World::start().await;
    let admin = world.person("admin").await;
    let witness = Peer::join(&world.person("third").await, &world.own.ambition).await;
    let organisation = organisation_of(&world.server, "member").await;
    let mut took = Vec::new();
    for time in 0..20 {
        let member = world.person("member").await;
        let account = format!("/api/v1/organisations/{organisation}/accounts/{}", member.id());
        let peer = Peer::join(&member, &world.own.ambition).await;
        let writing = write_on(&peer);
        let ending = async {
            peer.until("some of it is saved", |seen| seen.acknowledged() > 20).await;
            let began = Instant::now();
            admin.post(&format!("{account}/deactivate"), &json!({})).await.expect(200);
            let kept = rows_of(&world, &member).await;
            let closed = peer.closed().await;
            assert!([4401, 4403].contains(&closed.code), "{closed:?}");
            (kept, began.elapsed())
        };
        let (kept, elapsed) = tokio::select! {
            ended = ending => ended,
            () = writing => unreachable!("somebody who writes on and on"),
        };
        took.push(elapsed);
        witness.push("headline", ".");
        witness.saved().await;
        assert_eq!(rows_of(&world, &member).await, kept, "in the {time}th time something was kept");
        member.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
        admin.post(&format!("{account}/reactivate"), &json!({})).await.expect(200);
    }
    took.sort_unstable();
    // Other tests keep the machine busy at the same time, which may make some of them late.
    assert!(took[took.len() / 2] < Duration::from_secs(1), "{took:?}");
}

#[tokio::test]
async fn of_a_hundred_writes_a_second_not_one_is_kept_after_a_suspension() {
    let world = World::start().await;
    let admin = world.person("admin").await;
    let organisation = organisation_of(&world.server, "member").await;
    for _ in 0..5 {
        let member = world.person("member").await;
        let peer = Peer::join(&member, &world.own.ambition).await;
        let ending = async {
            peer.until("some of it is saved", |seen| seen.acknowledged() > 20).await;
            admin.post(&format!("/api/v1/organisations/{organisation}/suspend"), &json!({})).await.expect(200);
            let kept = rows_of(&world, &member).await;
            peer.closed().await;
            kept
        };
        let kept = tokio::select! {
            kept = ending => kept,
            () = write_on(&peer) => unreachable!("somebody who writes on and on"),
        };
        assert_eq!(rows_of(&world, &member).await, kept);
        admin.post(&format!("/api/v1/organisations/{organisation}/resume"), &json!({})).await.expect(200);
    }
}

#[tokio::test]
async fn who_is_deactivated_is_signed_out_and_what_they_wrote_stays_under_their_name() {
    let world = World::start().await;
    let (admin, lead, member) =
        (world.person("admin").await, world.person("lead").await, world.person("member").await);
    let peer = Peer::join(&member, &world.own.ambition).await;
    peer.push("headline", "[van joris]");
    peer.saved().await;
    let organisation = organisation_of(&world.server, "member").await;
    let account = format!("/api/v1/organisations/{organisation}/accounts/{}", member.id());
    let changed = admin.post(&format!("{account}/deactivate"), &json!({})).await.expect(200);
    assert_eq!(changed["status"], "deactivated");
    assert_eq!(peer.closed().await.code, 4401);
    let sign_in = json!({ "email": "member@demo.example", "password": DEMO_PASSWORD, "mode": "token" });
    let nobody = Person::nobody(&world.server);
    nobody.post("/api/v1/sessions", &sign_in).await.expect_problem(401, "invalid_credentials");
    let timeline = lead.get(&format!("/api/v1/boards/{}/timeline", world.own.ambition)).await.expect(200);
    assert_eq!(timeline["items"][0]["author"]["name"], "Joris Vermeer");
    admin.post(&format!("{account}/reset-password"), &json!({})).await.expect_problem(409, "conflict");
    admin.post(&format!("{account}/reactivate"), &json!({})).await.expect(200);
    let back = Peer::join(&world.person("member").await, &world.own.ambition).await;
    assert!(back.seen().text("headline").contains("[van joris]"));
}

/// Writes on and on; never ends.
pub(crate) async fn write_on(peer: &Peer) {
    let mut pace = interval(PACE);
    pace.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        pace.tick().await;
        peer.edit(|transaction| tests::writing::push_paragraph(transaction, "statement", "Nog iets."));
    }
}

pub(crate) async fn rows_of(world: &World, person: &Person) -> u64 {
    let author: uuid::Uuid = person.id().parse().unwrap();
    let rows = board_update::Entity::find().filter(board_update::Column::AuthorId.eq(author));
    rows.count(world.server.app().database.reader()).await.unwrap()
}
