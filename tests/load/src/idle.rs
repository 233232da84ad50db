//! Many connections that do nothing: what each costs.

use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use futures_util::future::join_all;
use tokio::task::{JoinHandle, spawn_local};
use tokio::time::{Interval, interval_at, sleep};
use uuid::Uuid;

use crate::client::{self, Socket};
use crate::edit;
use crate::fanout::Manners;
use crate::process;
use crate::settings::Scale;
use crate::target::Target;

/// Connections before memory is looked at, so that what every server needs once is not counted.
pub(crate) const FIRST: usize = 20;
/// How many come in at once.
const AT_ONCE: usize = 25;
/// How often an idle `y-websocket` says that it is still there.
const RENEWAL: Duration = Duration::from_secs(15);
/// Until what coming in took is over.
const REST: Duration = Duration::from_secs(2);

/// What idle connections cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    pub(crate) connections: usize,
    pub(crate) kib_each: f64,
    /// Of one core, while everybody only says now and then that they are there.
    pub(crate) server_percent: f64,
    pub(crate) generator_percent: f64,
}

/// Connects people to `boards`, in turn, and watches.
pub(crate) async fn run(target: &Target, scale: &Scale, boards: &[Uuid], manners: Manners) -> Outcome {
    let mut people = Vec::new();
    connect(target, boards, FIRST, manners, &mut people).await;
    sleep(REST).await;
    let empty = process::memory(target.id());
    connect(target, boards, FIRST + scale.connections, manners, &mut people).await;
    sleep(REST).await;
    let full = process::memory(target.id());
    let began = Instant::now();
    let (server, generator) = (process::cpu(target.id()), process::cpu(std::process::id()));
    sleep(scale.measured).await;
    let percent = |used: Duration| 100.0 * used.as_secs_f64() / began.elapsed().as_secs_f64();
    let outcome = Outcome {
        connections: scale.connections,
        kib_each: each(full.saturating_sub(empty), scale.connections),
        server_percent: percent(process::cpu(target.id()).saturating_sub(server)),
        generator_percent: percent(process::cpu(std::process::id()).saturating_sub(generator)),
    };
    for person in people {
        assert!(!person.is_finished(), "a connection ended");
        person.abort();
    }
    outcome
}

#[allow(clippy::cast_precision_loss, reason = "a quotient of counts")]
fn each(kib: u64, connections: usize) -> f64 {
    kib as f64 / connections as f64
}

/// Connects until there are `all`.
async fn connect(target: &Target, boards: &[Uuid], all: usize, manners: Manners, people: &mut Vec<JoinHandle<()>>) {
    while people.len() < all {
        let batch = people.len()..all.min(people.len() + AT_ONCE);
        let sockets = join_all(batch.map(async |number| {
            let way = target.way(boards[number % boards.len()], number);
            let client = 0x4000_0000 + number as u64;
            let socket = match manners {
                Manners::None => client::open(&way).await,
                Manners::OfTheProduct => client::settle_in(&way, client, None).await,
            };
            (socket, client, number)
        }))
        .await;
        people.extend(sockets.into_iter().map(|(socket, client, number)| {
            // Everybody in their own moment.
            let first = tokio::time::Instant::now() + RENEWAL.mul_f64(position(number));
            spawn_local(stay(socket, client, interval_at(first, RENEWAL), manners))
        }));
    }
}

/// A place between 0 and 1 for each number, evenly spread whatever the order.
fn position(number: usize) -> f64 {
    f64::from(u32::try_from(number * 619 % 1000).unwrap_or(0)) / 1000.0
}

/// Reads whatever comes, and says now and then that one is there.
async fn stay(mut socket: Socket, client: u64, mut renewal: Interval, manners: Manners) {
    for clock in 2.. {
        loop {
            tokio::select! {
                message = socket.next() => if !matches!(message, Some(Ok(_))) { return },
                _ = renewal.tick() => break,
            }
        }
        if manners == Manners::OfTheProduct {
            client::send(&mut socket, edit::presence(client, clock)).await;
        }
    }
}
