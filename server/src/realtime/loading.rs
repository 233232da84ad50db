//! From a log to a document: computed beside the tasks that serve people, and for a few boards at a time.

use std::sync::Arc;

use tokio::sync::Semaphore;
use uuid::Uuid;

use super::checkpoint::Growth;
use super::document::{Document, LoadError};
use super::gate::Vocabulary;
use super::log::{LogStore, StoreError, StoredLog};

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
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Unreadable(#[from] LoadError),
    #[error("the server has no room to load the board")]
    Overloaded,
}

/// Which part of a log is wanted.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// All that there is.
    Everything,
    /// Nothing after this row.
    Until(i64),
}

/// Loads a board from the newest snapshot that can be read, and the rows after it. A snapshot that cannot be read is
/// set apart; rows that cannot are an error, because without them there would be less than there was.
pub(super) async fn load(
    store: &dyn LogStore,
    desk: &Arc<Semaphore>,
    board: Uuid,
    vocabulary: &'static Vocabulary,
    part: Part,
) -> Result<Loaded, LoadingError> {
    let _place = desk.acquire().await.map_err(|_| LoadingError::Overloaded)?;
    loop {
        let log = match part {
            Part::Everything => store.load(board).await?,
            Part::Until(row) => store.load_until(board, row).await?,
        };
        let log = log.ok_or(LoadingError::Gone)?;
        let start = log.start.as_ref().map(|start| start.seq);
        match (compute(move || apply(vocabulary, &log)).await?, start) {
            // Each round there is one snapshot less, until there is none.
            (Err(LoadError::Start), Some(seq)) => store.set_apart(board, seq).await?,
            (loaded, _) => return Ok(loaded?),
        }
    }
}

fn apply(vocabulary: &'static Vocabulary, log: &StoredLog) -> Result<Loaded, LoadError> {
    let document = match &log.start {
        None => Document::load(vocabulary, &log.rows)?,
        Some(start) => Document::load_from(vocabulary, start, &log.rows)?,
    };
    Ok(Loaded { document, seq: log.seq, growth: Growth::since_start(log) })
}

/// Does what takes the processor for a while, where it keeps nobody waiting.
pub(super) async fn compute<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, LoadingError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| LoadingError::Overloaded)
}
