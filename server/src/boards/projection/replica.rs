//! A board's document as the projector follows it: row by row, because only so it can be said which row deleted what.

use std::sync::Arc;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use uuid::Uuid;
use yrs::updates::decoder::Decode as _;
use yrs::{BranchID, IdSet, Map as _, MapRef, Out, ReadTxn as _, Transact as _, Update};

use super::passages::{Adds, Passages};
use crate::boards::api::Content;
use crate::boards::bin::{Deleted, Deletion};
use crate::boards::content;
use crate::boards::kind::Kind;
use crate::realtime::{Document, Row, Snapshot};

/// A row of a board's log.
#[derive(Clone, Debug)]
pub(super) struct LoggedRow {
    pub(super) seq: i64,
    pub(super) author: Uuid,
    pub(super) at: DateTime<Utc>,
    pub(super) payload: Bytes,
}

/// A row could not be applied: it is damaged, or one before it is missing.
#[derive(Debug, thiserror::Error)]
#[error("row {seq} of the log cannot be applied")]
pub(super) struct Unreadable {
    seq: i64,
}

/// The document that the first rows of a board's log make.
#[derive(Debug)]
pub(super) struct Replica {
    kind: Kind,
    document: Document,
    seq: i64,
    passages: Passages,
}

impl Replica {
    /// What a log starts with; nothing when it has no snapshot.
    pub(super) fn load(kind: Kind, start: Option<&Snapshot>) -> Result<Self, Unreadable> {
        let (document, seq) = match start {
            None => (Document::empty(kind.vocabulary()), 0),
            Some(start) => {
                let document = Document::load_from(kind.vocabulary(), start, &[]);
                (document.map_err(|_| Unreadable { seq: start.seq })?, start.seq)
            }
        };
        Ok(Self { kind, document, seq, passages: Passages::default() })
    }

    /// The number of the last row in it.
    pub(super) fn seq(&self) -> i64 {
        self.seq
    }

    /// What the board says.
    pub(super) fn content(&self) -> Content {
        content::read(self.kind, &self.document, self.seq)
    }

    /// Takes rows in without looking what they delete.
    pub(super) fn skip(&mut self, rows: &[LoggedRow]) -> Result<(), Unreadable> {
        if rows.is_empty() {
            return Ok(());
        }
        self.apply(rows)?;
        self.passages.forget();
        Ok(())
    }

    /// Takes one row in, and says what it deleted.
    pub(super) fn follow(&mut self, row: &LoggedRow) -> Result<Vec<Deletion>, Unreadable> {
        let update = Update::decode_v1(&row.payload).map_err(|_| Unreadable { seq: row.seq })?;
        let rows = std::slice::from_ref(row);
        if update.delete_set().is_empty() {
            self.apply(rows)?;
            let replaced = self.is_text().then(|| self.passages.added_to(self.document.doc(), row));
            return Ok(replaced.flatten().into_iter().collect());
        }
        if self.is_text() {
            self.passages.look(self.document.doc());
            self.apply(rows)?;
            let adds = if update.insertions(false).is_empty() { Adds::Nothing } else { Adds::Something };
            return Ok(self.passages.compare(self.document.doc(), row, adds));
        }
        let doomed = self.doomed(update.delete_set());
        self.apply(rows)?;
        let gone = doomed.into_iter().filter(|entry| !self.has(entry.item()));
        let (seq, by, at) = (row.seq, row.author, row.at);
        Ok(gone.map(|what| Deletion { seq, by, at, what, copies_left: 0 }).collect())
    }

    fn apply(&mut self, rows: &[LoggedRow]) -> Result<(), Unreadable> {
        let Some(last) = rows.last() else { return Ok(()) };
        let whole = rows.iter().zip(self.seq + 1..).all(|(row, seq)| row.seq == seq);
        let row = |row: &LoggedRow| Row { author: row.author, payload: row.payload.clone() };
        if !whole || self.document.go_on(&rows.iter().map(row).collect::<Vec<_>>()).is_err() {
            return Err(Unreadable { seq: last.seq });
        }
        self.seq = last.seq;
        Ok(())
    }

    /// The entries that `deleted` takes away or replaces, as they are now.
    fn doomed(&self, deleted: &IdSet) -> Vec<Deleted> {
        let transaction = self.document.doc().transact();
        let Some(root) = transaction.get_map(self.root()) else { return Vec::new() };
        let doomed = root.iter(&transaction).filter_map(|(id, value)| match value {
            Out::YMap(entry) if is_among(&entry, deleted) => Some((id.to_string(), entry)),
            _ => None,
        });
        doomed
            .filter_map(|(id, entry)| match self.kind {
                Kind::Canvas => content::note(id, &entry, &transaction).map(Deleted::Note),
                Kind::Roles => content::role(id, &entry, &transaction).map(Deleted::Role),
                Kind::Values => content::value(id, &entry, &transaction).map(Deleted::Value),
                Kind::Ambition | Kind::Conversation => None,
            })
            .collect()
    }

    fn has(&self, id: &str) -> bool {
        let transaction = self.document.doc().transact();
        transaction.get_map(self.root()).is_some_and(|root| root.contains_key(&transaction, id))
    }

    /// Whether it is texts that stand on it, rather than entries.
    fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Ambition | Kind::Conversation)
    }

    /// The root that the board's entries stand in.
    fn root(&self) -> Arc<str> {
        match self.kind {
            Kind::Roles => "roles".into(),
            Kind::Values => "values".into(),
            _ => "notes".into(),
        }
    }
}

fn is_among(entry: &MapRef, deleted: &IdSet) -> bool {
    match AsRef::<yrs::branch::Branch>::as_ref(entry).id() {
        BranchID::Nested(id) => deleted.contains(&id),
        BranchID::Root(_) => false,
    }
}
