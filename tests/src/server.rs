//! A server in this process, as `main` would start it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;

use actix_web::web::Data;
use samenspel::app::App;
use samenspel::clock::{Clock, SystemClock};
use samenspel::config::Config;
use samenspel::server::Server;
use tokio::sync::oneshot;

use crate::TestDatabase;

/// What browsers would send as `Origin`. The port is not the one the server listens on, as behind a proxy; so no port
/// needs to be known before the server has one.
pub(crate) const ORIGIN: &str = "http://samenspel.localhost:8080";

/// What lets somebody read the figures from elsewhere.
pub const METRICS_TOKEN: &str = "a-token-that-only-the-tests-know";

/// A server on a database of its own, which is told to stop and forgotten with this value.
#[derive(Debug)]
pub struct TestServer {
    database: TestDatabase,
    demo: bool,
    clock: Arc<dyn Clock>,
    address: SocketAddr,
    running: Option<Running>,
}

struct Running {
    app: Data<App>,
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running").finish_non_exhaustive()
    }
}

impl TestServer {
    /// With the demo in it.
    pub async fn start() -> Self {
        Self::start_on(TestDatabase::demo().await, true, Arc::new(SystemClock)).await
    }

    /// With the demo in it, and a time that the test decides.
    pub async fn start_at(clock: Arc<dyn Clock>) -> Self {
        Self::start_on(TestDatabase::demo().await, true, clock).await
    }

    /// With nothing in it.
    pub async fn start_empty() -> Self {
        Self::start_on(TestDatabase::empty().await, false, Arc::new(SystemClock)).await
    }

    async fn start_on(database: TestDatabase, demo: bool, clock: Arc<dyn Clock>) -> Self {
        let any_port = SocketAddr::from(([127, 0, 0, 1], 0));
        let (running, address) = run(&database, any_port, demo, clock.clone()).await;
        Self { database, demo, clock, address, running: Some(running) }
    }

    /// Stops it in good order, as SIGTERM would.
    pub async fn stop(&mut self) {
        let running = self.running.take().expect("it runs");
        drop(running.app);
        let _ = running.stop.send(());
        tokio::task::spawn_blocking(|| running.thread.join()).await.unwrap().expect("the server ended well");
    }

    /// Starts it again on the same database and the same address.
    pub async fn start_again(&mut self) {
        assert!(self.running.is_none(), "stop it first");
        let (running, _) = run(&self.database, self.address, self.demo, self.clock.clone()).await;
        self.running = Some(running);
    }

    /// Starts it again, now with `--demo`.
    pub async fn start_again_with_demo(&mut self) {
        self.demo = true;
        self.start_again().await;
    }

    /// Another one on the same database, which ends with what is given back.
    pub async fn beside(&self) -> Beside {
        let any_port = SocketAddr::from(([127, 0, 0, 1], 0));
        let (running, _) = run(&self.database, any_port, self.demo, self.clock.clone()).await;
        Beside { running: Some(running) }
    }

    /// The application, for putting things into its database that no page can make.
    pub fn app(&self) -> &App {
        &self.running.as_ref().expect("it runs").app
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

/// A second server on the database of a [`TestServer`].
#[derive(Debug)]
pub struct Beside {
    running: Option<Running>,
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            let _ = running.stop.send(());
        }
    }
}

impl Drop for TestServer {
    /// It ends by itself, in the second that actix takes for that; nobody waits for it.
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            let _ = running.stop.send(());
        }
    }
}

/// Migrates a database and fills it with the demo.
pub(crate) async fn fill(database: &TestDatabase) {
    let (running, _) = run(database, SocketAddr::from(([127, 0, 0, 1], 0)), true, Arc::new(SystemClock)).await;
    drop(running.app);
    let _ = running.stop.send(());
    tokio::task::spawn_blocking(|| running.thread.join()).await.unwrap().expect("the server ended well");
}

async fn run(
    database: &TestDatabase,
    listen: SocketAddr,
    demo: bool,
    clock: Arc<dyn Clock>,
) -> (Running, SocketAddr) {
    let config = config(database, listen);
    let (started, start) = oneshot::channel();
    let (stop, stopping) = oneshot::channel::<()>();
    let thread = std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = Server::build_with_clock(config, demo, clock).await.expect("the server starts");
            let stopper = server.stopper();
            let _ = started.send((server.app(), server.local_addr()));
            let ending = actix_web::rt::spawn(async move {
                let _ = stopping.await;
                stopper.stop().await;
            });
            server.run().await.expect("the server runs");
            ending.await.expect("the server stops");
        });
    });
    match start.await {
        Ok((app, address)) => (Running { app, stop, thread }, address),
        Err(oneshot::error::RecvError { .. }) => panic!("the server did not start: {:?}", thread.join().err()),
    }
}

fn config(database: &TestDatabase, listen: SocketAddr) -> Config {
    let variable = |name: &str| match name {
        "SAMENSPEL_DATABASE_URL" => Some(database.url().to_owned()),
        "SAMENSPEL_LISTEN" => Some(listen.to_string()),
        "SAMENSPEL_PUBLIC_URL" => Some(ORIGIN.to_owned()),
        "SAMENSPEL_MAIL_FOLDER" => Some(database.mail_folder()),
        "SAMENSPEL_METRICS_TOKEN" => Some(METRICS_TOKEN.to_owned()),
        _ => None,
    };
    Config::from_variables(variable).expect("the configuration is valid")
}
