//! The SQL of views. Every query starts from who asks.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::{overlap, partner_view};
use crate::partnerships::Membership;

/// The views of all partners, also of those that left.
pub(super) async fn views(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<partner_view::Model>, DbErr> {
    let here = partner_view::Column::PartnershipId.eq(me.partnership_id);
    partner_view::Entity::find().filter(here).all(db).await
}

/// That of one partner.
pub(super) async fn view(
    db: &impl ConnectionTrait,
    me: &Membership,
    partner: Uuid,
) -> Result<Option<partner_view::Model>, DbErr> {
    let here = partner_view::Column::PartnershipId.eq(me.partnership_id);
    partner_view::Entity::find_by_id(partner).filter(here).one(db).await
}

pub(super) async fn add_view(db: &impl ConnectionTrait, new: partner_view::Model) -> Result<(), DbErr> {
    partner_view::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put_view(db: &impl ConnectionTrait, changed: partner_view::Model) -> Result<(), DbErr> {
    partner_view::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// In what they touch, in the order in which that was marked.
pub(super) async fn overlaps(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<overlap::Model>, DbErr> {
    overlap::Entity::find()
        .filter(overlap::Column::PartnershipId.eq(me.partnership_id))
        .order_by_asc(overlap::Column::Id)
        .all(db)
        .await
}

pub(super) async fn overlap(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<overlap::Model>, DbErr> {
    let here = overlap::Column::PartnershipId.eq(me.partnership_id);
    overlap::Entity::find_by_id(id).filter(here).one(db).await
}

pub(super) async fn count_overlaps(db: &impl ConnectionTrait, me: &Membership) -> Result<u64, DbErr> {
    let here = overlap::Column::PartnershipId.eq(me.partnership_id);
    overlap::Entity::find().filter(here).count(db).await
}

pub(super) async fn add_overlap(db: &impl ConnectionTrait, new: overlap::Model) -> Result<(), DbErr> {
    overlap::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn remove_overlap(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    overlap::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}
