//! A Yjs document that people who do not trust each other write on.
//!
//! `yrs` can panic over a crafted update, also while it drops the transaction, which would end the process. Every
//! change here runs in a transaction that is not dropped by unwinding; after a panic the document is locked for good
//! and must be thrown away ([`Spoiled`]).

use std::cell::Cell;
use std::collections::HashMap;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;
use uuid::Uuid;
use yrs::updates::decoder::Decode as _;
use yrs::updates::encoder::Encode as _;
use yrs::{ClientID, Doc, OffsetKind, Options, ReadTxn, StateVector, Transact as _, TransactionMut, Update};

use super::log::{Row, Snapshot};

/// The names and types of a document's roots.
#[derive(Clone, Copy, Debug)]
pub struct Roots(pub &'static [(&'static str, RootType)]);

/// What a root of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RootType {
    /// Plain text.
    Text,
    /// A map by key.
    Map,
    /// Rich text.
    XmlFragment,
}

/// A document, in memory.
#[derive(Debug)]
pub struct Document {
    doc: Doc,
}

/// What became of one update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is in the document (or was already).
    Taken,
    /// It hangs on something the document does not have; nothing of it was applied.
    Hanging,
    /// It is no update; nothing of it was applied.
    Refused,
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
    /// An empty document with these roots.
    pub fn empty(roots: Roots) -> Self {
        let doc = Doc::with_options(Options {
            // As in the browser: positions count UTF-16 units.
            offset_kind: OffsetKind::Utf16,
            ..Options::default()
        });
        for (name, root_type) in roots.0 {
            match root_type {
                RootType::Text => drop(doc.get_or_insert_text(*name)),
                RootType::Map => drop(doc.get_or_insert_map(*name)),
                RootType::XmlFragment => drop(doc.get_or_insert_xml_fragment(*name)),
            }
        }
        Self { doc }
    }

    /// The document that a log makes: the snapshot that it starts with, and the rows after it in their order.
    pub(crate) fn load(roots: Roots, start: Option<&Snapshot>, rows: &[Row]) -> Result<Self, LoadError> {
        let document = Self::empty(roots);
        let state: Vec<Bytes> = start.iter().map(|start| start.state.clone()).collect();
        document.replay(&state).map_err(|_| LoadError::Start)?;
        let updates: Vec<Bytes> = rows.iter().map(|row| row.payload.clone()).collect();
        document.replay(&updates).map_err(|_| LoadError::Rows)?;
        Ok(document)
    }

    /// Applies what was accepted before, in order. After an error this document must be thrown away.
    pub(crate) fn replay(&self, updates: &[Bytes]) -> Result<(), Unreadable> {
        let (verdicts, ()) = self.transact(updates, |_| ()).map_err(|_| Unreadable)?;
        let complete = verdicts.iter().all(|verdict| *verdict == Verdict::Taken);
        if complete { Ok(()) } else { Err(Unreadable) }
    }

    /// Which account first wrote under each client id.
    #[allow(clippy::unused_self, reason = "not known yet")]
    pub(crate) fn owners(&self) -> Vec<(u64, Uuid)> {
        Vec::new()
    }

    /// The `yrs` document, to look into. Whoever holds a transaction of it must not await.
    pub fn doc(&self) -> &Doc {
        &self.doc
    }

    /// What the document has, encoded.
    pub(crate) fn state_vector(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// What somebody lacks who has `known`.
    pub(crate) fn missing_from(&self, known: &StateVector) -> Result<Vec<u8>, Unreadable> {
        catch_unwind(AssertUnwindSafe(|| self.doc.transact().encode_diff_v1(known))).map_err(|_| Unreadable)
    }

    /// Whether `update` says nothing that the document does not have.
    pub(crate) fn contains(&self, update: &Bytes) -> bool {
        catch_unwind(AssertUnwindSafe(|| decode(update).is_some_and(|update| self.has_all_of(&update))))
            .unwrap_or(false)
    }

    fn has_all_of(&self, update: &Update) -> bool {
        let transaction = self.doc.transact();
        let state = transaction.state_vector();
        let inserts_nothing = update
            .insertions(true)
            .iter()
            .all(|(client, ranges)| ranges.iter().all(|range| range.end <= state.get(client)));
        inserts_nothing && update.delete_set().diff(&transaction.snapshot().delete_set).is_empty()
    }

    /// Applies updates of one author, in order, as one change.
    ///
    /// # Errors
    /// [`Spoiled`]: this document must be thrown away.
    pub(crate) fn apply(&self, updates: &[Bytes]) -> Result<Applied, Spoiled> {
        let (verdicts, change) = self.transact(updates, |transaction| {
            transaction.has_changes().then(|| Bytes::from(transaction.encode_update_v1()))
        })?;
        // A row that cannot be read again would lock everybody out of the board.
        match &change {
            Some(change) if decode(change).is_none() => Err(Spoiled { by: None, verdict: Verdict::Refused }),
            _ => Ok(Applied { verdicts, change }),
        }
    }

    /// Applies updates in one transaction, and looks at it once it is committed.
    fn transact<T>(
        &self,
        updates: &[Bytes],
        look: impl FnOnce(&TransactionMut<'_>) -> T,
    ) -> Result<(Vec<Verdict>, T), Spoiled> {
        let decoded: Vec<Option<Update>> = updates.iter().map(decode).collect();
        let at: Cell<Option<usize>> = Cell::new(None);
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let mut transaction = ManuallyDrop::new(self.doc.transact_mut());
            let outcome = apply_each(&mut transaction, decoded, &at);
            at.set(None);
            transaction.commit();
            let seen = look(&transaction);
            drop(ManuallyDrop::into_inner(transaction));
            outcome.map(|verdicts| (verdicts, seen))
        }));
        outcome.unwrap_or(Err(Spoiled { by: at.get(), verdict: Verdict::Refused }))
    }
}

