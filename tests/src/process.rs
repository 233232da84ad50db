//! The real binary in a process of its own, which can be killed.

use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::{DEADLINE, TestDatabase, environment};

/// `samenspel serve --demo` on one address and one database, through any number of kills.
#[derive(Debug)]
pub struct Process {
    database: TestDatabase,
    address: SocketAddr,
    child: Option<Child>,
    log: Arc<Mutex<Vec<String>>>,
    /// Which log lines it writes, as `RUST_LOG`.
    says: &'static str,
}

impl Process {
    /// Starts the binary on a database of its own.
    pub async fn start() -> Self {
        Self::start_saying("info").await
    }

    /// The same, with these log lines (`RUST_LOG`).
    pub async fn start_saying(says: &'static str) -> Self {
        let database = TestDatabase::empty().await;
        // Whoever takes the port in the moment between makes the start fail, visibly.
        let address = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
        let mut process = Self { database, address, child: None, log: Arc::default(), says };
        process.start_again().await;
        process
    }

    /// Runs another command of the binary on a database, to its end.
    pub fn command(database: &TestDatabase, arguments: &[&str]) -> Output {
        let binary = environment::binary();
        Command::new(&binary)
            .args(arguments)
            .env("SAMENSPEL_DATABASE_URL", database.url())
            .stdin(Stdio::null())
            .output()
            .unwrap_or_else(|error| panic!("{}: {error}; run `cargo build` first", binary.display()))
    }

    /// Ends the process in the middle of whatever it does.
    pub fn kill(&mut self) {
        let mut child = self.child.take().expect("it runs");
        child.kill().expect("it can be killed");
        child.wait().expect("it ended");
    }

    /// Starts it again, and waits until it is ready.
    pub async fn start_again(&mut self) {
        assert!(self.child.is_none(), "kill it first");
        let binary = environment::binary();
        let mut child = Command::new(&binary)
            .args(["serve", "--demo"])
            .env("SAMENSPEL_DATABASE_URL", self.database.url())
            .env("SAMENSPEL_MAIL_FOLDER", self.database.mail_folder())
            .env("RUST_LOG", self.says)
            .env("SAMENSPEL_LISTEN", self.address.to_string())
            .env("SAMENSPEL_PUBLIC_URL", format!("http://{}", self.address))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}; run `cargo build` first", binary.display()));
        let (lines, log) = (child.stderr.take().expect("piped"), self.log.clone());
        std::thread::spawn(move || {
            for line in BufReader::new(lines).lines().map_while(Result::ok) {
                log.lock().expect("unpoisoned").push(line);
            }
        });
        self.child = Some(child);
        self.ready().await;
    }

    /// What it wrote to its log.
    pub fn log(&self) -> String {
        self.log.lock().expect("unpoisoned").join("\n")
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    async fn ready(&mut self) {
        let started = Instant::now();
        let url = format!("http://{}/health/ready", self.address);
        loop {
            if reqwest::get(&url).await.is_ok_and(|response| response.status().is_success()) {
                return;
            }
            let ended = self.child.as_mut().expect("it runs").try_wait().expect("it can be asked");
            assert!(ended.is_none() && started.elapsed() < DEADLINE, "{ended:?}: {:#?}", self.log.lock());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
