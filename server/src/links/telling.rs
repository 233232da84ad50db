//! Who hears of a link: those who see it, and nobody else that there is one.

use serde_json::json;
use uuid::Uuid;

use crate::entity::card_link::{self, Kind};
use crate::partnerships::{Audience, Desk};

/// Tells what happened to a link. What a partner keeps to itself is put on no record that others read.
pub(super) fn tell(desk: &mut Desk<'_>, what: &'static str, link: &card_link::Model, kept_by: Option<Uuid>) {
    let data = json!({ "link": link.id, "board": link.board_id, "card": link.card_id });
    match kept_by {
        Some(partner) => desk.announce_to([Audience::Partner(partner)], what, &data),
        // Who only looks along reads no ledger.
        None if link.kind == Kind::LedgerLine => desk.happened(Audience::TakingPart, what, link.id, data),
        None => desk.happened(Audience::Partnership, what, link.id, data),
    }
}
