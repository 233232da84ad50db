//! What is measured: the real server in a process of its own, or the bare broadcast in another.

use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use uuid::Uuid;

use crate::client::Way;
use crate::settings::Settings;
use crate::world::{PASSWORD, World, email};

/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_mins(1);

/// A server that runs, and who may come in.
#[derive(Debug)]
pub(crate) struct Target {
    child: Child,
    address: SocketAddr,
    /// Access tokens; none for the bare broadcast.
    tokens: Vec<String>,
}

impl Target {
    /// Starts the server on a prepared database, and lets in whoever has one of `tokens`.
    pub(crate) async fn samenspel(settings: &Settings, world: &World, tokens: Vec<String>) -> Self {
        let address = free_address();
        let mut command = settings.on_server_core(&settings.binary);
        command
            .arg("serve")
            .env("SAMENSPEL_DATABASE_URL", &world.database_url)
            .env("SAMENSPEL_LISTEN", address.to_string())
            // It is in the tokens, which go on from one server to the next.
            .env("SAMENSPEL_PUBLIC_URL", "http://bench.localhost")
            .env("RUST_LOG", "off");
        Self::start(command, address, tokens).await
    }

    /// Starts the bare broadcast.
    pub(crate) async fn ceiling(settings: &Settings) -> Self {
        let address = free_address();
        let own = std::env::current_exe().expect("a program knows where it is");
        let mut command = settings.on_server_core(&own);
        command.arg("ceiling").arg(address.to_string());
        Self::start(command, address, Vec::new()).await
    }

    async fn start(mut command: Command, address: SocketAddr, tokens: Vec<String>) -> Self {
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}; build it first"));
        let mut target = Self { child, address, tokens };
        let started = Instant::now();
        while request(address, "GET", "/health/ready", None).await.is_none_or(|(status, _)| status != 200) {
            let ended = target.child.try_wait().expect("it can be asked");
            assert!(ended.is_none() && started.elapsed() < PATIENCE, "it does not start: {ended:?} {command:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        target
    }

    /// The process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// The way of person `person` to a board, or to the broadcast of that name. People beyond the last come in as the
    /// first once more.
    pub(crate) fn way(&self, board: Uuid, person: usize) -> Way {
        let token = person.checked_rem(self.tokens.len()).map(|person| self.tokens[person].clone());
        Way { address: self.address, path: format!("/api/v1/live/{board}?saved=1&v=1"), token }
    }

    /// Signs in so many people of the world.
    pub(crate) async fn sign_in(&self, people: usize) -> Vec<String> {
        let mut tokens = Vec::new();
        for person in 0..people {
            let body = serde_json::json!({ "email": email(person), "password": PASSWORD, "mode": "token" });
            let answer = request(self.address, "POST", "/api/v1/sessions", Some(&body.to_string())).await;
            let (status, answer) = answer.expect("the server answers");
            assert_eq!(status, 201, "{answer}");
            let session: serde_json::Value = serde_json::from_str(&answer).expect("a session");
            tokens.push(session["access_token"].as_str().expect("a token").to_owned());
        }
        tokens
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port")
}

/// One request on a connection of its own; nothing when nobody answers yet. It is all the HTTP that is needed here,
/// and a library for it would be compiled longer than the rest.
async fn request(address: SocketAddr, method: &str, path: &str, body: Option<&str>) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect(address).await.ok()?;
    let body = body.unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    Some((head.split(' ').nth(1)?.parse().ok()?, body.to_owned()))
}
