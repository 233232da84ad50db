//! Reading the rows of a board's log. None is handed on that is not as it was written.

use sea_orm::{ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::checksum;
use crate::entity::board_update;

/// Why the rows of a log could not be read.
#[derive(Debug, thiserror::Error)]
pub(in crate::boards) enum RowsError {
    /// A row is not as it was written.
    #[error("row {0} of the board's log is damaged")]
    Damaged(i64),
    /// A row is not there.
    #[error("row {0} is missing from the board's log")]
    Missing(i64),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// The rows after `after`, at least up to `last`, and not beyond `until`.
pub(in crate::boards) async fn read(
    db: &impl ConnectionTrait,
    board: Uuid,
    after: i64,
    last: i64,
    until: Option<i64>,
) -> Result<Vec<board_update::Model>, RowsError> {
    let wanted = board_update::Entity::find()
        .filter(board_update::Column::BoardId.eq(board))
        .filter(board_update::Column::Seq.gt(after));
    let wanted = match until {
        Some(until) => wanted.filter(board_update::Column::Seq.lte(until)),
        None => wanted,
    };
    let rows = wanted.order_by_asc(board_update::Column::Seq).all(db).await?;
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
    if expected < last { Err(RowsError::Missing(expected + 1)) } else { Ok(rows) }
}

/// Whether a row is as it was written. Of rows from before there were checksums nobody can tell.
pub(in crate::boards) fn is_sound(row: &board_update::Model) -> bool {
    let computed = checksum::of_row(row.board_id, row.seq, row.author_id, row.at, &row.payload);
    row.checksum.is_none_or(|written| written == computed)
}
