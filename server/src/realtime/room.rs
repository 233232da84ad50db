//! The rules of a room, without sockets, database or time of its own: what comes in is an [`Input`], what is to be done
//! about it are [`Effect`]s.
//!
//! A room is *ready*, or it is *committing* a batch, or it is *reloading* its document from the log. Only a ready room
//! looks at what waits, so nobody is ever shown, and no one who joins is ever sent, what is not in the log.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use uuid::Uuid;
use yrs::StateVector;

use super::batch::{Batch, Prepared, Write};
use super::close::Close;
use super::document::{Document, Verdict};
use super::log::{Appended, Row, StoreError};
use super::presence::{ConnectionId, Presence, Speaker};
use super::protocol::{self, Message};

/// Somebody who comes in.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The account; it becomes the author of what is written.
    pub author: Uuid,
    /// What others see of it: goes under `user` into the presence.
    pub stamp: Value,
    /// Whether they may write.
    pub may_write: bool,
    /// Whether they want to hear what is saved.
    pub wants_saved: bool,
}

/// What happens to a room.
pub(crate) enum Input {
    Join {
        connection: ConnectionId,
        visitor: Visitor,
    },
    Frame {
        connection: ConnectionId,
        frame: Bytes,
    },
    Leave {
        connection: ConnectionId,
    },
    /// Somebody wants to look at the document, with nothing in it that is not in the log.
    Read(Reader),
    /// The answer to [`Effect::Append`].
    Appended(Result<Appended, StoreError>),
    /// The answer to [`Effect::Reload`].
    Loaded {
        document: Document,
        seq: i64,
    },
    /// A second has passed.
    Tick,
}

/// Looks at a document and the number of the last row in it.
pub(crate) type Reader = Box<dyn FnOnce(&Document, i64) + Send>;

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Effect {
    Send {
        connection: ConnectionId,
        frame: Bytes,
    },
    Close {
        connection: ConnectionId,
        close: Close,
    },
    /// Write this after row `after`; nothing else is applied before the answer.
    Append {
        after: i64,
        rows: Vec<Row>,
    },
    /// Load the document from the log.
    Reload,
    /// The room is of no use any more.
    GiveUp,
}

/// A room with its document.
pub(crate) struct Room {
    document: Document,
    seq: i64,
    phase: Phase,
    waiting: VecDeque<Waiting>,
    /// What is applied once more, to a document loaded anew. It goes before all that came in since and without it, so
    /// that it is done with, whatever comes in.
    again: Vec<Write>,
    connections: BTreeMap<ConnectionId, Connection>,
    presence: Presence,
    effects: Vec<Effect>,
}

enum Phase {
    Ready,
    Committing(Batch),
    Reloading,
    GivenUp,
}

enum Waiting {
    Greeting(ConnectionId),
    Question(ConnectionId, StateVector),
    Reader(Reader),
    Write(Write),
}

struct Connection {
    visitor: Visitor,
    joined: DateTime<Utc>,
    /// Whether it was told who is here.
    introduced: bool,
    presence: Option<u64>,
    /// How many step-2 and update messages came in.
    received: u64,
    /// How many of them are durable, or changed nothing.
    settled: u64,
    /// What was last said to be saved.
    told: u64,
    /// The first message that hangs on something we lack; nothing from it on is saved until a step 2 brings that.
    hanging: Option<u64>,
    asked: DateTime<Utc>,
    /// Whether it was told to go: nothing more is taken from it, and nothing more is called saved to it.
    closed: bool,
}

impl Room {
    /// A room over `document`, whose last row is `seq`.
    pub(crate) fn new(document: Document, seq: i64) -> Self {
        Self {
            document,
            seq,
            phase: Phase::Ready,
            waiting: VecDeque::new(),
            again: Vec::new(),
            connections: BTreeMap::new(),
            presence: Presence::default(),
            effects: Vec::new(),
        }
    }

    /// Whether nobody is here and nothing waits.
    pub(crate) fn is_empty(&self) -> bool {
        self.connections.is_empty() && self.is_settled()
    }

    /// Whether everything that came in is in the log.
    pub(crate) fn is_settled(&self) -> bool {
        self.waiting.is_empty() && matches!(self.phase, Phase::Ready | Phase::GivenUp)
    }

