//! What a round promised when it was opened: what it asks, and of whom it shows anything.

use super::error::ScanError;
use super::instrument::Statement;
use super::method::Showing;
use crate::entity::scan_round::{self, Mode};

/// What a round asks, in the order of the instrument; nothing before it is opened.
pub(super) fn asked(round: &scan_round::Model) -> Result<Vec<Statement>, ScanError> {
    Ok(serde_json::from_str(round.statements.as_deref().unwrap_or("[]"))?)
}

impl Showing {
    /// What a round promises.
    pub(super) fn of(round: &scan_round::Model) -> Self {
        match round.mode {
            Some(Mode::PartnerVoice) => Self::Openly,
            // Of a round without a floor nothing is ever shown.
            _ => Self::InCellsOf(round.floor.and_then(|floor| usize::try_from(floor).ok()).unwrap_or(usize::MAX)),
        }
    }
}
