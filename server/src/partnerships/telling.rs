//! What people are told in person of a change.

use uuid::Uuid;

use super::change::Change;
use super::error::PartnershipError;
use super::store;
use crate::notifications::{Kind, Notice};

impl Change<'_> {
    /// What somebody is told of it: of what, what that is about, and what it is called.
    pub(super) fn notice(&self, kind: Kind, subject: Uuid, title: Option<String>) -> Notice {
        let home = format!("/partnerships/{}", self.partnership.id);
        let leads_to = match kind {
            Kind::LeadAppointed | Kind::MandateGiven | Kind::MandateTaken => format!("{home}/people"),
            Kind::MemberAdded | Kind::ConclusionProposed | Kind::PartnershipConcluded => home,
            // They are not in it: not yet, or not any more.
            _ => "/".to_owned(),
        };
        Notice {
            kind,
            by: Some(self.actor),
            partnership: Some(self.partnership.id),
            subject: Some(subject),
            title,
            leads_to,
        }
    }

    /// What a partner is called.
    pub(super) async fn name_of(&self, partner: Option<Uuid>) -> Result<Option<String>, PartnershipError> {
        let Some(partner) = partner.and_then(|id| self.before.partner(id)) else { return Ok(None) };
        let organisation = store::organisation(&self.transaction, partner.organisation_id).await?;
        Ok(organisation.map(|organisation| organisation.name))
    }
}
