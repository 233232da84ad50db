//! The tasks that run the rooms: one for each board that somebody is at.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::runtime::Handle;
use tokio::sync::{Semaphore, broadcast, mpsc, oneshot, watch};
use tokio::time::timeout;
use uuid::Uuid;

pub use self::badges::Revocations;
use super::answer::{Answer, WriteError};
use super::close::Close;
use super::document::Document;
use super::figures::{Figures, Present, Queues};
use super::gate::Vocabulary;
use super::host::Host;
use super::log::{LogStore, LogWriter};
use super::outbox::{Outbox, Outgoing, outbox};
use super::presence::ConnectionId;
use super::room::{Reader, Visitor};
use crate::clock::Clock;

mod badges;

/// How many messages may wait at a room's door; then its connections wait.
const AT_THE_DOOR: usize = 256;
/// How many rooms load their document at the same time.
const ROOMS_AT_ONCE: usize = 4;
/// How many past states are worked out at the same time.
const PASTS_AT_ONCE: usize = 2;
/// How long stopping waits for what is being written.
const LAST_COMMITS: Duration = Duration::from_secs(5);

/// The boards that people are writing on right now. Cheap to clone.
#[derive(Clone)]
pub struct Rooms {
    shared: Arc<Shared>,
}

struct Shared {
    store: Arc<dyn LogStore>,
    writer: LogWriter,
    clock: Arc<dyn Clock>,
    runtime: Handle,
    doors: Mutex<HashMap<Uuid, Door>>,
    badges: Mutex<HashMap<ConnectionId, Vec<Uuid>>>,
    next_connection: AtomicU64,
    revoked: broadcast::Sender<(Uuid, Close)>,
    went_on: broadcast::Sender<Uuid>,
    stopping: watch::Sender<bool>,
    desks: Desks,
}

/// How many boards may be worked out of their logs at the same time, so that those who write are not kept waiting.
struct Desks {
    rooms: Arc<Semaphore>,
    checkpoints: Arc<Semaphore>,
    history: Arc<Semaphore>,
}

type Door = mpsc::Sender<Knock>;

/// What reaches a room's task.
pub(super) enum Knock {
    Join {
        connection: ConnectionId,
        /// Boxed, because every room keeps space for many knocks, and hardly any is a visitor.
        visitor: Box<Visitor>,
        outbox: Outbox,
    },
    Frame {
        connection: ConnectionId,
        frame: Bytes,
        received: Instant,
    },
    Leave {
        connection: ConnectionId,
    },
    Write {
        author: Uuid,
        update: Bytes,
        answer: Answer,
    },
    Read(Reader),
    /// Answered when everything that came in before is in the log.
    Settle(oneshot::Sender<()>),
}

/// A document could not be looked at.
#[derive(Debug, thiserror::Error)]
#[error("the board cannot be read right now")]
pub struct ReadError;

impl std::fmt::Debug for Rooms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rooms").field("open", &self.doors().len()).finish()
    }
}

impl Rooms {
    /// Rooms over `store`. Their tasks run on the runtime that this is called on.
    pub fn new(store: Arc<dyn LogStore>, clock: Arc<dyn Clock>) -> Self {
        let runtime = Handle::current();
        let shared = Shared {
            writer: LogWriter::start(store.clone(), &runtime),
            store,
            clock,
            runtime,
            doors: Mutex::default(),
            badges: Mutex::default(),
            next_connection: AtomicU64::new(1),
            revoked: broadcast::Sender::new(1024),
            went_on: broadcast::Sender::new(1024),
            stopping: watch::Sender::new(false),
            desks: Desks {
                rooms: Arc::new(Semaphore::new(ROOMS_AT_ONCE)),
                checkpoints: Arc::new(Semaphore::new(1)),
                history: Arc::new(Semaphore::new(PASTS_AT_ONCE)),
            },
        };
        Self { shared: Arc::new(shared) }
    }