    /// How many bytes wait to be applied.
    pub(crate) fn backlog(&self) -> usize {
        let waiting = self.waiting.iter().filter_map(|waiting| match waiting {
            Waiting::Write(write) => Some(write),
            _ => None,
        });
        waiting.chain(&self.again).map(|write| write.update.len()).sum()
    }

    /// Takes what happened at `now` and says what is to be done about it, in order.
    pub(crate) fn handle(&mut self, input: Input, now: DateTime<Utc>) -> Vec<Effect> {
        match input {
            Input::Join { connection, visitor } => self.join(connection, visitor, now),
            Input::Frame { connection, frame } => self.frame(connection, &frame, now),
            Input::Leave { connection } => self.leave(connection, now),
            Input::Read(reader) => self.waiting.push_back(Waiting::Reader(reader)),
            Input::Appended(outcome) => self.appended(outcome),
            Input::Loaded { document, seq } => self.loaded(document, seq),
            Input::Tick => self.tick(now),
        }
        self.advance(now);
        std::mem::take(&mut self.effects)
    }

    fn join(&mut self, connection: ConnectionId, visitor: Visitor, now: DateTime<Utc>) {
        let joined = Connection {
            visitor,
            joined: now,
            introduced: false,
            presence: None,
            received: 0,
            settled: 0,
            told: 0,
            hanging: None,
            asked: now,
            closed: false,
        };
        self.connections.insert(connection, joined);
        self.waiting.push_back(Waiting::Greeting(connection));
    }

    fn frame(&mut self, connection: ConnectionId, frame: &Bytes, now: DateTime<Utc>) {
        if self.connections.get(&connection).is_none_or(|from| from.closed) {
            return;
        }
        match protocol::read(frame) {
            Ok(Message::Step1(known)) => self.waiting.push_back(Waiting::Question(connection, known)),
            Ok(Message::Step2(update)) => self.write(connection, update, true),
            Ok(Message::Update(update)) => self.write(connection, update, false),
            Ok(Message::Awareness(entries)) => self.hear_presence(connection, &entries, now),
            Ok(Message::QueryAwareness) => self.introduce(connection),
            Ok(Message::Unknown) => {}
            Err(malformed) => self.close(connection, Close::refused(malformed.to_string())),
        }
    }

    fn write(&mut self, connection: ConnectionId, update: Bytes, is_complete: bool) {
        let Some(from) = self.connections.get_mut(&connection) else { return };
        from.received += 1;
        let write = Write {
            connection,
            author: from.visitor.author,
            is_allowed: from.visitor.may_write,
            number: from.received,
            is_complete,
            update,
        };
        self.waiting.push_back(Waiting::Write(write));
    }

    fn leave(&mut self, connection: ConnectionId, now: DateTime<Utc>) {
        let Some(gone) = self.connections.remove(&connection) else { return };
        if let Some(id) = gone.presence
            && self.presence.leave(connection, id, now)
        {
            self.tell_presence(id, connection);
        }
    }

    fn close(&mut self, connection: ConnectionId, close: Close) {
        if let Some(leaving) = self.connections.get_mut(&connection) {
            leaving.closed = true;
        }
        self.effects.push(Effect::Close { connection, close });
    }

    fn send(&mut self, connection: ConnectionId, frame: Bytes) {
        self.effects.push(Effect::Send { connection, frame });
    }

    /// When the room is ready: answers who asked, then applies all that was written as one batch.
    fn advance(&mut self, now: DateTime<Utc>) {
        while matches!(self.phase, Phase::Ready) && !(self.again.is_empty() && self.waiting.is_empty()) {
            if !self.again.is_empty() {
                let again = std::mem::take(&mut self.again);
                self.apply(again);
                continue;
            }
            let mut writes = Vec::new();
            for waiting in std::mem::take(&mut self.waiting) {
                match waiting {
                    Waiting::Write(write) => writes.push(write),
                    Waiting::Greeting(connection) => self.ask(connection, now),
                    Waiting::Question(connection, known) => self.answer(connection, &known),
                    Waiting::Reader(read) => read(&self.document, self.seq),
                }
            }
            if !writes.is_empty() {
                self.apply(writes);
            }
        }
    }

