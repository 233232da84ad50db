//! The figures: who may read them, and that they move. Every server of a process adds to the same ones, so these tests
//! have a process of their own, and those that look what moved go one after the other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed expectation is a failed test")]

use std::collections::BTreeMap;

use reqwest::{Method, header};
use tests::{Frame, METRICS_TOKEN, Pass, Peer, Person, Reply, TestServer, World, eventually};
use tokio::sync::Mutex;

/// Held by the one test that may have people at a board.
static AT_A_BOARD: Mutex<()> = Mutex::const_new(());

#[tokio::test]
async fn a_program_on_this_machine_may_read_the_figures() {
    let server = TestServer::start().await;
    let reply = read(&server, &[]).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.headers[header::CONTENT_TYPE], "text/plain; version=0.0.4; charset=utf-8");
    assert_eq!(reply.headers[header::CACHE_CONTROL], "no-store");
    let figures = figures(&reply);
    for name in ["process_cpu_seconds_total", "process_resident_memory_bytes"] {
        assert!(figures[name] > 0.0, "{name}");
    }
}

#[tokio::test]
async fn what_a_web_server_passed_on_needs_the_token() {
    let server = TestServer::start().await;
    for name in ["x-forwarded-for", "forwarded", "x-real-ip", "via", "x-forwarded-host", "x-forwarded-proto"] {
        let passed_on = (name, "for=192.0.2.1".to_owned());
        read(&server, std::slice::from_ref(&passed_on)).await.expect_problem(404, "not_found");
        for wrong in ["", "Bearer", "Bearer ", "Bearer guessed", &format!("Basic {METRICS_TOKEN}")] {
            let reply = read(&server, &[passed_on.clone(), ("authorization", wrong.to_owned())]).await;
            reply.expect_problem(404, "not_found");
        }
        let token = ("authorization", format!("bearer {METRICS_TOKEN}"));
        assert_eq!(read(&server, &[passed_on, token]).await.status, 200, "{name}");
    }
}

#[tokio::test]
async fn a_session_is_no_token() {
    let server = TestServer::start().await;
    let admin = Person::sign_in(&server, "admin@demo.example").await;
    let request = admin.request(Method::GET, "/metrics").header("x-forwarded-for", "192.0.2.1");
    Person::send(request).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn what_happens_in_a_room_shows_in_the_figures() {
    let _alone = AT_A_BOARD.lock().await;
    let world = World::start().await;
    let lead = world.person("lead").await;
    let before = figures(&read(&world.server, &[]).await);
    let peer = Peer::join(&lead, &world.own.ambition).await;
    for word in ["one", "two", "three"] {
        peer.push("headline", word);
        peer.saved().await;
    }
    let during = figures(&read(&world.server, &[]).await);
    let moved = |name: &str| during[name] - before.get(name).copied().unwrap_or_default();
    assert!(during["samenspel_rooms"] >= 1.0 && during["samenspel_connections"] >= 1.0, "{during:?}");
    for (name, least) in [
        ("samenspel_updates_total", 3.0),
        ("samenspel_acknowledgement_seconds_count", 3.0),
        ("samenspel_received_messages_total", 4.0),
        ("samenspel_received_bytes_total", 20.0),
        ("samenspel_sent_messages_total", 5.0),
        ("samenspel_sent_bytes_total", 20.0),
    ] {
        assert!(moved(name) >= least, "{name} moved by {}", moved(name));
    }
    for (name, exactly) in [
        ("samenspel_commit_seconds_count", 3.0),
        ("samenspel_commit_rows_sum", 3.0),
        ("samenspel_commit_boards_sum", 3.0),
        ("samenspel_document_load_seconds_count", 1.0),
    ] {
        assert!((moved(name) - exactly).abs() < f64::EPSILON, "{name} moved by {}", moved(name));
    }
    assert!(during["samenspel_outbox_peak_bytes"] > 0.0, "{during:?}");
    for name in ["samenspel_door_messages", "samenspel_backlog_bytes", "samenspel_writer_batches"] {
        assert!(during[name] >= 0.0, "{name}");
    }
}

#[tokio::test]
async fn a_refusal_is_counted_by_its_code() {
    let _alone = AT_A_BOARD.lock().await;
    let world = World::start().await;
    let observer = world.person("observer").await;
    let before = refusals(&figures(&read(&world.server, &[]).await));
    let peer = Peer::open(&Pass::of(&observer), &world.own.ambition).await.unwrap();
    peer.until("it is open", tests::Seen::synced).await;
    peer.push("headline", "not allowed");
    assert_eq!(peer.closed().await.code, 4403);
    let one_more = async || (refusals(&figures(&read(&world.server, &[]).await)) > before).then_some(());
    eventually("it is counted", one_more).await;
}

#[tokio::test]
async fn the_figures_name_nobody_and_no_board() {
    let _alone = AT_A_BOARD.lock().await;
    let world = World::start().await;
    let lead = world.person("lead").await;
    let peer = Peer::join(&lead, &world.own.ambition).await;
    peer.send(&Frame::QueryAwareness);
    peer.answered().await;
    let text = read(&world.server, &[]).await.text();
    for private in [&world.own.ambition, &world.own.partnership, lead.id(), "Sanne"] {
        assert!(!text.contains(private), "{private} in {text}");
    }
}

async fn read(server: &TestServer, headers: &[(&'static str, String)]) -> Reply {
    let request = Person::nobody(server).request(Method::GET, "/metrics");
    Person::send(headers.iter().fold(request, |request, (name, value)| request.header(*name, value))).await
}

/// Each line that is a figure: its name with its labels, and its value.
fn figures(reply: &Reply) -> BTreeMap<String, f64> {
    let text = reply.text();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (name, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("{line:?} is no figure"));
            (name.to_owned(), value.parse().unwrap_or_else(|error| panic!("{line:?}: {error}")))
        })
        .collect()
}

fn refusals(figures: &BTreeMap<String, f64>) -> f64 {
    let name = "samenspel_refusals_total{code=\"4403\",reason=\"not allowed\"}";
    figures.get(name).copied().unwrap_or_default()
}
