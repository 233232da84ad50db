//! Everybody in a room types, and everybody sees it: how long that takes, and what it costs.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::future::join_all;
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::task::{JoinHandle, spawn_local};
use tokio::time::sleep_until;
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;

use crate::client::{self, Socket};
use crate::edit::{self, Heard};
use crate::latency::{Latencies, Percentiles};
use crate::ledger::{Ledger, Schedule};
use crate::process;
use crate::settings::Scale;
use crate::target::Target;

/// How long what was sent last may still take.
const PATIENCE: Duration = Duration::from_secs(5);

/// How much is asked of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Load {
    pub(crate) rooms: usize,
    /// In each room.
    pub(crate) clients: usize,
    /// In each room.
    pub(crate) edits_per_second: u32,
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    pub(crate) expected: u64,
    pub(crate) missed: u64,
    pub(crate) latency: Percentiles,
    /// Of the server, for a million deliveries.
    pub(crate) cpu_per_million: Duration,
    /// Of one core.
    pub(crate) server_percent: f64,
    pub(crate) generator_percent: f64,
}

/// What the clients in a room do before they type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manners {
    /// They sync, say that they are there, and each lays a card to type on.
    OfTheProduct,
    /// The bare broadcast knows nothing of all that.
    None,
}

/// Types as `load` says and waits until all of it arrived.
pub(crate) async fn run(target: &Target, load: &Load, scale: &Scale, boards: &[Uuid], manners: Manners) -> Outcome {
    let mut connected = Vec::new();
    for (room, board) in boards.iter().take(load.rooms).enumerate() {
        connected.push(enter(target, *board, room, load, manners).await);
    }
    let start = Instant::now() + Duration::from_millis(100);
    let end = start + scale.warm_up + scale.measured;
    let mut rooms = Vec::new();
    let mut tasks = Vec::new();
    for (room, sockets) in connected.into_iter().enumerate() {
        let schedule = schedule(load, room, start, end);
        let hearing = Rc::new(RefCell::new(Hearing::new(schedule, room, scale.warm_up)));
        rooms.push(hearing.clone());
        tasks.extend(populate(sockets, schedule, room, &hearing));
    }
    sleep_until((start + scale.warm_up).into()).await;
    let before = Sample::take(target, &rooms);
    sleep_until(end.into()).await;
    let after = Sample::take(target, &rooms);
    let is_complete = || rooms.iter().all(|room| room.borrow().ledger.is_complete());
    while !is_complete() && end.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    tasks.iter().for_each(JoinHandle::abort);
    outcome(&rooms, before, after)
}

/// The clients of one room, all connected.
async fn enter(target: &Target, board: Uuid, room: usize, load: &Load, manners: Manners) -> Vec<Socket> {
    join_all((0..load.clients).map(async |number| {
        let way = target.way(board, number);
        let client = client_id(room, number);
        match manners {
            Manners::None => client::open(&way).await,
            Manners::OfTheProduct => {
                let (card, _) = edit::card(client, &Uuid::from_u128(client.into()).to_string());
                client::settle_in(&way, client, Some(&card)).await
            }
        }
    }))
    .await
}

/// Of 31 bits, as most Yjs ids are.
fn client_id(room: usize, number: usize) -> u64 {
    0x4000_0000 + (room as u64) * 1024 + number as u64
}

fn schedule(load: &Load, room: usize, start: Instant, end: Instant) -> Schedule {
    let pause = Duration::from_secs(1) / load.edits_per_second;
    // Rooms do not type in step.
    let start = start + pause * u32::try_from(room).unwrap_or(0) / u32::try_from(load.rooms).unwrap_or(1);
    let edits = (end - start).as_nanos() / pause.as_nanos();
    let clients = u32::try_from(load.clients).expect("few clients");
    Schedule { start, pause, clients, edits: u32::try_from(edits).expect("few edits") }
}

/// Lets the clients of a room listen, and type.
fn populate(
    sockets: Vec<Socket>,
    schedule: Schedule,
    room: usize,
    hearing: &Rc<RefCell<Hearing>>,
) -> Vec<JoinHandle<()>> {
    let mut sinks = Vec::new();
    let mut tasks = Vec::new();
    for (receiver, socket) in sockets.into_iter().enumerate() {
        let (sink, stream) = socket.split();
        sinks.push(sink);
        tasks.push(spawn_local(listen(stream, hearing.clone(), receiver)));
    }
    tasks.push(spawn_local(write(sinks, schedule, room)));
    tasks
}

