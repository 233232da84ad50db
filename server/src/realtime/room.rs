//! The rules of a room, without sockets, database or time of its own: what comes in is an [`Input`], what is to be done
//! about it are [`Effect`]s.
//!
//! A room is *ready*, or it is *committing* a batch, or it is *reloading* its document from the log. Only a ready room
//! looks at what waits, so nobody is ever shown, and no one who joins is ever sent, what is not in the log.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Instant;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use self::connection::Connection;
use super::answer::{Answer, WriteError};
use super::batch::{Batch, Prepared, Sender, Write};
use super::close::Close;
use super::document::{Document, Verdict};
use super::figures::Figures;
use super::log::{Appended, Row, StoreError};
use super::presence::{ConnectionId, Presence};
use super::protocol::{self, Known, Message};

/// What a waiting message costs beside its bytes.
const OVERHEAD: usize = 128;

mod company;
mod connection;
mod durability;
mod newcomers;
#[cfg(test)]
mod tests;
#[doc(hidden)]
pub mod trial;

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
        /// When it came in, to know how long it took until it was saved.
        received: Instant,
    },
    Leave {
        connection: ConnectionId,
    },
    /// Somebody without a connection wants this written, and to hear what becomes of it.
    Write {
        author: Uuid,
        update: Bytes,
        answer: Answer,
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
    /// The writes that came in at these moments are durable, or changed nothing.
    Acknowledged {
        received: Vec<Instant>,
    },
    /// The room is of no use any more.
    GiveUp,
}

/// A room with its document.
pub(crate) struct Room {
    document: Document,
    seq: i64,
    phase: Phase,
    /// What somebody is sent who has nothing yet, while nothing changes it.
    everything: Option<Bytes>,
    waiting: VecDeque<Waiting>,
    /// The size of the questions and writes among them. Presence waits for nothing and does not count.
    backlog: usize,
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
    Question(ConnectionId, Known),
    Reader(Reader),
    Write(Write),
}

