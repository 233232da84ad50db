//! The task that runs one room: brings it what happens, and does what it says.

use std::collections::HashMap;
use std::pin::Pin;
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::FutureExt;
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::{mpsc, oneshot};
use tokio::task::{JoinHandle, block_in_place};
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

use super::answer::WriteError;
use super::checkpoint::{self, CheckpointError, Growth};
use super::close::Close;
use super::figures::{Backlog, Figures, Present};
use super::gate::Vocabulary;
use super::loading::{self, Loaded, LoadingError, Place};
use super::log::{Append, Appended, Part, Row};
use super::outbox::Outbox;
use super::presence::ConnectionId;
use super::room::{Effect, Input, Room};
use super::rooms::{Knock, Rooms};

/// How many bytes of updates a room may hold back; then nothing more is let in.
const BACKLOG: usize = 32 << 20;
/// How many seconds a room stays after the last one left.
const LINGER_SECONDS: u32 = 30;

/// Runs one room.
pub(super) struct Host {
    rooms: Rooms,
    board: Uuid,
    vocabulary: &'static Vocabulary,
    outboxes: HashMap<ConnectionId, Outbox>,
    settling: Vec<oneshot::Sender<()>>,
    /// How much the log has grown since the board was kept whole, and how much what is being written adds to it.
    growth: Growth,
    writing: Growth,
    /// The checkpoint that is being made; gives the size of what it kept.
    checkpoint: Option<JoinHandle<Option<usize>>>,
}

/// What a room waits for: a commit, or its document.
type Errand = Pin<Box<dyn Future<Output = Result<Input, Close>> + Send>>;

impl Host {
    /// The host of a board's room, whose document is not loaded yet.
    pub(super) fn new(house: Rooms, board: Uuid, vocabulary: &'static Vocabulary) -> Self {
        Self {
            rooms: house,
            board,
            vocabulary,
            outboxes: HashMap::new(),
            settling: Vec::new(),
            growth: Growth::default(),
            writing: Growth::default(),
            checkpoint: None,
        }
    }

    /// Loads the document, serves whoever knocks, and ends when nobody has been here for a while.
    pub(super) async fn run(mut self, mut knocks: mpsc::Receiver<Knock>) {
        let _present = Present::among(&Figures::get().rooms);
        match self.load().await {
            Ok(Loaded { document, seq, growth }) => {
                self.growth = growth;
                self.serve(Room::new(document, seq), &mut knocks).await;
            }
            Err(close) => self.turn_away(&mut knocks, &close),
        }
    }

