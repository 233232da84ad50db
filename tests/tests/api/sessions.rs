//! Signing in, staying signed in, signing out.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use reqwest::{Method, header};
use samenspel::clock::ManualClock;
use serde_json::{Value, json};
use tests::{DEMO_PASSWORD, Peer, Person, Reply, TestServer, World};

#[tokio::test]
async fn a_client_signs_in_with_tokens() {
    let server = TestServer::start().await;
    let reply = sign_in(&server, "lead@demo.example", DEMO_PASSWORD, "token").await;
    assert_eq!(reply.cookies(), "", "no cookies for who did not ask for them");
    let session = reply.expect(201);
    assert_eq!(session["account"]["email"], "lead@demo.example");
    let person = Person::nobody(&server).with_session(&session);
    let me = person.get("/api/v1/me").await.expect(200);
    assert_eq!(me["id"], person.id());
    assert_eq!(me["name"], "Sanne Mulder");
    assert_eq!(me["organisation"]["name"], "Bibliotheek Zuid");
}

#[tokio::test]
async fn a_browser_signs_in_with_cookies_that_no_script_sees() {
    let server = TestServer::start().await;
    let reply = sign_in(&server, "lead@demo.example", DEMO_PASSWORD, "cookie").await;
    for cookie in reply.headers.get_all(header::SET_COOKIE) {
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    }
    let cookies = reply.cookies();
    let body = reply.expect(201);
    assert_eq!(body.as_object().unwrap().keys().collect::<Vec<_>>(), ["account"], "no token in the body");
    let browser = Browser { nobody: Person::nobody(&server), cookies };
    assert_eq!(browser.send(Method::GET, "/api/v1/me").await.expect(200), body["account"]);
    browser.send(Method::POST, "/api/v1/live/ticket").await.expect(201);
}

