//! The SQL of own values. Every query starts from who asks, and finds what they may see.

use sea_orm::{
    ActiveModelTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::own_value::{self, Column};
use crate::partnerships::{CircleColumns, Membership};

/// Whose one is, and who sees it: the one place where that is decided for them.
const CIRCLE: CircleColumns<Column> = CircleColumns {
    partnership: Column::PartnershipId,
    account: Column::AccountId,
    partner: Column::PartnerId,
    visible_to: Column::VisibleTo,
};

/// Those that somebody may see, in the order in which they were written.
pub(super) async fn seen(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<own_value::Model>, DbErr> {
    own_value::Entity::find()
        .filter(CIRCLE.seen_by(me))
        .order_by_asc(Column::WrittenAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// One of one's own.
pub(super) async fn own(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<own_value::Model>, DbErr> {
    own_value::Entity::find_by_id(id).filter(CIRCLE.written_by(me)).one(db).await
}

/// How many are one's own.
pub(super) async fn count_own(db: &impl ConnectionTrait, me: &Membership) -> Result<u64, DbErr> {
    own_value::Entity::find().filter(CIRCLE.written_by(me)).count(db).await
}

pub(super) async fn add(db: &impl ConnectionTrait, new: own_value::Model) -> Result<(), DbErr> {
    own_value::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: own_value::Model) -> Result<(), DbErr> {
    own_value::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

pub(super) async fn remove(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    own_value::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}
