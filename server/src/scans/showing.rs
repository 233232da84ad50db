//! Of whom a round shows anything.

use super::method::Showing;
use crate::entity::scan_round::{self, Mode};

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
