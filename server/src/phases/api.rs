//! What goes over the line about phases.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::error::PhaseError;
use super::phase::Phase;
use crate::entity::phase_readiness::Readiness;
use crate::partnerships::Person;
use crate::prose;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 1000;

/// Where a partnership is on its way.
#[derive(Serialize, ToSchema)]
#[schema(as = Phases)]
pub(super) struct Way {
    /// The id of the phase it is in.
    pub(super) current: String,
    /// Since when.
    pub(super) since: DateTime<Utc>,
    /// All seven, in the order in which they are suggested.
    pub(super) phases: Vec<PhaseState>,
    /// How it got there, the newest first.
    pub(super) moves: Vec<PhaseMove>,
}

/// How far a partnership is with a phase.
#[derive(Serialize, ToSchema)]
pub(super) struct PhaseState {
    pub(super) id: &'static str,
    pub(super) evidence: Vec<Evidence>,
    /// How far partners say they are; empty for observers.
    pub(super) readiness: Vec<PartnerReadiness>,
}

/// Something that belongs to a phase, held against what really happened.
#[derive(Serialize, ToSchema)]
pub(super) struct Evidence {
    /// As `signal.challenge`.
    pub(super) id: &'static str,
    /// Whether one needs it, or a reason, to move on.
    pub(super) required: bool,
    /// Whether it is there; null when there is no room for it yet, which stands in nobody's way.
    #[schema(required)]
    pub(super) met: Option<bool>,
    /// How many there are, where that says more.
    #[schema(required)]
    pub(super) have: Option<usize>,
    /// Of how many.
    #[schema(required)]
    pub(super) need: Option<usize>,
}

/// How far a partner says it is.
#[derive(Serialize, ToSchema)]
pub(super) struct PartnerReadiness {
    pub(super) partner_id: Uuid,
    pub(super) readiness: Readiness,
    pub(super) given_by: Person,
    pub(super) given_at: DateTime<Utc>,
}

/// A partnership went from one phase to another.
#[derive(Serialize, ToSchema)]
pub(super) struct PhaseMove {
    pub(super) from: String,
    pub(super) to: String,
    /// Why, where that was needed or told.
    #[schema(required)]
    pub(super) reason: Option<String>,
    /// The ids of what was missing.
    pub(super) missing: Vec<String>,
    pub(super) moved_by: Person,
    pub(super) moved_at: DateTime<Utc>,
}

/// Where a lead wants to go.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NextPhase {
    /// The phase it is in, as the lead sees it.
    from: String,
    /// The phase to go to.
    to: String,
    /// Why, 1 to 1000 characters; needed when something required is missing.
    reason: Option<String>,
}

impl NextPhase {
    pub(super) fn from(&self) -> Result<Phase, PhaseError> {
        self.from.parse().map_err(|_| PhaseError::refused("from", "unknown"))
    }

    pub(super) fn to(&self) -> Result<Phase, PhaseError> {
        self.to.parse().map_err(|_| PhaseError::refused("to", "unknown"))
    }

    pub(super) fn reason(&self) -> Result<Option<String>, PhaseError> {
        let given = self.reason.as_deref().filter(|reason| !reason.trim().is_empty());
        let reason = given.map(|reason| prose::sentences(reason, LONGEST_REASON)).transpose();
        reason.map_err(|code| PhaseError::refused("reason", code))
    }
}

/// How far one's own partner is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnReadiness {
    pub(super) readiness: Readiness,
}
