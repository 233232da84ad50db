//! Reading the rows of a board's log, page by page. None is handed on that is not as it was written.

use sea_orm::sea_query::{Expr, Func};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select,
};
use uuid::Uuid;

use super::checksum;
use crate::entity::board_update;

/// How many rows are on a page at most.
const ROWS: u64 = 1_000;
/// How many bytes at most; a single row may have more.
const BYTES: i64 = 4 << 20;

/// Why the rows of a log could not be read.
#[derive(Debug, thiserror::Error)]
pub(in crate::boards) enum RowsError {
    /// A row is not as it was written.
    #[error("row {0} of the board's log is damaged")]
    Damaged(i64),
    /// A row is not there.
    #[error("row {0} is missing from the board's log")]
    Missing(i64),
    /// A row stands after the one that is said to be the last.
    #[error("row {0} of the board's log is after its end")]
    Beyond(i64),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// A page of the rows after `after`, and not after `until`: one at least.
pub(in crate::boards) async fn page(
    db: &impl ConnectionTrait,
    board: Uuid,
    after: i64,
    until: i64,
) -> Result<Vec<board_update::Model>, RowsError> {
    let until = end_of_page(db, board, after, until).await?;
    let rows = between(board, after, until).order_by_asc(board_update::Column::Seq).all(db).await?;
    let mut expected = after;
    for row in &rows {
        expected += 1;
        if row.seq != expected {
            return Err(RowsError::Missing(expected));
        }
        if !is_sound(row) {
            return Err(RowsError::Damaged(expected));
        }
    }
    if expected < until { Err(RowsError::Missing(expected + 1)) } else { Ok(rows) }
}

/// The last row that still has its place on the page. Found without reading what was written.
async fn end_of_page(db: &impl ConnectionTrait, board: Uuid, after: i64, until: i64) -> Result<i64, RowsError> {
    let size = Func::cust("length").arg(Expr::col(board_update::Column::Payload));
    let sizes: Vec<(i64, i32)> = between(board, after, until)
        .select_only()
        .column(board_update::Column::Seq)
        .column_as(Expr::expr(size), "size")
        .order_by_asc(board_update::Column::Seq)
        .limit(ROWS)
        .into_tuple()
        .all(db)
        .await?;
    let mut bytes = 0;
    let fits = |(_, size): &&(i64, i32)| {
        let is_first = bytes == 0;
        bytes += i64::from(*size);
        is_first || bytes <= BYTES
    };
    sizes.iter().take_while(fits).last().map(|(seq, _)| *seq).ok_or(RowsError::Missing(after + 1))
}

/// The number of the last row that there is; 0 when there is none.
pub(super) async fn last(db: &impl ConnectionTrait, board: Uuid) -> Result<i64, DbErr> {
    let rows = between(board, 0, i64::MAX).select_only().column(board_update::Column::Seq);
    Ok(rows.order_by_desc(board_update::Column::Seq).into_tuple().one(db).await?.unwrap_or_default())
}

fn between(board: Uuid, after: i64, until: i64) -> Select<board_update::Entity> {
    board_update::Entity::find()
        .filter(board_update::Column::BoardId.eq(board))
        .filter(board_update::Column::Seq.gt(after))
        .filter(board_update::Column::Seq.lte(until))
}

/// Whether a row is as it was written. Of rows from before there were checksums nobody can tell.
pub(in crate::boards) fn is_sound(row: &board_update::Model) -> bool {
    let computed = checksum::of_row(row.board_id, row.seq, row.author_id, row.at, &row.payload);
    row.checksum.is_none_or(|written| written == computed)
}