impl Room {
    /// A room over `document`, whose last row is `seq`.
    pub(crate) fn new(document: Document, seq: i64) -> Self {
        Self {
            document,
            seq,
            phase: Phase::Ready,
            everything: None,
            waiting: VecDeque::new(),
            backlog: 0,
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

    /// How many bytes wait until the room is ready.
    pub(crate) fn backlog(&self) -> usize {
        self.backlog
    }

    /// Takes what happened at `now` and says what is to be done about it, in order.
    pub(crate) fn handle(&mut self, input: Input, now: DateTime<Utc>) -> Vec<Effect> {
        match input {
            Input::Join { connection, visitor } => self.join(connection, visitor, now),
            Input::Frame { connection, frame, received } => self.frame(connection, &frame, received, now),
            Input::Leave { connection } => self.leave(connection, now),
            Input::Write { author, update, answer } => self.request(author, update, answer),
            Input::Read(reader) => self.waiting.push_back(Waiting::Reader(reader)),
            Input::Appended(outcome) => self.appended(outcome),
            Input::Loaded { document, seq } => self.loaded(document, seq),
            Input::Tick => self.tick(now),
        }
        self.advance(now);
        std::mem::take(&mut self.effects)
    }

    fn join(&mut self, connection: ConnectionId, visitor: Visitor, now: DateTime<Utc>) {
        self.connections.insert(connection, Connection::new(visitor, now));
        self.waiting.push_back(Waiting::Greeting(connection));
    }

    fn frame(&mut self, connection: ConnectionId, frame: &Bytes, received: Instant, now: DateTime<Utc>) {
        if self.connections.get(&connection).is_none_or(|from| from.closed) {
            return;
        }
        match protocol::read(frame) {
            Ok(Message::Step1(known)) => {
                self.backlog += frame.len() + OVERHEAD;
                self.waiting.push_back(Waiting::Question(connection, known));
            }
            Ok(Message::Step2(update)) => self.write(connection, update, true, received),
            Ok(Message::Update(update)) => self.write(connection, update, false, received),
            Ok(Message::Awareness(presences)) => self.hear_presence(connection, &presences, now),
            Ok(Message::QueryAwareness) => self.introduce(connection),
            Ok(Message::Unknown) => {}
            Err(bad) => self.close(connection, Close::refused(bad.to_string())),
        }
    }

    fn write(&mut self, connection: ConnectionId, update: Bytes, is_complete: bool, received: Instant) {
        let Some(from) = self.connections.get_mut(&connection) else { return };
        from.received += 1;
        let write = Write {
            from: Sender::Connection { id: connection, number: from.received, received },
            author: from.visitor.author,
            is_allowed: from.visitor.may_write,
            is_complete,
            update,
        };
        self.wait(write);
    }

    /// Whether its author may write is looked at by the commit. It is complete: nobody can be asked for more.
    fn request(&mut self, author: Uuid, update: Bytes, answer: Answer) {
        self.wait(Write { from: Sender::Request(answer), author, is_allowed: true, is_complete: true, update });
    }

    fn wait(&mut self, write: Write) {
        Figures::get().updates.increment(1);
        self.backlog += write.update.len() + OVERHEAD;
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
            self.backlog = 0;
            let mut writes = Vec::new();
            for waiting in std::mem::take(&mut self.waiting) {
                match waiting {
                    Waiting::Write(write) => writes.push(write),
                    Waiting::Greeting(connection) => self.ask(connection, now),
                    Waiting::Question(connection, known) => self.answer(connection, known),
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

    fn apply(&mut self, mut writes: Vec<Write>) {
        self.set_aside(&mut writes);
        let (writes, refused): (Vec<_>, Vec<_>) =
            writes.into_iter().partition(|write| write.is_allowed || self.document.contains(&write.update));
        for write in refused {
            self.reject(write, WriteError::NotAllowed);
        }
        let Self { document, presence, .. } = self;
        match Batch::prepare(document, &|client| presence.holder(client), writes) {
            Prepared::Ready { batch, not_taken } => {
                for (write, verdict) in not_taken {
                    self.turn_down(write, verdict);
                }
                if batch.rows.is_empty() {
                    self.settle(batch);
                } else {
                    self.everything = None;
                    self.effects.push(Effect::Append { after: self.seq, rows: batch.rows.clone() });
                    self.phase = Phase::Committing(batch);
                }
            }
            Prepared::Spoiled { blamed, verdict, rest } => {
                for write in blamed {
                    self.turn_down(write, verdict.clone());
                }
                self.retry(rest);
            }
        }
    }

    /// Drops what hangs together with what hangs already: the step 2 that its sender owes us brings it too. What they
    /// sent before that may be on its way to the log, and stays.
    fn set_aside(&self, writes: &mut Vec<Write>) {
        let mut delivered = BTreeSet::new();
        writes.retain(|write| {
            let Sender::Connection { id, number, .. } = write.from else { return true };
            if write.is_complete {
                delivered.insert(id);
            }
            let hanging = self.connections.get(&id).and_then(|from| from.hanging);
            hanging.is_none_or(|hanging| number < hanging) || delivered.contains(&id)
        });
    }

    /// Does what follows from an update that was not applied.
    fn turn_down(&mut self, write: Write, verdict: Verdict) {
        if let (Verdict::Hanging, false, Sender::Connection { id, number, .. }) =
            (&verdict, write.is_complete, &write.from)
        {
            // Normal for somebody who wrote without a network and typed on before we asked: they have the rest. They
            // are asked once the room is ready, because only then the document says what is in the log.
            if let Some(from) = self.connections.get_mut(id)
                && from.hanging.is_none()
            {
                from.hanging = Some(*number);
                self.waiting.push_back(Waiting::Greeting(*id));
            }
            return;
        }
        let reason = match verdict {
            Verdict::Refused(refusal) => {
                Figures::get().refuse_update(refusal.code());
                tracing::info!(author = %write.author, refusal = refusal.code(), "an update was refused");
                Cow::Owned(refusal.to_string())
            }
            Verdict::Hanging | Verdict::Taken => Cow::Borrowed("something is missing that was never sent"),
        };
        self.reject(write, WriteError::Refused(reason));
    }

    fn tick(&mut self, now: DateTime<Utc>) {
        // Those who come together have come by now, and it may be as large as the document.
        self.everything = None;
        self.presence.forget_long_gone(now);
        self.tell_renewals();
        self.ask_again_what_was_postponed();
        for connection in self.all(|connection| connection.is_silent(now)) {
            self.introduce(connection);
        }
        if matches!(self.phase, Phase::Ready) {
            for connection in self.all(|connection| connection.should_be_asked_again(now)) {
                self.ask(connection, now);
            }
        }
    }

    /// The ids of those connections for which something holds.
    fn all(&self, holds: impl Fn(&Connection) -> bool) -> Vec<ConnectionId> {
        self.connections.iter().filter(|(_, connection)| holds(connection)).map(|(id, _)| *id).collect()
    }
}
