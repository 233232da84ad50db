//! Who hears of a tension check.

use sea_orm::DbErr;
use serde_json::json;

use crate::access::Role;
use crate::entity::tension_check::{self, SharedWith};
use crate::partnerships::{Audience, Desk, everybody_in};

/// Those hear of it, by its id and nothing else, who may read it or could before; it is on no record.
pub(super) async fn tell(desk: &mut Desk<'_>, states: &[&tension_check::Model]) -> Result<(), DbErr> {
    let is_shared = |with| states.iter().any(|state| state.shared_with == with);
    let mut audiences = Vec::new();
    if is_shared(SharedWith::All) {
        audiences.push(Audience::TakingPart);
    } else {
        audiences.push(Audience::Account(desk.me.account_id));
        if is_shared(SharedWith::Lead) {
            let present = everybody_in(&desk.transaction, desk.me.partnership_id).await?;
            let leads = present.into_iter().filter(|present| present.role == Role::Lead);
            audiences.extend(leads.map(|lead| Audience::Account(lead.account_id)));
        }
    }
    desk.announce_to(audiences, "tension_check.changed", &json!({ "tension_check": states[0].id }));
    Ok(())
}
