//! Planning, opening and closing.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use samenspel::clock::ManualClock;
use serde_json::{Value, json};
use tests::{Hearing, Person, TestServer, World, eventually};

use futures_util::future::join_all;

use super::{Crowd, all_alike, anonymous, answer, close, opened, planned, rounds, state};

#[tokio::test]
async fn a_lead_plans_a_round_moves_it_and_takes_it_back_and_everybody_hears_it() {
    let world = World::start().await;
    let [lead, member, observer] =
        [world.person("lead").await, world.person("member").await, world.person("observer").await];
    let list = member.get(&rounds(&world)).await.expect(200);
    assert_eq!(list["items"], json!([]));
    assert_eq!(list["proposals"][0]["kind"], "scan", "a partnership begins with a scan");
    let mut hearing = Hearing::begin(&observer, &world.own.partnership).await;
    let round = planned(&world, &lead, "scan").await;
    hearing.until("scan.planned").await;
    let seen = member.get(&round).await.expect(200);
    assert_eq!(
        (&seen["state"], &seen["mine"], &seen["mode"]),
        (&json!("planned"), &json!("not_asked"), &Value::Null)
    );
    assert_eq!(seen["statements"].as_array().unwrap().len(), 32);
    assert_eq!(member.get(&rounds(&world)).await.expect(200)["proposals"], json!([]));
    let moved = lead.patch(&round, &json!({ "planned_for": "2027-02-01" })).await.expect(200);
    assert_eq!(moved["planned_for"], "2027-02-01");
    hearing.until("scan.changed").await;
    for person in [&member, &observer] {
        person.patch(&round, &json!({ "planned_for": "2027-03-01" })).await.expect_problem(403, "forbidden");
        person.delete(&round).await.expect_problem(403, "forbidden");
        person.post(&format!("{round}/open"), &anonymous()).await.expect_problem(403, "forbidden");
        let body = json!({ "kind": "pulse", "planned_for": "2027-01-01" });
        person.post(&rounds(&world), &body).await.expect_problem(403, "forbidden");
    }
    lead.delete(&round).await.expect(204);
    hearing.until("scan.cancelled").await;
    member.get(&round).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn how_a_round_is_asked_and_shown_is_fixed_when_it_is_opened() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 3), ("member", 3), ("third", 1)]).await;
    let (lead, member) = (crowd.lead(), &crowd.of["member"][0]);
    let round = planned(&world, lead, "pulse").await;
    for (opening, field) in [
        (json!({ "mode": "anonymous", "floor": 2, "days": 7 }), "floor"),
        (json!({ "mode": "anonymous", "floor": 4, "days": 7 }), "floor"),
        (json!({ "mode": "anonymous", "floor": 3, "days": 0 }), "days"),
        (json!({ "mode": "anonymous", "floor": 3, "days": 61 }), "days"),
    ] {
        let refused = lead.post(&format!("{round}/open"), &opening).await;
        refused.expect_problem(422, "validation_failed");
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }
    let open = lead.post(&format!("{round}/open"), &anonymous()).await.expect(200);
    assert_eq!((&open["state"], &open["mode"], &open["floor"]), (&json!("open"), &json!("anonymous"), &json!(3)));
    assert_eq!((&open["number"], &open["mine"]), (&json!(1), &json!("asked")));
    assert_eq!(open["statements"].as_array().unwrap().len(), 6);
    lead.post(&format!("{round}/open"), &anonymous()).await.expect_problem(409, "opened_before");
    lead.patch(&round, &json!({ "planned_for": "2027-03-01" })).await.expect_problem(409, "opened_before");
    lead.delete(&round).await.expect_problem(409, "opened_before");
    let second = planned(&world, lead, "scan").await;
    lead.post(&format!("{second}/open"), &anonymous()).await.expect_problem(409, "another_is_open");
    assert!(member.kinds_told().await.contains(&"scan_opened".to_owned()));
    assert_eq!(member.turns().await, ["scan_open"]);
    let observer = world.person("observer").await;
    assert_eq!(observer.get(&round).await.expect(200)["mine"], "not_asked");
    assert!(observer.turns().await.is_empty());
}

#[tokio::test]
async fn a_round_of_which_nothing_could_be_shown_is_not_opened() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let round = planned(&world, &lead, "scan").await;
    // Three people act for three partners.
    lead.post(&format!("{round}/open"), &anonymous()).await.expect_problem(409, "too_few_people");
    assert_eq!(state(&lead, &round).await, "planned");
    let voice = json!({ "mode": "partner_voice", "days": 7 });
    lead.post(&format!("{round}/open"), &voice).await.expect(200);
}

#[tokio::test]
async fn while_it_is_open_a_lead_learns_how_many_answered_and_of_small_partners_only_together() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 4), ("member", 3), ("third", 2)]).await;
    let round = opened(&world, crowd.lead(), "pulse", anonymous()).await;
    let response = all_alike(crowd.lead(), &round, Some(4)).await;
    answer(&world, &crowd.of["third"][0], &round, &response).await;
    answer(&world, &crowd.of["lead"][1], &round, &response).await;
    let counts = crowd.lead().get(&round).await.expect(200)["counts"].clone();
    assert_eq!((&counts["invited"], &counts["sent"]), (&json!(9), &json!(2)));
    let partners = counts["partners"].as_array().unwrap();
    let shown: Vec<_> = partners.iter().map(|of| (of["partners"].as_array().unwrap().len(), &of["sent"])).collect();
    assert_eq!(shown.len(), 2, "{counts}");
    assert!(shown.contains(&(1, &json!(1))) && shown.contains(&(2, &json!(1))), "{counts}");
    let member = &crowd.of["member"][0];
    assert_eq!(member.get(&round).await.expect(200)["counts"], Value::Null);
    member.get(&format!("{round}/report")).await.expect_problem(409, "not_reported");
    crowd.lead().get(&format!("{round}/report")).await.expect_problem(409, "not_reported");
}

