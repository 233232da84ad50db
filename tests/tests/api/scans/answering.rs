//! The two steps of answering, and where partners answer as partners.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::join_all;
use samenspel::clock::ManualClock;
use serde_json::{Value, json};
use tests::{TestServer, World, eventually};

use super::{Crowd, all_alike, anonymous, answer, cast, choice, close, opened, send, state};

async fn sent(crowd: &Crowd, round: &str) -> Value {
    crowd.lead().get(round).await.expect(200)["counts"]["sent"].clone()
}

#[tokio::test]
async fn who_sends_twice_with_the_same_choice_gets_the_same_ballot_and_counts_once() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 3), ("member", 3), ("third", 3)]).await;
    let round = opened(&world, crowd.lead(), "pulse", anonymous()).await;
    let response = all_alike(crowd.lead(), &round, Some(4)).await;
    let (person, mine) = (&crowd.of["member"][1], choice());
    let first = send(person, &round, &mine).await.expect(200);
    assert_eq!(send(person, &round, &mine).await.expect(200), first, "the reply got lost");
    send(person, &round, &choice()).await.expect_problem(409, "sent_before");
    assert_eq!(person.get(&round).await.expect(200)["mine"], "sent");
    let ballot = first["ballot"].as_str().unwrap();
    for _ in 0..3 {
        cast(&world, ballot, &response).await.expect(204);
    }
    // What comes later with the same ballot changes nothing.
    cast(&world, ballot, &all_alike(person, &round, Some(1)).await).await.expect(204);
    assert_eq!(send(person, &round, &mine).await.expect(200), first);
    assert_eq!(sent(&crowd, &round).await, json!(1));
}

#[tokio::test]
async fn fifty_at_once_with_one_ballot_count_once() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 3), ("member", 3), ("third", 3)]).await;
    let round = opened(&world, crowd.lead(), "pulse", anonymous()).await;
    for person in crowd.of.values().flatten().skip(1) {
        answer(&world, person, &round, &all_alike(person, &round, Some(4)).await).await;
    }
    let last = crowd.of.values().flatten().next().unwrap();
    let mine = choice();
    let ballots = join_all((0..50).map(|_| send(last, &round, &mine))).await;
    let ballots: Vec<Value> = ballots.into_iter().map(|reply| reply.expect(200)).collect();
    assert!(ballots.windows(2).all(|pair| pair[0] == pair[1]));
    let response = all_alike(last, &round, Some(4)).await;
    let casts = ballots.iter().map(|ballot| cast(&world, ballot["ballot"].as_str().unwrap(), &response));
    for reply in join_all(casts).await {
        reply.expect(204);
    }
    close(crowd.lead(), &round).await;
    let report = last.get(&format!("{round}/report")).await.expect(200);
    assert_eq!((&report["response"]["sent"], &report["response"]["invited"]), (&json!(9), &json!(9)));
}

#[tokio::test]
async fn nobody_makes_a_ballot_and_a_refused_answer_costs_none() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 3), ("member", 3), ("third", 3)]).await;
    let round = opened(&world, crowd.lead(), "pulse", anonymous()).await;
    let response = all_alike(crowd.lead(), &round, Some(4)).await;
    let person = &crowd.of["member"][0];
    let ballot = send(person, &round, &choice()).await.expect(200)["ballot"].as_str().unwrap().to_owned();
    for forged in [String::new(), "A".repeat(128), format!("{}A", &ballot[..127]), ballot[1..].to_owned()] {
        if forged != ballot {
            cast(&world, &forged, &response).await.expect_problem(403, "no_ballot");
        }
    }
    for wrong in [json!({ "answers": {} }), json!({ "answers": { "effort": 9 } })] {
        cast(&world, &ballot, &wrong).await.expect_problem(422, "validation_failed");
    }
    cast(&world, &ballot, &response).await.expect(204);
    send(person, &round, "short").await.expect_problem(422, "validation_failed");
    let observer = world.person("observer").await;
    send(&observer, &round, &choice()).await.expect_problem(403, "forbidden");
    let outsider = world.person("outsider").await;
    send(&outsider, &round, &choice()).await.expect_problem(404, "not_found");
    // Who came after it was opened was not asked.
    world.add_colleague("member", "late", "Te Laat").await;
    let late = world.person("late").await;
    assert_eq!(late.get(&round).await.expect(200)["mine"], "not_asked");
    send(&late, &round, &choice()).await.expect_problem(403, "not_asked");
}