    /// Looks at a board's document; what is in it is in the log.
    ///
    /// # Errors
    /// The board could not be loaded.
    pub async fn read<T: Send + 'static>(
        &self,
        board: Uuid,
        vocabulary: &'static Vocabulary,
        look: impl FnOnce(&Document, i64) -> T + Send + 'static,
    ) -> Result<T, ReadError> {
        let (answer, answered) = oneshot::channel();
        let reader: Reader = Box::new(move |document, seq| {
            // It runs in the room's task, which a document that somebody poisoned must not end for everybody.
            if let Ok(seen) = catch_unwind(AssertUnwindSafe(|| look(document, seq))) {
                let _ = answer.send(seen);
            }
        });
        self.knock(board, vocabulary, Knock::Read(reader)).await.ok_or(ReadError)?;
        answered.await.map_err(|_| ReadError)
    }

    /// Writes on a board without a connection: `update` (lib0 v1) passes what everybody's updates pass, and is shown
    /// to everybody. Answers once it is in the log, with the number of the last row then.
    ///
    /// # Errors
    /// It changed nothing, except after [`WriteError::Busy`]: then it may yet be found in the log.
    pub async fn write(
        &self,
        board: Uuid,
        vocabulary: &'static Vocabulary,
        author: Uuid,
        update: Bytes,
    ) -> Result<i64, WriteError> {
        let (answer, answered) = oneshot::channel();
        self.knock(board, vocabulary, Knock::Write { author, update, answer }).await.ok_or(WriteError::Busy)?;
        answered.await.unwrap_or(Err(WriteError::Busy))
    }

    /// How much waits at this moment for the rooms and for the log.
    pub fn queues(&self) -> Queues {
        let waiting = |door: &Door| door.max_capacity() - door.capacity();
        let doors = self.doors();
        Queues {
            at_doors: doors.values().map(waiting).sum(),
            at_fullest_door: doors.values().map(waiting).max().unwrap_or_default(),
            at_writer: self.shared.writer.waiting(),
        }
    }

    /// Whether the server is stopping.
    pub fn is_stopping(&self) -> bool {
        *self.shared.stopping.borrow()
    }

    /// Closes all connections with 1012 and returns once everything that came in is in the log.
    pub async fn stop(&self) {
        self.shared.stopping.send_replace(true);
        let doors: Vec<Door> = self.doors().values().cloned().collect();
        let settled = doors.into_iter().map(async |door| {
            let (answer, answered) = oneshot::channel();
            if door.send(Knock::Settle(answer)).await.is_ok() {
                let _ = answered.await;
            }
        });
        if timeout(LAST_COMMITS, futures_util::future::join_all(settled)).await.is_err() {
            tracing::warn!("some of what was sent could not be written before the stop; it was not reported saved");
        }
    }

    /// Lets a visitor in. Whoever leaves tells the room ([`Seat`] does).
    pub(super) async fn join(
        &self,
        board: Uuid,
        vocabulary: &'static Vocabulary,
        visitor: Visitor,
        badges: Vec<Uuid>,
    ) -> Option<(Seat, Outgoing)> {
        let connection = self.shared.next_connection.fetch_add(1, Ordering::Relaxed);
        let (outbox, outgoing) = outbox();
        let visitor = Box::new(visitor);
        let door = self.knock(board, vocabulary, Knock::Join { connection, visitor, outbox }).await?;
        lock(&self.shared.badges).insert(connection, badges);
        let present = Present::among(&Figures::get().connections);
        Some((Seat { connection, door, rooms: self.clone(), _present: present }, outgoing))
    }

    /// Hears of every board that goes on from now on, once what was written is in the log. A listener that lags behind
    /// is told so, and misses some.
    pub fn changes(&self) -> broadcast::Receiver<Uuid> {
        self.shared.went_on.subscribe()
    }

    /// Tells that more is in a board's log.
    pub(super) fn tell_change(&self, board: Uuid) {
        // Nobody may be listening.
        let _ = self.shared.went_on.send(board);
    }

    /// Turns true when the server stops.
    pub(super) fn stopping(&self) -> watch::Receiver<bool> {
        self.shared.stopping.subscribe()
    }

    /// The log's store.
    pub(super) fn store(&self) -> &Arc<dyn LogStore> {
        &self.shared.store
    }

    /// What commits for all rooms together.
    pub(super) fn writer(&self) -> &LogWriter {
        &self.shared.writer
    }

    /// Where rooms load their documents.
    pub(super) fn loading_desk(&self) -> &Arc<Semaphore> {
        &self.shared.desks.rooms
    }

    /// Where boards are kept whole: one after the other.
    pub(super) fn checkpoint_desk(&self) -> &Arc<Semaphore> {
        &self.shared.desks.checkpoints
    }

    /// Where past states are worked out.
    pub(super) fn history_desk(&self) -> &Arc<Semaphore> {
        &self.shared.desks.history
    }

    /// What the tasks run on.
    pub(super) fn runtime(&self) -> &Handle {
        &self.shared.runtime
    }

    /// Tells the time.
    pub(super) fn clock(&self) -> &dyn Clock {
        self.shared.clock.as_ref()
    }

    /// Shuts the door of a room for good; the next who knocks finds a new one.
    pub(super) fn shut(&self, knocks: &mut mpsc::Receiver<Knock>) {
        let mut doors = self.doors();
        knocks.close();
        doors.retain(|_, door| !door.is_closed());
    }

    fn doors(&self) -> MutexGuard<'_, HashMap<Uuid, Door>> {
        lock(&self.shared.doors)
    }

    /// Hands something in at the door of a board's room, and gives that door. A room that is just being closed turns
    /// us away once; the next one is new.
    async fn knock(&self, board: Uuid, vocabulary: &'static Vocabulary, mut knock: Knock) -> Option<Door> {
        for _ in 0..3 {
            let door = self.door(board, vocabulary);
            match door.send(knock).await {
                Ok(()) => return Some(door),
                Err(returned) => knock = returned.0,
            }
        }
        None
    }

    /// The door of a board's room, which is opened when it is not.
    fn door(&self, board: Uuid, vocabulary: &'static Vocabulary) -> Door {
        let mut doors = self.doors();
        if let Some(door) = doors.get(&board).filter(|door| !door.is_closed()) {
            return door.clone();
        }
        let (door, knocks) = mpsc::channel(AT_THE_DOOR);
        doors.insert(board, door.clone());
        self.shared.runtime.spawn(Host::new(self.clone(), board, vocabulary).run(knocks));
        door
    }
}

/// A place in a room; dropped when the connection ends.
pub(super) struct Seat {
    connection: ConnectionId,
    door: Door,
    rooms: Rooms,
    _present: Present,
}

impl Seat {
    /// The number of the connection.
    pub(super) fn number(&self) -> u64 {
        self.connection
    }

    /// Waits until the room takes another message, which came in at `received`, and hands it over. `Err` when the room
    /// is gone.
    pub(super) async fn send(&self, frame: &mut Option<Bytes>, received: Instant) -> Result<(), ()> {
        let permit = self.door.reserve().await.map_err(|_| ())?;
        if let Some(frame) = frame.take() {
            permit.send(Knock::Frame { connection: self.connection, frame, received });
        }
        Ok(())
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        lock(&self.rooms.shared.badges).remove(&self.connection);
        let leave = Knock::Leave { connection: self.connection };
        // A room that is too busy to hear it at once still must hear it.
        if let Err(mpsc::error::TrySendError::Full(leave)) = self.door.try_send(leave) {
            let door = self.door.clone();
            self.rooms.shared.runtime.spawn(async move { door.send(leave).await });
        }
    }
}

/// What is behind the lock; nothing that holds it can panic half-way.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
