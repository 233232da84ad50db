//! Runs episodes of mutants, each in a process that may end, and says what became of them.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "figures are what it is for")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "whatever fails here fails the test")]

mod supervise;

use std::io::Write as _;
use std::path::PathBuf;

use bytes::Bytes;
use clap::{Parser, Subcommand};
use mutants::anatomy::is_same_document;
use mutants::episode::Episode;
use mutants::evidence::{self, Evidence};
use mutants::fuzzing;
use mutants::honest;
use mutants::messages::Kind;
use samenspel::realtime::trial::Trial;

/// What a thread of the server has; what needs more ends the server.
const STACK: usize = 2 << 20;

#[derive(Parser)]
#[command(about = "Honest messages, made wrong, to see that none can harm a room")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs mutants of every kind and says what became of them.
    Run(supervise::Order),
    /// Runs some episodes in this process; for `run`.
    Work(Work),
    /// Writes where the targets of cargo-fuzz start from.
    Starts {
        /// A folder for each kind is made in it.
        folder: PathBuf,
    },
    /// Lets a room hear what a process ended over.
    Replay {
        /// The folder that `run` named.
        folder: PathBuf,
    },
}

#[derive(clap::Args)]
struct Work {
    kind: Kind,
    seed: u64,
    /// The first episode.
    from: u64,
    /// The one after the last.
    until: u64,
    /// Where to leave what this process ends over.
    evidence: PathBuf,
}

fn main() {
    match Arguments::parse().command {
        Command::Run(order) => supervise::run(&order),
        Command::Work(work) => within_the_stack_of_a_server(move || run_episodes(&work)),
        Command::Starts { folder } => starts(&folder),
        Command::Replay { folder } => within_the_stack_of_a_server(move || replay(&folder)),
    }
}

fn within_the_stack_of_a_server(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread");
    if let Err(panic) = thread.join() {
        let words = panic.downcast_ref::<String>().map(String::as_str);
        eprintln!("{}", words.or(panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without words"));
        std::process::exit(101);
    }
}

/// Prints a tally for each episode, as JSON on a line.
fn run_episodes(work: &Work) {
    // Panics of the library are caught by the room and counted.
    std::panic::set_hook(Box::new(|_| {}));
    let sessions = honest::sessions();
    let mut evidence = Evidence::into(&work.evidence).expect("a folder to write in");
    for number in work.from..work.until {
        let mut episode = Episode::new(&sessions, work.kind, work.seed, number);
        evidence.begin(episode.board(), episode.log());
        while episode.step(&sessions, &mut evidence) {}
        let mut out = std::io::stdout().lock();
        writeln!(out, "{}", serde_json::to_string(&episode.tally).unwrap()).unwrap();
        out.flush().unwrap();
    }
}

fn starts(folder: &std::path::Path) {
    for kind in Kind::ALL {
        let folder = folder.join(kind.name().replace(' ', "_"));
        std::fs::create_dir_all(&folder).expect("a folder to write in");
        for (number, start) in fuzzing::starts(kind).into_iter().enumerate() {
            std::fs::write(folder.join(format!("honest-{number:03}")), start).expect("a file");
        }
    }
}

fn replay(folder: &std::path::Path) {
    let (board, log, message) = evidence::read(folder).expect("a folder with a log and a message");
    println!("a {} board of {} rows hears {} bytes", board.id(), log.len(), message.len());
    for who in 0..honest::PEOPLE {
        let mut trial = Trial::open(board.vocabulary(), log.clone()).expect("the log can be loaded");
        let connection = trial.join(honest::account(who));
        println!("from person {who}: {:?}", trial.hear(connection, Bytes::from(message.clone())));
        let state = trial.state().expect("a document");
        for (when, next) in [("restart", trial.after_restart()), ("snapshot", trial.after_snapshot())] {
            let comes_back = next.map(|next| is_same_document(&next, &state));
            println!("    the same document after a {when}: {comes_back:?}");
        }
    }
}
