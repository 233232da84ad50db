//! Somebody who is removed while they write (threat 1).

use std::time::{Duration, Instant};

use serde_json::json;
use tests::{Peer, World};

use crate::organisations::{rows_of, write_on};
use crate::taking_part::seen;

/// Threat 1.
#[tokio::test]
async fn of_a_hundred_writes_a_second_not_one_is_kept_after_a_removal_also_in_twenty_times() {
    let world = World::start().await;
    world.add_plain_member().await;
    world.make_admin("member").await;
    let member = world.person("member").await;
    let partner = seen(&member, &world.own.partnership).await["me"]["partner_id"].as_str().unwrap().to_owned();
    let members = format!("/api/v1/partners/{partner}/members");
    let witness = Peer::join(&member, &world.own.ambition).await;
    let mut took = Vec::new();
    for time in 0..20 {
        let plain = world.person("plain").await;
        let peer = Peer::join(&plain, &world.own.ambition).await;
        let ending = async {
            peer.until("some of it is saved", |seen| seen.acknowledged() > 20).await;
            let began = Instant::now();
            member.delete(&format!("{members}/{}", plain.id())).await.expect(204);
            let kept = rows_of(&world, &plain).await;
            let closed = peer.closed().await;
            assert_eq!(closed.code, 4403, "{closed:?}");
            (kept, began.elapsed())
        };
        let (kept, elapsed) = tokio::select! {
            ended = ending => ended,
            () = write_on(&peer) => unreachable!("somebody who writes on and on"),
        };
        took.push(elapsed);
        witness.push("headline", ".");
        witness.saved().await;
        assert_eq!(rows_of(&world, &plain).await, kept, "in the {time}th time something was kept");
        member.post(&members, &json!({ "account_id": plain.id() })).await.expect(204);
    }
    took.sort_unstable();
    // Other tests keep the machine busy at the same time, which may make some of them late.
    assert!(took[took.len() / 2] < Duration::from_secs(1), "{took:?}");
}
