//! Who is in a partnership, taken as a whole: what must hold of it whatever anybody does.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::error::PartnershipError;
use crate::access::Role;
use crate::entity::{membership, partner, partnership};

/// How many partners a partnership can have, in all its life: each has a mark of its own, and keeps it. There are so many
/// pairs of eight colours and eight shapes.
pub(super) const MOST_PARTNERS: usize = 64;

/// Everybody who is or was in a partnership, and every partner that is, was or may come to be.
#[derive(Clone, Debug, Default)]
pub(super) struct Company {
    pub(super) partners: Vec<partner::Model>,
    pub(super) memberships: Vec<membership::Model>,
    /// The accounts among them that can sign in.
    pub(super) active_accounts: BTreeSet<Uuid>,
}

impl Company {
    pub(super) fn partner(&self, id: Uuid) -> Option<&partner::Model> {
        self.partners.iter().find(|partner| partner.id == id)
    }

    pub(super) fn partner_of(&self, organisation: Uuid) -> Option<&partner::Model> {
        self.partners.iter().find(|partner| partner.organisation_id == organisation)
    }

    /// What somebody is or was in it.
    pub(super) fn membership(&self, account: Uuid) -> Option<&membership::Model> {
        self.memberships.iter().find(|membership| membership.account_id == account)
    }

    /// Those who are in it.
    pub(super) fn present(&self) -> impl Iterator<Item = &membership::Model> {
        self.memberships.iter().filter(|membership| membership.left_at.is_none())
    }

    /// Those who act for a partner.
    pub(super) fn acting_for(&self, partner: Uuid) -> impl Iterator<Item = &membership::Model> {
        self.present().filter(move |membership| membership.partner_id == Some(partner))
    }

    /// Those who speak for a partner that takes part.
    pub(super) fn speaking(&self) -> impl Iterator<Item = &membership::Model> {
        let takes_part = |id| self.active_partners().any(|partner| Some(partner.id) == id);
        self.present().filter(move |member| member.mandated && takes_part(member.partner_id))
    }

    /// Those that take part.
    pub(super) fn active_partners(&self) -> impl Iterator<Item = &partner::Model> {
        self.partners.iter().filter(|partner| partner.status == partner::Status::Active)
    }

    /// How it stands with a partnership that is worked on: it is one from two partners on.
    pub(super) fn status(&self) -> partnership::Status {
        if self.active_partners().count() < 2 { partnership::Status::Draft } else { partnership::Status::Active }
    }

    /// The lowest mark that no partner has or had.
    pub(super) fn free_mark(&self) -> Result<i16, PartnershipError> {
        let most = i16::try_from(MOST_PARTNERS).unwrap_or(i16::MAX);
        let is_free = |mark: &i16| self.partners.iter().all(|partner| partner.mark != *mark);
        (1..=most).find(is_free).ok_or(PartnershipError::TooManyPartners)
    }

    /// Whether this may follow `before`: nothing that a partnership must always have was taken from it. What it lacked
    /// already, because an account was deactivated, it may go on lacking, or nobody could mend it.
    pub(super) fn may_follow(&self, before: &Self) -> Result<(), PartnershipError> {
        if before.has_lead() && !self.has_lead() {
            return Err(PartnershipError::LastLead);
        }
        for partner in self.active_partners() {
            if before.speaks_for_itself(partner.id) && !self.speaks_for_itself(partner.id) {
                return Err(PartnershipError::LastMandate);
            }
        }
        Ok(())
    }

    fn has_lead(&self) -> bool {
        self.able().any(|membership| membership.role == Role::Lead)
    }

    fn speaks_for_itself(&self, partner: Uuid) -> bool {
        self.able().any(|membership| membership.mandated && membership.partner_id == Some(partner))
    }

    fn able(&self) -> impl Iterator<Item = &membership::Model> {
        self.present().filter(|membership| self.active_accounts.contains(&membership.account_id))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn partner(number: u8) -> partner::Model {
        partner::Model {
            id: id(number),
            partnership_id: Uuid::nil(),
            organisation_id: id(100 + number),
            mark: number.into(),
            status: partner::Status::Active,
            created_at: DateTime::UNIX_EPOCH,
            invited_by: None,
            invited_name: None,
            joined_at: Some(DateTime::UNIX_EPOCH),
        }
    }

    fn person(number: u8, partner: u8, role: Role, mandated: bool) -> membership::Model {
        membership::Model {
            id: id(50 + number),
            partnership_id: Uuid::nil(),
            account_id: id(number),
            partner_id: Some(id(partner)),
            role,
            mandated,
            created_at: DateTime::UNIX_EPOCH,
            left_at: None,
        }
    }

    fn id(number: u8) -> Uuid {
        Uuid::from_u128(number.into())
    }

    /// Two partners; 11 leads for the first, which 12 speaks for too, and 21 speaks for the second.
    fn company() -> Company {
        Company {
            partners: vec![partner(1), partner(2)],
            memberships: vec![
                person(11, 1, Role::Lead, true),
                person(12, 1, Role::Member, true),
                person(21, 2, Role::Member, true),
            ],
            active_accounts: [id(11), id(12), id(21)].into(),
        }
    }

    fn without(account: u8) -> Company {
        let mut company = company();
        let gone = company.memberships.iter_mut().find(|membership| membership.account_id == id(account)).unwrap();
        gone.left_at = Some(DateTime::UNIX_EPOCH);
        company
    }

    #[test]
    fn there_is_always_a_lead() {
        assert!(matches!(without(11).may_follow(&company()), Err(PartnershipError::LastLead)));
        assert!(without(12).may_follow(&company()).is_ok());
    }

    #[test]
    fn an_active_partner_always_has_somebody_with_its_mandate() {
        assert!(matches!(without(21).may_follow(&company()), Err(PartnershipError::LastMandate)));
        let mut left = without(21);
        left.partners[1].status = partner::Status::Left;
        assert!(left.may_follow(&company()).is_ok());
    }

    #[test]
    fn whoever_cannot_sign_in_is_no_lead_and_speaks_for_nobody() {
        let mut before = company();
        before.memberships.push(person(13, 1, Role::Lead, true));
        let mut after = without(11);
        after.memberships.push(person(13, 1, Role::Lead, true));
        assert!(matches!(after.may_follow(&before), Err(PartnershipError::LastLead)));
        after.active_accounts.insert(id(13));
        assert!(after.may_follow(&before).is_ok());
    }

    #[test]
    fn what_was_lacking_before_keeps_nobody_from_anything_else() {
        let (mut before, mut after) = (company(), without(12));
        before.active_accounts.remove(&id(21));
        after.active_accounts.remove(&id(21));
        assert!(after.may_follow(&before).is_ok());
    }

    #[test]
    fn marks_are_given_out_once_and_run_out() {
        let mut company = company();
        assert_eq!(company.free_mark().unwrap(), 3);
        company.partners = (1..=64).filter(|mark| *mark != 5).map(partner).collect();
        assert_eq!(company.free_mark().unwrap(), 5);
        company.partners.push(partner(5));
        assert!(matches!(company.free_mark(), Err(PartnershipError::TooManyPartners)));
    }
}
