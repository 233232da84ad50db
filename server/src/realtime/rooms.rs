//! The tasks that run the rooms: one for each board that somebody is at.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use tokio::runtime::Handle;
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio::time::{MissedTickBehavior, timeout};
use uuid::Uuid;

use super::close::Close;
use super::document::{Document, Roots};
use super::log::{LogStore, LogWriter};
use super::outbox::{Outbox, Outgoing, outbox};
use super::presence::ConnectionId;
use super::room::{Effect, Input, Reader, Room, Visitor};
use crate::clock::Clock;

/// How many messages may wait at a room's door; then its connections wait.
const AT_THE_DOOR: usize = 256;
/// How many bytes of updates a room may hold back; then nothing more is let in.
const BACKLOG: usize = 32 << 20;
/// How many seconds a room stays after the last one left.
const LINGER_TICKS: u32 = 30;
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
    next_connection: AtomicU64,
    revoked: broadcast::Sender<(Uuid, Close)>,
    stopping: watch::Sender<bool>,
}

type Door = mpsc::Sender<Knock>;

/// What reaches a room's task.
enum Knock {
    Join {
        connection: ConnectionId,
        visitor: Visitor,
        outbox: Outbox,
    },
    Frame {
        connection: ConnectionId,
        frame: Bytes,
    },
    Leave {
        connection: ConnectionId,
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
            next_connection: AtomicU64::new(1),
            revoked: broadcast::Sender::new(1024),
            stopping: watch::Sender::new(false),
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
        roots: Roots,
        look: impl FnOnce(&Document, i64) -> T + Send + 'static,
    ) -> Result<T, ReadError> {
        let (answer, answered) = oneshot::channel();
        let reader: Reader = Box::new(move |document, seq| {
            let _ = answer.send(look(document, seq));
        });
        let mut knock = Knock::Read(reader);
        // A room that is just being closed turns us away once; the next one is new.
        for _ in 0..3 {
            match self.door(board, roots).send(knock).await {
                Ok(()) => return answered.await.map_err(|_| ReadError),
                Err(returned) => knock = returned.0,
            }
        }
        Err(ReadError)
    }

    /// Closes, within a moment, every connection that carries `badge`: a session, an account, a membership.
    pub fn revoke(&self, badge: Uuid, close: Close) {
        // Nobody is connected when nobody listens.
        let _ = self.shared.revoked.send((badge, close));
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
    pub(super) async fn join(&self, board: Uuid, roots: Roots, visitor: Visitor) -> Option<(Seat, Outgoing)> {
        let connection = self.shared.next_connection.fetch_add(1, Ordering::Relaxed);
        let (outbox, outgoing) = outbox();
        let mut knock = Knock::Join { connection, visitor, outbox };
        for _ in 0..3 {
            let door = self.door(board, roots);
            match door.send(knock).await {
                Ok(()) => {
                    let runtime = self.shared.runtime.clone();
                    return Some((Seat { connection, door, runtime }, outgoing));
                }
                Err(returned) => knock = returned.0,
            }
        }
        None
    }

    /// Hears of every badge that is revoked from now on. Ask for it before you look whether somebody may come in, so
    /// that nothing is revoked unheard in between.
    pub fn revocations(&self) -> Revocations {
        Revocations(self.shared.revoked.subscribe())
    }

    /// Turns true when the server stops.
    pub(super) fn stopping(&self) -> watch::Receiver<bool> {
        self.shared.stopping.subscribe()
    }

    fn doors(&self) -> MutexGuard<'_, HashMap<Uuid, Door>> {
        self.shared.doors.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The door of a board's room, which is opened when it is not.
    fn door(&self, board: Uuid, roots: Roots) -> Door {
        let mut doors = self.doors();
        if let Some(door) = doors.get(&board).filter(|door| !door.is_closed()) {
            return door.clone();
        }
        let (door, knocks) = mpsc::channel(AT_THE_DOOR);
        doors.insert(board, door.clone());
        let host = Host { rooms: self.clone(), board, roots, outboxes: HashMap::new(), settling: Vec::new() };
        self.shared.runtime.spawn(host.run(knocks));
        door
    }
}

/// Hears which badges are revoked.
#[derive(Debug)]
pub struct Revocations(broadcast::Receiver<(Uuid, Close)>);

impl Revocations {
    /// Waits until one of `badges` is revoked.
    pub(super) async fn of(&mut self, badges: &[Uuid]) -> Close {
        loop {
            match self.0.recv().await {
                Ok((badge, close)) if badges.contains(&badge) => return close,
                Ok(_) => {}
                // Who missed some must prove once more who they are.
                Err(_) => return Close::BUSY,
            }
        }
    }
}

/// A place in a room; dropped when the connection ends.
#[derive(Debug)]
pub(super) struct Seat {
    connection: ConnectionId,
    door: Door,
    runtime: Handle,
}

impl Seat {
    /// The number of the connection.
    pub(super) fn number(&self) -> u64 {
        self.connection
    }

