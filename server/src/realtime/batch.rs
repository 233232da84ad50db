//! Everything that was written while a room was busy, applied together and committed together.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use bytes::Bytes;
use uuid::Uuid;

use super::answer::{Answer, WriteError};
use super::document::{Document, Verdict};
use super::log::Row;
use super::presence::ConnectionId;

/// One step 2 or update that somebody sent.
#[derive(Debug)]
pub(crate) struct Write {
    pub(crate) from: Sender,
    pub(crate) author: Uuid,
    /// Whether its author may change anything.
    pub(crate) is_allowed: bool,
    /// Whether it is a step 2: all that we lack.
    pub(crate) is_complete: bool,
    pub(crate) update: Bytes,
}

/// Who is to hear what became of a write.
#[derive(Debug)]
pub(crate) enum Sender {
    /// A connection, of which this is the how manieth write, from 1, and when it came in.
    Connection { id: ConnectionId, number: u64, received: Instant },
    /// Somebody without a connection, who waits for the answer.
    Request(Answer),
}

impl Write {
    /// The connection it came over.
    pub(crate) fn connection(&self) -> Option<ConnectionId> {
        match self.from {
            Sender::Connection { id, .. } => Some(id),
            Sender::Request(_) => None,
        }
    }

    /// Tells somebody without a connection what became of it.
    pub(crate) fn answer(self, outcome: Result<i64, WriteError>) {
        if let Sender::Request(answer) = self.from {
            // Who does not wait any more need not be told.
            let _ = answer.send(outcome);
        }
    }
}

/// Writes that were applied to the document, and what to put in the log for them.
#[derive(Debug)]
pub(crate) struct Batch {
    /// One for each author whose writes changed something.
    pub(crate) rows: Vec<Row>,
    taken: Vec<Write>,
}

/// What became of writes that were offered to a document.
pub(crate) enum Prepared {
    /// They are applied.
    Ready {
        batch: Batch,
        /// Those that are not, and why.
        not_taken: Vec<(Write, Verdict)>,
    },
    /// The document must be loaded anew.
    Spoiled {
        /// Whose fault it is.
        blamed: Vec<Write>,
        /// What to tell them.
        verdict: Verdict,
        /// The others, to be applied to the new document.
        rest: Vec<Write>,
    },
}

impl Batch {
    /// Applies `writes` author by author. Nobody has seen another's write of the same batch, so none can build on one.
    /// `present` says which account is here under a client id.
    pub(crate) fn prepare(
        document: &mut Document,
        present: &dyn Fn(u64) -> Option<Uuid>,
        writes: Vec<Write>,
    ) -> Prepared {
        let mut rows = Vec::new();
        let mut verdicts = vec![Verdict::Taken; writes.len()];
        for (author, indexes) in by_author(&writes) {
            let updates: Vec<Bytes> = indexes.iter().map(|index| writes[*index].update.clone()).collect();
            match document.apply(author, present, &updates) {
                Ok(applied) => {
                    rows.extend(applied.change.map(|payload| Row { author, payload }));
                    for (index, verdict) in indexes.into_iter().zip(applied.verdicts) {
                        verdicts[index] = verdict;
                    }
                }
                Err(spoiled) => {
                    let blamed = spoiled.by.map_or_else(|| indexes.clone(), |by| vec![indexes[by]]);
                    return apart(writes, &blamed, spoiled.verdict);
                }
            }
        }
        let (taken, not_taken): (Vec<_>, Vec<_>) =
            writes.into_iter().zip(verdicts).partition(|(_, verdict)| *verdict == Verdict::Taken);
        let taken = taken.into_iter().map(|(write, _)| write).collect();
        Prepared::Ready { batch: Self { rows, taken }, not_taken }
    }

    /// The writes that are in the document.
    pub(crate) fn into_taken(self) -> Vec<Write> {
        self.taken
    }

    /// All rows as one update, or one by one should they not merge.
    pub(crate) fn updates(&self) -> Vec<Bytes> {
        let each = || self.rows.iter().map(|row| row.payload.clone());
        if self.rows.len() < 2 {
            return each().collect();
        }
        let merged = catch_unwind(AssertUnwindSafe(|| yrs::merge_updates_v1(each()).ok()));
        merged.ok().flatten().map_or_else(|| each().collect(), |merged| vec![Bytes::from(merged)])
    }

    /// The connection that sent exactly what is broadcast, and need not hear it again.
    pub(crate) fn only_sender(&self) -> Option<ConnectionId> {
        match (self.taken.as_slice(), self.rows.as_slice()) {
            ([write], [row]) if write.update == row.payload => write.connection(),
            _ => None,
        }
    }
}

/// The authors in the order of their first write, each with the indexes of their writes.
fn by_author(writes: &[Write]) -> Vec<(Uuid, Vec<usize>)> {
    let mut authors: Vec<(Uuid, Vec<usize>)> = Vec::new();
    for (index, write) in writes.iter().enumerate() {
        match authors.iter_mut().find(|(author, _)| *author == write.author) {
            Some((_, indexes)) => indexes.push(index),
            None => authors.push((write.author, vec![index])),
        }
    }
    authors
}

fn apart(writes: Vec<Write>, blamed: &[usize], verdict: Verdict) -> Prepared {
    let (blamed, rest): (Vec<_>, Vec<_>) =
        writes.into_iter().enumerate().partition(|(index, _)| blamed.contains(index));
    let without_index = |writes: Vec<(usize, Write)>| writes.into_iter().map(|(_, write)| write).collect();
    Prepared::Spoiled { blamed: without_index(blamed), verdict, rest: without_index(rest) }
}
