//! What the ambition of a partnership says, for what people decide about it in their own names.

use uuid::Uuid;

use super::api::AmbitionContent;
use super::content;
use super::current::{CurrentError, board_of_kind, current};
use super::kind::Kind;
use crate::app::App;
use crate::partnerships::Membership;
use crate::realtime::{Document, PastError};

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

impl WrittenAmbition {
    fn new(board: Uuid, content: AmbitionContent) -> Self {
        Self {
            board,
            seq: content.seq,
            headline: content.headline,
            statement: content.statement_html,
            horizon: content.horizon,
        }
    }
}

/// Why it could not be read.
#[derive(Debug, thiserror::Error)]
pub enum WrittenError {
    /// The log does not have that row.
    #[error("there is no such change")]
    NotYet,
    /// The board could not be read.
    #[error(transparent)]
    Current(#[from] CurrentError),
}

impl From<PastError> for WrittenError {
    fn from(error: PastError) -> Self {
        match error {
            PastError::NotYet => Self::NotYet,
            PastError::Unreadable(error) => Self::Current(error.into()),
        }
    }
}

/// The ambition as it is at this moment.
pub async fn ambition_now(app: &App, me: &Membership) -> Result<WrittenAmbition, CurrentError> {
    let look = |document: &Document, seq| content::ambition(document.doc(), seq);
    let (board, content) = current(app, me, Kind::Ambition, look).await?;
    Ok(WrittenAmbition::new(board, content))
}

/// The ambition as it was right after a row of its log, and will always have been.
pub async fn ambition_after(app: &App, me: &Membership, seq: i64) -> Result<WrittenAmbition, WrittenError> {
    if seq < 0 {
        return Err(WrittenError::NotYet);
    }
    let board = board_of_kind(app, me, Kind::Ambition).await?.id;
    let look = move |document: &Document| content::ambition(document.doc(), seq);
    let content = app.rooms.read_past(board, Kind::Ambition.vocabulary(), seq, look).await?;
    Ok(WrittenAmbition::new(board, content))
}
