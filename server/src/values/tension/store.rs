//! The SQL of tension checks. Every query starts from who asks, and finds what they may see.

use sea_orm::{
    ActiveModelTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::tension_check::{self, Column};
use crate::partnerships::{Membership, SharedColumns};

/// Whose a check is, and who reads it: the one place where that is decided for them.
const SHARED: SharedColumns<Column> = SharedColumns {
    partnership: Column::PartnershipId,
    account: Column::AccountId,
    shared_with: Column::SharedWith,
};

/// Those that somebody may see, in the order in which they were written.
pub(super) async fn seen(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<tension_check::Model>, DbErr> {
    tension_check::Entity::find()
        .filter(SHARED.seen_by(me))
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
) -> Result<Option<tension_check::Model>, DbErr> {
    tension_check::Entity::find_by_id(id).filter(SHARED.written_by(me)).one(db).await
}

/// How many are one's own.
pub(super) async fn count_own(db: &impl ConnectionTrait, me: &Membership) -> Result<u64, DbErr> {
    tension_check::Entity::find().filter(SHARED.written_by(me)).count(db).await
}

pub(super) async fn add(db: &impl ConnectionTrait, new: tension_check::Model) -> Result<(), DbErr> {
    tension_check::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: tension_check::Model) -> Result<(), DbErr> {
    tension_check::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

pub(super) async fn remove(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    tension_check::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}