fn apply_each(
    transaction: &mut TransactionMut<'_>,
    updates: Vec<Option<Update>>,
    at: &Cell<Option<usize>>,
) -> Result<Vec<Verdict>, Spoiled> {
    let mut verdicts = Vec::with_capacity(updates.len());
    for (index, update) in updates.into_iter().enumerate() {
        at.set(Some(index));
        let verdict = match update {
            None => Verdict::Refused,
            Some(update) if hangs(&transaction.state_vector(), &update) => Verdict::Hanging,
            Some(update) => {
                let by = Some(index);
                transaction.apply_update(update).map_err(|_| Spoiled { by, verdict: Verdict::Refused })?;
                if transaction.has_missing_updates() {
                    return Err(Spoiled { by, verdict: Verdict::Hanging });
                }
                Verdict::Taken
            }
        };
        verdicts.push(verdict);
    }
    Ok(verdicts)
}

/// Whether `update` builds on, or deletes, what a document with `state` does not have. It sees gaps in a client's
/// clock; a reference to another client's missing text shows only when the update is applied.
fn hangs(state: &StateVector, update: &Update) -> bool {
    let mut ends: HashMap<ClientID, u32> = HashMap::new();
    for (client, ranges) in update.insertions(true).iter() {
        let mut end = state.get(client);
        for range in ranges {
            if range.start > end {
                return true;
            }
            end = end.max(range.end);
        }
        ends.insert(*client, end);
    }
    update.delete_set().iter().any(|(client, ranges)| {
        let end = ends.get(client).copied().unwrap_or_else(|| state.get(client));
        ranges.iter().any(|range| range.end > end)
    })
}