#[tokio::test]
async fn cookies_are_what_is_set_when_nothing_is_said() {
    let server = TestServer::start().await;
    let body = json!({ "email": "lead@demo.example", "password": DEMO_PASSWORD });
    let reply = Person::nobody(&server).post("/api/v1/sessions", &body).await;
    assert_ne!(reply.cookies(), "");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_answered_alike() {
    let server = TestServer::start().await;
    let wrong = sign_in(&server, "lead@demo.example", "not the password", "token").await;
    wrong.expect_problem(401, "invalid_credentials");
    let unknown = sign_in(&server, "nobody@demo.example", "not the password", "token").await;
    assert_eq!((wrong.status, wrong.body), (unknown.status, unknown.body));
}

#[tokio::test]
async fn an_address_may_be_written_in_capitals() {
    let server = TestServer::start().await;
    sign_in(&server, "Lead@Demo.Example", DEMO_PASSWORD, "token").await.expect(201);
}

#[tokio::test]
async fn a_cookie_from_another_page_changes_nothing() {
    let server = TestServer::start().await;
    let cookies = sign_in(&server, "lead@demo.example", DEMO_PASSWORD, "cookie").await.cookies();
    let browser = Browser { nobody: Person::nobody(&server), cookies };
    for origin in
        ["null", "https://evil.example", "http://samenspel.localhost", "http://samenspel.localhost:8080.evil"]
    {
        let reply = Person::send(browser.request(Method::DELETE, "/api/v1/sessions/current", Some(origin))).await;
        reply.expect_problem(403, "bad_origin");
    }
    let unsaid = Person::send(browser.request(Method::DELETE, "/api/v1/sessions/current", None)).await;
    unsaid.expect_problem(403, "bad_origin");
    browser.send(Method::GET, "/api/v1/me").await.expect(200);
}

#[tokio::test]
async fn another_page_cannot_sign_a_browser_in() {
    let server = TestServer::start().await;
    let anybody = Person::nobody(&server);
    let body = json!({ "email": "lead@demo.example", "password": DEMO_PASSWORD });
    let client = reqwest::Client::new().post(format!("http://{}/api/v1/sessions", anybody.address()));
    let reply = Person::send(client.json(&body).header(header::ORIGIN, "https://evil.example")).await;
    reply.expect_problem(403, "bad_origin");
}

#[tokio::test]
async fn a_cookie_and_a_token_in_one_request_are_refused() {
    let server = TestServer::start().await;
    let cookies = sign_in(&server, "lead@demo.example", DEMO_PASSWORD, "cookie").await.cookies();
    let person = Person::sign_in(&server, "member@demo.example").await;
    let both = person.request(Method::GET, "/api/v1/me").header(header::COOKIE, cookies);
    Person::send(both).await.expect_problem(400, "invalid_request");
}

#[tokio::test]
async fn a_token_that_was_tampered_with_is_nobodys() {
    let server = TestServer::start().await;
    let person = Person::sign_in(&server, "lead@demo.example").await;
    let token = person.token().unwrap();
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let unsigned_header = "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0";
    let claims = signed.split_once('.').unwrap().1;
    for forged in [
        format!("{signed}."),
        format!("{signed}.{}", signature.chars().rev().collect::<String>()),
        format!("{unsigned_header}.{claims}."),
        person.refresh_token().to_owned(),
        String::from("nonsense"),
    ] {
        let forger = person.with_token(&forged);
        forger.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    }
}

#[tokio::test]
async fn an_access_token_lives_ten_minutes_and_is_renewed() {
    let clock = clock();
    let server = TestServer::start_at(clock.clone()).await;
    let person = Person::sign_in(&server, "lead@demo.example").await;
    clock.advance(TimeDelta::minutes(10));
    person.get("/api/v1/me").await.expect(200);
    clock.advance(TimeDelta::seconds(31));
    person.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    let renewed = person.with_session(&refresh(&person).await.expect(200));
    renewed.get("/api/v1/me").await.expect(200);
    assert_ne!(renewed.refresh_token(), person.refresh_token());
}

#[tokio::test]
async fn a_browser_renews_its_cookies() {
    let server = TestServer::start().await;
    let cookies = sign_in(&server, "lead@demo.example", DEMO_PASSWORD, "cookie").await.cookies();
    let browser = Browser { nobody: Person::nobody(&server), cookies };
    let reply = browser.send(Method::POST, "/api/v1/sessions/refresh").await;
    let renewed = Browser { cookies: reply.cookies(), ..browser };
    assert_eq!(reply.expect(200)["account"]["email"], "lead@demo.example");
    renewed.send(Method::GET, "/api/v1/me").await.expect(200);
}

#[tokio::test]
async fn tabs_that_refresh_within_ten_seconds_get_the_same_successor() {
    let clock = clock();
    let server = TestServer::start_at(clock.clone()).await;
    let person = Person::sign_in(&server, "lead@demo.example").await;
    let first = refresh(&person).await.expect(200);
    clock.advance(TimeDelta::seconds(10));
    let second = refresh(&person).await.expect(200);
    assert_eq!(first["refresh_token"], second["refresh_token"]);
    person.with_session(&first).get("/api/v1/me").await.expect(200);
}

#[tokio::test]
async fn a_tab_that_comes_late_within_ten_seconds_follows_the_others_to_the_newest() {
    let clock = clock();
    let server = TestServer::start_at(clock.clone()).await;
    let late = Person::sign_in(&server, "lead@demo.example").await;
    let mut newest = late.clone();
    for _ in 0..3 {
        clock.advance(TimeDelta::seconds(3));
        newest = newest.with_session(&refresh(&newest).await.expect(200));
    }
    let late = late.with_session(&refresh(&late).await.expect(200));
    assert_eq!(late.refresh_token(), newest.refresh_token());
    // It is the only one that is still good for long.
    clock.advance(TimeDelta::minutes(5));
    refresh(&late).await.expect(200);
}

#[tokio::test]
async fn many_tabs_at_once_get_one_successor() {
    let server = TestServer::start().await;
    let person = Person::sign_in(&server, "lead@demo.example").await;
    let replies = futures_util::future::join_all((0..12).map(|_| refresh(&person))).await;
    let mut successors: Vec<_> =
        replies.into_iter().map(|reply| reply.expect(200)["refresh_token"].clone()).collect();
    successors.dedup();
    assert_eq!(successors.len(), 1, "{successors:?}");
}

#[tokio::test]
async fn a_refresh_token_that_comes_back_later_ends_the_session_for_thief_and_owner() {
    let clock = clock();
    let world = World::around(TestServer::start_at(clock.clone()).await).await;
    let owner = world.person("lead").await;
    let peer = Peer::join(&owner, &world.own.ambition).await;
    let renewed = owner.with_session(&refresh(&owner).await.expect(200));
    renewed.get("/api/v1/me").await.expect(200);
    clock.advance(TimeDelta::seconds(11));
    refresh(&owner).await.expect_problem(401, "unauthenticated");
    renewed.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    refresh(&renewed).await.expect_problem(401, "unauthenticated");
    assert_eq!(peer.closed().await.code, 4401);
}

#[tokio::test]
async fn a_session_ends_after_a_week_of_silence_and_after_a_month_in_any_case() {
    let clock = clock();
    let server = TestServer::start_at(clock.clone()).await;
    let silent = Person::sign_in(&server, "lead@demo.example").await;
    let mut busy = Person::sign_in(&server, "member@demo.example").await;
    for _ in 0..5 {
        clock.advance(TimeDelta::days(6));
        let reply = refresh(&busy).await;
        if reply.status == 200 {
            busy = busy.with_session(&reply.expect(200));
        }
    }
    refresh(&silent).await.expect_problem(401, "unauthenticated");
    refresh(&busy).await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_busy_session_lasts_most_of_a_month() {
    let clock = clock();
    let server = TestServer::start_at(clock.clone()).await;
    let mut busy = Person::sign_in(&server, "member@demo.example").await;
    for _ in 0..4 {
        clock.advance(TimeDelta::days(6));
        busy = busy.with_session(&refresh(&busy).await.expect(200));
    }
    busy.get("/api/v1/me").await.expect(200);
}

#[tokio::test]
async fn signing_out_ends_this_session_everywhere_and_no_other() {
    let world = World::start().await;
    let here = world.person("lead").await;
    let elsewhere = world.person("lead").await;
    let peer = Peer::join(&here, &world.own.ambition).await;
    let other_peer = Peer::join(&elsewhere, &world.own.ambition).await;
    here.delete("/api/v1/sessions/current").await.expect(204);
    assert_eq!(peer.closed().await.code, 4401);
    here.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    refresh(&here).await.expect_problem(401, "unauthenticated");
    elsewhere.get("/api/v1/me").await.expect(200);
    other_peer.answered().await;
    assert_eq!(other_peer.seen().closed(), None);
}

#[tokio::test]
async fn signing_out_takes_the_cookies_away() {
    let server = TestServer::start().await;
    let cookies = sign_in(&server, "lead@demo.example", DEMO_PASSWORD, "cookie").await.cookies();
    let browser = Browser { nobody: Person::nobody(&server), cookies };
    let reply = browser.send(Method::DELETE, "/api/v1/sessions/current").await;
    assert_eq!(reply.headers.get_all(header::SET_COOKIE).iter().count(), 2);
    assert_eq!(reply.cookies(), "", "both are empty");
    reply.expect(204);
    browser.send(Method::GET, "/api/v1/me").await.expect_problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_session_survives_a_restart() {
    let mut server = TestServer::start().await;
    let person = Person::sign_in(&server, "lead@demo.example").await;
    server.stop().await;
    server.start_again().await;
    person.get("/api/v1/me").await.expect(200);
}

struct Browser {
    nobody: Person,
    cookies: String,
}

impl Browser {
    /// From a page of ours.
    async fn send(&self, method: Method, path: &str) -> Reply {
        Person::send(self.nobody.request(method, path).header(header::COOKIE, &self.cookies)).await
    }

    fn request(&self, method: Method, path: &str, origin: Option<&str>) -> reqwest::RequestBuilder {
        let url = format!("http://{}{path}", self.nobody.address());
        let request = reqwest::Client::new().request(method, url).header(header::COOKIE, &self.cookies);
        origin.into_iter().fold(request, |request, origin| request.header(header::ORIGIN, origin))
    }
}

async fn sign_in(server: &TestServer, email: &str, password: &str, mode: &str) -> Reply {
    let body = json!({ "email": email, "password": password, "mode": mode });
    Person::nobody(server).post("/api/v1/sessions", &body).await
}

async fn refresh(person: &Person) -> Reply {
    let body: Value = json!({ "refresh_token": person.refresh_token() });
    Person::at(person.address()).post("/api/v1/sessions/refresh", &body).await
}

fn clock() -> Arc<ManualClock> {
    Arc::new(ManualClock::new(DateTime::from_timestamp(1_800_000_000, 0).unwrap()))
}
