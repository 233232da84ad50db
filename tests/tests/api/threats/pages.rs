//! Requests that another page has a browser make, or that name another host (threats 21 and 22).

use reqwest::{Method, header};
use serde_json::json;
use tests::{DEMO_PASSWORD, Pass, Peer, Person, Refused, Seen, TestServer, World, mail_to};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const LEAD: &str = "lead@demo.example";
const OURS: &str = "http://samenspel.localhost:8080";

/// Threat 21.
#[tokio::test]
async fn links_go_where_we_are_and_not_where_a_request_says_we_are() {
    let server = TestServer::start().await;
    let nobody = Person::nobody(&server);
    let lies: [&[(&str, &str)]; 8] = [
        &[("host", "evil.example")],
        &[("host", "samenspel.localhost:8080@evil.example")],
        &[("x-forwarded-host", "evil.example")],
        &[("x-forwarded-host", "samenspel.localhost"), ("x-forwarded-host", "evil.example")],
        &[("forwarded", "host=evil.example;proto=https")],
        &[("forwarded", "for=1.1.1.1;host=samenspel.localhost"), ("forwarded", "host=evil.example")],
        &[("x-forwarded-proto", "https"), ("x-forwarded-port", "1")],
        &[("x-original-host", "evil.example"), ("x-host", "evil.example"), ("x-rewrite-url", "//evil.example/")],
    ];
    for (number, headers) in lies.into_iter().enumerate() {
        let mut request = nobody.request(Method::POST, "/api/v1/password-resets");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Person::send(request.json(&json!({ "email": LEAD }))).await.expect(202);
        let mail = mail_to(&server, LEAD, number + 1).await.remove(0);
        assert!(mail.link().starts_with(&format!("{OURS}/password#")), "{headers:?}: {}", mail.link());
        assert!(!mail.html.contains("evil") && !mail.plain.contains("evil"), "{headers:?}");
    }
    let twice = format!(
        "POST /api/v1/password-resets HTTP/1.1\r\nHost: samenspel.localhost\r\nHost: evil.example\r\nOrigin: {OURS}\r\n\
         Content-Type: application/json\r\nContent-Length: 29\r\nConnection: close\r\n\r\n{{\"email\":\"{LEAD}\"}}"
    );
    raw(&server, &twice).await;
    let absolute = format!(
        "POST http://evil.example/api/v1/password-resets HTTP/1.1\r\nHost: evil.example\r\nOrigin: {OURS}\r\n\
         Content-Type: application/json\r\nContent-Length: 29\r\nConnection: close\r\n\r\n{{\"email\":\"{LEAD}\"}}"
    );
    raw(&server, &absolute).await;
    // Whatever was answered: no mail that was sent names another place.
    for mail in mail_to(&server, LEAD, lies.len()).await {
        assert!(mail.link().starts_with(&format!("{OURS}/password#")), "{}", mail.link());
    }
}

async fn raw(server: &TestServer, request: &str) {
    let mut stream = TcpStream::connect(server.address()).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    assert!(answer.starts_with("HTTP/1.1 2") || answer.starts_with("HTTP/1.1 4"), "{answer}");
}

/// Threat 22.
#[tokio::test]
async fn a_browser_acts_for_our_own_pages_only_whatever_another_page_calls_itself() {
    let world = World::start().await;
    let nobody = Person::nobody(&world.server);
    let body = json!({ "email": LEAD, "password": DEMO_PASSWORD });
    let cookies = nobody.post("/api/v1/sessions", &body).await.cookies();
    let pass = Pass::cookies(world.server.address(), &cookies);
    let others = [
        "null",
        "https://samenspel.localhost:8080",
        "http://samenspel.localhost",
        "http://samenspel.localhost:80",
        "http://samenspel.localhost:8081",
        "http://samenspel.localhost:80800",
        "http://evil.samenspel.localhost:8080",
        "http://samenspel.localhost.evil.example:8080",
        "http://evilsamenspel.localhost:8080",
        "http://samenspel.localhost:8080.evil.example",
        "http://samenspel.localhost:8080@evil.example",
        "http://samenspel.localhost:8080/",
        "http://samenspel.localhost:8080 http://evil.example",
        "file://",
        "",
    ];
    let url = format!("http://{}/api/v1/sessions/current", world.server.address());
    let sign_out = || reqwest::Client::new().delete(&url).header(header::COOKIE, &cookies);
    for origin in others {
        let reply = Person::send(sign_out().header(header::ORIGIN, origin)).await;
        reply.expect_problem(403, "bad_origin");
        let refused = Peer::open(&pass.clone().origin(origin), &world.own.ambition).await.err();
        assert_eq!(refused, Some(Refused(403)), "{origin:?}");
    }
    Person::send(sign_out()).await.expect_problem(403, "bad_origin");
    assert_eq!(Peer::open(&pass.clone().without_origin(), &world.own.ambition).await.err(), Some(Refused(403)));
    // After all that they are still signed in, and our own page may do what it likes.
    let peer = Peer::open(&pass, &world.own.ambition).await.unwrap();
    peer.until("the board has arrived", Seen::synced).await;
    Person::send(sign_out().header(header::ORIGIN, OURS)).await.expect(204);
}