/// Decodes an update, or finds that it is none.
fn decode(update: &Bytes) -> Option<Update> {
    catch_unwind(AssertUnwindSafe(|| Update::decode_v1(update).ok())).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use yrs::{GetString as _, Text as _};

    const ROOTS: Roots = Roots(&[("text", RootType::Text)]);

    /// The updates that somebody typing `words` sends, one for each word.
    fn typed(client: u64, words: &[&str]) -> Vec<Bytes> {
        let doc = Doc::with_client_id(client);
        let text = doc.get_or_insert_text("text");
        words
            .iter()
            .map(|word| {
                let mut transaction = doc.transact_mut();
                let end = text.len(&transaction);
                text.insert(&mut transaction, end, word);
                Bytes::from(transaction.encode_update_v1())
            })
            .collect()
    }

    fn text(document: &Document) -> String {
        let root = document.doc.get_or_insert_text("text");
        root.get_string(&document.doc.transact())
    }

    #[test]
    fn what_one_author_typed_becomes_one_change() {
        let document = Document::empty(ROOTS);
        let applied = document.apply(&typed(1, &["ham", "er", "en"])).unwrap();
        assert_eq!(applied.verdicts, [Verdict::Taken; 3]);
        assert_eq!(text(&document), "hameren");
        let copy =
            Document::load(ROOTS, None, &[Row { author: Uuid::nil(), payload: applied.change.unwrap() }]).unwrap();
        assert_eq!(text(&copy), "hameren");
    }

    #[test]
    fn an_update_that_was_there_already_changes_nothing() {
        let document = Document::empty(ROOTS);
        let updates = typed(1, &["ham"]);
        document.apply(&updates).unwrap();
        assert!(document.contains(&updates[0]));
        let again = document.apply(&updates).unwrap();
        assert_eq!((again.verdicts, again.change), (vec![Verdict::Taken], None));
    }

    #[test]
    fn an_update_without_what_came_before_it_hangs_and_leaves_no_trace() {
        let document = Document::empty(ROOTS);
        let updates = typed(1, &["ham", "er"]);
        let applied = document.apply(&updates[1..]).unwrap();
        assert_eq!((applied.verdicts, applied.change), (vec![Verdict::Hanging], None));
        document.apply(&updates).unwrap();
        assert_eq!(text(&document), "hamer");
    }

    #[test]
    fn a_reference_to_somebody_elses_missing_text_spoils_the_document_and_says_which_update_did_it() {
        let first = typed(1, &["ham"]);
        let other = Doc::with_client_id(2);
        let root = other.get_or_insert_text("text");
        other.transact_mut().apply_update(Update::decode_v1(&first[0]).unwrap()).unwrap();
        let mut transaction = other.transact_mut();
        root.insert(&mut transaction, 1, "!");
        let hanging = Bytes::from(transaction.encode_update_v1());
        drop(transaction);
        let document = Document::empty(ROOTS);
        let fine = typed(3, &["x"]).remove(0);
        let spoiled = document.apply(&[fine, hanging]).unwrap_err();
        assert_eq!(spoiled, Spoiled { by: Some(1), verdict: Verdict::Hanging });
    }

    #[test]
    fn bytes_that_are_no_update_are_refused_beside_good_ones() {
        let document = Document::empty(ROOTS);
        let good = typed(1, &["ham"]).remove(0);
        let applied = document.apply(&[Bytes::from_static(&[1, 2, 3]), good]).unwrap();
        assert_eq!(applied.verdicts, [Verdict::Refused, Verdict::Taken]);
        assert_eq!(text(&document), "ham");
    }

    #[test]
    fn a_deletion_of_something_unknown_hangs() {
        let doc = Doc::with_client_id(1);
        let root = doc.get_or_insert_text("text");
        root.insert(&mut doc.transact_mut(), 0, "ham");
        let before = doc.transact().state_vector();
        root.remove_range(&mut doc.transact_mut(), 0, 1);
        let deletion = Bytes::from(doc.transact().encode_diff_v1(&before));
        let document = Document::empty(ROOTS);
        assert_eq!(document.apply(&[deletion]).unwrap().verdicts, [Verdict::Hanging]);
    }
}
