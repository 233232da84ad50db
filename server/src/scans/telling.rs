//! What people are told in person of a round.

use crate::entity::scan_round;
use crate::notifications::{Kind, Notice};

/// Something about a round; it leads there. Who leads is asked like everybody else, and told as well.
pub(super) fn notice(kind: Kind, round: &scan_round::Model) -> Notice {
    Notice {
        kind,
        by: None,
        partnership: Some(round.partnership_id),
        subject: Some(round.id),
        title: None,
        leads_to: format!("/partnerships/{}/scans/{}", round.partnership_id, round.id),
    }
}