async fn listen(mut stream: SplitStream<Socket>, hearing: Rc<RefCell<Hearing>>, receiver: usize) {
    // A connection that ends misses the rest, which is counted.
    while let Some(Ok(message)) = stream.next().await {
        if let Message::Binary(frame) = message {
            hearing.borrow_mut().hear(receiver, &frame);
        }
    }
}

/// Types edit by edit when it is time; later, when the server does not take it earlier.
async fn write(mut sinks: Vec<SplitSink<Socket, Message>>, schedule: Schedule, room: usize) {
    for edit in 0..schedule.edits {
        let (sender, number) = schedule.turn(edit);
        let frame = edit::typed(client_id(room, sender), first_clock() + number);
        sleep_until(schedule.intended(edit).into()).await;
        if sinks[sender].send(Message::Binary(frame)).await.is_err() {
            return;
        }
    }
    // What the connections still have to answer is sent while they are open.
    std::future::pending::<()>().await;
}

/// The clock of the first character that a client types on its card.
fn first_clock() -> u32 {
    static CLOCK: std::sync::OnceLock<u32> = std::sync::OnceLock::new();
    *CLOCK.get_or_init(|| edit::card(client_id(0, 0), &Uuid::nil().to_string()).1)
}

/// What is heard in one room.
struct Hearing {
    ledger: Ledger,
    room: usize,
    clients: usize,
    /// The last update and what was in it: everybody in the room is sent the same bytes.
    last: (Bytes, Vec<(u64, Range<u32>)>),
}

impl Hearing {
    fn new(schedule: Schedule, room: usize, warm_up: Duration) -> Self {
        let clients = schedule.clients as usize;
        Self { ledger: Ledger::new(schedule, warm_up), room, clients, last: (Bytes::new(), Vec::new()) }
    }

    fn hear(&mut self, receiver: usize, frame: &Bytes) {
        let now = Instant::now();
        if self.last.0 != *frame {
            let Heard::Update(update) = edit::read(frame) else { return };
            self.last = (frame.clone(), edit::contents(update));
        }
        for (client, clocks) in &self.last.1 {
            let sender = usize::try_from(client - client_id(self.room, 0)).unwrap_or(usize::MAX);
            // What is before it is the card.
            let typed = clocks.start.max(first_clock())..clocks.end;
            if sender < self.clients && !typed.is_empty() {
                let numbers = typed.start - first_clock()..typed.end - first_clock();
                self.ledger.take(receiver, sender, numbers, now);
            }
        }
    }
}

/// What was used up to a moment.
#[derive(Clone, Copy)]
struct Sample {
    at: Instant,
    server: Duration,
    generator: Duration,
    delivered: u64,
}

impl Sample {
    fn take(target: &Target, rooms: &[Rc<RefCell<Hearing>>]) -> Self {
        Self {
            at: Instant::now(),
            server: process::cpu(target.id()),
            generator: process::cpu(std::process::id()),
            delivered: rooms.iter().map(|room| room.borrow().ledger.delivered).sum(),
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "a quotient of counts")]
fn outcome(rooms: &[Rc<RefCell<Hearing>>], before: Sample, after: Sample) -> Outcome {
    let mut latencies = Latencies::default();
    let (mut expected, mut missed) = (0, 0);
    for room in rooms {
        let ledger = &mut room.borrow_mut().ledger;
        expected += ledger.expected();
        missed += ledger.missed();
        latencies.add(std::mem::take(&mut ledger.latencies));
    }
    let delivered = (after.delivered - before.delivered) as f64;
    let percent = |used: Duration| 100.0 * used.as_secs_f64() / (after.at - before.at).as_secs_f64();
    let server = after.server.saturating_sub(before.server);
    Outcome {
        expected,
        missed,
        latency: latencies.percentiles().unwrap_or_default(),
        cpu_per_million: server.mul_f64(1e6 / delivered.max(1.0)),
        server_percent: percent(server),
        generator_percent: percent(after.generator.saturating_sub(before.generator)),
    }
}
