//! The log of every board, in the database: what was written, row by row, and snapshots that spare reading all of it.
//!
//! Every row and every snapshot has a checksum, which is looked at whenever one is read. A damaged snapshot is set
//! apart and the one before it is used, or the whole log. A damaged row that no sound snapshot has in it closes the
//! board until somebody has looked: showing less than there was, and going on from there, would lose it for good.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait as _};
use uuid::Uuid;

use crate::clock::Clock;
use crate::database::Database;
use crate::entity::board;
use crate::realtime::{Append, Appended, LogStore, Part, Row, Snapshot, StoreError, StoredLog};

mod append;
mod checksum;
pub(super) mod rows;
pub(super) mod snapshots;
#[cfg(test)]
mod tests;

pub use self::append::append_to_log;
use self::append::append_to_logs;
use self::rows::RowsError;

/// The log of every board.
#[derive(Debug)]
pub struct BoardLog {
    database: Database,
    clock: Arc<dyn Clock>,
}

impl BoardLog {
    /// The log in `database`; rows carry the time of `clock`.
    pub fn new(database: Database, clock: Arc<dyn Clock>) -> Self {
        Self { database, clock }
    }

    async fn append_all(&self, appends: &[Append]) -> Result<Vec<Appended>, DbErr> {
        let transaction = self.database.begin().await?;
        let outcomes = append_to_logs(&transaction, appends, self.clock.now()).await?;
        transaction.commit().await?;
        Ok(outcomes)
    }

    /// The newest sound snapshot with nothing after row `until` in it, and the number of its row.
    async fn start(&self, board: Uuid, until: i64) -> Result<(Option<Snapshot>, i64), StoreError> {
        let start = snapshots::newest_sound(&self.database, board, until, self.clock.now()).await;
        let start = start.map_err(store_error)?;
        let seq = start.as_ref().map_or(0, |start| start.seq);
        Ok((start, seq))
    }
}

/// The number of the last row, according to the board.
async fn last_seq(db: &impl ConnectionTrait, board: Uuid) -> Result<Option<i64>, StoreError> {
    let found = board::Entity::find_by_id(board).one(db).await.map_err(store_error)?;
    Ok(found.map(|found| found.last_seq))
}

/// Looked at once more: between two looks the board may have grown, and been kept whole.
async fn last_seq_now_is_before(db: &impl ConnectionTrait, board: Uuid, row: i64) -> Result<bool, StoreError> {
    Ok(last_seq(db, board).await?.is_none_or(|last_seq| last_seq < row))
}

#[async_trait]
impl LogStore for BoardLog {
    async fn open(&self, board: Uuid, part: Part) -> Result<Option<StoredLog>, StoreError> {
        let db = self.database.reader();
        let Some(last_seq) = last_seq(db, board).await? else { return Ok(None) };
        match part {
            Part::Until(until) if until > last_seq => Ok(Some(StoredLog { seq: last_seq, start: None })),
            Part::Until(until) => {
                let (start, _) = self.start(board, until).await?;
                Ok(Some(StoredLog { seq: until, start }))
            }
            Part::Everything => {
                let (start, kept) = self.start(board, i64::MAX).await?;
                if kept > last_seq && last_seq_now_is_before(db, board, kept).await? {
                    // What was kept says that there was more. Going on from here would lose it for good.
                    return Err(report(board, RowsError::Missing(last_seq + 1)));
                }
                let last_row = rows::last(db, board).await.map_err(store_error)?;
                if last_row > last_seq && last_seq_now_is_before(db, board, last_row).await? {
                    // No room could write the next row: its number is taken.
                    return Err(report(board, RowsError::Beyond(last_row)));
                }
                Ok(Some(StoredLog { seq: last_seq.max(kept).max(last_row), start }))
            }
        }
    }

    async fn rows(&self, board: Uuid, after: i64, until: i64) -> Result<Vec<Row>, StoreError> {
        let rows = rows::page(self.database.reader(), board, after, until).await;
        let rows = rows.map_err(|error| report(board, error))?.into_iter();
        Ok(rows.map(|row| Row { author: row.author_id, payload: Bytes::from(row.payload) }).collect())
    }

    async fn append(&self, appends: &[Append]) -> Result<Vec<Appended>, StoreError> {
        self.append_all(appends).await.map_err(store_error)
    }

    async fn keep(&self, board: Uuid, snapshot: &Snapshot) -> Result<(), StoreError> {
        snapshots::keep(&self.database, board, snapshot, self.clock.now()).await.map_err(store_error)
    }

    async fn set_apart(&self, board: Uuid, seq: i64) -> Result<(), StoreError> {
        snapshots::set_apart_at(&self.database, board, seq, self.clock.now()).await.map_err(store_error)
    }
}

fn report(board: Uuid, error: RowsError) -> StoreError {
    if let RowsError::Damaged(seq) | RowsError::Missing(seq) | RowsError::Beyond(seq) = error {
        metrics::counter!("samenspel_damaged_log_rows_total").increment(1);
        tracing::error!(%board, seq, error = &error as &dyn std::error::Error, "a board's log is damaged");
    }
    StoreError(Box::new(error))
}

fn store_error(error: DbErr) -> StoreError {
    StoreError(Box::new(error))
}
