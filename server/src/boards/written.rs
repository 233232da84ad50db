//! What the ambition and the business model of a partnership say, for what people decide about them in their own names.

use uuid::Uuid;
use yrs::Transact as _;

use super::api::{AmbitionContent, Note};
use super::current::{CurrentError, board_of_kind, current};
use super::kind::Kind;
use super::{blocks, content};
use crate::app::App;
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
    Ok(WrittenAmbition::new(board.id, content))
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

/// The business model as it stands on its canvas, after one row of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenCanvas {
    /// The board it stands on.
    pub board: Uuid,
    /// The row.
    pub seq: i64,
    /// What people call it.
    pub title: String,
    /// The cards that say something, block by block as on the page.
    pub cards: Vec<WrittenCard>,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenCard {
    /// One of the nine.
    pub block: String,
    /// What it says.
    pub text: String,
    /// The partner it is about, if it is about one.
    pub partner: Option<String>,
}

/// The canvas that counts, as it is at this moment.
pub async fn canvas_now(app: &App, me: &Membership) -> Result<WrittenCanvas, CurrentError> {
    let look =
        |document: &Document, seq| (seq, content::entries(&document.doc().transact(), "notes", content::note));
    let (board, (seq, notes)) = current(app, me, Kind::Canvas, look).await?;
    Ok(WrittenCanvas { board: board.id, seq, title: board.title, cards: cards(notes) })
}

/// What the cards of one block of a canvas say, in their order.
pub async fn cards_of_block(app: &App, canvas: Uuid, block: String) -> Result<Vec<String>, ReadError> {
    let look = |document: &Document, _| content::entries(&document.doc().transact(), "notes", content::note);
    let notes = app.rooms.read(canvas, Kind::Canvas.vocabulary(), look).await?;
    Ok(cards(notes).into_iter().filter(|card| card.block == block).map(|card| card.text).collect())
}

fn cards(mut notes: Vec<Note>) -> Vec<WrittenCard> {
    notes.retain(|note| !note.text.trim().is_empty());
    // Stable: within a block they keep the order that people gave them.
    notes.sort_by_key(|note| blocks::BLOCKS.iter().position(|block| block.id == note.block));
    let card = |note: Note| WrittenCard { block: note.block, text: note.text, partner: note.partner };
    notes.into_iter().map(card).collect()
}
