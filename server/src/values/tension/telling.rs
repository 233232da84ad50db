//! Who hears of a tension check.

use sea_orm::DbErr;
use serde_json::json;

use crate::entity::tension_check;
use crate::partnerships::{Desk, shared_audiences};

/// Those hear of it, by its id and nothing else, who may read it or could before; it is on no record.
pub(super) async fn tell(desk: &mut Desk<'_>, states: &[&tension_check::Model]) -> Result<(), DbErr> {
    let shared: Vec<_> = states.iter().map(|state| state.shared_with).collect();
    let audiences = shared_audiences(&desk.transaction, &desk.me, &shared).await?;
    desk.announce_to(audiences, "tension_check.changed", &json!({ "tension_check": states[0].id }));
    Ok(())
}
