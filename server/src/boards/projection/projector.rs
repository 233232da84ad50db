//! Follows the boards that go on, and writes their tables.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use tokio::sync::broadcast::error::RecvError;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until};
use uuid::Uuid;

use super::plan::{Plan, Read};
use super::replica::{LoggedRow, Replica, Unreadable};
use super::store::{self, Followed};
use super::write::{self, Written};
use crate::app::App;
use crate::boards::bin::{self, Deletion, KEPT};
use crate::boards::log_store::BoardLog;
use crate::boards::log_store::rows::RowsError;
use crate::clock::Clock;
use crate::database::Database;
use crate::realtime::{Bells, LogStore as _, Part};

/// How long a board is left to go on before its tables follow.
const PATIENCE: Duration = Duration::from_millis(700);
/// When a board that failed is tried again; each time twice as late, up to the last.
const RETRY: (Duration, Duration) = (Duration::from_secs(1), Duration::from_mins(1));
/// How often it is looked which boards went on unheard, and what can be forgotten.
const PATROL: Duration = Duration::from_secs(15);
/// How often the bins are emptied.
const EMPTYING: Duration = Duration::from_hours(1);
/// How many documents are kept to go on from, and how long without being used.
const REPLICAS: (usize, Duration) = (128, Duration::from_mins(1));

