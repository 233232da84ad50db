//! What follows from the log's answers: only now an edit is shown, and called saved.

use super::super::batch::{Batch, Write};
use super::super::close::Close;
use super::super::document::Document;
use super::super::log::{Appended, StoreError};
use super::super::protocol::{self, Known};
use super::{Effect, Phase, Room};

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
                self.settle(&batch);
            }
            Ok(Appended::Refused { authors }) => {
                let (refused, rest): (Vec<_>, Vec<_>) =
                    batch.into_taken().into_iter().partition(|write| authors.contains(&write.author));
                for write in refused {
                    self.close(write.connection, Close::FORBIDDEN);
                }
                self.retry(rest);
            }
            Ok(Appended::Conflict) => self.retry(batch.into_taken()),
            Ok(Appended::Gone) => self.give_up(&Close::NOT_FOUND),
            // Whoever wrote still has it, comes back, and sends it again.
            Err(_) => self.give_up(&Close::BUSY),
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
    pub(super) fn settle(&mut self, batch: &Batch) {
        for write in batch.taken() {
            if let Some(from) = self.connections.get_mut(&write.connection) {
                from.settle(write.number, write.is_complete);
            }
        }
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
        self.seq = seq;
        self.phase = Phase::Ready;
        if went_on_without_us && let Ok(everything) = self.document.missing_from(&Known::nothing()) {
            let frame = protocol::update(&everything);
            for connection in self.all(|_| true) {
                self.send(connection, frame.clone());
            }
        }
    }

    pub(super) fn give_up(&mut self, close: &Close) {
        self.phase = Phase::GivenUp;
        self.waiting.clear();
        for connection in self.all(|_| true) {
            self.close(connection, close.clone());
        }
        self.effects.push(Effect::GiveUp);
    }
}
