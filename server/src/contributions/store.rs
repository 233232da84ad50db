//! The SQL of contributions. Every query starts from who asks.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::contribution::{self, Column};
use crate::partnerships::Membership;

/// All of the partnership, in the order in which they were written.
pub(super) async fn all(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<contribution::Model>, DbErr> {
    contribution::Entity::find()
        .filter(Column::PartnershipId.eq(me.partnership_id))
        .order_by_asc(Column::WrittenAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// One of them.
pub(super) async fn one(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<contribution::Model>, DbErr> {
    contribution::Entity::find_by_id(id).filter(Column::PartnershipId.eq(me.partnership_id)).one(db).await
}

/// How many a partner has.
pub(super) async fn count_of(db: &impl ConnectionTrait, partner: Uuid) -> Result<u64, DbErr> {
    contribution::Entity::find().filter(Column::PartnerId.eq(partner)).count(db).await
}

pub(super) async fn add(db: &impl ConnectionTrait, new: contribution::Model) -> Result<(), DbErr> {
    contribution::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: contribution::Model) -> Result<(), DbErr> {
    contribution::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

pub(super) async fn remove(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    contribution::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}
