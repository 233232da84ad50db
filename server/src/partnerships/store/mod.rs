//! The SQL of partnerships. Every query starts from whose partnership it is.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Related, RelationDef,
};
use uuid::Uuid;

mod changing;

pub(super) use self::changing::{
    accounts_of, add_organisation, add_partnership, administrators, company, end_assignments, end_links, end_room,
    lock, organisation, organisations_known_to, partner_of, put_membership, put_partner, put_partnership,
    remove_partner, unconfirm_contributions,
};
use super::marks;
use crate::access::{self, Action, Denied, Role, Stage};
use crate::entity::{account, membership, organisation, partner, partnership};

/// A person's place in a partnership, as it is at this moment: the key to everything in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The membership itself, which ends when the person leaves.
    pub membership_id: Uuid,
    /// The partnership.
    pub partnership_id: Uuid,
    /// The person.
    pub account_id: Uuid,
    /// What they are in it.
    pub role: Role,
    /// How far it is in its life.
    pub stage: Stage,
    /// For whom they act; nobody, if they guide or observe.
    pub partner: Option<PartnerRef>,
    /// Whether they may endorse and confirm for their partner.
    pub mandated: bool,
    /// The person's name.
    pub name: String,
}

impl Membership {
    /// Whether they may do this in their partnership as it is now.
    pub fn may(&self, action: Action) -> Result<(), Denied> {
        access::decide(self.role, self.stage, action)
    }
}

/// A partner, and how it is known by sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerRef {
    /// The partner.
    pub id: Uuid,
    /// The number, from 1, of its colour and shape.
    pub mark: i16,
    /// The colour of that mark.
    pub color: &'static str,
}

/// A partner with the name of its organisation.
pub(super) type NamedPartner = (partner::Model, organisation::Model);

/// The membership of an account in a partnership. None if there is no such partnership, if they are not in it (any
/// more), or if the account was deactivated.
pub async fn membership(
    db: &impl ConnectionTrait,
    account_id: Uuid,
    partnership_id: Uuid,
) -> Result<Option<Membership>, DbErr> {
    let found = membership::Entity::find()
        .find_also_related(account::Entity)
        .find_also_related(partnership::Entity)
        .filter(membership::Column::PartnershipId.eq(partnership_id))
        .filter(membership::Column::AccountId.eq(account_id))
        .filter(membership::Column::LeftAt.is_null())
        .filter(account::is_admitted())
        .one(db)
        .await?;
    let Some((membership, Some(account), Some(partnership))) = found else { return Ok(None) };
    let partner = match membership.partner_id {
        Some(id) => partner::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    Ok(Some(Membership {
        membership_id: membership.id,
        partnership_id: membership.partnership_id,
        account_id: membership.account_id,
        role: membership.role,
        stage: partnership.status.stage(),
        partner: partner.map(|found| PartnerRef {
            id: found.id,
            mark: found.mark,
            color: marks::color(found.mark),
        }),
        mandated: membership.mandated,
        name: account.name,
    }))
}

/// The partnerships an account is in, by name, each with its membership and the partner it acts for.
pub(super) async fn partnerships_of(
    db: &impl ConnectionTrait,
    account_id: Uuid,
) -> Result<Vec<(partnership::Model, membership::Model, Option<NamedPartner>)>, DbErr> {
    let memberships = membership::Entity::find()
        .join(JoinType::InnerJoin, <membership::Entity as Related<partnership::Entity>>::to())
        .select_also(partnership::Entity)
        .filter(membership::Column::AccountId.eq(account_id))
        .filter(membership::Column::LeftAt.is_null())
        .order_by_asc(partnership::Column::Name)
        .order_by_asc(partnership::Column::Id)
        .all(db)
        .await?;
    let acted_for: Vec<Uuid> = memberships.iter().filter_map(|(membership, _)| membership.partner_id).collect();
    let mut partners = named_partners().filter(partner::Column::Id.is_in(acted_for)).all(db).await?;
    let with_partner = memberships.into_iter().filter_map(|(membership, partnership)| {
        let place = partners.iter().position(|(partner, _)| membership.partner_id == Some(partner.id));
        let partner = place.and_then(|place| named(partners.swap_remove(place)));
        Some((partnership?, membership, partner))
    });
    Ok(with_partner.collect())
}

/// The partnership somebody is in.
pub(super) async fn partnership(
    db: &impl ConnectionTrait,
    membership: &Membership,
) -> Result<Option<partnership::Model>, DbErr> {
    partnership::Entity::find_by_id(membership.partnership_id).one(db).await
}

/// Every partner that it has or had, and those it hopes for, in the order of their marks.
pub(super) async fn partners(
    db: &impl ConnectionTrait,
    membership: &Membership,
) -> Result<Vec<NamedPartner>, DbErr> {
    partners_in(db, membership.partnership_id).await
}

async fn partners_in(db: &impl ConnectionTrait, partnership: Uuid) -> Result<Vec<NamedPartner>, DbErr> {
    let found = named_partners()
        .filter(partner::Column::PartnershipId.eq(partnership))
        .order_by_asc(partner::Column::Mark)
        .all(db)
        .await?;
    Ok(found.into_iter().filter_map(named).collect())
}

/// A partner, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerName {
    /// The partner.
    pub id: Uuid,
    /// The name of its organisation.
    pub name: String,
    /// The number by which it is known in the partnership.
    pub mark: i16,
    /// Whether it takes part now. Others may still be named on a board.
    pub is_active: bool,
}

