//! What the ambition of a partnership says, for what people decide about it in their own names.

use sea_orm::DbErr;
use uuid::Uuid;

use super::kind::Kind;
use super::{content, store};
use crate::app::App;
use crate::entity::board;
use crate::partnerships::Membership;
use crate::realtime::{Document, PastError, ReadError};

/// An ambition as it stands on its board, after one row of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenAmbition {
    /// The board it stands on.
    pub board: Uuid,
    /// The row.
    pub seq: i64,
    /// The ambition in one line.
    pub headline: String,
    /// The ambition as HTML, of the elements that the vocabulary knows and no others.
    pub statement: String,
    /// The look ahead at ten years, without markup.
    pub horizon: String,
}

/// Why it could not be read.
#[derive(Debug, thiserror::Error)]
pub enum WrittenError {
    /// The log does not have that row.
    #[error("there is no such change")]
    NotYet,
    /// The board cannot be loaded right now.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl From<PastError> for WrittenError {
    fn from(error: PastError) -> Self {
        match error {
            PastError::NotYet => Self::NotYet,
            PastError::Unreadable(error) => Self::Unreadable(error),
        }
    }
}

/// The ambition as it is at this moment.
pub async fn ambition_now(app: &App, me: &Membership) -> Result<WrittenAmbition, WrittenError> {
    let board = ambition_of(app, me).await?;
    let id = board.id;
    let read = move |document: &Document, seq| written(id, document, seq);
    let now = app.rooms.read(id, Kind::Ambition.vocabulary(), read).await?;
    // Another process may have written on it, and the room of this one not have heard of that.
    if now.seq >= board.last_seq { Ok(now) } else { ambition_after(app, me, board.last_seq).await }
}

/// The ambition as it was right after a row of its log, and will always have been.
pub async fn ambition_after(app: &App, me: &Membership, seq: i64) -> Result<WrittenAmbition, WrittenError> {
    if seq < 0 {
        return Err(WrittenError::NotYet);
    }
    let id = ambition_of(app, me).await?.id;
    let read = move |document: &Document| written(id, document, seq);
    Ok(app.rooms.read_past(id, Kind::Ambition.vocabulary(), seq, read).await?)
}

async fn ambition_of(app: &App, me: &Membership) -> Result<board::Model, WrittenError> {
    let boards = store::boards(app.database.reader(), me).await?;
    let is_it = |board: &board::Model| Kind::from_id(&board.kind) == Some(Kind::Ambition);
    Ok(boards.into_iter().find(is_it).ok_or(ReadError)?)
}

fn written(board: Uuid, document: &Document, seq: i64) -> WrittenAmbition {
    let content = content::ambition(document.doc(), seq);
    WrittenAmbition {
        board,
        seq,
        headline: content.headline,
        statement: content.statement_html,
        horizon: content.horizon,
    }
}
