//! Where something is decided about looking back.

use serde_json::{Value, json};
use uuid::Uuid;

use super::error::ScanError;
use super::store;
use crate::entity::scan_round;
use crate::partnerships::{Audience, Desk};

/// A round, so that nobody answers meanwhile.
pub(super) async fn round(desk: &Desk<'_>, id: Uuid) -> Result<scan_round::Model, ScanError> {
    store::lock_round(&desk.transaction, &desk.me, id).await?.ok_or(ScanError::NotFound)
}

/// Makes it so, and tells everybody `what` happened to a round.
pub(super) async fn close_about(
    mut desk: Desk<'_>,
    round: &scan_round::Model,
    what: &'static str,
    mut data: Value,
) -> Result<(), ScanError> {
    data["scan"] = json!(round.id);
    data["kind"] = json!(round.kind);
    desk.happened(Audience::Partnership, what, round.id, data);
    Ok(desk.close().await?)
}
