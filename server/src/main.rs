//! The command `samenspel`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to whoever typed it")]

use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use samenspel::clock::SystemClock;
use samenspel::config::Config;
use samenspel::database::Database;
use samenspel::server::Server;
use samenspel::{accounts, audit, boards, openapi, telemetry};
use uuid::Uuid;

/// Where partners at a distance write their shared ambition, business model and roles together.
#[derive(Debug, Parser)]
#[command(version, after_help = ENVIRONMENT)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const ENVIRONMENT: &str = "Environment:
  SAMENSPEL_LISTEN        address to listen on        [127.0.0.1:8080]
  SAMENSPEL_DATABASE_URL  sqlite:PATH or postgres://  [sqlite:./data/samenspel.db]
  SAMENSPEL_PUBLIC_URL    the address people type     [http://localhost:8080]
  SAMENSPEL_SMTP_URL      where mail leaves: smtps://user:password@host,
                          smtp://host:587?tls=required; without it mail stays in a folder
  SAMENSPEL_MAIL_FOLDER   that folder                 [./data/mail]
  SAMENSPEL_MAIL_FROM     whom mail is from           [Samenspel <noreply@HOST>]
  SAMENSPEL_PROXIES       believed about X-Forwarded-For [127.0.0.1,::1]
  SAMENSPEL_LOG_FORMAT    text or json                [text]
  SAMENSPEL_METRICS_TOKEN lets programs on other machines read /metrics
  RUST_LOG                which log lines             [info]";

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the web app and the API until SIGTERM or Ctrl-C
    Serve {
        /// Fill an empty database with a partnership to look at, and offer its accounts at sign-in
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database to the shape this version needs, and end
    Migrate,
    /// Make the tables of what the boards say anew, from the log
    Project {
        /// The id of one board; all boards without it
        board: Option<Uuid>,
    },
    /// Print the description of the API (OpenAPI 3.1)
    Openapi,
    /// Read everything on all boards, list what is damaged, and fail if anything is
    Check,
    /// The log of who did what
    Audit {
        #[command(subcommand)]
        command: AuditCommand,
    },
    /// Print a new one-time link that makes the first administrator
    Admin,
}

#[derive(Debug, Subcommand)]
enum AuditCommand {
    /// Make every hash anew, say where a chain breaks, and fail if any does
    Verify,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        Command::Openapi => {
            print!("{}", openapi::json(&openapi::describe()));
            Ok(())
        }
        Command::Serve { demo } => serve(demo).await,
        Command::Migrate => migrate().await,
        Command::Check => check().await,
        Command::Admin => admin().await,
        Command::Audit { command: AuditCommand::Verify } => verify_audit().await,
        Command::Project { board } => project(board).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("samenspel: {error}");
            let mut source = error.source();
            while let Some(cause) = source {
                eprintln!("  because: {cause}");
                source = cause.source();
            }
            ExitCode::FAILURE
        }
    }
}

type Failure = Box<dyn std::error::Error>;

async fn serve(demo: bool) -> Result<(), Failure> {
    let config = configuration()?;
    telemetry::start(config.log_format);
    let public_url = config.public_url.origin();
    let server = Server::build(config, demo).await?;
    tracing::info!(listen = %server.local_addr(), "Samenspel is ready at {public_url}");
    let stopper = server.stopper();
    let stopping = tokio::spawn(async move {
        stop_signal().await;
        tracing::info!("stopping");
        stopper.stop().await;
    });
    server.run().await?;
    // The server has answered its last request; what closes the database may still be at it.
    stopping.await?;
    tracing::info!("stopped");
    Ok(())
}

async fn migrate() -> Result<(), Failure> {
    Database::open(&configuration()?.database_url).await?.close().await?;
    println!("The database is up to date.");
    Ok(())
}

async fn project(board: Option<Uuid>) -> Result<(), Failure> {
    let config = configuration()?;
    telemetry::start(config.log_format);
    let database = Database::open(&config.database_url).await?;
    let outcome = boards::project(&database, Arc::new(SystemClock), board).await;
    database.close().await?;
    println!("Boards whose tables are as their log says: {}", outcome?);
    Ok(())
}

async fn check() -> Result<(), Failure> {
    let database = Database::open_as_it_is(&configuration()?.database_url).await?;
    let checked = boards::check(&database).await?;
    database.close().await?;
    for damage in &checked.damage {
        println!("{damage}");
    }
    println!(
        "{} boards, {} rows ({} without a checksum), {} snapshots",
        checked.boards, checked.rows, checked.rows_without_checksum, checked.snapshots
    );
    match checked.damage.len() {
        0 => Ok(()),
        damaged => Err(format!("{damaged} of them damaged").into()),
    }
}

async fn verify_audit() -> Result<(), Failure> {
    let database = Database::open_as_it_is(&configuration()?.database_url).await?;
    let verified = audit::verify(database.reader()).await?;
    database.close().await?;
    for broken in &verified.breaks {
        println!("{broken}");
    }
    println!("{} chains, {} entries", verified.chains, verified.entries);
    match verified.breaks.len() {
        0 => Ok(()),
        broken => Err(format!("{broken} of them broken").into()),
    }
}

async fn admin() -> Result<(), Failure> {
    let config = configuration()?;
    let database = Database::open(&config.database_url).await?;
    match accounts::new_setup_link(&database, &SystemClock, &config.public_url).await? {
        Some(link) => println!("{link}"),
        None => println!("There is an administrator already."),
    }
    database.close().await?;
    Ok(())
}

fn configuration() -> Result<Config, Failure> {
    Config::from_environment().map_err(|mistakes| {
        let lines: Vec<String> = mistakes.iter().map(|mistake| format!("  {mistake}")).collect();
        format!("the environment has mistakes:\n{}", lines.join("\n")).into()
    })
}

async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        tracing::error!("signals cannot be received; stop the process to stop the server");
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