/// Why the tables of a board could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ProjectionError {
    /// The database failed.
    #[error("the database failed")]
    Database(#[from] DbErr),
    /// The log holds something that cannot be applied.
    #[error("the log cannot be followed")]
    Log(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Another process wrote them meanwhile; they are written anew.
    #[error("another process wrote the same tables")]
    Overtaken,
    /// There is no board with this id.
    #[error("there is no such board")]
    NoSuchBoard,
}

/// Writes the tables of every board that goes on, within a second; never ends.
pub async fn project_changes(app: &App) {
    let mut changes = app.rooms.changes();
    let mut projector = Projector::new(app.database.clone(), app.clock.clone(), app.bells.clone());
    let mut due = Due::default();
    let mut patrol = interval(PATROL);
    patrol.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut emptied: Option<Instant> = None;
    loop {
        tokio::select! {
            change = changes.recv() => match change {
                Ok(board) => due.soon(board),
                Err(RecvError::Lagged(_)) => patrol.reset_immediately(),
                Err(RecvError::Closed) => return std::future::pending().await,
            },
            () = sleep_until(due.next()) => {
                for board in due.take() {
                    let outcome = projector.follow(board).await;
                    due.settle(board, outcome);
                }
            }
            _ = patrol.tick() => {
                projector.forget_unused();
                match store::behind(app.database.reader()).await {
                    Ok(boards) => boards.into_iter().for_each(|board| due.soon(board)),
                    Err(error) => warn(&error, "cannot look which boards went on"),
                }
                if emptied.is_none_or(|at| at.elapsed() > EMPTYING) {
                    emptied = Some(Instant::now());
                    if let Err(error) = projector.empty_bins().await {
                        warn(&error, "the bins cannot be emptied");
                    }
                }
            }
        }
    }
}

/// Writes the tables of one board, or of all, whatever is in them, and says how many boards that were.
///
/// # Errors
/// The first board that failed, once all were tried.
pub async fn project(
    database: &Database,
    clock: Arc<dyn Clock>,
    board: Option<Uuid>,
) -> Result<usize, ProjectionError> {
    let mut projector = Projector::new(database.clone(), clock, Bells::default());
    let boards = match board {
        Some(board) if store::followed(database.reader(), board).await?.is_none() => {
            return Err(ProjectionError::NoSuchBoard);
        }
        Some(board) => vec![board],
        None => store::boards(database.reader()).await?,
    };
    let (mut written, mut failure) = (0, None);
    for board in boards {
        let mut outcome = projector.follow(board).await;
        while let Err(ProjectionError::Overtaken) = outcome {
            outcome = projector.follow(board).await;
        }
        match outcome {
            Ok(()) => written += 1,
            Err(error) => {
                tracing::error!(%board, error = &error as &dyn std::error::Error, "a board cannot be projected");
                failure = failure.or(Some(error));
            }
        }
        projector.replicas.clear();
    }
    failure.map_or(Ok(written), Err)
}

fn warn(error: &DbErr, what: &str) {
    tracing::warn!(error = error as &dyn std::error::Error, "{what}");
}

/// Which boards are to be followed, and when.
#[derive(Default)]
struct Due {
    boards: HashMap<Uuid, Instant>,
    failed: HashMap<Uuid, Duration>,
}

impl Due {
    fn soon(&mut self, board: Uuid) {
        self.boards.entry(board).or_insert_with(|| Instant::now() + PATIENCE);
    }

    fn next(&self) -> Instant {
        let a_while = Instant::now() + PATROL;
        self.boards.values().min().copied().unwrap_or(a_while)
    }

    /// The boards whose time has come.
    fn take(&mut self) -> Vec<Uuid> {
        let now = Instant::now();
        self.boards.extract_if(|_, at| *at <= now).map(|(board, _)| board).collect()
    }

    fn settle(&mut self, board: Uuid, outcome: Result<(), ProjectionError>) {
        let error = match outcome {
            Ok(()) => {
                self.failed.remove(&board);
                return;
            }
            Err(ProjectionError::Overtaken) => return self.soon(board),
            Err(error) => error,
        };
        let pause = self.failed.get(&board).map_or(RETRY.0, |pause| RETRY.1.min(*pause * 2));
        self.failed.insert(board, pause);
        self.boards.insert(board, Instant::now() + pause);
        tracing::error!(%board, error = &error as &dyn std::error::Error, "a board's tables cannot be written; tried again");
    }
}

struct Projector {
    database: Database,
    clock: Arc<dyn Clock>,
    bells: Bells,
    replicas: HashMap<Uuid, (Replica, Instant)>,
}

impl Projector {
    fn new(database: Database, clock: Arc<dyn Clock>, bells: Bells) -> Self {
        Self { database, clock, bells, replicas: HashMap::new() }
    }

    /// Follows a board to the end of its log and writes what is different.
    async fn follow(&mut self, board: Uuid) -> Result<(), ProjectionError> {
        let Some(of) = store::followed(self.database.reader(), board).await? else { return Ok(()) };
        // It is put back only once all that it went through is written: what was deleted shows on the way only.
        let kept = self.replicas.remove(&board).map(|(replica, _)| replica);
        let replica = match kept.filter(|replica| replica.seq() <= of.seq) {
            Some(replica) => replica,
            None => self.load(&of).await?,
        };
        let (replica, read) = self.read(&of, replica).await?;
        if read.seq > 0 {
            self.write(&of, read).await?;
            self.bells.ring(of.partnership);
        }
        if self.replicas.len() < REPLICAS.0 {
            self.replicas.insert(board, (replica, Instant::now()));
        }
        Ok(())
    }

    /// Where to go on from: the newest snapshot from before the tables were written.
    async fn load(&self, of: &Followed) -> Result<Replica, ProjectionError> {
        let log = BoardLog::new(self.database.clone(), self.clock.clone());
        let until = of.seq.min(store::last_row(self.database.reader(), of.board).await?);
        let stored = log.open(of.board, Part::Until(until)).await.map_err(log_failed)?;
        let (kind, start) = (of.kind, stored.unwrap_or_default().start);
        compute(move || Replica::load(kind, start.as_ref())).await?.map_err(log_failed)
    }

    async fn read(&self, of: &Followed, mut replica: Replica) -> Result<(Replica, Read), ProjectionError> {
        let (mut deletions, mut authors) = (Vec::new(), HashSet::new());
        let since = self.clock.now() - KEPT;
        let last = store::last_row(self.database.reader(), of.board).await?;
        while replica.seq() < last {
            let rows = store::rows(self.database.reader(), of.board, replica.seq(), last).await?;
            authors.extend(rows.iter().filter(|row| row.seq > of.seq).map(|row| row.author));
            let seen = of.seq;
            let followed = compute(move || follow_rows(replica, &rows, seen, since)).await?;
            let (went_on, found) = followed.map_err(log_failed)?;
            replica = went_on;
            deletions.extend(found);
        }
        let (replica, content) = compute(move || {
            let content = replica.content();
            (replica, content)
        })
        .await?;
        let mut authors = authors.into_iter();
        let author = authors.next().filter(|_| authors.next().is_none());
        let seq = replica.seq();
        Ok((replica, Read { seq, content, deletions, author }))
    }

    async fn write(&self, of: &Followed, read: Read) -> Result<(), ProjectionError> {
        let now = self.clock.now();
        let tables = store::tables(self.database.reader(), of, now).await?;
        let planned = *of;
        let plan = compute(move || Plan::new(&planned, tables, read)).await??;
        match write::write(&self.database, of, plan, now).await? {
            Written::All => Ok(()),
            Written::Overtaken => Err(ProjectionError::Overtaken),
        }
    }

    fn forget_unused(&mut self) {
        self.replicas.retain(|_, (_, used)| used.elapsed() < REPLICAS.1);
    }

    async fn empty_bins(&self) -> Result<(), DbErr> {
        let transaction = self.database.begin().await?;
        bin::store::empty(&transaction, self.clock.now()).await?;
        transaction.commit().await
    }
}

/// Goes through rows, and looks what those deleted that are neither written already nor older than what a bin keeps.
fn follow_rows(
    mut replica: Replica,
    rows: &[LoggedRow],
    seen: i64,
    since: DateTime<Utc>,
) -> Result<(Replica, Vec<Deletion>), Unreadable> {
    let first = rows.iter().position(|row| row.seq > seen && row.at > since).unwrap_or(rows.len());
    let (known, new) = rows.split_at(first);
    replica.skip(known)?;
    let mut deletions = Vec::new();
    for row in new {
        deletions.extend(replica.follow(row)?);
    }
    Ok((replica, deletions))
}

/// Does what takes the processor for a while where it keeps nobody waiting, and where a panic ends nothing else.
async fn compute<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, ProjectionError> {
    spawn_blocking(work).await.map_err(log_failed)
}

fn log_failed(error: impl std::error::Error + Send + Sync + 'static) -> ProjectionError {
    ProjectionError::Log(Box::new(error))
}

impl From<RowsError> for ProjectionError {
    fn from(error: RowsError) -> Self {
        match error {
            RowsError::Database(error) => Self::Database(error),
            error => log_failed(error),
        }
    }
}
