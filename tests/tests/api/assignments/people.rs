//! What people do about a role, one after the other.

use samenspel::access::Role;
use samenspel::entity::{audit_entry, membership};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, Value};
use serde_json::json;
use tests::{Hearing, Person, World};
use uuid::Uuid;

use super::{answer, describe_role, propose, proposed, seen};

#[tokio::test]
async fn a_lead_asks_somebody_who_accepts_and_gives_back_and_everybody_hears_it() {
    let world = World::start().await;
    let [lead, member, observer] =
        [world.person("lead").await, world.person("member").await, world.person("observer").await];
    let role = describe_role(&world, &lead, 1).await;
    let mut hearing = Hearing::begin(&observer, &world.own.partnership).await;
    let name = member.get("/api/v1/me").await.expect(200)["name"].as_str().unwrap().to_owned();
    let asked = proposed(&world, &lead, &role, &member).await;
    let told = hearing.until("assignment.proposed").await;
    assert_eq!(told["data"], json!({ "assignment": asked, "role": role, "account": member.id() }));
    assert_eq!(told["actor"]["account_id"], lead.id());
    assert_eq!(seen(&world, &observer, &role).await, [(name.clone(), "proposed".into(), false)]);
    let mine = answer(&world, &member, &asked, "accept").await.expect(200);
    assert_eq!((&mine["state"], &mine["account_id"]), (&json!("accepted"), &json!(member.id())));
    assert!(mine["accepted_at"].is_string(), "{mine}");
    assert_eq!(hearing.until("assignment.accepted").await["actor"]["account_id"], member.id());
    // An answer that got lost is asked for again.
    answer(&world, &member, &asked, "accept").await.expect(200);
    answer(&world, &member, &asked, "decline").await.expect_problem(409, "conflict");
    answer(&world, &lead, &asked, "withdraw").await.expect_problem(409, "conflict");
    assert_eq!(seen(&world, &observer, &role).await, [(name, "accepted".into(), false)]);
    answer(&world, &member, &asked, "hand-back").await.expect(204);
    answer(&world, &member, &asked, "hand-back").await.expect(204);
    hearing.until("assignment.ended").await;
    assert!(seen(&world, &observer, &role).await.is_empty());
    answer(&world, &member, &asked, "accept").await.expect_problem(409, "conflict");
    // The seat is free, and they can be asked again.
    proposed(&world, &lead, &role, &member).await;
}

#[tokio::test]
async fn who_declines_is_asked_nothing_more_and_what_is_withdrawn_cannot_be_accepted() {
    let world = World::start().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    let role = describe_role(&world, &lead, 1).await;
    let asked = proposed(&world, &lead, &role, &member).await;
    propose(&world, &lead, &role, &member).await.expect_problem(409, "already_proposed");
    answer(&world, &member, &asked, "decline").await.expect(204);
    answer(&world, &member, &asked, "accept").await.expect_problem(409, "conflict");
    let again = proposed(&world, &lead, &role, &member).await;
    answer(&world, &lead, &again, "withdraw").await.expect(204);
    answer(&world, &member, &again, "accept").await.expect_problem(409, "conflict");
    assert!(seen(&world, &lead, &role).await.is_empty());
}

#[tokio::test]
async fn nobody_answers_for_somebody_else_and_only_a_lead_asks() {
    let world = World::start().await;
    world.add_plain_member().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    let role = describe_role(&world, &lead, 1).await;
    let asked = proposed(&world, &lead, &role, &member).await;
    for name in ["lead", "plain", "observer"] {
        let other = world.person(name).await;
        for word in ["accept", "decline", "hand-back"] {
            answer(&world, &other, &asked, word).await.expect_problem(403, "forbidden");
        }
    }
    for name in ["plain", "observer", "member"] {
        let other = world.person(name).await;
        answer(&world, &other, &asked, "withdraw").await.expect_problem(403, "forbidden");
        propose(&world, &other, &role, &member).await.expect_problem(403, "forbidden");
    }
    let outsider = world.person("outsider").await;
    for word in ["accept", "decline", "hand-back", "withdraw"] {
        answer(&world, &outsider, &asked, word).await.expect_problem(404, "not_found");
    }
    assert_eq!(seen(&world, &lead, &role).await[0].1, "proposed");
}

