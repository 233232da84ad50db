//! The SQL of people, for those who administer an organisation. Every query starts from that organisation.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use crate::entity::{account, membership, partner, partnership};

/// Somebody who acts for a partner.
pub(super) type Acting = (membership::Model, account::Model);

/// What an organisation takes part in, and who acts for it there.
pub(super) struct OwnPart {
    pub(super) partner: partner::Model,
    pub(super) partnership: partnership::Model,
    pub(super) members: Vec<Acting>,
}

/// What an organisation takes part in now, by name.
pub(super) async fn own_parts(db: &impl ConnectionTrait, organisation: Uuid) -> Result<Vec<OwnPart>, DbErr> {
    let to_partnership = partner::Entity::belongs_to(partnership::Entity)
        .from(partner::Column::PartnershipId)
        .to(partnership::Column::Id)
        .into();
    let found = partner::Entity::find()
        .join(JoinType::InnerJoin, to_partnership)
        .select_also(partnership::Entity)
        .filter(partner::Column::OrganisationId.eq(organisation))
        .filter(partner::Column::Status.eq(partner::Status::Active))
        .order_by_asc(partnership::Column::Name)
        .order_by_asc(partnership::Column::Id)
        .all(db)
        .await?;
    let ids: Vec<Uuid> = found.iter().map(|(partner, _)| partner.id).collect();
    let mut members = acting_for(db, ids).await?;
    let parts = found.into_iter().filter_map(|(partner, partnership)| {
        let is_here = |(member, _): &mut Acting| member.partner_id == Some(partner.id);
        let here = members.extract_if(.., is_here).collect();
        Some(OwnPart { partner, partnership: partnership?, members: here })
    });
    Ok(parts.collect())
}

async fn acting_for(db: &impl ConnectionTrait, partners: Vec<Uuid>) -> Result<Vec<Acting>, DbErr> {
    let to_account = membership::Entity::belongs_to(account::Entity)
        .from(membership::Column::AccountId)
        .to(account::Column::Id)
        .into();
    let found = membership::Entity::find()
        .join(JoinType::InnerJoin, to_account)
        .select_also(account::Entity)
        .filter(membership::Column::PartnerId.is_in(partners))
        .filter(membership::Column::LeftAt.is_null())
        .filter(account::Column::DeactivatedAt.is_null())
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .all(db)
        .await?;
    Ok(found.into_iter().filter_map(|(member, account)| Some((member, account?))).collect())
}

/// The accounts of an organisation that were not deactivated, by name.
pub(super) async fn colleagues(
    db: &impl ConnectionTrait,
    organisation: Uuid,
) -> Result<Vec<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::OrganisationId.eq(organisation))
        .filter(account::Column::DeactivatedAt.is_null())
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .all(db)
        .await
}
