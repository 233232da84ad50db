//! What people say about taking on roles, and what it decides.

use std::sync::Arc;

use chrono::TimeDelta;
use reqwest::Method;
use samenspel::clock::{Clock as _, ManualClock, SystemClock};
use serde_json::{Value, json};
use tests::{Hearing, Person, Reply, TestServer, World, if_match, number};

use super::{address, answer, describe_role, propose, proposed};

fn path(world: &World, last: &str) -> String {
    format!("/api/v1/partnerships/{}/{last}", world.own.partnership)
}

async fn wish(world: &World, person: &Person, role: &str, version: i64, body: &Value) -> Reply {
    if_match(person, Method::PUT, &path(world, &format!("roles/{role}/wish")), &json!(version), body).await
}

async fn capacity(world: &World, person: &Person, version: i64, roles: i64, shared_with: &str) -> Reply {
    let body = json!({ "roles": roles, "shared_with": shared_with });
    if_match(person, Method::PUT, &path(world, "role-capacity"), &json!(version), &body).await
}

fn says(wish: &str, energy: Option<i8>, shared_with: &str) -> Value {
    json!({ "wish": wish, "energy": energy, "shared_with": shared_with })
}

/// What somebody sees of what another person wishes of a role.
async fn seen(world: &World, reader: &Person, of: &Person, role: &str) -> Option<Value> {
    let list = reader.get(&path(world, "role-wishes")).await.expect(200);
    let items = list["items"].as_array().unwrap();
    let found = items.iter().find(|item| item["person"]["account_id"] == of.id() && item["role_id"] == role);
    found.map(|item| json!([item["wish"], item["energy"]]))
}

#[tokio::test]
async fn a_wish_is_seen_by_those_with_whom_it_is_shared_and_they_hear_of_it() {
    let world = World::start().await;
    let [lead, member, third] =
        [world.person("lead").await, world.person("member").await, world.person("third").await];
    let role = describe_role(&world, &lead, 1).await;
    let mut leading = Hearing::begin(&lead, &world.own.partnership).await;
    let mut beside = Hearing::begin(&third, &world.own.partnership).await;
    let said = wish(&world, &member, &role, 0, &says("gladly", Some(2), "nobody")).await.expect(200);
    assert_eq!((&said["version"], &said["person"]["account_id"]), (&json!(1), &json!(member.id())));
    let readers = [&member, &lead, &third];
    let all = async |role: &str| {
        let mut all = Vec::new();
        for reader in readers {
            all.push(seen(&world, reader, &member, role).await);
        }
        all
    };
    assert_eq!(all(&role).await, [Some(json!(["gladly", 2])), None, None]);
    wish(&world, &member, &role, 1, &says("fine", Some(1), "lead")).await.expect(200);
    assert_eq!(all(&role).await, [Some(json!(["fine", 1])), Some(json!(["fine", 1])), None]);
    let told = leading.until("role_wish.changed").await;
    assert_eq!(told["data"], json!({ "role": role, "account": member.id() }));
    wish(&world, &member, &role, 2, &says("rather_not", None, "all")).await.expect(200);
    assert_eq!(all(&role).await, vec![Some(json!(["rather_not", null])); 3]);
    assert_eq!(beside.until("role_wish.changed").await["data"]["account"], member.id());
    let own = path(&world, &format!("roles/{role}/wish"));
    if_match(&member, Method::DELETE, &own, &json!(1), &Value::Null).await.expect_problem(412, "changed_meanwhile");
    if_match(&member, Method::DELETE, &own, &json!(3), &Value::Null).await.expect(204);
    assert_eq!(all(&role).await, [None, None, None]);
    let observer = world.person("observer").await;
    observer.get(&path(&world, "role-wishes")).await.expect_problem(403, "forbidden");
    wish(&world, &observer, &role, 0, &says("gladly", None, "all")).await.expect_problem(403, "forbidden");
    wish(&world, &world.guide().await, &role, 0, &says("gladly", None, "all"))
        .await
        .expect_problem(403, "forbidden");
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let world = World::start().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    let role = describe_role(&world, &lead, 1).await;
    for energy in [-3, 3] {
        let refused = wish(&world, &member, &role, 0, &says("fine", Some(energy), "all")).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0], json!({ "field": "energy", "code": "out_of_range" }));
    }
    for roles in [-1, 11] {
        let refused = capacity(&world, &member, 0, roles, "all").await;
        assert_eq!(refused.json()["errors"][0], json!({ "field": "roles", "code": "out_of_range" }));
    }
    let nowhere = samenspel::ids::unordered().to_string();
    wish(&world, &member, &nowhere, 0, &says("fine", None, "all")).await.expect_problem(409, "role_removed");
    let own = path(&world, &format!("roles/{role}/wish"));
    member.put(&own, &says("fine", None, "all")).await.expect_problem(428, "precondition_required");
    let list = member.get(&path(&world, "role-wishes")).await.expect(200);
    assert_eq!((&list["items"], &list["capacities"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn who_says_never_is_not_asked_and_nobody_is_told_why() {
    let world = World::start().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    let role = describe_role(&world, &lead, 2).await;
    wish(&world, &member, &role, 0, &says("never", None, "nobody")).await.expect(200);
    propose(&world, &lead, &role, &member).await.expect_problem(409, "not_available");
    wish(&world, &member, &role, 1, &says("rather_not", None, "nobody")).await.expect(200);
    let asked = proposed(&world, &lead, &role, &member).await;
    let never = says("never", None, "nobody");
    wish(&world, &member, &role, 2, &never).await.expect_problem(409, "answer_first");
    answer(&world, &member, &asked, "decline").await.expect(204);
    wish(&world, &member, &role, 2, &never).await.expect(200);
}

#[tokio::test]
async fn nobody_is_asked_at_the_moment_in_which_they_say_never() {
    let world = World::start().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    for _ in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let role = describe_role(&world, &lead, 1).await;
        let never = says("never", None, "nobody");
        let (asked, said) =
            tokio::join!(propose(&world, &lead, &role, &member), wish(&world, &member, &role, 0, &never));
        assert!(matches!((asked.status, said.status), (201, 409) | (409, 200)), "{} {}", asked.text(), said.text());
    }
}

#[tokio::test]
async fn nobody_gets_more_roles_than_they_said_they_can_carry() {
    let world = World::start().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    capacity(&world, &member, 0, 1, "nobody").await.expect(200);
    for round in 0..number("SAMENSPEL_TEST_RACES", 10) {
        let roles = [describe_role(&world, &lead, 1).await, describe_role(&world, &lead, 1).await];
        let mut asked = Vec::new();
        for role in &roles {
            asked.push(proposed(&world, &lead, role, &member).await);
        }
        let (one, other) = tokio::join!(
            answer(&world, &member, &asked[0], "accept"),
            answer(&world, &member, &asked[1], "accept"),
        );
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409], "{round}: {} {}", one.text(), other.text());
        let refused = if one.status == 409 { &one } else { &other };
        refused.expect_problem(409, "at_capacity");
        let third = describe_role(&world, &lead, 1).await;
        propose(&world, &lead, &third, &member).await.expect_problem(409, "not_available");
        let (kept, late) = if one.status == 200 { (&asked[0], &asked[1]) } else { (&asked[1], &asked[0]) };
        answer(&world, &member, kept, "hand-back").await.expect(204);
        answer(&world, &member, late, "decline").await.expect(204);
    }
    let lead_sees = lead.get(&path(&world, "role-wishes")).await.expect(200);
    assert_eq!(lead_sees["capacities"], json!([]), "and nobody else learns how many that is");
    let own = member.get(&path(&world, "role-wishes")).await.expect(200);
    assert_eq!(own["capacities"][0]["roles"], 1);
    if_match(&member, Method::DELETE, &path(&world, "role-capacity"), &json!(1), &Value::Null).await.expect(204);
}

