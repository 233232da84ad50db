//! What goes over the line about links of cards.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::partnerships::Person;

/// What hangs on what, as far as you may see it.
#[derive(Serialize, ToSchema)]
pub(super) struct CardLinkList {
    /// In the order in which they were made. Those of which a card is in the bin are left out.
    pub(super) items: Vec<CardLink>,
    /// Always null: they are on one page.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// That a card hangs together with something.
#[derive(Serialize, ToSchema)]
pub(super) struct CardLink {
    pub(super) id: Uuid,
    pub(super) board_id: Uuid,
    /// Its key on the board. Of two cards either may be named first, whichever was when the link was made.
    pub(super) card_id: String,
    pub(super) target: CardLinkTarget,
    pub(super) made_by: Person,
    pub(super) made_at: DateTime<Utc>,
}

/// With what a card hangs together.
#[derive(Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum CardLinkTarget {
    /// Another card, of any canvas of the partnership.
    Card {
        board_id: Uuid,
        /// Its key on that board.
        card_id: String,
    },
    /// A part of the ambition.
    Passage {
        board_id: Uuid,
        field: LinkedField,
        /// Where it begins: a Yjs relative position, in base64. Where it is now, and whether it is gone, only a page with
        /// the document knows.
        start: String,
        /// Where it ends.
        end: String,
        /// What stood there when the link was made; at most 500 characters.
        quote: String,
    },
    /// What something costs or brings.
    LedgerLine { line_id: Uuid, words: String },
}

/// The texts of an ambition to whose passages cards are linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum LinkedField {
    Statement,
    Horizon,
}

/// Which card is to be linked to what.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCardLink {
    /// A canvas.
    pub(super) board_id: Uuid,
    /// The key of a card that stands there.
    pub(super) card_id: String,
    pub(super) target: NewCardLinkTarget,
}

/// To what.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum NewCardLinkTarget {
    /// Another card, of any canvas of the partnership.
    Card {
        board_id: Uuid,
        /// Its key on that board.
        card_id: String,
    },
    /// A part of the ambition.
    Passage {
        /// The board that the ambition stands on.
        board_id: Uuid,
        field: LinkedField,
        /// Where it begins: a Yjs relative position, as `encodeRelativePosition` makes it, in base64.
        start: String,
        /// Where it ends.
        end: String,
        /// What stands there; of more than 500 characters the first are kept.
        quote: String,
    },
    /// A line of the ledger that you see.
    LedgerLine { line_id: Uuid },
}

impl LinkedField {
    /// The root of the document that it is.
    pub(super) fn root(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Horizon => "horizon",
        }
    }

    /// The text that a root is.
    pub(super) fn of(root: &str) -> Option<Self> {
        [Self::Statement, Self::Horizon].into_iter().find(|field| field.root() == root)
    }
}