    /// Waits until the room takes another message, and hands it over. `Err` when the room is gone.
    pub(super) async fn send(&self, frame: &mut Option<Bytes>) -> Result<(), ()> {
        let permit = self.door.reserve().await.map_err(|_| ())?;
        if let Some(frame) = frame.take() {
            permit.send(Knock::Frame { connection: self.connection, frame });
        }
        Ok(())
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let leave = Knock::Leave { connection: self.connection };
        // A room that is too busy to hear it at once still must hear it.
        if let Err(mpsc::error::TrySendError::Full(leave)) = self.door.try_send(leave) {
            let door = self.door.clone();
            self.runtime.spawn(async move { door.send(leave).await });
        }
    }
}

/// Runs one room: brings it what happens, and does what it says.
struct Host {
    rooms: Rooms,
    board: Uuid,
    roots: Roots,
    outboxes: HashMap<ConnectionId, Outbox>,
    settling: Vec<oneshot::Sender<()>>,
}

/// What a room waits for: a commit, or its document.
type Errand = Pin<Box<dyn Future<Output = Result<Input, Close>> + Send>>;

impl Host {
    async fn run(mut self, mut knocks: mpsc::Receiver<Knock>) {
        match self.load().await {
            Ok((document, seq)) => self.serve(Room::new(document, seq), &mut knocks).await,
            Err(close) => self.turn_away(&mut knocks, &close),
        }
    }

    async fn serve(&mut self, mut room: Room, knocks: &mut mpsc::Receiver<Knock>) {
        let mut errand: Option<Errand> = None;
        let mut seconds = tokio::time::interval(Duration::from_secs(1));
        seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut empty_for = 0;
        loop {
            let input = tokio::select! {
                done = run_errand(&mut errand) => {
                    errand = None;
                    match done {
                        Ok(input) => input,
                        Err(close) => return self.turn_away(knocks, &close),
                    }
                }
                knock = knocks.recv(), if room.backlog() < BACKLOG => match knock {
                    Some(knock) => {
                        let Some(input) = self.enter(knock) else { self.tell_settled(&room); continue };
                        input
                    }
                    None => return,
                },
                _ = seconds.tick() => {
                    empty_for = if room.is_empty() { empty_for + 1 } else { 0 };
                    if empty_for > LINGER_TICKS && knocks.is_empty() {
                        return self.turn_away(knocks, &Close::BUSY);
                    }
                    Input::Tick
                }
            };
            for effect in room.handle(input, self.rooms.shared.clock.now()) {
                match effect {
                    Effect::Send { connection, frame } => self.send(connection, frame),
                    Effect::Close { connection, close } => self.close(connection, close),
                    Effect::Append { after, rows } => errand = Some(self.append(after, rows)),
                    Effect::Reload => errand = Some(self.reload()),
                    Effect::GiveUp => return self.turn_away(knocks, &Close::BUSY),
                }
            }
            self.tell_settled(&room);
        }
    }

    fn enter(&mut self, knock: Knock) -> Option<Input> {
        match knock {
            Knock::Join { connection, visitor, outbox } => {
                self.outboxes.insert(connection, outbox);
                Some(Input::Join { connection, visitor })
            }
            Knock::Frame { connection, frame } => Some(Input::Frame { connection, frame }),
            Knock::Leave { connection } => {
                self.outboxes.remove(&connection);
                Some(Input::Leave { connection })
            }
            Knock::Read(reader) => Some(Input::Read(reader)),
            Knock::Settle(answer) => {
                self.settling.push(answer);
                None
            }
        }
    }

    fn send(&self, connection: ConnectionId, frame: Bytes) {
        if let Some(outbox) = self.outboxes.get(&connection) {
            outbox.send(frame);
        }
    }

    fn close(&self, connection: ConnectionId, close: Close) {
        if let Some(outbox) = self.outboxes.get(&connection) {
            outbox.close(close);
        }
    }

    fn tell_settled(&mut self, room: &Room) {
        if room.is_settled() {
            for answer in self.settling.drain(..) {
                let _ = answer.send(());
            }
        }
    }

    fn append(&self, after: i64, rows: Vec<super::log::Row>) -> Errand {
        let writer = self.rooms.shared.writer.clone();
        let append = super::log::Append { board: self.board, after, rows };
        Box::pin(async move { Ok(Input::Appended(writer.append(append).await)) })
    }

    fn reload(&self) -> Errand {
        let (store, board, roots) = (self.rooms.shared.store.clone(), self.board, self.roots);
        Box::pin(async move {
            let (document, seq) = load(store.as_ref(), board, roots).await?;
            Ok(Input::Loaded { document, seq })
        })
    }

    async fn load(&self) -> Result<(Document, i64), Close> {
        load(self.rooms.shared.store.as_ref(), self.board, self.roots).await
    }

    /// Ends the room: nobody new comes in, and whoever is here or at the door is told to come back, or not to.
    fn turn_away(&mut self, knocks: &mut mpsc::Receiver<Knock>, close: &Close) {
        {
            let mut doors = self.rooms.doors();
            knocks.close();
            doors.retain(|_, door| !door.is_closed());
        }
        while let Ok(knock) = knocks.try_recv() {
            // Readers and those who wait for the log hear that nobody answers.
            self.enter(knock);
        }
        for outbox in self.outboxes.values() {
            outbox.close(close.clone());
        }
    }
}

async fn run_errand(errand: &mut Option<Errand>) -> Result<Input, Close> {
    match errand {
        Some(errand) => errand.await,
        None => std::future::pending().await,
    }
}

async fn load(store: &dyn LogStore, board: Uuid, roots: Roots) -> Result<(Document, i64), Close> {
    let log = match store.load(board).await {
        Ok(Some(log)) => log,
        Ok(None) => return Err(Close::NOT_FOUND),
        Err(error) => {
            tracing::error!(%board, error = &error as &dyn std::error::Error, "a board's log cannot be loaded");
            return Err(Close::BUSY);
        }
    };
    let document = Document::load(roots, &log.updates).map_err(|error| {
        tracing::error!(%board, error = &error as &dyn std::error::Error, "a board's log cannot be applied");
        Close::BUSY
    })?;
    Ok((document, log.seq))
}