#[tokio::test]
async fn only_who_acts_for_a_partner_here_is_asked_and_only_for_a_role_that_is_there() {
    let world = World::start().await;
    world.add_plain_member().await;
    let [lead, member, plain] =
        [world.person("lead").await, world.person("member").await, world.person("plain").await];
    let role = describe_role(&world, &lead, 1).await;
    propose(&world, &lead, "no-such-role", &member).await.expect_problem(422, "validation_failed");
    for name in ["observer", "outsider"] {
        propose(&world, &lead, &role, &world.person(name).await).await.expect_problem(422, "validation_failed");
    }
    // A guide who acts for no partner is neutral.
    change(&world, &plain, membership::Column::PartnerId, Value::Uuid(None)).await;
    propose(&world, &lead, &role, &plain).await.expect_problem(422, "validation_failed");
    proposed(&world, &lead, &role, &member).await;
}

#[tokio::test]
async fn who_becomes_an_observer_accepts_nothing_any_more_and_may_still_decline() {
    let world = World::start().await;
    world.add_plain_member().await;
    let [lead, plain] = [world.person("lead").await, world.person("plain").await];
    let role = describe_role(&world, &lead, 1).await;
    let asked = proposed(&world, &lead, &role, &plain).await;
    change(&world, &plain, membership::Column::Role, Role::Observer.into()).await;
    answer(&world, &plain, &asked, "accept").await.expect_problem(403, "forbidden");
    answer(&world, &plain, &asked, "decline").await.expect(204);
}

#[tokio::test]
async fn who_leaves_leaves_their_roles_and_takes_up_nothing_when_they_come_back() {
    let world = World::start().await;
    world.add_plain_member().await;
    let [lead, plain, member] =
        [world.person("lead").await, world.person("plain").await, world.person("member").await];
    let role = describe_role(&world, &lead, 1).await;
    let had = proposed(&world, &lead, &role, &plain).await;
    let waiting = proposed(&world, &lead, &role, &member).await;
    answer(&world, &plain, &had, "accept").await.expect(200);
    answer(&world, &member, &waiting, "accept").await.expect_problem(409, "no_seat_left");
    let partnership = plain.get(&format!("/api/v1/partnerships/{}", world.own.partnership)).await.expect(200);
    let own = format!("/api/v1/partnerships/{}/members/{}", world.own.partnership, plain.id());
    plain.delete(&own).await.expect(204);
    assert_eq!(seen(&world, &lead, &role).await.len(), 1, "the one who waits");
    answer(&world, &plain, &had, "hand-back").await.expect_problem(404, "not_found");

    world.make_admin("member").await;
    let members = format!("/api/v1/partners/{}/members", partnership["me"]["partner_id"].as_str().unwrap());
    member.post(&members, &json!({ "account_id": plain.id() })).await.expect(204);
    assert_eq!(seen(&world, &lead, &role).await.len(), 1, "still");
    answer(&world, &plain, &had, "hand-back").await.expect(204);
    let again = proposed(&world, &lead, &role, &plain).await;
    answer(&world, &member, &waiting, "accept").await.expect(200);
    answer(&world, &plain, &again, "accept").await.expect_problem(409, "no_seat_left");
}

#[tokio::test]
async fn what_is_done_about_roles_is_on_record_without_a_word_of_the_board() {
    let world = World::start().await;
    let [lead, member] = [world.person("lead").await, world.person("member").await];
    let role = describe_role(&world, &lead, 1).await;
    let asked = proposed(&world, &lead, &role, &member).await;
    answer(&world, &member, &asked, "accept").await.expect(200);
    let entries = audit_entry::Entity::find()
        .filter(audit_entry::Column::SubjectId.eq(Uuid::parse_str(&asked).unwrap()))
        .all(world.server.app().database.reader())
        .await
        .unwrap();
    let mut deeds: Vec<_> = entries.iter().map(|entry| (entry.number, entry.action.as_str())).collect();
    deeds.sort_unstable();
    let deeds: Vec<_> = deeds.into_iter().map(|(_, action)| action).collect();
    assert_eq!(deeds, ["assignment.proposed", "assignment.accepted"]);
    assert!(entries.iter().all(|entry| !entry.data.contains("Voorleescoach")));
}

/// What no page can change yet about somebody's place in the partnership.
async fn change(world: &World, person: &Person, column: membership::Column, value: Value) {
    let transaction = world.server.app().database.begin().await.unwrap();
    membership::Entity::update_many()
        .col_expr(column, Expr::value(value))
        .filter(membership::Column::AccountId.eq(Uuid::parse_str(person.id()).unwrap()))
        .exec(&transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
}
