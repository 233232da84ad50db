//! A board as it was, on a copy of its document that nobody else looks at.

use super::store::Board;
use crate::app::App;
use crate::error::{FieldError, Problem};
use crate::realtime::{Document, PastError};

/// Looks at what a board was right after change `at`, or is now. Gives the number of the last change in it too.
///
/// # Errors
/// `validation_failed`: there is no change with that number; `unavailable`: it cannot be loaded right now.
pub(super) async fn read<T: Send + 'static>(
    app: &App,
    board: &Board,
    at: Option<i64>,
    look: impl FnOnce(&Document) -> T + Send + 'static,
) -> Result<(i64, T), Problem> {
    let vocabulary = board.kind.vocabulary();
    let seq = match at {
        Some(at) if at < 0 => return Err(no_such_change()),
        Some(at) => at,
        None => app.rooms.read(board.id, vocabulary, |_, seq| seq).await.map_err(|_| Problem::unavailable())?,
    };
    let seen = app.rooms.read_past(board.id, vocabulary, seq, look).await;
    let seen = seen.map_err(|error| match error {
        PastError::NotYet => no_such_change(),
        PastError::Unreadable(_) => Problem::unavailable(),
    })?;
    Ok((seq, seen))
}

fn no_such_change() -> Problem {
    Problem::validation_failed(vec![FieldError { field: "at", code: "out_of_range" }])
}
