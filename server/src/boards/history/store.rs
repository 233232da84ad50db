//! The SQL of a board's history. It never loads what was written, only by whom and when.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::sittings::{Entry, Sittings};
use crate::boards::store::Board;
use crate::entity::board_update;

/// How many rows are read at a time.
const ROWS_AT_ONCE: u64 = 2_000;

/// The sittings on a board before row `before`, or all; newest first, `limit` and one more when there are as many. They
/// are complete: none goes on in older rows.
pub(super) async fn sittings(
    db: &impl ConnectionTrait,
    board: &Board,
    before: Option<i64>,
    limit: usize,
) -> Result<Sittings, DbErr> {
    let mut sittings = Sittings::default();
    let mut before = before.unwrap_or(i64::MAX);
    while sittings.complete.len() <= limit {
        let entries = entries(db, board, before).await?;
        let Some(oldest) = entries.last() else {
            sittings.end();
            break;
        };
        before = oldest.seq;
        for entry in entries {
            sittings.take(entry);
        }
    }
    Ok(sittings)
}

async fn entries(db: &impl ConnectionTrait, board: &Board, before: i64) -> Result<Vec<Entry>, DbErr> {
    let found: Vec<(i64, Uuid, DateTime<Utc>)> = board_update::Entity::find()
        .select_only()
        .columns([board_update::Column::Seq, board_update::Column::AuthorId, board_update::Column::At])
        .filter(board_update::Column::BoardId.eq(board.id))
        .filter(board_update::Column::Seq.lt(before))
        .order_by_desc(board_update::Column::Seq)
        .limit(ROWS_AT_ONCE)
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(|(seq, author, at)| Entry { seq, author, at }).collect())
}