    async fn serve(&mut self, mut room: Room, knocks: &mut mpsc::Receiver<Knock>) {
        let mut errand: Option<Errand> = None;
        let mut seconds = interval(Duration::from_secs(1));
        seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut empty_for = 0;
        let mut backlog = Backlog::default();
        loop {
            let input = tokio::select! {
                done = run_errand(&mut errand) => {
                    errand = None;
                    match done {
                        Ok(input) => {
                            self.grow(&input);
                            input
                        }
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
                    if empty_for > LINGER_SECONDS && knocks.is_empty() {
                        return self.turn_away(knocks, &Close::BUSY);
                    }
                    self.keep_whole();
                    Input::Tick
                }
            };
            let now = self.rooms.clock().now();
            for effect in aside(|| room.handle(input, now)) {
                match effect {
                    Effect::Send { connection, frame } => self.send(connection, frame),
                    Effect::Close { connection, close } => self.close(connection, close),
                    Effect::Append { after, rows } => errand = Some(self.append(after, rows)),
                    Effect::Reload => errand = Some(self.reload()),
                    Effect::Acknowledged { received } => Figures::get().acknowledge(&received),
                    Effect::GiveUp => return self.turn_away(knocks, &Close::BUSY),
                }
            }
            backlog.is_now(room.backlog());
            self.tell_settled(&room);
        }
    }

    fn enter(&mut self, knock: Knock) -> Option<Input> {
        match knock {
            Knock::Join { connection, visitor, outbox } => {
                self.outboxes.insert(connection, outbox);
                Some(Input::Join { connection, visitor: *visitor })
            }
            Knock::Frame { connection, frame, received } => Some(Input::Frame { connection, frame, received }),
            Knock::Leave { connection } => {
                self.outboxes.remove(&connection);
                Some(Input::Leave { connection })
            }
            Knock::Write { author, update, answer } => Some(Input::Write { author, update, answer }),
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

    fn append(&mut self, after: i64, rows: Vec<Row>) -> Errand {
        self.writing = Growth::by(&rows);
        let writer = self.rooms.writer().clone();
        let append = Append { board: self.board, after, rows };
        Box::pin(async move { Ok(Input::Appended(writer.append(append).await)) })
    }

    fn reload(&self) -> Errand {
        let (house, board, vocabulary) = (self.rooms.clone(), self.board, self.vocabulary);
        Box::pin(async move {
            let Loaded { document, seq, .. } = load(&house, board, vocabulary).await?;
            Ok(Input::Loaded { document, seq })
        })
    }

    async fn load(&self) -> Result<Loaded, Close> {
        load(&self.rooms, self.board, self.vocabulary).await
    }

    fn grow(&mut self, input: &Input) {
        if let Input::Appended(Ok(Appended::Stored { .. })) = input {
            self.growth.add(std::mem::take(&mut self.writing));
            self.rooms.tell_change(self.board);
        }
    }

    /// Has the board kept whole, beside the room, when it has grown enough. Should that fail, it is tried again when it
    /// has grown as much once more.
    fn keep_whole(&mut self) {
        match self.checkpoint.take() {
            Some(running) if !running.is_finished() => {
                self.checkpoint = Some(running);
                return;
            }
            made => {
                if let Some(Ok(Some(bytes))) = made.and_then(FutureExt::now_or_never) {
                    self.growth.is_kept_in(bytes);
                }
            }
        }
        if !self.growth.is_due() || self.rooms.is_stopping() {
            return;
        }
        self.growth.start_again();
        let (house, board, vocabulary) = (self.rooms.clone(), self.board, self.vocabulary);
        self.checkpoint = Some(self.rooms.runtime().spawn(async move {
            let made = checkpoint::make(&house, board, vocabulary).await;
            let failed = |error: &CheckpointError| {
                if !house.is_stopping() {
                    metrics::counter!("samenspel_snapshots_failed_total").increment(1);
                    tracing::error!(%board, error = error as &dyn std::error::Error, "a board could not be kept whole");
                }
            };
            made.inspect_err(failed).ok()
        }));
    }

    /// Ends the room: nobody new comes in, and whoever is here or at the door is told to come back, or not to.
    fn turn_away(&mut self, knocks: &mut mpsc::Receiver<Knock>, close: &Close) {
        self.rooms.shut(knocks);
        while let Ok(knock) = knocks.try_recv() {
            // Readers and those who wait for the log hear that nobody answers.
            if let Some(Input::Write { answer, .. }) = self.enter(knock) {
                let _ =
                    answer.send(Err(if *close == Close::NOT_FOUND { WriteError::Gone } else { WriteError::Busy }));
            }
        }
        for outbox in self.outboxes.values() {
            outbox.close(close.clone());
        }
    }
}

/// Does what may take long where it holds up nobody else: the runtime gives its other tasks to another thread.
fn aside<T>(work: impl FnOnce() -> T) -> T {
    match Handle::current().runtime_flavor() {
        RuntimeFlavor::MultiThread => block_in_place(work),
        // Has no other thread.
        _ => work(),
    }
}

async fn run_errand(errand: &mut Option<Errand>) -> Result<Input, Close> {
    match errand {
        Some(errand) => errand.await,
        None => std::future::pending().await,
    }
}

async fn load(house: &Rooms, board: Uuid, vocabulary: &'static Vocabulary) -> Result<Loaded, Close> {
    let began = Instant::now();
    let loading = async {
        let place = Place::at(house.loading_desk()).await?;
        loading::load(house.store().as_ref(), place, board, vocabulary, Part::Everything).await
    };
    let (_place, loaded) = loading.await.map_err(|error| {
        if matches!(error, LoadingError::Gone) {
            return Close::NOT_FOUND;
        }
        tracing::error!(%board, error = &error as &dyn std::error::Error, "a board cannot be loaded");
        Close::BUSY
    })?;
    Figures::get().load.record(began.elapsed());
    Ok(loaded)
}
