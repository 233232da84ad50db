//! Who hears of a line: those who see it, and nobody else that there is one.

use serde_json::json;

use crate::entity::ledger_line;
use crate::partnerships::{Audience, Desk};

/// A line was written.
pub(super) fn added(desk: &mut Desk<'_>, line: &ledger_line::Model) {
    tell(desk, "ledger_line.added", line);
}

/// A line was taken away.
pub(super) fn removed(desk: &mut Desk<'_>, line: &ledger_line::Model) {
    tell(desk, "ledger_line.removed", line);
}

/// A line was changed.
pub(super) fn changed(desk: &mut Desk<'_>, line: &ledger_line::Model) {
    tell(desk, "ledger_line.changed", line);
}

/// What a partner keeps to itself is put on no record that others read.
fn tell(desk: &mut Desk<'_>, what: &'static str, line: &ledger_line::Model) {
    let data = json!({ "line": line.id, "partner": line.partner_id });
    match line.partner_id.filter(|_| line.is_private) {
        Some(partner) => desk.announce_to([Audience::Partner(partner)], what, &data),
        None => desk.happened(Audience::TakingPart, what, line.id, data),
    }
}
