//! What the addresses of this feature give.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::conclusion::Conclusion;
use super::error::PartnershipError;
use super::renaming::Renaming;
use super::store::{Membership, NamedPartner, shown_name};
use super::{marks, wording};
use crate::access::Role;
use crate::entity::{account, membership, partner, partnership};
use crate::error::FieldError;

/// The partnerships somebody is in.
#[derive(Serialize, ToSchema)]
pub(super) struct PartnershipList {
    items: Vec<PartnershipItem>,
    /// Where the list goes on; null at its end.
    #[schema(required)]
    next: Option<String>,
}

/// A partnership, and what somebody is in it.
#[derive(Serialize, ToSchema)]
struct PartnershipItem {
    id: Uuid,
    name: String,
    /// What none of the partners can solve alone.
    challenge: String,
    status: PartnershipStatus,
    /// The id of the phase it is in.
    #[schema(example = "share_ambition")]
    phase: String,
    role: MembershipRole,
    /// For whom they act; null for somebody who guides or observes.
    #[schema(required)]
    partner: Option<Partner>,
    /// Whether they may endorse and confirm for their partner.
    mandated: bool,
}

/// How far a partnership is in its life.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum PartnershipStatus {
    Draft,
    Active,
    Concluded,
    Archived,
}

/// What somebody is in a partnership.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum MembershipRole {
    /// Guards the process; has no power over what others write.
    Lead,
    /// Acts for a partner.
    Member,
    /// Reads what is shared.
    Observer,
}

/// An organisation in a partnership.
#[derive(Serialize, ToSchema)]
pub(super) struct Partner {
    id: Uuid,
    /// Null until an organisation that was asked by an address says yes.
    #[schema(required)]
    organisation_id: Option<Uuid>,
    #[schema(example = "Bibliotheek Zuid")]
    name: String,
    /// The number of the colour and shape it has everywhere: 1 circle, 2 triangle, 3 square, 4 diamond, 5 pentagon,
    /// 6 hexagon, 7 star, 8 cross.
    #[schema(minimum = 1, maximum = 8)]
    mark: i16,
    /// The colour of that mark.
    #[schema(example = "#0072B2")]
    color: &'static str,
    status: PartnerStatus,
}

/// Whether an organisation takes part.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PartnerStatus {
    /// It was asked, and has not said yes.
    Invited,
    Active,
    /// It did, and what it wrote stays.
    Left,
}

/// A partnership, with who is in it.
#[derive(Serialize, ToSchema)]
pub struct Partnership {
    id: Uuid,
    name: String,
    /// What none of the partners can solve alone.
    challenge: String,
    status: PartnershipStatus,
    /// The id of the phase it is in.
    #[schema(example = "share_ambition")]
    phase: String,
    /// Whether it is to be concluded, or was; null when nobody proposed it.
    #[schema(required)]
    conclusion: Option<Conclusion>,
    /// Those it has, had or hopes for, in the order of their marks.
    partners: Vec<Partner>,
    members: Vec<Member>,
    me: OwnMembership,
}

/// A person in a partnership.
#[derive(Serialize, ToSchema)]
struct Member {
    account_id: Uuid,
    name: String,
    /// For whom they act; null for somebody who guides or observes.
    #[schema(required)]
    partner_id: Option<Uuid>,
    role: MembershipRole,
    mandated: bool,
}

/// What whoever asks is in the partnership.
#[derive(Serialize, ToSchema)]
struct OwnMembership {
    account_id: Uuid,
    role: MembershipRole,
    #[schema(required)]
    partner_id: Option<Uuid>,
    mandated: bool,
}

/// What is to be different about a partnership. What is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PartnershipChange {
    /// One line of at most 100 characters.
    name: Option<String>,
    /// What none of the partners can solve alone; at most 2,000 characters.
    challenge: Option<String>,
}

impl PartnershipChange {
    pub(super) fn read(self) -> Result<Renaming, PartnershipError> {
        let (name, challenge) = (self.name.as_deref(), self.challenge.as_deref());
        let renaming =
            Renaming { name: name.and_then(wording::name), challenge: challenge.and_then(wording::sentences) };
        let bad = [
            ("name", name.is_some() && renaming.name.is_none()),
            ("challenge", challenge.is_some() && renaming.challenge.is_none()),
        ];
        refuse(bad)?;
        Ok(renaming)
    }
}

/// Refuses the fields that are bad, if any is.
pub(super) fn refuse<const N: usize>(fields: [(&'static str, bool); N]) -> Result<(), PartnershipError> {
    let bad: Vec<_> = fields.into_iter().filter(|(_, is_bad)| *is_bad).collect();
    if bad.is_empty() {
        return Ok(());
    }
    Err(PartnershipError::Refused(
        bad.into_iter().map(|(field, _)| FieldError { field, code: "invalid" }).collect(),
    ))
}

impl PartnershipList {
    pub(super) fn new(found: Vec<(partnership::Model, membership::Model, Option<NamedPartner>)>) -> Self {
        let items = found.into_iter().map(|(partnership, membership, partner)| PartnershipItem {
            id: partnership.id,
            name: partnership.name,
            challenge: partnership.challenge,
            status: partnership.status.into(),
            phase: partnership.phase,
            role: membership.role.into(),
            partner: partner.map(Partner::new),
            mandated: membership.mandated,
        });
        Self { items: items.collect(), next: None }
    }
}

impl Partnership {
    pub(super) fn new(
        partnership: partnership::Model,
        conclusion: Option<Conclusion>,
        partners: Vec<NamedPartner>,
        members: Vec<(membership::Model, account::Model)>,
        me: &Membership,
    ) -> Self {
        Self {
            id: partnership.id,
            name: partnership.name,
            challenge: partnership.challenge,
            status: partnership.status.into(),
            phase: partnership.phase,
            conclusion,
            partners: partners.into_iter().map(Partner::new).collect(),
            members: members.into_iter().map(Member::new).collect(),
            me: OwnMembership {
                account_id: me.account_id,
                role: me.role.into(),
                partner_id: me.partner.as_ref().map(|partner| partner.id),
                mandated: me.mandated,
            },
        }
    }
}

impl Partner {
    pub(super) fn new((partner, organisation): NamedPartner) -> Self {
        Self {
            id: partner.id,
            organisation_id: partner.invited_name.is_none().then_some(organisation.id),
            mark: partner.mark,
            color: marks::color(partner.mark),
            status: partner.status.into(),
            name: shown_name(&partner, organisation),
        }
    }
}

impl Member {
    fn new((membership, account): (membership::Model, account::Model)) -> Self {
        Self {
            account_id: account.id,
            name: account.name,
            partner_id: membership.partner_id,
            role: membership.role.into(),
            mandated: membership.mandated,
        }
    }
}

impl From<Role> for MembershipRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Lead => Self::Lead,
            Role::Member => Self::Member,
            Role::Observer => Self::Observer,
        }
    }
}

impl From<partner::Status> for PartnerStatus {
    fn from(status: partner::Status) -> Self {
        match status {
            partner::Status::Invited => Self::Invited,
            partner::Status::Active => Self::Active,
            partner::Status::Left => Self::Left,
        }
    }
}

impl From<partnership::Status> for PartnershipStatus {
    fn from(status: partnership::Status) -> Self {
        match status {
            partnership::Status::Draft => Self::Draft,
            partnership::Status::Active => Self::Active,
            partnership::Status::Concluded => Self::Concluded,
            partnership::Status::Archived => Self::Archived,
        }
    }
}
