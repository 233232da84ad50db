//! What goes over the line about links to blocks, and about what guests say.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::partnerships::Person;

/// The links to blocks of a partnership's canvases.
#[derive(Serialize, ToSchema)]
pub(super) struct BlockLinkList {
    /// The newest first; also those that ended.
    pub(super) items: Vec<BlockLink>,
    /// Always null: there are a few.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// A link by which anybody who has it sees one block and says something about it.
#[derive(Serialize, ToSchema)]
pub(super) struct BlockLink {
    pub(super) id: Uuid,
    /// The canvas.
    pub(super) board_id: Uuid,
    /// One of its nine blocks.
    pub(super) block: String,
    /// What is asked about it; null when nothing is.
    #[schema(required)]
    pub(super) question: Option<String>,
    pub(super) made_by: Person,
    pub(super) made_at: DateTime<Utc>,
    /// When it ends by itself.
    pub(super) expires_at: DateTime<Utc>,
    /// When somebody ended it before.
    #[schema(required)]
    pub(super) revoked_at: Option<DateTime<Utc>>,
}

/// A link that is to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewBlockLink {
    /// The canvas.
    pub(super) board_id: Uuid,
    /// One of its nine blocks.
    #[schema(example = "channels")]
    pub(super) block: String,
    /// What is asked about it, of at most 300 characters; may be left out.
    #[serde(default)]
    pub(super) question: Option<String>,
    /// For how many days it can be used: 1 to 365.
    #[schema(minimum = 1, maximum = 365)]
    pub(super) days: u16,
}

/// A link, with what is told only now.
#[derive(Serialize, ToSchema)]
pub(super) struct MadeBlockLink {
    #[serde(flatten)]
    pub(super) link: BlockLink,
    /// The address of the page, to be passed on.
    #[schema(example = "https://samenspel.example/block#2hD…")]
    pub(super) address: String,
}

/// What stands in a link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BlockLinkToken {
    /// What stands after the `#`.
    pub(super) token: String,
}

/// What somebody sees who has a link.
#[derive(Serialize, ToSchema)]
pub(super) struct SharedBlock {
    /// What the partnership is called.
    pub(super) partnership: String,
    /// The block.
    pub(super) block: String,
    /// What is asked about it; null when nothing is.
    #[schema(required)]
    pub(super) question: Option<String>,
    /// What its cards say, in their order.
    pub(super) cards: Vec<String>,
    /// Whether something can be said about it: not any more when the partnership is concluded.
    pub(super) is_open: bool,
    /// When the link ends.
    pub(super) expires_at: DateTime<Utc>,
}

/// What a guest says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewGuestRemark {
    /// What stands in the link.
    pub(super) token: String,
    /// Chosen by who sends it: what is sent twice is there once.
    pub(super) id: Uuid,
    /// What they call themselves, of at most 80 characters; may be left out.
    #[serde(default)]
    pub(super) name: String,
    /// Of at most 1000 characters.
    pub(super) words: String,
}

/// What guests said.
#[derive(Serialize, ToSchema)]
pub(super) struct GuestRemarkList {
    /// In the order in which they were said.
    pub(super) items: Vec<GuestRemark>,
    /// Always null: each link takes a hundred that nobody dealt with yet.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// Something that a guest said about a block.
#[derive(Serialize, ToSchema)]
pub(super) struct GuestRemark {
    pub(super) id: Uuid,
    /// By which link.
    pub(super) link_id: Uuid,
    /// The canvas.
    pub(super) board_id: Uuid,
    pub(super) block: String,
    /// As they call themselves, which nobody checked; may be empty.
    pub(super) name: String,
    pub(super) words: String,
    pub(super) said_at: DateTime<Utc>,
    /// When somebody said that it is dealt with.
    #[schema(required)]
    pub(super) settled_at: Option<DateTime<Utc>>,
    /// Who said that.
    #[schema(required)]
    pub(super) settled_by: Option<Person>,
}

/// Whether something is dealt with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Settled {
    pub(super) settled: bool,
}
