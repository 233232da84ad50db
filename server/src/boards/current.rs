//! What a board of a partnership says at this moment, for what people decide about it in their own names.
//!
//! It is read from the document, of which all is in the log, and not from the tables, which follow the log a moment later.

use sea_orm::DbErr;

use super::kind::Kind;
use super::store;
use crate::app::App;
use crate::entity::board;
use crate::partnerships::Membership;
use crate::realtime::{Document, ReadError};

/// Why a board could not be read.
#[derive(Debug, thiserror::Error)]
pub enum CurrentError {
    /// It cannot be loaded right now.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Reads the board of this kind of the partnership that somebody is in: which one it is, and what `look` makes of its
/// document after a row of its log.
pub(super) async fn current<T: Send + 'static>(
    app: &App,
    me: &Membership,
    kind: Kind,
    look: fn(&Document, i64) -> T,
) -> Result<(board::Model, T), CurrentError> {
    let board = board_of_kind(app, me, kind).await?;
    let (seq, said) =
        app.rooms.read(board.id, kind.vocabulary(), move |document, seq| (seq, look(document, seq))).await?;
    if seq >= board.last_seq {
        return Ok((board, said));
    }
    // Another process wrote on it, and the room of this one has not heard of that.
    let seq = board.last_seq;
    let past = app.rooms.read_past(board.id, kind.vocabulary(), seq, move |document| look(document, seq));
    let said = past.await.map_err(|_| ReadError)?;
    Ok((board, said))
}

/// The one board of this kind that a partnership has; of its canvases the one that counts.
pub(super) async fn board_of_kind(app: &App, me: &Membership, kind: Kind) -> Result<board::Model, CurrentError> {
    let boards = store::boards(app.database.reader(), me).await?;
    let is_it = |board: &board::Model| board.is_current && Kind::from_id(&board.kind) == Some(kind);
    Ok(boards.into_iter().find(is_it).ok_or(ReadError)?)
}
