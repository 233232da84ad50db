//! What follows when something is decided: who is told, and what is put on record.

use uuid::Uuid;

use super::error::VersionError;
use crate::access::Role;
use crate::endorsement::{About, Standing, What, about, decided_in, event, notice, put_version};
use crate::entity::version::{self, Subject};
use crate::partnerships::{self, Audience, Desk};

/// Tells those who speak for a partner that it is asked.
pub(super) async fn ask(desk: &mut Desk<'_>, version: &version::Model) -> Result<(), VersionError> {
    let everybody = partnerships::everybody_in(&desk.transaction, desk.me.partnership_id).await?;
    let asked = everybody.iter().filter(|present| present.mandated && present.partner_id.is_some());
    let asked: Vec<Uuid> = asked.map(|present| present.account_id).collect();
    let notice = notice(About::Proposed, desk.me.account_id, version);
    Ok(desk.tell(&asked, notice).await?)
}

/// Decides nothing, and says what follows from what was decided: whether a version became the shared one, or is it no
/// more. Last before the desk is closed.
pub(super) async fn follow(desk: &mut Desk<'_>, subject: Subject, before: Standing) -> Result<(), VersionError> {
    let decided = decided_in(&desk.transaction, desk.me.partnership_id, subject).await?;
    let after = decided.standing();
    if let Some(version) = before.shared.filter(|_| after.shared.is_none()).and_then(|was| decided.version(was)) {
        desk.happened(Audience::Partnership, event(subject, What::Unshared), version.id, about(version));
    }
    let Some(version) = after.shared.filter(|&is| before.shared != Some(is)).and_then(|is| decided.version(is))
    else {
        return Ok(());
    };
    desk.settle(version.id).await?;
    desk.happened(Audience::Partnership, event(subject, What::Shared), version.id, about(version));
    let everybody = partnerships::everybody_in(&desk.transaction, desk.me.partnership_id).await?;
    let taking_part = everybody.iter().filter(|present| present.role != Role::Observer);
    let taking_part: Vec<Uuid> = taking_part.map(|present| present.account_id).collect();
    let notice = notice(About::Shared, desk.me.account_id, version);
    desk.tell(&taking_part, notice).await?;
    if version.shared_at.is_none() {
        // Nobody goes back behind it when it is so no more.
        let shared_at = Some(desk.app.clock.now());
        put_version(&desk.transaction, version::Model { shared_at, ..version.clone() }).await?;
    }
    Ok(())
}
