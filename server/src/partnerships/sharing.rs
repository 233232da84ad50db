//! What becomes of the ambition and the business model when partners come and go, without anybody deciding anything about
//! them: who comes has not said yes, and who left is not waited for any more. It is told as if it had been decided.

use std::collections::BTreeSet;

use sea_orm::Iterable as _;
use uuid::Uuid;

use super::change::Change;
use super::company::Company;
use super::error::PartnershipError;
use crate::access::Role;
use crate::endorsement::{About, What, about, decided_in, event, notice, put_version};
use crate::entity::version::{self, Subject};

/// Tells what follows from partners being others than before.
pub(super) async fn follow(change: &mut Change<'_>, after: &Company) -> Result<(), PartnershipError> {
    let partners = |of: &Company| of.active_partners().map(|partner| partner.id).collect::<BTreeSet<Uuid>>();
    let (before, now) = (partners(&change.before), partners(after));
    if before == now {
        return Ok(());
    }
    for subject in Subject::iter() {
        follow_for(change, after, subject, &before).await?;
    }
    Ok(())
}

async fn follow_for(
    change: &mut Change<'_>,
    after: &Company,
    subject: Subject,
    before: &BTreeSet<Uuid>,
) -> Result<(), PartnershipError> {
    let decided = decided_in(&change.transaction, change.partnership.id, subject).await?;
    let (was, is) = (decided.standing_among(before), decided.standing());
    if let Some(version) = was.shared.filter(|_| is.shared.is_none()).and_then(|was| decided.version(was)) {
        change.happened(event(subject, What::Unshared), version.id, about(version));
    }
    if let Some(version) = is.shared.filter(|&is| was.shared != Some(is)).and_then(|is| decided.version(is)) {
        share(change, after, version).await?;
    }
    if let Some(version) = is.open.and_then(|open| decided.version(open)) {
        let comes = |partner: Option<Uuid>| partner.is_some_and(|id| !before.contains(&id));
        for member in after.speaking().filter(|member| comes(member.partner_id)) {
            change.tell(member.account_id, notice(About::Proposed, change.actor, version));
        }
    }
    Ok(())
}

async fn share(change: &mut Change<'_>, after: &Company, version: &version::Model) -> Result<(), PartnershipError> {
    let shared_at = version.shared_at.or(Some(change.app.clock.now()));
    put_version(&change.transaction, version::Model { shared_at, ..version.clone() }).await?;
    change.settle(version.id);
    change.happened(event(version.subject, What::Shared), version.id, about(version));
    for member in after.present().filter(|member| member.role != Role::Observer) {
        change.tell(member.account_id, notice(About::Shared, change.actor, version));
    }
    Ok(())
}
