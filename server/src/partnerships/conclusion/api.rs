//! What goes over the line about ending a partnership.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::store::Shown;
use crate::entity::conclusion_decision;
use crate::partnerships::api::refuse;
use crate::partnerships::error::PartnershipError;
use crate::partnerships::wording;

/// A proposal to conclude the partnership: the one that is open, or the one by which it was concluded.
#[derive(Serialize, ToSchema)]
pub(in crate::partnerships) struct Conclusion {
    id: Uuid,
    /// Why now; may be empty.
    words: String,
    /// The account of the lead who proposed it.
    proposed_by: Uuid,
    proposed_at: DateTime<Utc>,
    /// What each partner said; who said nothing yet is not in it.
    decisions: Vec<ConclusionDecision>,
    /// When the partnership was concluded by it; null while it is open.
    #[schema(required)]
    concluded_at: Option<DateTime<Utc>>,
}

/// What a partner said.
#[derive(Serialize, ToSchema)]
struct ConclusionDecision {
    partner_id: Uuid,
    /// Otherwise it says: not yet.
    agrees: bool,
    /// The account that said so for it.
    decided_by: Uuid,
    decided_at: DateTime<Utc>,
}

impl From<Shown> for Conclusion {
    fn from((conclusion, decisions): Shown) -> Self {
        Self {
            id: conclusion.id,
            words: conclusion.words,
            proposed_by: conclusion.proposed_by,
            proposed_at: conclusion.proposed_at,
            decisions: decisions.into_iter().map(ConclusionDecision::from).collect(),
            concluded_at: conclusion.concluded_at,
        }
    }
}

impl From<conclusion_decision::Model> for ConclusionDecision {
    fn from(decision: conclusion_decision::Model) -> Self {
        Self {
            partner_id: decision.partner_id,
            agrees: decision.agrees,
            decided_by: decision.decided_by,
            decided_at: decision.decided_at,
        }
    }
}

/// A lead asks whether it is done.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewConclusion {
    /// Why now; at most 2,000 characters.
    #[serde(default)]
    words: String,
}

impl NewConclusion {
    pub(super) fn read(&self) -> Result<String, PartnershipError> {
        let words = wording::sentences(&self.words);
        refuse([("words", words.is_none())])?;
        Ok(words.unwrap_or_default())
    }
}

/// What my partner says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Decision {
    /// Yes, we conclude; or not yet.
    pub(super) agrees: bool,
}
