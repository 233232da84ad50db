//! What the boards' routes answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// One page of boards.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BoardList {
    /// The boards.
    pub items: Vec<BoardSummary>,
    /// Where the next page begins; none on the last.
    pub next: Option<String>,
}

/// A board of a partnership.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BoardSummary {
    /// Its id, which is also the name of its room.
    pub id: Uuid,
    /// `ambition`, `canvas`, `roles`, `values` or `conversation`.
    pub kind: String,
    /// What people call it.
    pub title: String,
    /// Whether it counts: false only for canvases that are variants of the one that does.
    pub is_current: bool,
}

/// What is written on a board.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Content {
    /// The shared ambition.
    Ambition(AmbitionContent),
    /// The business model.
    Canvas(CanvasContent),
    /// The roles.
    Roles(RolesContent),
    /// The common values.
    Values(ValuesContent),
    /// What was said about what came out of looking back.
    Conversation(ConversationContent),
}

/// The shared ambition.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct AmbitionContent {
    /// The number of the last change in it.
    pub seq: i64,
    /// The ambition in one line.
    pub headline: String,
    /// The ambition as plain text, one line for each paragraph.
    pub statement: String,
    /// The ambition as HTML: p, h2, h3, ul, ol, li, br, strong, em, a.
    pub statement_html: String,
    /// In ten years, as plain text.
    pub horizon: String,
    /// In ten years, as HTML.
    pub horizon_html: String,
}

/// The business model.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct CanvasContent {
    /// The number of the last change in it.
    pub seq: i64,
    /// The cards, in order.
    pub notes: Vec<Note>,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(super) struct Note {
    /// Its key in the document.
    pub id: String,
    /// One of the nine blocks.
    pub block: String,
    /// What it says.
    pub text: String,
    /// A fractional index: cards of a block are sorted by it, then by id.
    pub order: String,
    /// The partner it is about, or none for all together.
    pub partner: Option<String>,
}

/// The roles.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct RolesContent {
    /// The number of the last change in it.
    pub seq: i64,
    /// The roles, in order.
    pub roles: Vec<Role>,
}

/// A role that is needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(super) struct Role {
    /// Its key in the document.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// How many people it needs at least.
    pub seats_min: u8,
    /// How many people it has room for.
    pub seats_max: u8,
    /// Core qualities by id, weighing 1 to 3.
    pub qualities: BTreeMap<String, u8>,
    /// Drives by id.
    pub drives: BTreeMap<String, bool>,
    /// A fractional index: roles are sorted by it, then by id.
    pub order: String,
}

/// The common values.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct ValuesContent {
    /// The number of the last change in it.
    pub seq: i64,
    /// The values, in order.
    pub values: Vec<CommonValue>,
}

/// A value that the partners hold in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(super) struct CommonValue {
    /// Its key in the document.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What the partners mean by it together.
    pub meaning: String,
    /// A fractional index: values are sorted by it, then by id.
    pub order: String,
}

/// What was noted of a conversation.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct ConversationContent {
    /// The number of the last change in it.
    pub seq: i64,
    /// As plain text, one line for each paragraph.
    pub note: String,
    /// As HTML: p, h2, h3, ul, ol, li, br, strong, em, a.
    pub note_html: String,
}

/// Which state of a board is wanted.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct ContentQuery {
    /// The number of a change: the board as it was right after it, and empty after 0. Left out: as it is now.
    #[param(minimum = 0)]
    pub at: Option<i64>,
}

/// How a live connection is opened. All of it is text: what cannot be understood is told by a close code too.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct LiveQuery {
    /// A single-use pass from `POST /api/v1/live/ticket`, for clients without cookies.
    pub ticket: Option<String>,
    /// `1` to be told what is saved.
    pub saved: Option<String>,
    /// The version of the vocabulary that the page speaks.
    pub v: Option<String>,
}
