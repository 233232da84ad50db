//! Checkpoints: a board that has grown is kept whole, so that nobody who opens it waits for its whole past.
//!
//! A snapshot is made of the log, not of a room's document: the room goes on meanwhile, rows were checked when they
//! were read, and whatever may be wrong with a document that has been in memory for days does not get into it. It is
//! loaded into a fresh document and compared before it is kept, and the log stays as it is. So it is a cache: of two
//! processes that make one at the same time, either may win.

use bytes::Bytes;
use uuid::Uuid;
use yrs::{ReadTxn as _, Transact as _};

use super::document::Document;
use super::gate::Vocabulary;
use super::loading::{self, LoadingError, Place};
use super::log::{Part, Row, Snapshot};
use super::outline::outline;
use super::protocol::Known;
use super::rooms::Rooms;

/// After how many rows a board is kept whole. Applying them takes a few milliseconds.
const ROWS: usize = 500;
/// After how many bytes.
const BYTES: usize = 1 << 20;
/// A large board is kept less often: one row for this many of its bytes.
const BYTES_FOR_A_ROW: usize = 512;

/// How much was written on a board since it was last kept whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Growth {
    rows: usize,
    bytes: usize,
    /// The size of what it was kept as.
    kept: usize,
}

impl Growth {
    /// As much as these rows.
    pub(super) fn by(rows: &[Row]) -> Self {
        Self { rows: rows.len(), bytes: rows.iter().map(|row| row.payload.len()).sum(), kept: 0 }
    }

    /// Nothing since the board was kept as this.
    pub(super) fn since(kept: &Snapshot) -> Self {
        Self { kept: kept.state.len(), ..Self::default() }
    }

    pub(super) fn add(&mut self, more: Self) {
        self.rows += more.rows;
        self.bytes += more.bytes;
    }

    pub(super) fn start_again(&mut self) {
        *self = Self { kept: self.kept, ..Self::default() };
    }

    /// The board is kept whole in so many bytes now.
    pub(super) fn is_kept_in(&mut self, bytes: usize) {
        self.kept = bytes;
    }

    /// Whether it is worth keeping the board whole.
    pub(super) fn is_due(&self) -> bool {
        self.rows >= ROWS.max(self.kept / BYTES_FOR_A_ROW) || self.bytes >= BYTES.max(self.kept)
    }
}

/// Why no snapshot was kept.
#[derive(Debug, thiserror::Error)]
pub(super) enum CheckpointError {
    #[error(transparent)]
    Loading(#[from] LoadingError),
    #[error("the snapshot does not say what the log says")]
    Unfaithful,
}

/// Keeps a board whole, as its log has it now, and gives the size of what it is kept as.
pub(super) async fn make(
    house: &Rooms,
    board: Uuid,
    vocabulary: &'static Vocabulary,
) -> Result<usize, CheckpointError> {
    let store = house.store().as_ref();
    let place = Place::at(house.checkpoint_desk()).await?;
    let (place, loaded) = loading::load(store, place, board, vocabulary, Part::Everything).await?;
    if loaded.growth.rows == 0 {
        return Ok(loaded.growth.kept);
    }
    let (_place, made) = place.compute(move || snapshot(&loaded.document, vocabulary, loaded.seq)).await?;
    let snapshot = made.ok_or(CheckpointError::Unfaithful)?;
    store.keep(board, &snapshot).await.map_err(LoadingError::Store)?;
    metrics::counter!("samenspel_snapshots_kept_total").increment(1);
    tracing::debug!(%board, seq = snapshot.seq, bytes = snapshot.state.len(), "a board was kept whole");
    Ok(snapshot.state.len())
}

/// `document`, whose last row is `seq`, kept whole; nothing when it could not be loaded again as what it is.
pub(super) fn snapshot(document: &Document, vocabulary: &'static Vocabulary, seq: i64) -> Option<Snapshot> {
    let state = Bytes::from(document.missing_from(&Known::nothing()).ok()?);
    let snapshot = Snapshot { seq, state, owners: owners(document) };
    snapshot.is_faithful(document, vocabulary).then_some(snapshot)
}

impl Snapshot {
    /// Whether it makes the same document: everything that was inserted, nothing of what was deleted, the same to be
    /// seen, and the same accounts to go on writing under their client ids.
    pub(crate) fn is_faithful(&self, document: &Document, vocabulary: &'static Vocabulary) -> bool {
        let Ok(copy) = Document::load_from(vocabulary, self, &[]) else { return false };
        has_all_of(&copy, document)
            && owners(&copy) == owners(document)
            && outline(&copy).is_some_and(|copied| outline(document) == Some(copied))
    }
}

fn owners(document: &Document) -> Vec<(u64, Uuid)> {
    let mut owners = document.owners();
    owners.sort_unstable();
    owners
}

/// Loading may delete a little more: marks around nothing are tidied away.
fn has_all_of(copy: &Document, document: &Document) -> bool {
    let (copy, document) = (copy.doc().transact(), document.doc().transact());
    copy.state_vector() == document.state_vector()
        && document.snapshot().delete_set.diff(&copy.snapshot().delete_set).is_empty()
}

#[cfg(test)]
mod tests;