#[tokio::test]
async fn nothing_that_is_answered_is_announced_or_put_on_record() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 3), ("member", 3), ("third", 3)]).await;
    let mut hearing = Hearing::begin(&world.person("observer").await, &world.own.partnership).await;
    let round = opened(&world, crowd.lead(), "pulse", anonymous()).await;
    hearing.until("scan.opened").await;
    let response = all_alike(crowd.lead(), &round, Some(4)).await;
    for person in crowd.of.values().flatten() {
        answer(&world, person, &round, &response).await;
    }
    crowd.lead().post(&format!("{round}/close"), &Value::Null).await.expect(200);
    let mut heard = Vec::new();
    loop {
        let event = hearing.next().await.unwrap();
        let kind = event["type"].as_str().unwrap().to_owned();
        assert!(event["data"].get("account").is_none(), "{event}");
        heard.push(kind.clone());
        if kind == "scan.reported" {
            break;
        }
    }
    assert_eq!(heard.iter().filter(|kind| kind.starts_with("scan.")).count(), 2, "{heard:?}: closing, reported");
    assert!(crowd.of["third"][2].kinds_told().await.contains(&"scan_reported".to_owned()));
}

#[tokio::test]
async fn a_round_closes_on_its_day_and_those_who_did_not_answer_are_reminded_twice() {
    let start: DateTime<Utc> = "2027-01-04T10:00:00Z".parse().unwrap();
    let clock = Arc::new(ManualClock::new(start));
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    let crowd = Crowd::gather(&world, [("lead", 3), ("member", 3), ("third", 3)]).await;
    let round = opened(&world, crowd.lead(), "pulse", anonymous()).await;
    let response = all_alike(crowd.lead(), &round, Some(4)).await;
    let [quick, slow] = [&crowd.of["member"][0], &crowd.of["member"][1]];
    answer(&world, quick, &round, &response).await;
    let reminders =
        async |person: &Person| person.kinds_told().await.iter().filter(|kind| *kind == "scan_reminder").count();
    for (days, expected) in [(5, 1), (4, 2)] {
        clock.advance(TimeDelta::days(days));
        let slow = slow.signed_in("member1@demo.example").await;
        eventually("they are reminded", async || (reminders(&slow).await == expected).then_some(())).await;
    }
    clock.advance(TimeDelta::days(1) + TimeDelta::minutes(1));
    let [quick, slow] =
        [quick.signed_in("member@demo.example").await, slow.signed_in("member1@demo.example").await];
    eventually("it closes by itself", async || (state(&slow, &round).await == "closed").then_some(())).await;
    assert_eq!((reminders(&quick).await, reminders(&slow).await), (0, 2));
    super::send(&slow, &round, &super::choice()).await.expect_problem(409, "not_open");
    let report = slow.get(&format!("{round}/report")).await.expect(200);
    assert_eq!((&report["enough"], &report["items"]), (&json!(false), &json!([])), "one answer is no report");
}

#[tokio::test]
async fn a_closed_round_stays_closed() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 3), ("member", 3), ("third", 3)]).await;
    let lead = crowd.lead();
    let round = opened(&world, lead, "pulse", anonymous()).await;
    close(lead, &round).await;
    lead.post(&format!("{round}/close"), &Value::Null).await.expect_problem(409, "not_open");
    lead.post(&format!("{round}/open"), &anonymous()).await.expect_problem(409, "opened_before");
    lead.delete(&round).await.expect_problem(409, "opened_before");
    // The next pulse asks about the next factors.
    let next = opened(&world, lead, "pulse", anonymous()).await;
    assert_eq!(lead.get(&next).await.expect(200)["statements"][0], "shared_ambition.b");
}

#[tokio::test]
async fn of_two_leads_who_open_a_round_at_once_one_does() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 2), ("member", 2), ("third", 2)]).await;
    let (lead, other) = (crowd.lead(), &crowd.of["member"][0]);
    let leads = format!("/api/v1/partnerships/{}/leads", world.own.partnership);
    lead.post(&leads, &json!({ "account_id": other.id() })).await.expect(204);
    for _ in 0..10 {
        let planned = [planned(&world, lead, "scan").await, planned(&world, lead, "pulse").await];
        let opening = json!({ "mode": "partner_voice", "days": 7 });
        let paths = planned.clone().map(|round| format!("{round}/open"));
        let opened = join_all([lead.post(&paths[0], &opening), other.post(&paths[1], &opening)]).await;
        let mut told: Vec<u16> = opened.iter().map(|reply| reply.status).collect();
        told.sort_unstable();
        assert_eq!(told, [200, 409]);
        for (reply, round) in opened.iter().zip(&planned) {
            if reply.status == 200 {
                close(lead, round).await;
            } else {
                reply.expect_problem(409, "another_is_open");
                lead.delete(round).await.expect(204);
            }
        }
    }
}
