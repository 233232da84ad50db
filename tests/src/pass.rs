//! How a peer gets in.

use std::net::SocketAddr;

use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::handshake::client::Request;
use tokio_tungstenite::tungstenite::http::header;

use crate::Person;
use crate::server::ORIGIN;

/// What a client shows when it opens a board.
#[derive(Clone, Debug)]
pub struct Pass {
    address: SocketAddr,
    query: String,
    headers: Vec<(header::HeaderName, String)>,
}

impl Pass {
    /// As `person`, with their access token; without anything when they are not signed in.
    pub fn of(person: &Person) -> Self {
        let bearer = person.token().map(|token| (header::AUTHORIZATION, format!("Bearer {token}")));
        Self { query: "saved=1&v=1".into(), headers: bearer.into_iter().collect(), address: person.address() }
    }

    /// With cookies, from a page of ours.
    pub fn cookies(address: SocketAddr, cookies: &str) -> Self {
        let headers = vec![(header::COOKIE, cookies.to_owned()), (header::ORIGIN, ORIGIN.to_owned())];
        Self { query: "saved=1&v=1".into(), headers, address }
    }

    /// With this query instead of `saved=1&v=1`.
    #[must_use]
    pub fn query(self, query: &str) -> Self {
        Self { query: query.to_owned(), ..self }
    }

    /// From a page of this origin.
    #[must_use]
    pub fn origin(self, origin: &str) -> Self {
        let mut pass = self.without_origin();
        pass.headers.push((header::ORIGIN, origin.to_owned()));
        pass
    }

    /// From no page at all.
    #[must_use]
    pub fn without_origin(mut self) -> Self {
        self.headers.retain(|(name, _)| name != header::ORIGIN);
        self
    }

    pub(crate) fn request(&self, board: &str) -> Request {
        self.request_to(&format!("/api/v1/live/{board}"))
    }

    pub(crate) fn request_to(&self, path: &str) -> Request {
        let url = format!("ws://{}{path}?{}", self.address, self.query);
        let mut request = url.into_client_request().expect("a valid address");
        for (name, value) in &self.headers {
            request.headers_mut().insert(name, value.parse().expect("a valid header"));
        }
        request
    }
}
