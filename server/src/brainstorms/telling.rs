//! Who hears of a silent brainstorm, and never what anybody wrote or who did.

use serde_json::{Value, json};

use crate::entity::brainstorm;
use crate::partnerships::{Audience, Desk};

/// Puts on record what happened, and tells everybody: who only looks along sees that people write for themselves.
pub(super) fn happened(desk: &mut Desk<'_>, what: &'static str, brainstorm: &brainstorm::Model) {
    desk.happened(Audience::Partnership, what, brainstorm.id, data(brainstorm));
}

/// More or fewer people wrote something or are done. Whoever it is shall not be known by it, so it is put on no record; and
/// it is told only when a number is another, because else it would tell how many cards there are.
pub(super) fn progressed(desk: &mut Desk<'_>, brainstorm: &brainstorm::Model) {
    if brainstorm.stopped_at.is_none() {
        desk.announce_unnamed(Audience::TakingPart, "brainstorm.progress", data(brainstorm));
    }
}

fn data(brainstorm: &brainstorm::Model) -> Value {
    json!({ "brainstorm": brainstorm.id, "board": brainstorm.board_id })
}
