//! Everybody who is in a partnership at a moment, as other features ask them or tell them something.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use crate::access::Role;
use crate::entity::{account, membership, partner};

/// Somebody who is in a partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Present {
    /// The person.
    pub account_id: Uuid,
    /// What they are in it.
    pub role: Role,
    /// For which partner that takes part they act; none if they guide or observe.
    pub partner_id: Option<Uuid>,
    /// Whether they speak for it.
    pub mandated: bool,
}

/// Everybody who is in a partnership and can sign in, by account.
pub async fn everybody_in(db: &impl ConnectionTrait, partnership: Uuid) -> Result<Vec<Present>, DbErr> {
    let accounts = membership::Entity::belongs_to(account::Entity)
        .from(membership::Column::AccountId)
        .to(account::Column::Id)
        .into();
    let members = membership::Entity::find()
        .join(JoinType::InnerJoin, accounts)
        .filter(membership::Column::PartnershipId.eq(partnership))
        .filter(membership::Column::LeftAt.is_null())
        .filter(account::is_admitted())
        .order_by_asc(membership::Column::AccountId)
        .all(db)
        .await?;
    let active: Vec<Uuid> = partner::Entity::find()
        .select_only()
        .column(partner::Column::Id)
        .filter(partner::Column::PartnershipId.eq(partnership))
        .filter(partner::Column::Status.eq(partner::Status::Active))
        .into_tuple()
        .all(db)
        .await?;
    let present = |member: membership::Model| Present {
        account_id: member.account_id,
        role: member.role,
        partner_id: member.partner_id.filter(|partner| active.contains(partner)),
        mandated: member.mandated,
    };
    Ok(members.into_iter().map(present).collect())
}

/// The numbers by which the partners of a partnership are known in it, also those that left.
pub async fn partner_marks(db: &impl ConnectionTrait, partnership: Uuid) -> Result<BTreeMap<Uuid, i16>, DbErr> {
    let marks: Vec<(Uuid, i16)> = partner::Entity::find()
        .select_only()
        .columns([partner::Column::Id, partner::Column::Mark])
        .filter(partner::Column::PartnershipId.eq(partnership))
        .into_tuple()
        .all(db)
        .await?;
    Ok(marks.into_iter().collect())
}
