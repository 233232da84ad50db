//! Roles that the work needs.

use serde_json::json;
use tests::{Peer, World};
use yrs::{Map as _, Out, WriteTxn as _};

use super::content;

#[tokio::test]
async fn a_role_is_described_and_changed_as_a_whole_and_in_part() {
    let world = World::start().await;
    let (member, lead) = (world.person("member").await, world.person("lead").await);
    let peer = Peer::join(&lead, &world.own.roles).await;
    let path = format!("/api/v1/boards/{}/roles", world.own.roles);
    let described = json!({
        "title": "Voorlezer\nthuis", "purpose": "Leest voor\naan de keukentafel", "seats_min": 2, "seats_max": 20,
        "qualities": { "empathy": 3, "tact": 1 }, "drives": { "care": true }, "position": 0,
    });
    let saved = member.post(&path, &described).await.expect(201);
    let role = &saved["role"];
    assert_eq!((&role["title"], &role["purpose"]), (&json!("Voorlezer thuis"), &described["purpose"]));
    let id = role["id"].as_str().unwrap();
    assert_eq!(content(&member, &world.own.roles).await["roles"][0], *role);
    peer.until("the role is there", |seen| seen.map("roles").get(id).is_some()).await;

    let change = json!({ "seats_min": 0, "qualities": { "tact": 2, "calm": 1 }, "drives": {}, "position": 1 });
    let changed = member.patch(&format!("{path}/{id}"), &change).await.expect(200);
    let mut expected = role.clone();
    for (key, value) in [("seats_min", json!(0)), ("qualities", change["qualities"].clone()), ("drives", json!({}))]
    {
        expected[key] = value;
    }
    expected["order"] = changed["role"]["order"].clone();
    assert_eq!(changed["role"], expected);
    assert_eq!(content(&member, &world.own.roles).await["roles"][1], expected);
    peer.until("the others see it", |seen| seen.map("roles")[id]["qualities"] == json!({ "tact": 2, "calm": 1 }))
        .await;

    member.delete(&format!("{path}/{id}")).await.expect(200);
    peer.until("the role is gone", |seen| seen.map("roles").get(id).is_none()).await;
    member.delete(&format!("{path}/{id}")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn seats_that_two_people_set_across_each_other_are_a_range_and_stay_one() {
    let world = World::start().await;
    let (member, lead) = (world.person("member").await, world.person("lead").await);
    let (one, other) = (Peer::join(&lead, &world.own.roles).await, Peer::join(&member, &world.own.roles).await);
    let path = format!("/api/v1/boards/{}/roles", world.own.roles);
    let role =
        member.post(&path, &json!({ "title": "Trekker", "seats_max": 20 })).await.expect(201)["role"].clone();
    let id = role["id"].as_str().unwrap();
    for (peer, key, seats) in [(&one, "seats_min", 13), (&other, "seats_max", 3)] {
        peer.until("the role is there", |seen| seen.map("roles").get(id).is_some()).await;
        peer.edit(|transaction| {
            let roles = transaction.get_or_insert_map("roles");
            let Some(Out::YMap(role)) = roles.get(transaction, id) else { panic!("the role is there") };
            role.insert(transaction, key, f64::from(seats));
        });
        peer.saved().await;
    }
    let seats = |role: &serde_json::Value| (role["seats_min"].as_i64(), role["seats_max"].as_i64());
    let shown = content(&member, &world.own.roles).await["roles"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(seats(&shown), (Some(3), Some(13)));
    let changed = member.patch(&format!("{path}/{id}"), &json!({ "seats_min": 4 })).await.expect(200);
    assert_eq!(seats(&changed["role"]), (Some(4), Some(13)));
}

#[tokio::test]
async fn a_role_that_is_only_named_has_one_seat_and_comes_last() {
    let world = World::start().await;
    let member = world.person("member").await;
    let path = format!("/api/v1/boards/{}/roles", world.own.roles);
    for (body, seats) in [
        (json!({ "title": "Een" }), (1, 1)),
        (json!({ "title": "Twee", "seats_min": 3 }), (3, 3)),
        (json!({ "title": "Drie", "seats_max": 0 }), (0, 0)),
    ] {
        let role = member.post(&path, &body).await.expect(201)["role"].clone();
        assert_eq!((role["seats_min"].as_i64(), role["seats_max"].as_i64()), (Some(seats.0), Some(seats.1)));
        assert_eq!(content(&member, &world.own.roles).await["roles"].as_array().unwrap().last(), Some(&role));
    }
}

#[tokio::test]
async fn a_script_that_renames_a_role_leaves_what_others_add_to_its_purpose() {
    let world = World::start().await;
    let member = world.person("member").await;
    let role = content(&member, &world.own.roles).await["roles"][0].clone();
    let path = format!("/api/v1/boards/{}/roles/{}", world.own.roles, role["id"].as_str().unwrap());
    let rename = async { member.patch(&path, &json!({ "title": "Regisseur" })).await.expect(200) };
    let describe = async { member.patch(&path, &json!({ "purpose": "Houdt het bij elkaar" })).await.expect(200) };
    tokio::join!(rename, describe);
    let now = content(&member, &world.own.roles).await["roles"][0].clone();
    assert_eq!((&now["title"], &now["purpose"]), (&json!("Regisseur"), &json!("Houdt het bij elkaar")));
}
