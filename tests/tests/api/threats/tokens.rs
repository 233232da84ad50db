//! Tokens that are stolen, forged or from another time (threats 5, 18, 19 and 20).

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::join_all;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use samenspel::clock::{Clock as _, ManualClock};
use serde_json::{Map, Value, json};
use tests::{Person, TestServer};

/// A server, somebody who is signed in, and all that a forger could wish for: the claims and even the key.
struct Forge {
    clock: Arc<ManualClock>,
    server: TestServer,
    person: Person,
    claims: Map<String, Value>,
}

impl Forge {
    async fn open() -> Self {
        let clock = Arc::new(ManualClock::new(DateTime::<Utc>::from_timestamp(1_900_000_000, 0).unwrap()));
        let server = TestServer::start_at(clock.clone()).await;
        let person = Person::sign_in(&server, "lead@demo.example").await;
        let claims = person.token().unwrap().split('.').nth(1).unwrap();
        let claims = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
        Self { clock, server, person, claims }
    }

    fn header(&self) -> Header {
        let kid = self.server.app().signing_key.id.clone();
        Header { typ: Some("at+jwt".into()), kid: Some(kid), ..Header::new(Algorithm::HS256) }
    }

    fn key(&self) -> EncodingKey {
        EncodingKey::from_secret(&self.server.app().signing_key.secret)
    }

    /// Signed with our own key.
    fn signed(&self, header: &Header, claims: &Map<String, Value>) -> String {
        encode(header, claims, &self.key()).unwrap()
    }

    /// A header that no library would write, with the signature of one that is good.
    fn with_header(&self, change: impl FnOnce(&mut Map<String, Value>)) -> String {
        let good = self.signed(&self.header(), &self.claims);
        let (header, rest) = good.split_once('.').unwrap();
        let mut header: Map<String, Value> =
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(header).unwrap()).unwrap();
        change(&mut header);
        let unsigned =
            format!("{}.{}", URL_SAFE_NO_PAD.encode(serde_json::to_vec(&header).unwrap()), claims_of(rest));
        let signature = jsonwebtoken::crypto::sign(unsigned.as_bytes(), &self.key(), Algorithm::HS256).unwrap();
        format!("{unsigned}.{signature}")
    }

    fn with_claims(&self, change: impl FnOnce(&mut Map<String, Value>)) -> String {
        let mut claims = self.claims.clone();
        change(&mut claims);
        self.signed(&self.header(), &claims)
    }

    async fn status(&self, token: &str) -> u16 {
        self.person.with_token(token).get("/api/v1/me").await.status
    }
}

fn claims_of(rest: &str) -> &str {
    rest.split('.').next().unwrap()
}

/// Threat 5.
#[tokio::test]
async fn of_fifty_replays_at_once_there_is_one_successor_and_a_late_one_ends_the_session_for_everybody() {
    let forge = Forge::open().await;
    let body = json!({ "refresh_token": forge.person.refresh_token() });
    let nobody = Person::nobody(&forge.server);
    let replies = join_all((0..50).map(|_| nobody.post("/api/v1/sessions/refresh", &body))).await;
    let mut sessions: Vec<Value> = replies.into_iter().map(|reply| reply.expect(200)).collect();
    sessions.dedup_by_key(|session| session["refresh_token"].clone());
    assert_eq!(sessions.len(), 1, "one successor");
    let owner = forge.person.with_session(&sessions[0]);
    owner.get("/api/v1/me").await.expect(200);
    forge.clock.advance(TimeDelta::seconds(11));
    let late = join_all((0..50).map(|_| nobody.post("/api/v1/sessions/refresh", &body))).await;
    assert!(late.iter().all(|reply| reply.status == 401), "nobody is let in with what is over");
    owner.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    let next = json!({ "refresh_token": owner.refresh_token() });
    nobody.post("/api/v1/sessions/refresh", &next).await.expect_problem(401, "unauthenticated");
}

