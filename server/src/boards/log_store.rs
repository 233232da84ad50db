//! The log of every board, in the database: what was written, row by row, and snapshots that spare reading all of it.
//!
//! Every row and every snapshot has a checksum, which is looked at whenever one is read. A damaged snapshot is set
//! apart and the one before it is used, or the whole log. A damaged row that no sound snapshot has in it closes the
//! board until somebody has looked: showing less than there was, and going on from there, would lose it for good.

use std::collections::HashSet;
use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
    QuerySelect as _,
};
use uuid::Uuid;

use crate::access::{Action, permits};
use crate::clock::Clock;
use crate::database::Database;
use crate::entity::{account, board, board_update, membership};
use crate::realtime::{Append, Appended, LogStore, Row, Snapshot, StoreError, StoredLog};

mod checksum;
pub(super) mod rows;
pub(super) mod snapshots;
#[cfg(test)]
mod tests;

use self::rows::RowsError;

/// How many rows go into one statement: databases limit the number of parameters.
const ROWS_AT_ONCE: usize = 500;

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
        let mut outcomes = Vec::with_capacity(appends.len());
        for append in appends {
            outcomes.push(append_to_log(&transaction, append, self.clock.now()).await?);
        }
        transaction.commit().await?;
        Ok(outcomes)
    }

    async fn read(&self, board: Uuid, until: Option<i64>) -> Result<Option<StoredLog>, StoreError> {
        let db = self.database.reader();
        // Looked at before the rows: whatever is appended in between only makes them more.
        let Some(last_seq) = last_seq(db, board).await? else { return Ok(None) };
        if until.is_some_and(|until| until > last_seq) {
            return Ok(Some(StoredLog { seq: last_seq, ..StoredLog::default() }));
        }
        let newest = until.unwrap_or(i64::MAX);
        let start = snapshots::newest_sound(&self.database, board, newest, self.clock.now()).await;
        let start = start.map_err(store_error)?;
        let after = start.as_ref().map_or(0, |start| start.seq);
        if after > last_seq && last_seq_now_is_before(db, board, after).await? {
            // What was kept says that there was more. Going on from here would lose it for good.
            return Err(report(board, RowsError::Missing(last_seq + 1)));
        }
        let rows = rows::read(db, board, after, until.unwrap_or(last_seq), until).await;
        let rows = rows.map_err(|error| report(board, error))?;
        let seq = rows.last().map_or(after, |last| last.seq);
        let rows = rows.into_iter().map(|row| Row { author: row.author_id, payload: Bytes::from(row.payload) });
        Ok(Some(StoredLog { seq, start, rows: rows.collect() }))
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

/// Writes the rows of one board, or nothing of them.
pub async fn append_to_log(
    db: &impl ConnectionTrait,
    append: &Append,
    at: DateTime<Utc>,
) -> Result<Appended, DbErr> {
    let Some(board) = board::Entity::find_by_id(append.board).lock_exclusive().one(db).await? else {
        return Ok(Appended::Gone);
    };
    if board.last_seq != append.after {
        return Ok(Appended::Conflict);
    }
    let authors: HashSet<Uuid> = append.rows.iter().map(|row| row.author).collect();
    let writers = writers(db, board.partnership_id, &authors).await?;
    let refused: Vec<Uuid> = authors.difference(&writers).copied().collect();
    if !refused.is_empty() {
        return Ok(Appended::Refused { authors: refused });
    }
    let seq = insert(db, append, at).await?;
    board::Entity::update_many()
        .col_expr(board::Column::LastSeq, Expr::value(seq))
        .filter(board::Column::Id.eq(append.board))
        .exec(db)
        .await?;
    Ok(Appended::Stored { seq })
}

async fn insert(db: &impl ConnectionTrait, append: &Append, at: DateTime<Utc>) -> Result<i64, DbErr> {
    let mut seq = append.after;
    for rows in append.rows.chunks(ROWS_AT_ONCE) {
        let models = rows.iter().map(|Row { author, payload }| {
            seq += 1;
            board_update::ActiveModel {
                board_id: Set(append.board),
                seq: Set(seq),
                author_id: Set(*author),
                at: Set(at),
                payload: Set(payload.to_vec()),
                checksum: Set(Some(checksum::of_row(append.board, seq, *author, at, payload))),
            }
        });
        board_update::Entity::insert_many(models.collect::<Vec<_>>()).exec_without_returning(db).await?;
    }
    Ok(seq)
}

/// Those of `accounts` who may write on the boards of a partnership at this moment.
async fn writers(
    db: &impl ConnectionTrait,
    partnership: Uuid,
    accounts: &HashSet<Uuid>,
) -> Result<HashSet<Uuid>, DbErr> {
    // Locked, so that whoever is removed at this moment is removed before these rows, or after them.
    let members = membership::Entity::find()
        .filter(membership::Column::PartnershipId.eq(partnership))
        .filter(membership::Column::AccountId.is_in(accounts.iter().copied()))
        .filter(membership::Column::LeftAt.is_null())
        .filter(
            membership::Column::AccountId.in_subquery(sea_orm::QueryTrait::into_query(
                account::Entity::find()
                    .select_only()
                    .column(account::Column::Id)
                    .filter(account::Column::DeactivatedAt.is_null()),
            )),
        )
        .lock_shared()
        .all(db)
        .await?;
    Ok(members
        .into_iter()
        .filter(|member| permits(member.role, Action::WriteBoards))
        .map(|member| member.account_id)
        .collect())
}

#[async_trait]
impl LogStore for BoardLog {
    async fn load(&self, board: Uuid) -> Result<Option<StoredLog>, StoreError> {
        self.read(board, None).await
    }

    async fn load_until(&self, board: Uuid, until: i64) -> Result<Option<StoredLog>, StoreError> {
        self.read(board, Some(until)).await
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
    if let RowsError::Damaged(seq) | RowsError::Missing(seq) = error {
        metrics::counter!("samenspel_damaged_log_rows_total").increment(1);
        tracing::error!(%board, seq, error = &error as &dyn std::error::Error, "a board's log is damaged");
    }
    StoreError(Box::new(error))
}

fn store_error(error: DbErr) -> StoreError {
    StoreError(Box::new(error))
}
