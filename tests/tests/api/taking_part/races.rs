//! Several at once.

use futures_util::future::join_all;
use serde_json::json;
use tests::{Person, Reply, World};

use super::{accept, ask, asked, begun, seen};

#[tokio::test]
async fn of_two_leads_who_step_down_at_once_one_stays() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    let leads = format!("/api/v1/partnerships/{}/leads", world.own.partnership);
    for _ in 0..10 {
        let own = seen(&lead, &world.own.partnership).await;
        let (leading, other) = if own["me"]["role"] == "lead" { (&lead, &member) } else { (&member, &lead) };
        leading.post(&leads, &json!({ "account_id": other.id() })).await.expect(204);
        let path = format!("{leads}/me");
        let answers = join_all([&lead, &member].map(|person| person.delete(&path))).await;
        assert_eq!(sorted(&answers), [204, 409]);
        assert!(answers.iter().any(|reply| reply.status == 409 && reply.problem().1 == "last_lead"));
    }
}

#[tokio::test]
async fn of_two_who_speak_for_a_partner_and_are_removed_at_once_one_stays() {
    let world = World::start().await;
    world.add_plain_member().await;
    world.make_admin("member").await;
    let (member, plain) = (world.person("member").await, world.person("plain").await);
    let own = seen(&member, &world.own.partnership).await;
    let members = format!("/api/v1/partners/{}/members", own["me"]["partner_id"].as_str().unwrap());
    let path = |person: &Person| format!("{members}/{}", person.id());
    for _ in 0..10 {
        for person in [&member, &plain] {
            let there = member.patch(&path(person), &json!({ "mandated": true })).await.status;
            if there == 404 {
                let body = json!({ "account_id": person.id(), "mandated": true });
                member.post(&members, &body).await.expect(204);
            }
        }
        let paths = [path(&member), path(&plain)];
        let answers = join_all(paths.iter().map(|path| member.delete(path))).await;
        assert_eq!(sorted(&answers), [204, 409]);
    }
}

#[tokio::test]
async fn of_twenty_yeses_one_counts() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    ask(&lead, &world.own.partnership, "Welzijn Oost", "anna@welzijn.example").await.expect(201);
    let anna = begun(&world.server, "anna@welzijn.example").await;
    let invitation = asked(&anna).await.remove(0);
    let own = [anna.id()];
    let answers = join_all((0..20).map(|_| accept(&anna, &invitation, &own))).await;
    let mut expected = vec![204];
    expected.extend([409; 19]);
    assert_eq!(sorted(&answers), expected);
    assert_eq!(seen(&lead, &world.own.partnership).await["partners"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn of_many_who_are_asked_at_once_each_has_a_mark_of_its_own_and_no_more_than_64_fit() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let asking = (0..66).map(async |number| {
        let (name, email) = (format!("Partner {number}"), format!("p{number}@nieuw.example"));
        ask(&lead, &world.own.partnership, &name, &email).await
    });
    let answers = join_all(asking).await;
    assert_eq!(sorted(&answers), [[201; 61].as_slice(), &[409; 5]].concat());
    let partnership = seen(&lead, &world.own.partnership).await;
    let partners = partnership["partners"].as_array().unwrap();
    let marks: Vec<i64> = partners.iter().map(|partner| partner["mark"].as_i64().unwrap()).collect();
    assert_eq!(marks, (1..=64).collect::<Vec<_>>());
}

fn sorted(answers: &[Reply]) -> Vec<u16> {
    let mut statuses: Vec<u16> = answers.iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    statuses
}