/// Threat 18.
#[tokio::test]
async fn a_token_of_another_algorithm_or_kind_is_nobodys() {
    let forge = Forge::open().await;
    assert_eq!(forge.status(&forge.signed(&forge.header(), &forge.claims)).await, 200, "the forge works");
    for alg in ["none", "None", "NONE", "nOnE", "HS384", "HS512", "RS256", "ES256", "EdDSA", "hs256", "HS256 ", ""]
    {
        let forged = forge.with_header(|header| drop(header.insert("alg".into(), json!(alg))));
        assert_eq!(forge.status(&forged).await, 401, "{alg:?}");
        let unsigned = forged.rsplit_once('.').unwrap().0;
        assert_eq!(forge.status(&format!("{unsigned}.")).await, 401, "{alg:?}, unsigned");
    }
    for alg in [Algorithm::HS384, Algorithm::HS512] {
        let forged = forge.signed(&Header { alg, ..forge.header() }, &forge.claims);
        assert_eq!(forge.status(&forged).await, 401, "{alg:?}, well signed");
    }
    for alg in [json!(null), json!(["HS256"]), json!({ "alg": "HS256" }), json!(1)] {
        let forged = forge.with_header(|header| drop(header.insert("alg".into(), alg.clone())));
        assert_eq!(forge.status(&forged).await, 401, "{alg}");
    }
    for typ in [json!("JWT"), json!("rt+jwt"), json!("AT+JWT+"), json!(null), json!(["at+jwt"])] {
        let forged = forge.with_header(|header| drop(header.insert("typ".into(), typ.clone())));
        assert_eq!(forge.status(&forged).await, 401, "{typ}");
    }
    assert_eq!(forge.status(forge.person.refresh_token()).await, 401, "a refresh token is no access token");
    for (claim, value) in
        [("iss", json!("https://elsewhere.example")), ("aud", json!("elsewhere")), ("aud", json!([]))]
    {
        let forged = forge.with_claims(|claims| drop(claims.insert(claim.into(), value.clone())));
        assert_eq!(forge.status(&forged).await, 401, "{claim} {value}");
    }
}

/// Threat 19.
#[tokio::test]
async fn a_key_is_looked_up_nowhere_but_under_our_own_name() {
    let forge = Forge::open().await;
    let names = [
        "../../../../dev/null",
        "/dev/null",
        "1' OR '1'='1",
        "1; DROP TABLE signing_key",
        "1\u{0}",
        " 1",
        "1 ",
        "01",
        "",
        "http://127.0.0.1/key",
        "file:///etc/hostname",
        "2",
    ];
    for name in names {
        let forged = forge.with_header(|header| drop(header.insert("kid".into(), json!(name))));
        assert_eq!(forge.status(&forged).await, 401, "{name:?}");
    }
    for name in [json!(null), json!(1), json!(["1"]), json!({ "1": 1 })] {
        let forged = forge.with_header(|header| drop(header.insert("kid".into(), name.clone())));
        assert_eq!(forge.status(&forged).await, 401, "{name}");
    }
    let long = forge.with_header(|header| drop(header.insert("kid".into(), json!("1".repeat(1 << 20)))));
    let refused = reqwest::Client::new()
        .get(format!("http://{}/api/v1/me", forge.server.address()))
        .bearer_auth(long)
        .send()
        .await;
    // A header of this size may also be cut off before anything is answered.
    assert!(refused.is_err() || refused.is_ok_and(|reply| reply.status().is_client_error()));

    // The key that a token brings along, or says where to find, is not the key.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let theirs = EncodingKey::from_secret(b"a key of somebody else's");
    let url = format!("http://{}/keys.json", listener.local_addr().unwrap());
    for (name, value) in [
        ("jku", json!(url)),
        ("x5u", json!(url)),
        ("jwk", json!({ "kty": "oct", "kid": "1", "k": URL_SAFE_NO_PAD.encode("a key of somebody else's") })),
    ] {
        let forged = forge.with_header(|header| drop(header.insert(name.into(), value.clone())));
        let unsigned = forged.rsplit_once('.').unwrap().0;
        let signature = jsonwebtoken::crypto::sign(unsigned.as_bytes(), &theirs, Algorithm::HS256).unwrap();
        assert_eq!(forge.status(&format!("{unsigned}.{signature}")).await, 401, "{name}");
    }
    forge.person.get("/api/v1/me").await.expect(200);
    assert!(is_silent(&listener), "nothing was fetched");
}

/// Threat 20.
#[tokio::test]
async fn clocks_may_be_half_a_minute_apart_and_no_more_and_every_time_is_there() {
    let forge = Forge::open().await;
    let now = forge.clock.now().timestamp();
    for (claim, seconds, is_good) in [
        ("exp", -29, true),
        ("exp", -31, false),
        ("nbf", 29, true),
        ("nbf", 31, false),
        ("iat", 29, true),
        ("iat", 31, false),
    ] {
        let token = forge.with_claims(|claims| drop(claims.insert(claim.into(), json!(now + seconds))));
        assert_eq!(forge.status(&token).await, if is_good { 200 } else { 401 }, "{claim} {seconds:+}");
    }
    for value in
        [json!("never"), json!(null), json!(""), json!(-1), json!(u64::MAX), json!(1e300), json!([now + 60])]
    {
        let token = forge.with_claims(|claims| drop(claims.insert("exp".into(), value.clone())));
        assert_eq!(forge.status(&token).await, 401, "exp {value}");
    }
    for claim in ["exp", "nbf", "iat", "iss", "aud", "sub", "sid"] {
        let token = forge.with_claims(|claims| drop(claims.remove(claim)));
        assert_eq!(forge.status(&token).await, 401, "without {claim}");
    }
}

/// Whether nobody has come to a door.
pub(super) fn is_silent(listener: &tokio::net::TcpListener) -> bool {
    use futures_util::FutureExt as _;
    listener.accept().now_or_never().is_none()
}
