//! What the server can bear: `make bench`.
//!
//! Many light clients speak the server's wire protocol, type on cards, sit idle, and open a board that much was
//! written on. The same load goes to a bare broadcast in the same run, which does nothing but pass frames on; what the
//! server costs is compared with that. Prints tables and keeps nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed expectation ends the bench")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a bench is worth its figures")]

mod ceiling;
mod client;
mod cold;
mod edit;
mod fanout;
mod idle;
mod latency;
mod ledger;
mod process;
mod report;
mod settings;
mod target;
mod world;

use std::process::ExitCode;

use uuid::Uuid;

use self::fanout::{Load, Manners};
use self::report::{On, Report};
use self::settings::Settings;
use self::target::Target;
use self::world::{PEOPLE, World};

/// What the clients type.
const LOADS: [Load; 3] = [
    Load { rooms: 10, clients: 20, edits_per_second: 50 },
    Load { rooms: 10, clients: 20, edits_per_second: 200 },
    Load { rooms: 1, clients: 100, edits_per_second: 200 },
];
/// The most rooms of them all.
const ROOMS: usize = 10;

const OWN_ROOMS: &str = "each in a room of their own";
const ONE_ROOM: &str = "all in one room, with presence";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next()) {
        (Some("ceiling"), Some(address)) => {
            ceiling::serve(address.parse().expect("an address")).expect("a server");
            ExitCode::SUCCESS
        }
        (None, None) => bench(),
        _ => {
            eprintln!("usage: make bench, or BENCH=quick make bench");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn bench() -> ExitCode {
    let settings = Settings::from_environment();
    println!("{}; {}\n", settings.cores(), settings.binary.display());
    let report = tokio::task::LocalSet::new().run_until(Box::pin(measure(&settings))).await;
    println!("{report}");
    // A bench does not fail for being slow; losing something is another matter.
    if report.missed() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn measure(settings: &Settings) -> Report {
    let mut report = Report::default();
    measure_ceiling(settings, &mut report).await;
    let boards = ROOMS * LOADS.len() + idle::FIRST + settings.scale.connections + 1;
    let world = World::on_sqlite(boards).await;
    measure_samenspel(settings, On::Sqlite, &world, &mut report).await;
    if let Some(server) = &settings.postgres {
        let world = World::on_postgres(server, boards).await;
        measure_samenspel(settings, On::Postgres, &world, &mut report).await;
    }
    report.fanouts.sort_by_key(|(load, _, _)| LOADS.iter().position(|known| known == load));
    report
}

async fn measure_ceiling(settings: &Settings, report: &mut Report) {
    let rooms: Vec<Uuid> = (1..=ROOMS).map(|room| Uuid::from_u128(room as u128)).collect();
    for load in &LOADS {
        say(On::Ceiling, &load.to_string());
        let target = Target::ceiling(settings).await;
        let outcome = fanout::run(&target, load, &settings.scale, &rooms, Manners::None).await;
        report.fanouts.push((*load, On::Ceiling, outcome));
    }
    say(On::Ceiling, ONE_ROOM);
    let target = Target::ceiling(settings).await;
    let outcome = idle::run(&target, &settings.scale, &rooms[..1], Manners::None).await;
    report.idles.push(("nobody says anything", On::Ceiling, outcome));
}

/// Every scenario on a server of its own, so that none pays for the one before.
async fn measure_samenspel(settings: &Settings, on: On, world: &World, report: &mut Report) {
    say(on, "people sign in, and a document is written");
    let scale = &settings.scale;
    let (cold, boards) = world.boards.split_last().expect("there are boards");
    world.write(*cold, cold::written(scale.operations)).await;
    let tokens = Target::samenspel(settings, world, Vec::new()).await.sign_in(PEOPLE).await;
    let start = async || Target::samenspel(settings, world, tokens.clone()).await;

    say(on, "cold join");
    let outcome = cold::run(&start().await, *cold, scale.operations).await;
    report.colds.push((on, outcome));
    for (number, load) in LOADS.iter().enumerate() {
        say(on, &load.to_string());
        let rooms = &boards[number * ROOMS..][..ROOMS];
        let outcome = fanout::run(&start().await, load, scale, rooms, Manners::OfTheProduct).await;
        report.fanouts.push((*load, on, outcome));
    }
    let boards = &boards[ROOMS * LOADS.len()..];
    for (what, boards) in [(OWN_ROOMS, boards), (ONE_ROOM, &boards[..1])] {
        say(on, what);
        let outcome = idle::run(&start().await, scale, boards, Manners::OfTheProduct).await;
        report.idles.push((what, on, outcome));
    }
}

/// Where it is at, for whoever waits.
fn say(on: On, what: &str) {
    eprintln!("==> {on}: {what}");
}
