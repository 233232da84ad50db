//! Assignments and the board that describes their roles.

use serde_json::{Value, json};
use tests::{World, eventually};

use super::{answer, describe_role, propose, proposed, seen, set_seats};

#[tokio::test]
async fn what_the_board_says_counts_at_once_and_not_when_the_tables_have_followed() {
    let world = World::start().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    let role = describe_role(&world, &lead, 0).await;
    for _ in 0..5 {
        propose(&world, &lead, &role, &member).await.expect_problem(409, "no_seat_left");
        set_seats(&world, &lead, &role, 1).await;
        let asked = proposed(&world, &lead, &role, &member).await;
        set_seats(&world, &lead, &role, 0).await;
        answer(&world, &member, &asked, "accept").await.expect_problem(409, "no_seat_left");
        set_seats(&world, &lead, &role, 1).await;
        answer(&world, &member, &asked, "accept").await.expect(200);
        set_seats(&world, &lead, &role, 0).await;
        answer(&world, &member, &asked, "hand-back").await.expect(204);
    }
}

#[tokio::test]
async fn fewer_seats_take_nobodys_away() {
    let world = World::start().await;
    world.add_plain_member().await;
    let lead = world.person("lead").await;
    let role = describe_role(&world, &lead, 2).await;
    for name in ["member", "plain"] {
        let person = world.person(name).await;
        let asked = proposed(&world, &lead, &role, &person).await;
        answer(&world, &person, &asked, "accept").await.expect(200);
    }
    set_seats(&world, &lead, &role, 1).await;
    assert_eq!(seen(&world, &lead, &role).await.iter().filter(|seat| seat.1 == "accepted").count(), 2);
    propose(&world, &lead, &role, &lead).await.expect_problem(409, "no_seat_left");
    set_seats(&world, &lead, &role, 3).await;
    proposed(&world, &lead, &role, &lead).await;
}

#[tokio::test]
async fn a_role_that_leaves_the_board_suspends_who_has_it_and_brings_them_back_with_it() {
    let world = World::start().await;
    world.add_plain_member().await;
    let [lead, member, plain] =
        [world.person("lead").await, world.person("member").await, world.person("plain").await];
    let role = describe_role(&world, &lead, 2).await;
    let has = proposed(&world, &lead, &role, &member).await;
    answer(&world, &member, &has, "accept").await.expect(200);
    let waits = proposed(&world, &lead, &role, &plain).await;
    let board = &world.own.roles;
    lead.delete(&format!("/api/v1/boards/{board}/roles/{role}")).await.expect(200);
    let suspended: Vec<bool> = seen(&world, &lead, &role).await.into_iter().map(|seat| seat.2).collect();
    assert_eq!(suspended, [true, true]);
    answer(&world, &plain, &waits, "accept").await.expect_problem(409, "role_removed");
    propose(&world, &lead, &role, &lead).await.expect_problem(422, "validation_failed");
    eventually("nobody waits for an answer about a role that is gone", async || {
        let turns = plain.get("/api/v1/me/turns").await.expect(200);
        turns["items"].as_array().unwrap().is_empty().then_some(())
    })
    .await;
    let binned = eventually("the role is in the bin", async || {
        let bin = lead.get(&format!("/api/v1/boards/{board}/bin")).await.expect(200);
        let mut items = bin["items"].as_array().unwrap().iter();
        let found = items.find(|item| item["role"]["id"] == role.as_str())?;
        Some(found["id"].as_str().unwrap().to_owned())
    })
    .await;
    lead.post(&format!("/api/v1/boards/{board}/bin/{binned}/restore"), &Value::Null).await.expect(200);
    let back = seen(&world, &lead, &role).await;
    let states: Vec<_> = back.iter().map(|seat| (seat.1.as_str(), seat.2)).collect();
    assert_eq!(states, [("accepted", false), ("proposed", false)]);
    answer(&world, &plain, &waits, "accept").await.expect(200);
    assert_eq!(json!(seen(&world, &lead, &role).await.len()), json!(2));
}
