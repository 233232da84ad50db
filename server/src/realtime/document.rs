//! A Yjs document that people who do not trust each other write on.
//!
//! Whatever they send goes through the [gate](super::gate) first. Should `yrs` panic all the same, also while it drops
//! the transaction, which would end the process: every change here runs in a transaction that is not dropped by
//! unwinding; after a panic the document is locked for good and must be thrown away ([`Spoiled`]).

use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

use bytes::Bytes;
use uuid::Uuid;
use yrs::updates::decoder::Decode as _;
use yrs::updates::encoder::Encode as _;
use yrs::{
    Assoc, ClientID, Doc, ID, IdSet, OffsetKind, Options, ReadTxn, StateVector, StickyIndex, Transact as _,
    TransactionMut, Update,
};

use super::gate::{Gate, Objection, Refusal, RootType, Terms, Vocabulary};
use super::log::{Row, Snapshot};
use super::protocol::Known;

#[cfg(test)]
mod tests;

/// A document, in memory.
#[derive(Debug)]
pub struct Document {
    doc: Doc,
    gate: Gate,
    /// All that was deleted from it, worked out when somebody asks, until the next change.
    deleted: OnceLock<IdSet>,
}

/// What became of one update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is in the document (or was already).
    Taken,
    /// It hangs on something the document does not have; nothing of it was applied.
    Hanging,
    /// It may not be in this document; nothing of it was applied.
    Refused(Refusal),
}

/// Updates of one author that were offered to the document.
#[derive(Debug)]
pub(crate) struct Applied {
    /// One for each update offered.
    pub(crate) verdicts: Vec<Verdict>,
    /// What changed, all together; nothing when nothing did.
    pub(crate) change: Option<Bytes>,
}

/// The document cannot be used any more and must be loaded anew.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Spoiled {
    /// Which update did it, when that is known; otherwise it may be any of those offered.
    pub(crate) by: Option<usize>,
    /// What to tell whoever sent it: [`Verdict::Hanging`] or [`Verdict::Refused`].
    pub(crate) verdict: Verdict,
}

/// A document that `yrs` cannot read or write.
#[derive(Debug, thiserror::Error)]
#[error("the document cannot be read")]
pub(crate) struct Unreadable;

/// Which part of a log does not make a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum LoadError {
    /// The snapshot: without it, with an older one or none, the board may still be loaded.
    #[error("the snapshot that the log starts with cannot be read")]
    Start,
    /// A row.
    #[error("the rows of the log cannot be applied")]
    Rows,
}

impl Document {
    /// An empty document with the roots of `vocabulary`.
    pub fn empty(vocabulary: &'static Vocabulary) -> Self {
        let doc = Doc::with_options(Options {
            // As in the browser: positions count UTF-16 units.
            offset_kind: OffsetKind::Utf16,
            ..Options::default()
        });
        for (name, root_type) in vocabulary.roots() {
            match root_type {
                RootType::Text => drop(doc.get_or_insert_text(name)),
                RootType::Map => drop(doc.get_or_insert_map(name)),
                RootType::XmlFragment => drop(doc.get_or_insert_xml_fragment(name)),
            }
        }
        Self { doc, gate: Gate::new(vocabulary), deleted: OnceLock::new() }
    }

    /// The document that the rows of a log make, applied in order.
    pub(crate) fn load(vocabulary: &'static Vocabulary, rows: &[Row]) -> Result<Self, LoadError> {
        let mut document = Self::empty(vocabulary);
        document.go_on(rows).map_err(|_| LoadError::Rows)?;
        Ok(document)
    }

    /// The document that a snapshot and the rows after it make. What is in the snapshot does not say who wrote it; its
    /// owners do.
    pub(crate) fn load_from(
        vocabulary: &'static Vocabulary,
        start: &Snapshot,
        rows: &[Row],
    ) -> Result<Self, LoadError> {
        let mut document = Self::empty(vocabulary);
        let state = Row { author: Uuid::nil(), payload: start.state.clone() };
        document.go_on(&[state]).map_err(|_| LoadError::Start)?;
        document.gate.give(&start.owners);
        document.go_on(rows).map_err(|_| LoadError::Rows)?;
        Ok(document)
    }

    /// Applies rows of the log. After an error this document must be thrown away.
    pub(crate) fn go_on(&mut self, rows: &[Row]) -> Result<(), Unreadable> {
        let updates = rows.iter().map(|row| (row.author, &row.payload));
        let (verdicts, ()) = self.change(updates, &Terms::Trusted, |_| ()).map_err(|_| Unreadable)?;
        if verdicts.iter().all(|verdict| *verdict == Verdict::Taken) { Ok(()) } else { Err(Unreadable) }
    }

    /// The `yrs` document, to look into. Whoever holds a transaction of it must not await.
    pub fn doc(&self) -> &Doc {
        &self.doc
    }

    /// Which account every client id belongs to: the one that first wrote under it.
    pub fn owners(&self) -> Vec<(u64, Uuid)> {
        self.gate.owners()
    }

