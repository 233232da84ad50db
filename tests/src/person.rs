//! Somebody who uses the JSON API, signed in or not.

use std::net::SocketAddr;

use reqwest::{Client, Method, RequestBuilder, header};
use serde_json::{Value, json};

use crate::server::ORIGIN;
use crate::{DEMO_PASSWORD, TestServer};

/// A client of the API, with a bearer token when signed in.
#[derive(Clone, Debug)]
pub struct Person {
    address: SocketAddr,
    token: Option<String>,
    refresh_token: Option<String>,
    id: String,
}

/// What the server answered.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: header::HeaderMap,
    /// The body, as it came.
    pub body: bytes::Bytes,
}

impl Person {
    /// Somebody who is not signed in.
    pub fn nobody(server: &TestServer) -> Self {
        Self::at(server.address())
    }

    /// Somebody who is not signed in, at whatever listens on `address`.
    pub fn at(address: SocketAddr) -> Self {
        Self { address, token: None, refresh_token: None, id: String::new() }
    }

    /// Signs in with an access token, as API clients do. Everybody in the tests has the demo's password.
    pub async fn sign_in(server: &TestServer, email: &str) -> Self {
        Self::at(server.address()).signed_in(email).await
    }

    /// The same person at the same address, signed in anew as `email`.
    pub async fn signed_in(&self, email: &str) -> Self {
        let body = json!({ "email": email, "password": DEMO_PASSWORD, "mode": "token" });
        let session = Self::at(self.address).post("/api/v1/sessions", &body).await.expect(201);
        self.with_session(&session)
    }

    /// This person going on with the tokens of `session`, which a sign-in or a refresh answered.
    #[must_use]
    pub fn with_session(&self, session: &Value) -> Self {
        Self {
            address: self.address,
            token: session["access_token"].as_str().map(ToOwned::to_owned),
            refresh_token: session["refresh_token"].as_str().map(ToOwned::to_owned),
            id: session["account"]["id"].as_str().expect("a session names its account").to_owned(),
        }
    }

    /// This person with another access token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The account's id; empty when not signed in.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The access token, when signed in.
    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// The refresh token.
    pub fn refresh_token(&self) -> &str {
        self.refresh_token.as_deref().expect("signed in")
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Reply {
        Self::send(self.request(Method::GET, path)).await
    }

    /// What waits for them: of what kinds.
    pub async fn turns(&self) -> Vec<String> {
        self.kinds("/api/v1/me/turns").await
    }

    /// What they were told in person: of what kinds.
    pub async fn kinds_told(&self) -> Vec<String> {
        self.kinds("/api/v1/me/notifications").await
    }

    async fn kinds(&self, path: &str) -> Vec<String> {
        let list = self.get(path).await.expect(200);
        list["items"].as_array().unwrap().iter().map(|item| item["kind"].as_str().unwrap().to_owned()).collect()
    }

    /// Sends a body.
    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        Self::send(self.request(Method::POST, path).json(body)).await
    }

    /// Changes a part.
    pub async fn patch(&self, path: &str, body: &Value) -> Reply {
        Self::send(self.request(Method::PATCH, path).json(body)).await
    }

    /// Replaces.
    pub async fn put(&self, path: &str, body: &Value) -> Reply {
        Self::send(self.request(Method::PUT, path).json(body)).await
    }

    /// Ends or removes.
    pub async fn delete(&self, path: &str) -> Reply {
        Self::send(self.request(Method::DELETE, path)).await
    }

    /// A request still to be sent, with this person's token when there is one.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = Client::new().request(method, format!("http://{}{path}", self.address));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request.header(header::ORIGIN, ORIGIN),
        }
    }

    /// Sends a request as it is.
    pub async fn send(request: RequestBuilder) -> Reply {
        let response = request.send().await.expect("the server answers");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Reply { status, headers, body: response.bytes().await.expect("the answer is whole") }
    }
}

impl Reply {
    /// The body of an answer that must have this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text());
        if self.body.is_empty() { Value::Null } else { self.json() }
    }

    /// Checks that this is a problem with this status and code, in the one shape all problems have.
    #[track_caller]
    pub fn expect_problem(&self, status: u16, code: &str) {
        assert_eq!(self.problem(), (status, code.to_owned()), "{}", self.text());
    }

    /// The status and code of a problem, whose shape is checked.
    #[track_caller]
    pub fn problem(&self) -> (u16, String) {
        let content_type = self.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        assert_eq!(content_type, Some("application/problem+json"), "{} {}", self.status, self.text());
        let problem = self.json();
        assert_eq!(problem["type"], "about:blank", "{problem}");
        assert_eq!(problem["status"], self.status, "{problem}");
        assert!(problem["title"].as_str().is_some_and(|title| !title.is_empty()), "{problem}");
        (self.status, problem["code"].as_str().expect("a problem has a code").to_owned())
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The cookies that were set, as a browser would send them back: `name=value; name=value`.
    pub fn cookies(&self) -> String {
        let pairs = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| {
            let pair = value.to_str().ok()?.split(';').next()?;
            pair.split_once('=').filter(|(_, value)| !value.is_empty()).map(|_| pair)
        });
        pairs.collect::<Vec<_>>().join("; ")
    }
}

/// Changes what somebody read in `version`, with `If-Match`.
pub async fn if_match(person: &Person, method: Method, path: &str, version: &Value, body: &Value) -> Reply {
    Person::send(person.request(method, path).header("If-Match", format!("\"{version}\"")).json(body)).await
}
