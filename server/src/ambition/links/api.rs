//! What goes over the line about links.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::partnerships::Person;
use crate::share_links::ShareLink;

/// The links of a partnership.
#[derive(Serialize, ToSchema)]
pub(super) struct AmbitionLinkList {
    /// The newest first; also those that ended.
    pub(super) items: Vec<AmbitionLink>,
    /// Always null: there are a few.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// A link by which anybody who has it reads the ambition.
#[derive(Serialize, ToSchema)]
pub(super) struct AmbitionLink {
    pub(super) id: Uuid,
    pub(super) made_by: Person,
    pub(super) made_at: DateTime<Utc>,
    /// When it ends by itself.
    pub(super) expires_at: DateTime<Utc>,
    /// When somebody ended it before.
    #[schema(required)]
    pub(super) revoked_at: Option<DateTime<Utc>>,
}

impl From<ShareLink> for AmbitionLink {
    fn from(link: ShareLink) -> Self {
        Self {
            id: link.id,
            made_by: link.made_by,
            made_at: link.made_at,
            expires_at: link.expires_at,
            revoked_at: link.revoked_at,
        }
    }
}

/// A link that is to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAmbitionLink {
    /// For how many days it can be used: 1 to 365.
    #[schema(minimum = 1, maximum = 365)]
    pub(super) days: u16,
}

/// A link, with what is told only now.
#[derive(Serialize, ToSchema)]
pub(super) struct MadeAmbitionLink {
    #[serde(flatten)]
    pub(super) link: AmbitionLink,
    /// The address of the page, to be passed on.
    #[schema(example = "https://samenspel.example/shared#2hD…")]
    pub(super) address: String,
}

/// What stands in a link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AmbitionLinkToken {
    /// What stands after the `#`.
    pub(super) token: String,
}

/// What somebody reads who has a link.
#[derive(Serialize, ToSchema)]
pub(super) struct SharedAmbition {
    /// What the partnership is called.
    pub(super) partnership: String,
    /// The partners that take part.
    pub(super) partners: Vec<SharedAmbitionPartner>,
    /// Whether every partner stands behind these words, or they are before the partners still.
    pub(super) state: SharedAmbitionState,
    /// The version; null when none was proposed yet, and then there are no words.
    #[schema(required)]
    pub(super) number: Option<i32>,
    #[schema(required)]
    pub(super) proposed_at: Option<DateTime<Utc>>,
    pub(super) headline: String,
    /// As HTML: p, h2, h3, ul, ol, li, br, strong, em, a.
    pub(super) statement_html: String,
    /// Until when it can be read by this link.
    pub(super) expires_at: DateTime<Utc>,
}

/// A partner, as people outside see it.
#[derive(Serialize, ToSchema)]
pub(super) struct SharedAmbitionPartner {
    pub(super) name: String,
    /// The number of its colour and shape.
    pub(super) mark: i16,
}

/// How far the partners are with these words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum SharedAmbitionState {
    /// Every partner stands behind them.
    Shared,
    /// They are before the partners.
    Proposed,
    /// There are none yet.
    None,
}
