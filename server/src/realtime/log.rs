//! The log of updates, which is the truth, and the one writer that commits for all rooms together.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::FutureExt as _;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep_until, timeout};
use uuid::Uuid;

use super::figures::Figures;

#[cfg(test)]
mod tests;

/// Keeps the log; handed in, so that rooms know no SQL.
#[async_trait]
pub trait LogStore: Send + Sync + 'static {
    /// Where to begin and end reading a board's log, or nothing when there is no such board. A damaged snapshot is
    /// passed over for the one before it; a log that says where it ends and goes on is an error. Of a log that does not
    /// go as far as is wanted only its `seq` is answered.
    async fn open(&self, board: Uuid, part: Part) -> Result<Option<StoredLog>, StoreError>;

    /// A page of a log: what was written after row `after`, in order, and not after row `until`. It has one row at least,
    /// and no more than may well be held in memory. A row that is damaged or missing is an error.
    async fn rows(&self, board: Uuid, after: i64, until: i64) -> Result<Vec<Row>, StoreError>;

    /// Appends to several boards in one transaction, having looked again, within it, who may write. Answers one
    /// outcome for each append, in their order. On an error nothing was written.
    async fn append(&self, appends: &[Append]) -> Result<Vec<Appended>, StoreError>;

    /// Keeps a snapshot, and forgets those that it makes superfluous. It was verified; that there may be a newer one
    /// by now does no harm.
    async fn keep(&self, board: Uuid, snapshot: &Snapshot) -> Result<(), StoreError>;

    /// Sets apart what is kept of a board at row `seq`: it cannot be read, and must not be loaded again.
    async fn set_apart(&self, board: Uuid, seq: i64) -> Result<(), StoreError>;
}

/// Which part of a log is wanted.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// All that there is.
    Everything,
    /// Nothing after this row.
    Until(i64),
}

/// The log of one board, before its rows are read.
#[derive(Debug, Default)]
pub struct StoredLog {
    /// The number of the last row that is wanted; 0 when there is none.
    pub seq: i64,
    /// The newest sound snapshot; none when everything is in the rows.
    pub start: Option<Snapshot>,
}

/// A document kept whole, as it was after one row of its log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The row.
    pub seq: i64,
    /// A Yjs update (lib0 v1) that makes the document out of nothing.
    pub state: Bytes,
    /// The account that first wrote under each client id.
    pub owners: Vec<(u64, Uuid)>,
}

/// What a room wants written.
#[derive(Clone, Debug)]
pub struct Append {
    /// The board.
    pub board: Uuid,
    /// The number of the last row that the room knows.
    pub after: i64,
    /// One row for each author.
    pub rows: Vec<Row>,
}

/// What one author wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The account.
    pub author: Uuid,
    /// A Yjs update (lib0 v1).
    pub payload: Bytes,
}

/// What became of an [`Append`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Appended {
    /// Durable.
    Stored {
        /// The number of the last row now.
        seq: i64,
    },
    /// Nothing was written: these authors may not write on this board (any more).
    Refused {
        /// The accounts.
        authors: Vec<Uuid>,
    },
    /// Nothing was written: the log went on without this room.
    Conflict,
    /// Nothing was written: there is no such board (any more).
    Gone,
}

/// The store failed; nothing was written. Logged where it happened.
#[derive(Debug, thiserror::Error)]
#[error("the log's store failed")]
pub struct StoreError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

/// After this a commit has failed. Should it have succeeded after all, the rooms find the log further than they knew.
const LONGEST_COMMIT: Duration = Duration::from_secs(15);
/// How many boards go into one transaction at most.
const LARGEST_GROUP: usize = 128;
/// From one group to the next it is this long at least: on a busy server many edits share what a transaction costs, and
/// nobody notices the wait. An edit after a pause waits for nothing.
const PACE: Duration = Duration::from_millis(10);

/// Hands appends to the one task that writes.
#[derive(Clone, Debug)]
pub(crate) struct LogWriter {
    jobs: mpsc::Sender<Job>,
}

#[derive(Debug)]
struct Job {
    append: Append,
    done: oneshot::Sender<Result<Appended, StoreError>>,
}

impl LogWriter {
    /// Starts the task on the current runtime. It ends with the last writer.
    pub(crate) fn start(store: Arc<dyn LogStore>, runtime: &tokio::runtime::Handle) -> Self {
        let (jobs, queue) = mpsc::channel(LARGEST_GROUP * 4);
        runtime.spawn(write_all(store, queue));
        Self { jobs }
    }

    /// How many batches wait to be written.
    pub(crate) fn waiting(&self) -> usize {
        self.jobs.max_capacity() - self.jobs.capacity()
    }

    /// Writes, together with whatever else waits, and answers when it is durable.
    pub(crate) async fn append(&self, append: Append) -> Result<Appended, StoreError> {
        let (done, outcome) = oneshot::channel();
        let sent = self.jobs.send(Job { append, done }).await;
        match (sent, outcome.await) {
            (Ok(()), Ok(outcome)) => outcome,
            _ => Err(StoreError("the writer has stopped".into())),
        }
    }
}

/// Takes whatever waits, commits it in one transaction, answers; and again. While one transaction is being committed
/// the next group gathers, so a group is as large as the disk is slow; and where the disk is quick, at least as large as
/// what comes within [`PACE`].
async fn write_all(store: Arc<dyn LogStore>, mut queue: mpsc::Receiver<Job>) {
    let mut group = Vec::with_capacity(LARGEST_GROUP);
    let mut next = Instant::now();
    while queue.recv_many(&mut group, LARGEST_GROUP).await > 0 {
        sleep_until(next).await;
        while group.len() < LARGEST_GROUP
            && let Ok(job) = queue.try_recv()
        {
            group.push(job);
        }
        next = Instant::now() + PACE;
        // The rows of boards are locked in the order of their ids, so that two nodes cannot wait for each other.
        group.sort_by_key(|job| job.append.board);
        let (appends, waiting): (Vec<_>, Vec<_>) = group.drain(..).map(|job| (job.append, job.done)).unzip();
        match append(store.as_ref(), &appends).await {
            Ok(outcomes) => {
                for (done, outcome) in waiting.into_iter().zip(outcomes) {
                    // A room that is gone has nobody left to tell.
                    let _ = done.send(Ok(outcome));
                }
            }
            Err(error) => {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "a group could not be written; now one by one"
                );
                write_each(store.as_ref(), appends, waiting).await;
            }
        }
    }
}

/// Appends, and comes back whatever happens: the one writer may neither wait for ever nor end.
async fn append(store: &dyn LogStore, appends: &[Append]) -> Result<Vec<Appended>, StoreError> {
    let began = Instant::now();
    let appending = AssertUnwindSafe(store.append(appends)).catch_unwind();
    let outcome = match timeout(LONGEST_COMMIT, appending).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Err(StoreError("the store panicked".into())),
        Err(_) => Err(StoreError("the store did not answer".into())),
    };
    Figures::get().commit(appends, outcome.is_ok(), began.elapsed());
    outcome
}

async fn write_each(
    store: &dyn LogStore,
    appends: Vec<Append>,
    waiting: Vec<oneshot::Sender<Result<Appended, StoreError>>>,
) {
    for (append, done) in appends.into_iter().zip(waiting) {
        let outcome = match self::append(store, std::slice::from_ref(&append)).await {
            Ok(mut outcomes) => outcomes.pop().ok_or_else(|| StoreError("no outcome".into())),
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a batch could not be written");
                Err(error)
            }
        };
        let _ = done.send(outcome);
    }
}