#[tokio::test]
async fn after_six_weeks_somebody_is_asked_what_energy_a_role_gives_and_leads_hear_that_it_costs_some() {
    let start = SystemClock.now();
    let clock = Arc::new(ManualClock::new(start));
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    let role = describe_role(&world, &lead, 1).await;
    wish(&world, &member, &role, 0, &says("gladly", Some(2), "lead")).await.expect(200);
    let asked = proposed(&world, &lead, &role, &member).await;
    answer(&world, &member, &asked, "accept").await.expect(200);
    clock.advance(TimeDelta::days(41));
    let member = world.person("member").await;
    assert!(!member.turns().await.contains(&"role_check_due".to_owned()));
    clock.advance(TimeDelta::days(2));
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    let turns = member.get("/api/v1/me/turns").await.expect(200);
    let turn = turns["items"].as_array().unwrap().iter().find(|turn| turn["kind"] == "role_check_due").unwrap();
    assert_eq!(turn["subject"], json!({ "id": asked, "name": "Voorleescoach" }));
    let action = json!({ "method": "PUT", "path": path(&world, &format!("roles/{role}/wish")) });
    assert_eq!(turn["action"], action);
    wish(&world, &member, &role, 1, &says("gladly", Some(-1), "nobody")).await.expect(200);
    assert!(!member.turns().await.contains(&"role_check_due".to_owned()), "it was said");
    assert!(!lead.kinds_told().await.contains(&"role_drains".to_owned()), "to nobody else");
    wish(&world, &member, &role, 2, &says("gladly", Some(-1), "lead")).await.expect(200);
    wish(&world, &member, &role, 3, &says("gladly", Some(-2), "lead")).await.expect(200);
    let told = lead.kinds_told().await;
    assert_eq!(told.iter().filter(|kind| *kind == "role_drains").count(), 1, "{told:?}");
    let list = lead.get(&address(&world)).await.expect(200);
    assert_eq!(list["items"][0]["state"], "accepted", "and the role is still theirs");
}