/// The names of the partners, as [`partners`].
pub async fn partner_names(db: &impl ConnectionTrait, membership: &Membership) -> Result<Vec<PartnerName>, DbErr> {
    partner_names_in(db, membership.partnership_id).await
}

/// The same of a partnership, for whom somebody in it lets read.
pub async fn partner_names_in(db: &impl ConnectionTrait, partnership: Uuid) -> Result<Vec<PartnerName>, DbErr> {
    let name = |(partner, organisation): NamedPartner| PartnerName {
        id: partner.id,
        is_active: partner.status == partner::Status::Active,
        mark: partner.mark,
        name: shown_name(&partner, organisation),
    };
    Ok(partners_in(db, partnership).await?.into_iter().map(name).collect())
}

/// The partners that take part.
pub async fn active_partners(db: &impl ConnectionTrait, membership: &Membership) -> Result<Vec<Uuid>, DbErr> {
    let names = partner_names(db, membership).await?.into_iter();
    Ok(names.filter(|partner| partner.is_active).map(|partner| partner.id).collect())
}

/// What a partner is called: by the name of its organisation, or until that says yes by the name with which it was asked.
pub(super) fn shown_name(partner: &partner::Model, organisation: organisation::Model) -> String {
    partner.invited_name.clone().unwrap_or(organisation.name)
}

/// What the partnership is called.
pub async fn partnership_name(db: &impl ConnectionTrait, membership: &Membership) -> Result<Option<String>, DbErr> {
    Ok(partnership(db, membership).await?.map(|found| found.name))
}

/// When the partnership began.
pub async fn founded_at(
    db: &impl ConnectionTrait,
    membership: &Membership,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    Ok(partnership(db, membership).await?.map(|found| found.created_at))
}

/// Its people, by name.
pub(super) async fn members(
    db: &impl ConnectionTrait,
    membership: &Membership,
) -> Result<Vec<(membership::Model, account::Model)>, DbErr> {
    let found = membership::Entity::find()
        .join(JoinType::InnerJoin, <membership::Entity as Related<account::Entity>>::to())
        .select_also(account::Entity)
        .filter(membership::Column::PartnershipId.eq(membership.partnership_id))
        .filter(membership::Column::LeftAt.is_null())
        .filter(account::is_admitted())
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .all(db)
        .await?;
    Ok(found.into_iter().filter_map(|(membership, account)| Some((membership, account?))).collect())
}

/// Somebody who wrote something in a partnership, and may have left it since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// Their name.
    pub name: String,
    /// For whom they act, or did when they left.
    pub partner_id: Option<Uuid>,
}

/// Those of `accounts` who are in the partnership, or were. A name does not leave with whoever bore it.
pub async fn authors(
    db: &impl ConnectionTrait,
    membership: &Membership,
    accounts: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Author>, DbErr> {
    let found = membership::Entity::find()
        .join(JoinType::InnerJoin, <membership::Entity as Related<account::Entity>>::to())
        .select_also(account::Entity)
        .filter(membership::Column::PartnershipId.eq(membership.partnership_id))
        .filter(membership::Column::AccountId.is_in(accounts))
        // Whoever left and came back has several; the newest counts.
        .order_by_asc(membership::Column::CreatedAt)
        .order_by_asc(membership::Column::Id)
        .all(db)
        .await?;
    let author = |(membership, account): (membership::Model, Option<account::Model>)| {
        Some((membership.account_id, Author { name: account?.name, partner_id: membership.partner_id }))
    };
    Ok(found.into_iter().filter_map(author).collect())
}

fn named_partners() -> sea_orm::SelectTwo<partner::Entity, organisation::Entity> {
    partner::Entity::find().join(JoinType::InnerJoin, partner_organisation()).select_also(organisation::Entity)
}

fn named((partner, organisation): (partner::Model, Option<organisation::Model>)) -> Option<NamedPartner> {
    Some((partner, organisation?))
}

fn partner_organisation() -> RelationDef {
    let (from, to) = (partner::Column::OrganisationId, organisation::Column::Id);
    partner::Entity::belongs_to(organisation::Entity).from(from).to(to).into()
}
