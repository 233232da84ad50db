//! The log of every board, in the database.

use std::collections::HashSet;
use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::access::{Action, permits};
use crate::clock::Clock;
use crate::database::Database;
use crate::entity::{account, board, board_update, membership};
use crate::realtime::{Append, Appended, LogStore, Row, StoreError, StoredLog};

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
        let db = self.database.reader();
        // Looked at before the rows: whatever is appended in between only makes them more.
        let Some(found) = board::Entity::find_by_id(board).one(db).await.map_err(store_error)? else {
            return Ok(None);
        };
        let rows = board_update::Entity::find()
            .filter(board_update::Column::BoardId.eq(board))
            .order_by_asc(board_update::Column::Seq)
            .all(db)
            .await
            .map_err(store_error)?;
        let seq = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        if seq < found.last_seq || rows.last().is_some_and(|last| last.seq != seq) {
            return Err(StoreError("rows are missing from the board's log".into()));
        }
        let row = |row: board_update::Model| Row { author: row.author_id, payload: Bytes::from(row.payload) };
        Ok(Some(StoredLog { seq, rows: rows.into_iter().map(row).collect() }))
    }

    async fn append(&self, appends: &[Append]) -> Result<Vec<Appended>, StoreError> {
        self.append_all(appends).await.map_err(store_error)
    }
}

fn store_error(error: DbErr) -> StoreError {
    StoreError(Box::new(error))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use crate::clock::SystemClock;
    use crate::demo;

    #[tokio::test]
    async fn a_log_that_lost_rows_is_not_loaded_wherever_they_stood() {
        let file = std::env::temp_dir().join(format!("samenspel-{}.db", crate::ids::unordered()));
        let database = Database::open(&format!("sqlite:{}", file.display())).await.unwrap();
        demo::fill(&database, &SystemClock).await.unwrap();
        let log = BoardLog::new(database.clone(), Arc::new(SystemClock));
        let board = board::Entity::find().one(database.reader()).await.unwrap().unwrap().id;
        let author = board_update::Entity::find().one(database.reader()).await.unwrap().unwrap().author_id;
        let rows = vec![Row { author, payload: Bytes::from_static(&[0, 0]) }; 2];
        let stored = log.append(&[Append { board, after: 1, rows }]).await.unwrap();
        assert_eq!(stored, [Appended::Stored { seq: 3 }]);
        assert_eq!(log.load(board).await.unwrap().unwrap().seq, 3);
        for lost in [3, 1] {
            let transaction = database.begin().await.unwrap();
            board_update::Entity::delete_by_id((board, lost)).exec(&transaction).await.unwrap();
            transaction.commit().await.unwrap();
            assert!(log.load(board).await.is_err(), "row {lost} is gone");
        }
        database.close().await.unwrap();
        std::fs::remove_file(file).unwrap();
    }
}