    /// What the document has, encoded.
    pub(crate) fn state_vector(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// Whether `known` has anything of what is here.
    pub(crate) fn knows_any(&self, known: &Known) -> bool {
        known.iter().any(|(client, clock)| clock > 0 && self.gate.knows(client))
    }

    /// What somebody lacks who has `known`.
    pub(crate) fn missing_from(&self, known: &Known) -> Result<Vec<u8>, Unreadable> {
        let mut state = StateVector::default();
        // What they know of clients that never wrote here is nothing to us, however much it is.
        for (client, clock) in known.iter().filter(|(client, _)| self.gate.knows(*client)) {
            state.set_max(ClientID::new(client), clock);
        }
        catch_unwind(AssertUnwindSafe(|| self.doc.transact().encode_diff_v1(&state))).map_err(|_| Unreadable)
    }

    /// Whether `update` says nothing that the document does not have.
    pub(crate) fn contains(&self, update: &Bytes) -> bool {
        self.gate.inserts_nothing(update)
            && catch_unwind(AssertUnwindSafe(|| decode(update).is_some_and(|update| self.deletes_nothing(&update))))
                .unwrap_or(false)
    }

    /// Whether the gate alone lets an update through.
    #[cfg(test)]
    pub(crate) fn passes(&self, author: Uuid, update: &Bytes) -> bool {
        let terms = Terms::Author { account: author, present: &|_| None };
        self.gate.check(update, &terms, &|_, _| false).is_ok()
    }

    fn deletes_nothing(&self, update: &Update) -> bool {
        let deletes = update.delete_set();
        deletes.is_empty() || {
            let gone = self.deleted.get_or_init(|| self.doc.transact().snapshot().delete_set);
            deletes.diff(gone).is_empty()
        }
    }

    /// Applies updates of one author, in order, as one change. `present` says which account is here under a client id.
    ///
    /// # Errors
    /// [`Spoiled`]: this document must be thrown away.
    pub(crate) fn apply(
        &mut self,
        author: Uuid,
        present: &dyn Fn(u64) -> Option<Uuid>,
        updates: &[Bytes],
    ) -> Result<Applied, Spoiled> {
        let terms = Terms::Author { account: author, present };
        let updates = updates.iter().map(|update| (author, update));
        let (verdicts, change) = self.change(updates, &terms, |transaction| {
            transaction.has_changes().then(|| Bytes::from(transaction.encode_update_v1()))
        })?;
        match change {
            // A row that cannot be read again would lock everybody out of the board.
            Some(change) if !(Gate::can_read(&change) && decode(&change).is_some()) => {
                Err(Spoiled { by: None, verdict: Verdict::Refused(Refusal::Unapplicable) })
            }
            change => Ok(Applied { verdicts, change }),
        }
    }

    /// Applies updates with their authors in one transaction, and asks about it once it is committed.
    fn change<'u, T>(
        &mut self,
        updates: impl Iterator<Item = (Uuid, &'u Bytes)>,
        terms: &Terms<'_>,
        ask: impl FnOnce(&TransactionMut<'_>) -> T,
    ) -> Result<(Vec<Verdict>, T), Spoiled> {
        let at: Cell<Option<usize>> = Cell::new(None);
        self.deleted.take();
        let Self { doc, gate, .. } = self;
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let mut transaction = ManuallyDrop::new(doc.transact_mut());
            let outcome = apply_each(&mut transaction, gate, updates, terms, &at);
            at.set(None);
            transaction.commit();
            let asked = ask(&transaction);
            drop(ManuallyDrop::into_inner(transaction));
            outcome.map(|verdicts| (verdicts, asked))
        }));
        outcome.unwrap_or_else(|_| Err(Spoiled { by: at.get(), verdict: Verdict::Refused(Refusal::Unapplicable) }))
    }
}

fn apply_each<'u>(
    transaction: &mut TransactionMut<'_>,
    gate: &mut Gate,
    updates: impl Iterator<Item = (Uuid, &'u Bytes)>,
    terms: &Terms<'_>,
    at: &Cell<Option<usize>>,
) -> Result<Vec<Verdict>, Spoiled> {
    let mut verdicts = Vec::with_capacity(updates.size_hint().0);
    for (index, (author, update)) in updates.enumerate() {
        at.set(Some(index));
        let is_collected = |client, clock| is_collected(transaction, client, clock);
        let verdict = match gate.check(update, terms, &is_collected) {
            Err(Objection::Hangs) => Verdict::Hanging,
            Err(Objection::Refused(refusal)) => Verdict::Refused(refusal),
            Ok(passed) => match decode_in_portions(gate, update) {
                None => Verdict::Refused(Refusal::Unapplicable),
                Some(portions) => {
                    for portion in portions {
                        apply_one(transaction, portion).map_err(|verdict| Spoiled { by: Some(index), verdict })?;
                    }
                    gate.note(author, passed);
                    Verdict::Taken
                }
            },
        };
        verdicts.push(verdict);
    }
    Ok(verdicts)
}

/// Whether nothing is kept any more of what `client` wrote at `clock`, which is in the document: then it has no place in
/// any sequence. It is asked only about a block beside one that is gone; it takes no memory, and as long as the sequence
/// has pieces before it.
fn is_collected(transaction: &TransactionMut<'_>, client: u64, clock: u32) -> bool {
    let id = ID::new(ClientID::new(client), clock);
    StickyIndex::from_id(id, Assoc::After).get_offset(transaction).is_none()
}

/// Applies what passed the gate. That something is wrong with it after all should not happen, and spoils the document.
fn apply_one(transaction: &mut TransactionMut<'_>, update: Update) -> Result<(), Verdict> {
    transaction.apply_update(update).map_err(|_| Verdict::Refused(Refusal::Unapplicable))?;
    if transaction.has_missing_updates() { Err(Verdict::Hanging) } else { Ok(()) }
}

/// Decodes an update, in as many portions as make the least work.
fn decode_in_portions(gate: &Gate, update: &Bytes) -> Option<Vec<Update>> {
    // What is so short has no room for many cuts.
    let portions = if update.len() < 4_096 { None } else { gate.portions(update) };
    portions.unwrap_or_else(|| vec![update.clone()]).iter().map(decode).collect()
}

/// Decodes an update, or finds that it is none.
fn decode(update: &Bytes) -> Option<Update> {
    catch_unwind(AssertUnwindSafe(|| Update::decode_v1(update).ok())).ok().flatten()
}