#[tokio::test]
async fn a_round_that_is_closed_waits_for_the_answers_of_those_who_sent() {
    let start: DateTime<Utc> = "2027-01-04T10:00:00Z".parse().unwrap();
    let clock = Arc::new(ManualClock::new(start));
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    let crowd = Crowd::gather(&world, [("lead", 3), ("member", 3), ("third", 3)]).await;
    let lead = crowd.lead();
    let round = opened(&world, lead, "pulse", anonymous()).await;
    let response = all_alike(lead, &round, Some(4)).await;
    let [one, other] = [&crowd.of["member"][0], &crowd.of["member"][1]];
    let one = send(one, &round, &choice()).await.expect(200);
    let other_choice = choice();
    send(other, &round, &other_choice).await.expect(200);
    let closing = lead.post(&format!("{round}/close"), &Value::Null).await.expect(200);
    assert_eq!(closing["state"], "closing");
    // Nobody begins now, but who has a ballot answers, and who lost theirs gets it again.
    send(&crowd.of["third"][0], &round, &choice()).await.expect_problem(409, "not_open");
    cast(&world, one["ballot"].as_str().unwrap(), &response).await.expect(204);
    send(other, &round, &other_choice).await.expect(200);
    assert_eq!(state(lead, &round).await, "closing");
    clock.advance(TimeDelta::seconds(50));
    eventually("it is reported without the last one", async || {
        (state(lead, &round).await == "closed").then_some(())
    })
    .await;
    let too_late = send(other, &round, &other_choice).await;
    too_late.expect_problem(409, "not_open");
}

#[tokio::test]
async fn partners_that_answer_as_partners_do_so_openly_and_by_who_speaks_for_them() {
    let world = World::start().await;
    world.add_plain_member().await;
    let [lead, member, third, plain] = [
        world.person("lead").await,
        world.person("member").await,
        world.person("third").await,
        world.person("plain").await,
    ];
    let round = opened(&world, &lead, "pulse", json!({ "mode": "partner_voice", "days": 7 })).await;
    let voice = format!("{round}/voice");
    member.get(&voice).await.expect_problem(404, "not_found");
    plain.put(&voice, &all_alike(&plain, &round, Some(1)).await).await.expect_problem(403, "forbidden");
    send(&member, &round, &choice()).await.expect_problem(403, "not_asked");
    member.put(&voice, &all_alike(&member, &round, Some(2)).await).await.expect(204);
    member.put(&voice, &all_alike(&member, &round, Some(5)).await).await.expect(204);
    third.put(&voice, &all_alike(&third, &round, Some(3)).await).await.expect(204);
    let own = plain.get(&voice).await.expect(200);
    assert_eq!((&own["answers"]["effort"], &own["answered_by"]), (&json!(5), &json!(member.id())));
    third.get(&voice).await.expect(200);
    assert_eq!(member.get(&round).await.expect(200)["mine"], "sent");
    assert_eq!(lead.get(&round).await.expect(200)["counts"]["sent"], json!(2));
    close(&lead, &round).await;
    member.put(&voice, &all_alike(&member, &round, Some(1)).await).await.expect_problem(409, "not_open");
    let report = plain.get(&format!("{round}/report")).await.expect(200);
    let effort = report["items"].as_array().unwrap().iter().find(|item| item["id"] == "effort").unwrap();
    let means: Vec<f64> =
        effort["figures"]["cells"].as_array().unwrap().iter().map(|cell| cell["mean"].as_f64().unwrap()).collect();
    assert_eq!(means.len(), 2, "{effort}");
    assert!(
        means.contains(&5.0) && means.contains(&3.0),
        "{effort}: nothing is hidden where partners speak openly"
    );
    assert_eq!(effort["figures"]["score"], json!(4.0));
}