    /// Asks a writer for what we lack. An observer has nothing that we lack.
    fn ask(&mut self, connection: ConnectionId, now: DateTime<Utc>) {
        let Some(asked) = self.connections.get_mut(&connection) else { return };
        asked.asked = now;
        if asked.visitor.may_write {
            let frame = protocol::step_1(&self.document.state_vector());
            self.send(connection, frame);
        }
    }

    fn answer(&mut self, connection: ConnectionId, known: &StateVector) {
        match self.document.missing_from(known) {
            Ok(missing) => self.send(connection, protocol::step_2(&missing)),
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a room's document cannot be encoded");
                self.give_up(&Close::BUSY);
            }
        }
    }

    fn apply(&mut self, mut writes: Vec<Write>) {
        self.set_aside(&mut writes);
        let (writes, refused): (Vec<_>, Vec<_>) =
            writes.into_iter().partition(|write| write.is_allowed || self.document.contains(&write.update));
        for write in refused {
            self.close(write.connection, Close::FORBIDDEN);
        }
        match Batch::prepare(&self.document, writes) {
            Prepared::Ready(batch) => {
                for (write, verdict) in batch.not_taken() {
                    self.turn_down(write, *verdict);
                }
                if batch.rows.is_empty() {
                    self.settle(&batch);
                } else {
                    self.effects.push(Effect::Append { after: self.seq, rows: batch.rows.clone() });
                    self.phase = Phase::Committing(batch);
                }
            }
            Prepared::Spoiled { blamed, verdict, rest } => {
                for write in &blamed {
                    self.turn_down(write, verdict);
                }
                self.retry(rest);
            }
        }
    }

    /// Drops updates of those who owe us a step 2: it brings them too, and each of them could spoil the document again.
    fn set_aside(&self, writes: &mut Vec<Write>) {
        let mut delivered = BTreeSet::new();
        writes.retain(|write| {
            if write.is_complete {
                delivered.insert(write.connection);
            }
            let hangs = self.connections.get(&write.connection).is_some_and(|from| from.hanging.is_some());
            !hangs || delivered.contains(&write.connection)
        });
    }

    /// Does what follows from an update that was not applied.
    fn turn_down(&mut self, write: &Write, verdict: Verdict) {
        let Some(from) = self.connections.get_mut(&write.connection) else { return };
        if verdict == Verdict::Hanging && !write.is_complete {
            // Normal for somebody who wrote without a network and typed on before we asked: they have the rest. They
            // are asked once the room is ready, because only then the document says what is in the log.
            if from.hanging.is_none() {
                from.hanging = Some(write.number);
                self.waiting.push_back(Waiting::Greeting(write.connection));
            }
            return;
        }
        let reason = if verdict == Verdict::Hanging {
            "something is missing that was never sent"
        } else {
            "this is not an update of this board"
        };
        self.close(write.connection, Close::refused(reason));
    }

    /// Loads the document anew, and then applies `writes`.
    fn retry(&mut self, writes: Vec<Write>) {
        self.again = writes;
        self.phase = Phase::Reloading;
        self.effects.push(Effect::Reload);
    }

    fn appended(&mut self, outcome: Result<Appended, StoreError>) {
        let Phase::Committing(batch) = std::mem::replace(&mut self.phase, Phase::Ready) else { return };
        match outcome {
            Ok(Appended::Stored { seq }) => {
                self.seq = seq;
                self.broadcast(&batch);
                self.settle(&batch);
            }
            Ok(Appended::Refused { authors }) => {
                let (refused, rest): (Vec<_>, Vec<_>) =
                    batch.into_writes().into_iter().partition(|write| authors.contains(&write.author));
                for write in refused {
                    self.close(write.connection, Close::FORBIDDEN);
                }
                self.retry(rest);
            }
            Ok(Appended::Conflict) => self.retry(batch.into_writes()),
            Ok(Appended::Gone) => self.give_up(&Close::NOT_FOUND),
            // Whoever wrote still has it, comes back, and sends it again.
            Err(_) => self.give_up(&Close::BUSY),
        }
    }

    /// Shows a batch that is in the log to everybody, but not to one who sent exactly that.
    fn broadcast(&mut self, batch: &Batch) {
        let frame = protocol::update(&batch.merged());
        let knows_it = batch.only_sender();
        let listening: Vec<_> = self.connections.keys().copied().filter(|id| Some(*id) != knows_it).collect();
        for connection in listening {
            self.send(connection, frame.clone());
        }
    }

    /// Tells those who want it how much of what they sent is saved.
    fn settle(&mut self, batch: &Batch) {
        for write in batch.taken() {
            let Some(from) = self.connections.get_mut(&write.connection) else { continue };
            from.settled = write.number;
            if write.is_complete && from.hanging.is_some_and(|hanging| hanging < write.number) {
                from.hanging = None;
            }
        }
        let mut news = Vec::new();
        for (id, connection) in &mut self.connections {
            let saved = connection.hanging.map_or(connection.settled, |hanging| hanging - 1);
            if connection.visitor.wants_saved && !connection.closed && saved > connection.told {
                connection.told = saved;
                news.push((*id, protocol::saved(saved)));
            }
        }
        for (connection, frame) in news {
            self.send(connection, frame);
        }
    }

    fn loaded(&mut self, document: Document, seq: i64) {
        let went_on_without_us = seq > self.seq;
        self.document = document;
        self.seq = seq;
        self.phase = Phase::Ready;
        if went_on_without_us && let Ok(everything) = self.document.missing_from(&StateVector::default()) {
            let frame = protocol::update(&everything);
            let everybody: Vec<_> = self.connections.keys().copied().collect();
            for connection in everybody {
                self.send(connection, frame.clone());
            }
        }
    }

    fn give_up(&mut self, close: &Close) {
        self.phase = Phase::GivenUp;
        self.waiting.clear();
        self.again.clear();
        let everybody: Vec<_> = self.connections.keys().copied().collect();
        for connection in everybody {
            self.close(connection, close.clone());
        }
        self.effects.push(Effect::GiveUp);
    }

    fn tick(&mut self, now: DateTime<Utc>) {
        let second = TimeDelta::seconds(1);
        let silent: Vec<_> = self
            .connections
            .iter()
            .filter(|(_, connection)| !connection.introduced && now - connection.joined >= second)
            .map(|(id, _)| *id)
            .collect();
        for connection in silent {
            self.introduce(connection);
        }
        if matches!(self.phase, Phase::Ready) {
            let hanging: Vec<_> = self
                .connections
                .iter()
                .filter(|(_, connection)| connection.hanging.is_some() && now - connection.asked >= second * 2)
                .map(|(id, _)| *id)
                .collect();
            for connection in hanging {
                self.ask(connection, now);
            }
        }
    }

    fn hear_presence(&mut self, connection: ConnectionId, entries: &[protocol::PresenceEntry], now: DateTime<Utc>) {
        let Some(from) = self.connections.get(&connection) else { return };
        let speaker = Speaker {
            connection,
            author: from.visitor.author,
            owned: from.presence,
            heard_others: from.introduced,
            stamp: &from.visitor.stamp,
        };
        match self.presence.update(&speaker, entries, now) {
            Ok(Some(id)) => {
                if let Some(from) = self.connections.get_mut(&connection) {
                    from.presence = Some(id);
                }
                self.tell_presence(id, connection);
            }
            Ok(None) => {}
            Err(bad) => return self.close(connection, Close::refused(bad.to_string())),
        }
        self.introduce(connection);
    }

    /// Tells a connection who is here, once.
    fn introduce(&mut self, connection: ConnectionId) {
        let Some(newcomer) = self.connections.get_mut(&connection) else { return };
        if !std::mem::replace(&mut newcomer.introduced, true) {
            let frame = self.presence.everybody_but(newcomer.presence);
            self.send(connection, frame);
        }
    }

    /// Tells everybody where `id` is, but not its own connection.
    fn tell_presence(&mut self, id: u64, own: ConnectionId) {
        let Some(frame) = self.presence.message(id) else { return };
        let others: Vec<_> = self
            .connections
            .iter()
            .filter(|(connection, other)| **connection != own && other.introduced && other.presence != Some(id))
            .map(|(connection, _)| *connection)
            .collect();
        for connection in others {
            self.send(connection, frame.clone());
        }
    }
}

#[cfg(test)]
mod tests;
