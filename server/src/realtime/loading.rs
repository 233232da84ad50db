//! From a log to a document: page by page, so that no log is ever in memory as a whole; computed beside the tasks that
//! serve people, and for a few boards at a time.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

use super::checkpoint::Growth;
use super::document::{Document, LoadError};
use super::gate::Vocabulary;
use super::log::{LogStore, Part, Row, Snapshot, StoreError, StoredLog};

/// A board as it was loaded.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) document: Document,
    /// The last row in it.
    pub(super) seq: i64,
    pub(super) growth: Growth,
}

/// Why a board could not be loaded.
#[derive(Debug, thiserror::Error)]
pub(super) enum LoadingError {
    #[error("there is no such board")]
    Gone,
    #[error("the log does not go that far")]
    NotYet,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Unreadable(#[from] LoadError),
    #[error("the server has no room to load the board")]
    Overloaded,
}

/// A place at a desk, where only a few boards are worked out at the same time.
#[derive(Debug)]
pub(super) struct Place {
    _permit: OwnedSemaphorePermit,
}

impl Place {
    /// Waits for one.
    pub(super) async fn at(desk: &Arc<Semaphore>) -> Result<Self, LoadingError> {
        let permit = desk.clone().acquire_owned().await.map_err(|_| LoadingError::Overloaded)?;
        Ok(Self { _permit: permit })
    }

    /// Does what takes the processor for a while, where it keeps nobody waiting. It cannot be stopped half-way, so it
    /// has the place until its end, also when nobody waits for it any more.
    pub(super) async fn compute<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<(Self, T), LoadingError> {
        let working = tokio::task::spawn_blocking(move || {
            let done = work();
            (self, done)
        });
        working.await.map_err(|_| LoadingError::Overloaded)
    }
}

/// Loads a board from the newest snapshot that can be read, and the rows after it. A snapshot that cannot be read is
/// set apart; rows that cannot are an error, because without them there would be less than there was.
pub(super) async fn load(
    store: &dyn LogStore,
    mut place: Place,
    board: Uuid,
    vocabulary: &'static Vocabulary,
    part: Part,
) -> Result<(Place, Loaded), LoadingError> {
    loop {
        let StoredLog { seq, start } = store.open(board, part).await?.ok_or(LoadingError::Gone)?;
        if matches!(part, Part::Until(row) if seq < row) {
            return Err(LoadingError::NotYet);
        }
        let kept = start.as_ref().map(|start| start.seq);
        let begun;
        (place, begun) = place.compute(move || Loaded::begin(vocabulary, start)).await?;
        match (begun, kept) {
            // Each round there is one snapshot less, until there is none.
            (Err(LoadError::Start), Some(kept)) => store.set_apart(board, kept).await?,
            (begun, _) => return read_on(store, place, board, begun?, seq).await,
        }
    }
}

async fn read_on(
    store: &dyn LogStore,
    mut place: Place,
    board: Uuid,
    mut loaded: Loaded,
    until: i64,
) -> Result<(Place, Loaded), LoadingError> {
    while loaded.seq < until {
        let rows = store.rows(board, loaded.seq, until).await?;
        let went_on;
        (place, went_on) = place.compute(move || loaded.go_on(&rows)).await?;
        loaded = went_on?;
    }
    Ok((place, loaded))
}

impl Loaded {
    fn begin(vocabulary: &'static Vocabulary, start: Option<Snapshot>) -> Result<Self, LoadError> {
        let Some(start) = start else {
            return Ok(Self { document: Document::empty(vocabulary), seq: 0, growth: Growth::default() });
        };
        let document = Document::load_from(vocabulary, &start, &[])?;
        Ok(Self { document, seq: start.seq, growth: Growth::since(&start) })
    }

    fn go_on(mut self, rows: &[Row]) -> Result<Self, LoadError> {
        self.document.go_on(rows).map_err(|_| LoadError::Rows)?;
        self.growth.add(Growth::by(rows));
        self.seq += i64::try_from(rows.len()).unwrap_or(i64::MAX);
        Ok(self)
    }
}
