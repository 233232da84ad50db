//! Who gets in, and what somebody is told who does not.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use samenspel::clock::ManualClock;
use serde_json::json;
use tests::{Closed, DEMO_PASSWORD, Pass, Peer, Person, Refused, Seen, TestServer, World};

#[tokio::test]
async fn a_ticket_opens_a_board_once() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let pass = with_ticket(&lead, &ticket(&lead).await);
    let peer = Peer::open(&pass, &world.own.ambition).await.unwrap();
    peer.until("the board has arrived", Seen::synced).await;
    assert_eq!(close_of(&pass, &world.own.ambition).await.code, 4401, "used");
}

#[tokio::test]
async fn a_ticket_is_good_for_a_minute() {
    let clock = Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    let lead = world.person("lead").await;
    let (good, stale) = (ticket(&lead).await, ticket(&lead).await);
    clock.advance(TimeDelta::seconds(59));
    let peer = Peer::open(&with_ticket(&lead, &good), &world.own.ambition).await.unwrap();
    peer.until("the board has arrived", Seen::synced).await;
    clock.advance(TimeDelta::seconds(2));
    assert_eq!(close_of(&with_ticket(&lead, &stale), &world.own.ambition).await.code, 4401);
}

#[tokio::test]
async fn a_ticket_ends_with_its_session() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let ticket = ticket(&lead).await;
    lead.delete("/api/v1/sessions/current").await.expect(204);
    assert_eq!(close_of(&with_ticket(&lead, &ticket), &world.own.ambition).await.code, 4401);
}

#[tokio::test]
async fn a_browser_opens_a_board_with_its_cookies_from_our_own_pages_only() {
    let world = World::start().await;
    let body = json!({ "email": "lead@demo.example", "password": DEMO_PASSWORD });
    let cookies = Person::nobody(&world.server).post("/api/v1/sessions", &body).await.cookies();
    let pass = Pass::cookies(world.server.address(), &cookies);
    let peer = Peer::open(&pass, &world.own.ambition).await.unwrap();
    peer.until("the board has arrived", Seen::synced).await;
    for origin in ["https://evil.example", "null", "http://samenspel.localhost:8081"] {
        let refused = Peer::open(&pass.clone().origin(origin), &world.own.ambition).await.err();
        assert_eq!(refused, Some(Refused(403)), "{origin}");
    }
    let unsaid = Peer::open(&pass.without_origin(), &world.own.ambition).await.err();
    assert_eq!(unsaid, Some(Refused(403)));
}

#[tokio::test]
async fn another_page_opens_nothing_with_a_token_either() {
    let world = World::start().await;
    let pass = Pass::of(&world.person("lead").await).origin("https://evil.example");
    assert_eq!(Peer::open(&pass, &world.own.ambition).await.err(), Some(Refused(403)));
}

#[tokio::test]
async fn who_is_not_signed_in_is_told_to() {
    let world = World::start().await;
    let nobody = Person::nobody(&world.server);
    for pass in [Pass::of(&nobody), Pass::of(&nobody.with_token("nonsense")), with_ticket(&nobody, "guessed")] {
        assert_eq!(close_of(&pass, &world.own.ambition).await.code, 4401, "{pass:?}");
    }
}

#[tokio::test]
async fn a_board_of_others_is_as_unknown_as_one_that_does_not_exist() {
    let world = World::start().await;
    let pass = Pass::of(&world.person("lead").await);
    let random = close_of(&pass, "00000000-0000-7000-8000-000000000000").await;
    assert_eq!(random.code, 4404);
    for board in [&world.foreign.ambition, &world.foreign.canvas, &world.foreign.roles] {
        assert_eq!(close_of(&pass, board).await, random);
    }
    assert_eq!(close_of(&pass, "no-id").await, random);
    for name in ["admin", "orgadmin", "outsider"] {
        let pass = Pass::of(&world.person(name).await);
        assert_eq!(close_of(&pass, &world.own.ambition).await, random, "{name}");
    }
}

#[tokio::test]
async fn a_page_of_another_version_is_told_to_reload() {
    let world = World::start().await;
    let pass = Pass::of(&world.person("lead").await);
    for version in ["0", "2", "x"] {
        let pass = pass.clone().query(&format!("saved=1&v={version}"));
        assert_eq!(close_of(&pass, &world.own.ambition).await.code, 4426, "{version}");
    }
    let unmodified = Peer::open(&pass.query(""), &world.own.ambition).await.unwrap();
    unmodified.until("the board has arrived", Seen::synced).await;
}

async fn close_of(pass: &Pass, board: &str) -> Closed {
    let peer =
        Peer::open(pass, board).await.expect("it is accepted and then closed, or y-websocket retries for ever");
    let closed = peer.closed().await;
    assert!(!peer.seen().synced(), "nothing was shown");
    closed
}

async fn ticket(person: &Person) -> String {
    let ticket = person.post("/api/v1/live/ticket", &json!({})).await.expect(201);
    ticket["ticket"].as_str().unwrap().to_owned()
}

fn with_ticket(person: &Person, ticket: &str) -> Pass {
    Pass::of(&Person::at(person.address())).query(&format!("ticket={ticket}"))
}
