//! What follows from the log's answers: only now an edit is shown, and called saved.

use super::super::answer::WriteError;
use super::super::batch::{Batch, Sender, Write};
use super::super::document::Document;
use super::super::log::{Appended, StoreError};
use super::super::protocol::{self, Known};
use super::{Effect, Phase, Room, Waiting};

impl Room {
    /// Loads the document anew, and then applies `writes`.
    pub(super) fn retry(&mut self, writes: Vec<Write>) {
        self.again = writes;
        self.phase = Phase::Reloading;
        self.effects.push(Effect::Reload);
    }

    pub(super) fn appended(&mut self, outcome: Result<Appended, StoreError>) {
        let Phase::Committing(batch) = std::mem::replace(&mut self.phase, Phase::Ready) else { return };
        match outcome {
            Ok(Appended::Stored { seq }) => {
                self.seq = seq;
                self.broadcast(&batch);
                self.settle(batch);
            }
            Ok(Appended::Refused { authors }) => {
                let (refused, rest): (Vec<_>, Vec<_>) =
                    batch.into_taken().into_iter().partition(|write| authors.contains(&write.author));
                for write in refused {
                    self.reject(write, WriteError::NotAllowed);
                }
                self.retry(rest);
            }
            Ok(Appended::Conflict) => self.retry(batch.into_taken()),
            Ok(Appended::Gone) => self.give_up(&WriteError::Gone, batch.into_taken()),
            // Whoever wrote still has it, comes back, and sends it again.
            Err(_) => self.give_up(&WriteError::Busy, batch.into_taken()),
        }
    }

    /// Shows a batch that is in the log to everybody, but not to one who sent exactly that.
    fn broadcast(&mut self, batch: &Batch) {
        let knows_it = batch.only_sender();
        for update in batch.updates() {
            let frame = protocol::update(&update);
            for connection in self.all(|_| true).into_iter().filter(|id| Some(*id) != knows_it) {
                self.send(connection, frame.clone());
            }
        }
    }

    /// Tells those who want it how much of what they sent is saved.
    pub(super) fn settle(&mut self, batch: Batch) {
        let mut acknowledged = Vec::new();
        for write in batch.into_taken() {
            match write.from {
                Sender::Connection { id, number, received } => {
                    acknowledged.push(received);
                    if let Some(from) = self.connections.get_mut(&id) {
                        from.settle(number, write.is_complete);
                    }
                }
                Sender::Request(_) => write.answer(Ok(self.seq)),
            }
        }
        self.effects.push(Effect::Acknowledged { received: acknowledged });
        let mut news = Vec::new();
        for (id, connection) in &mut self.connections {
            news.extend(connection.news().map(|saved| (*id, protocol::saved(saved))));
        }
        for (connection, frame) in news {
            self.send(connection, frame);
        }
    }

    pub(super) fn loaded(&mut self, document: Document, seq: i64) {
        let went_on_without_us = seq > self.seq;
        self.document = document;
        self.everything = None;
        self.seq = seq;
        self.phase = Phase::Ready;
        if went_on_without_us && let Ok(everything) = self.document.missing_from(&Known::nothing()) {
            let frame = protocol::update(&everything);
            for connection in self.all(|_| true) {
                self.send(connection, frame.clone());
            }
        }
    }

    /// Does what follows from a write that will not be on the board: its connection is closed, its request answered.
    pub(super) fn reject(&mut self, write: Write, why: WriteError) {
        match write.connection() {
            Some(connection) => self.close(connection, why.into()),
            None => write.answer(Err(why)),
        }
    }

    fn give_up(&mut self, why: &WriteError, writes: Vec<Write>) {
        self.phase = Phase::GivenUp;
        let waiting = std::mem::take(&mut self.waiting).into_iter();
        let waiting =
            waiting.filter_map(|waiting| if let Waiting::Write(write) = waiting { Some(write) } else { None });
        for write in writes.into_iter().chain(waiting) {
            write.answer(Err(why.clone()));
        }
        for connection in self.all(|_| true) {
            self.close(connection, why.clone().into());
        }
        self.effects.push(Effect::GiveUp);
    }
}
