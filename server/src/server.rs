//! The server as one thing that can be built, asked where it listens, run, and stopped.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::{HttpServer, web as actix};
use sea_orm::DbErr;
use tokio::task::JoinSet;
use utoipa_actix_web::AppExt as _;

use crate::app::App;
use crate::clock::{Clock, SystemClock};
use crate::config::Config;
use crate::database::Database;
use crate::openapi::{self, ApiDocument};
use crate::realtime::{self, Bells, Rooms, Turns};
use crate::telemetry::Figures;
use crate::{
    accounts, ambition, boards, demo, mail, notifications, openapi_page, partnerships, routes, scans, telemetry,
    web,
};

/// How long requests that are being answered may still take once the sockets are closed.
const LAST_REQUESTS: Duration = Duration::from_secs(4);

/// A server that listens, and answers once it is run.
#[allow(missing_debug_implementations, reason = "actix's server has none")]
pub struct Server {
    address: SocketAddr,
    running: actix_web::dev::Server,
    app: actix::Data<App>,
}

/// Why a server could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A demo has passwords that everybody knows.
    #[error("the demo runs on this machine only; SAMENSPEL_PUBLIC_URL names another")]
    PublicDemo,
    /// The database could not be opened, migrated, or filled.
    #[error("the database cannot be used")]
    Database(#[from] DbErr),
    /// Nothing can be counted.
    #[error("the figures cannot be kept")]
    Figures(#[from] metrics_exporter_prometheus::BuildError),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why not.
        source: std::io::Error,
    },
}

impl Server {
    /// Opens the database, runs its migrations, fills it with the demo if `demo`, and starts to listen.
    pub async fn build(config: Config, demo: bool) -> Result<Self, StartError> {
        Self::build_with_clock(config, demo, Arc::new(SystemClock)).await
    }

    /// As [`Server::build`], with a clock of the caller's.
    pub async fn build_with_clock(config: Config, demo: bool, clock: Arc<dyn Clock>) -> Result<Self, StartError> {
        if demo && !config.public_url.is_local() {
            return Err(StartError::PublicDemo);
        }
        let figures = Figures::start()?;
        let database = Database::open(&config.database_url).await?;
        let signing_key = accounts::signing_key(&database, clock.as_ref()).await?;
        let rooms = Rooms::new(Arc::new(boards::BoardLog::new(database.clone(), clock.clone())), clock.clone());
        let demo = demo && demo::fill(&database, clock.as_ref()).await?;
        let (bells, turns) = (Bells::default(), Turns::default());
        let app = App { config, demo, database, clock, rooms, bells, turns, figures, signing_key };
        accounts::announce_setup(&app).await?;
        Self::listen(actix::Data::new(app))
    }

    fn listen(app: actix::Data<App>) -> Result<Self, StartError> {
        let listen = app.config.listen;
        let failed = |source| StartError::Listen { address: listen, source };
        let listener = TcpListener::bind(listen).map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let data = app.clone();
        let description = actix::Data::new(ApiDocument::new(&openapi::describe()));
        let running = HttpServer::new(move || {
            let (json, path, query) = routes::refusals();
            let (actix_app, _) =
                actix_web::App::new().into_utoipa_app().configure(routes::configure).split_for_parts();
            actix_app
                .app_data(data.clone())
                .app_data(description.clone())
                .app_data(json)
                .app_data(path)
                .app_data(query)
                .service(openapi::document)
                .service(openapi::page)
                .service(openapi_page::style)
                .default_service(actix::to(web::serve))
                .wrap(from_fn(routes::harden))
                .wrap(from_fn(telemetry::trace_request))
        })
        .tcp_nodelay(true)
        .disable_signals()
        .shutdown_timeout(LAST_REQUESTS.as_secs())
        .workers(std::thread::available_parallelism().map_or(2, usize::from))
        .listen(listener)
        .map_err(failed)?
        .run();
        Ok(Self { address, running, app })
    }

    /// Where it listens; the port is a real one also when 0 was asked for.
    pub fn local_addr(&self) -> SocketAddr {
        self.address
    }

    /// The application behind it.
    pub fn app(&self) -> actix::Data<App> {
        self.app.clone()
    }

    /// What stops it.
    pub fn stopper(&self) -> Stopper {
        Stopper { handle: self.running.handle(), app: self.app.clone() }
    }

    /// Answers until it is stopped.
    pub async fn run(self) -> std::io::Result<()> {
        // A task each, so that a slow one keeps no other waiting. They end with the set.
        let mut tasks = JoinSet::new();
        let [watching, projecting, tending, counting, mailing, notifying, reminding, looking_back, looking_ahead] =
            std::array::from_fn(|_| self.app.clone());
        tasks.spawn(async move { boards::watch_connections(&watching).await });
        tasks.spawn(async move { boards::project_changes(&projecting).await });
        tasks.spawn(async move { partnerships::tend_events(&tending).await });
        tasks.spawn(async move { notifications::tend(&notifying).await });
        tasks.spawn(async move { notifications::mail_notifications(&reminding).await });
        tasks.spawn(async move { scans::tend(&looking_back).await });
        tasks.spawn(async move { ambition::tend(&looking_ahead).await });
        tasks.spawn(async move { counting.figures.keep_up().await });
        tasks.spawn(async move { mail::send_mail(&mailing).await });
        tasks.spawn(realtime::keep_up());
        tokio::select! {
            ended = self.running => ended,
            // None of them ends by itself.
            Some(Err(panicked)) = tasks.join_next() => Err(std::io::Error::other(panicked)),
        }
    }
}

/// Stops a server in good order.
#[derive(Clone, Debug)]
pub struct Stopper {
    handle: ServerHandle,
    app: actix::Data<App>,
}

impl Stopper {
    /// Refuses new work, closes the sockets with 1012 (they come back by themselves), writes what waits, lets running
    /// requests end, and closes the database. Takes less than ten seconds.
    pub async fn stop(self) {
        self.app.rooms.stop().await;
        self.handle.stop(true).await;
        if let Err(error) = self.app.database.close().await {
            tracing::warn!(error = &error as &dyn std::error::Error, "the database did not close well");
        }
    }
}
