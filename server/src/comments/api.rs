//! What goes over the line about comments.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::store::{Said, Told};
use crate::entity::comment;
use crate::entity::comment_thread::{self, Kind};
use crate::error::{FieldError, Problem};
use crate::partnerships::Author;

const DEFAULT_LIMIT: u64 = 50;
const LARGEST_LIMIT: u64 = 200;

/// What somebody says first about something.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewThread {
    pub(super) anchor: NewAnchor,
    /// Plain text, at most 4,000 characters.
    #[schema(max_length = 4_000)]
    pub(super) text: String,
    /// The accounts it mentions: people of this partnership, at most 20.
    #[serde(default)]
    pub(super) mentions: Vec<Uuid>,
}

/// About what.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum NewAnchor {
    /// A card of a canvas.
    Card {
        /// Its key on the board.
        id: String,
    },
    /// A role.
    Role {
        /// Its key on the board.
        id: String,
    },
    /// A common value.
    Value {
        /// Its key on the board.
        id: String,
    },
    /// A part of an ambition.
    Passage {
        field: PassageField,
        /// Where it begins: a Yjs relative position, as `encodeRelativePosition` makes it, in base64.
        start: String,
        /// Where it ends.
        end: String,
        /// What stands there; of more than 500 characters the first are kept.
        quote: String,
    },
}

/// The texts of an ambition in which passages are commented on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum PassageField {
    Statement,
    Horizon,
}

/// What somebody says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewComment {
    /// Plain text, at most 4,000 characters.
    #[schema(max_length = 4_000)]
    pub(super) text: String,
    /// The accounts it mentions: people of this partnership, at most 20.
    #[serde(default)]
    pub(super) mentions: Vec<Uuid>,
}

/// Which threads are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ThreadQuery {
    /// Those that are open, or resolved; both when left out.
    pub(super) status: Option<ThreadStatus>,
    /// Where the page begins: `next` of the page before it.
    pub(super) cursor: Option<Uuid>,
    /// How many at most, from 1 to 200; 50 when left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

impl ThreadQuery {
    /// # Errors
    /// `validation_failed`: the limit is out of range.
    pub(super) fn limit(&self) -> Result<u64, Problem> {
        let limit = self.limit.unwrap_or(DEFAULT_LIMIT);
        let refused = || Problem::validation_failed(vec![FieldError { field: "limit", code: "out_of_range" }]);
        (1..=LARGEST_LIMIT).contains(&limit).then_some(limit).ok_or_else(refused)
    }
}

/// Whether there is still something to say or do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum ThreadStatus {
    Open,
    Resolved,
}

/// A page of threads.
#[derive(Serialize, ToSchema)]
pub(super) struct ThreadPage {
    /// In the order in which they were begun.
    pub(super) items: Vec<CommentThread>,
    /// Where the next page begins; null on the last.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// What people say about one thing.
#[derive(Serialize, ToSchema)]
pub(super) struct CommentThread {
    id: Uuid,
    board_id: Uuid,
    anchor: ThreadAnchor,
    /// What stood there when the thread began: a card's text, a role's title, a value's name, or the passage; at most 500 characters.
    quote: String,
    /// The number of the last change of the board before the thread began.
    seq: i64,
    /// Whether the card, role or value is gone from the board; null for a passage, which only the document tells.
    #[schema(required)]
    is_lost: Option<bool>,
    status: ThreadStatus,
    #[schema(required)]
    resolved_at: Option<DateTime<Utc>>,
    #[schema(required)]
    resolved_by: Option<CommentPerson>,
    created_at: DateTime<Utc>,
    /// The first to the last, at most 200.
    comments: Vec<Comment>,
}

/// On what a thread hangs.
#[derive(Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum ThreadAnchor {
    Card {
        id: String,
    },
    Role {
        id: String,
    },
    Value {
        id: String,
    },
    Passage {
        /// `statement` or `horizon`.
        field: String,
        start: String,
        end: String,
    },
}

/// Something that somebody said.
#[derive(Serialize, ToSchema)]
pub(super) struct Comment {
    id: Uuid,
    author: CommentPerson,
    /// Plain text; null when it was deleted.
    #[schema(required)]
    text: Option<String>,
    /// Whom it mentions.
    mentions: Vec<CommentPerson>,
    created_at: DateTime<Utc>,
    /// When its author changed it last.
    #[schema(required)]
    edited_at: Option<DateTime<Utc>>,
}

/// Somebody who said something or is mentioned. They may have left since; their name stays.
#[derive(Serialize, ToSchema)]
pub(super) struct CommentPerson {
    account_id: Uuid,
    name: String,
    /// For whom they act, or did when they left.
    #[schema(required)]
    partner_id: Option<Uuid>,
}

/// Everybody by name.
pub(super) type People = HashMap<Uuid, Author>;

impl CommentThread {
    pub(super) fn new(told: Told, people: &People) -> Self {
        let Told { thread, is_lost, said } = told;
        let status = if thread.resolved_at.is_some() { ThreadStatus::Resolved } else { ThreadStatus::Open };
        Self {
            id: thread.id,
            board_id: thread.board_id,
            is_lost: (thread.kind != Kind::Passage).then_some(is_lost),
            status,
            resolved_at: thread.resolved_at,
            resolved_by: thread.resolved_by.map(|id| CommentPerson::new(id, people)),
            created_at: thread.created_at,
            seq: thread.seq,
            comments: said.into_iter().map(|said| Comment::new(said, people)).collect(),
            quote: thread.quote.clone(),
            anchor: thread.into(),
        }
    }
}

impl From<comment_thread::Model> for ThreadAnchor {
    fn from(thread: comment_thread::Model) -> Self {
        match thread.kind {
            Kind::Card => Self::Card { id: thread.item },
            Kind::Role => Self::Role { id: thread.item },
            Kind::Value => Self::Value { id: thread.item },
            Kind::Passage => Self::Passage {
                field: thread.item,
                start: thread.passage_start.unwrap_or_default(),
                end: thread.passage_end.unwrap_or_default(),
            },
        }
    }
}

impl Comment {
    fn new(Said { comment, mentions }: Said, people: &People) -> Self {
        let comment::Model { id, author_id, text, created_at, edited_at, deleted_at, .. } = comment;
        Self {
            id,
            author: CommentPerson::new(author_id, people),
            text: deleted_at.is_none().then_some(text),
            mentions: mentions.into_iter().map(|id| CommentPerson::new(id, people)).collect(),
            created_at,
            edited_at,
        }
    }
}

impl CommentPerson {
    fn new(account_id: Uuid, people: &People) -> Self {
        let known = people.get(&account_id);
        Self {
            account_id,
            name: known.map(|known| known.name.clone()).unwrap_or_default(),
            partner_id: known.and_then(|known| known.partner_id),
        }
    }
}
