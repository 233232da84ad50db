//! The SQL of successes. Every query starts from whoever asks.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::{success, success_part};
use crate::partnerships::Membership;

/// The latest first.
pub(super) async fn all(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<success::Model>, DbErr> {
    success::Entity::find()
        .filter(of(me))
        .order_by_desc(success::Column::HappenedOn)
        .order_by_desc(success::Column::Id)
        .all(db)
        .await
}

/// How many there are.
pub(super) async fn count(db: &impl ConnectionTrait, me: &Membership) -> Result<u64, DbErr> {
    success::Entity::find().filter(of(me)).count(db).await
}

pub(super) async fn one(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<success::Model>, DbErr> {
    success::Entity::find_by_id(id).filter(of(me)).one(db).await
}

/// What partners did for some of them.
pub(super) async fn parts(
    db: &impl ConnectionTrait,
    successes: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<success_part::Model>, DbErr> {
    success_part::Entity::find().filter(success_part::Column::SuccessId.is_in(successes)).all(db).await
}

pub(super) async fn add(db: &impl ConnectionTrait, new: success::Model) -> Result<(), DbErr> {
    success::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn put(db: &impl ConnectionTrait, changed: success::Model) -> Result<(), DbErr> {
    success::Entity::update(changed.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// What each partner did for it, in place of what was there.
pub(super) async fn put_parts(
    db: &impl ConnectionTrait,
    success_id: Uuid,
    parts: BTreeMap<Uuid, String>,
) -> Result<(), DbErr> {
    success_part::Entity::delete_many().filter(success_part::Column::SuccessId.eq(success_id)).exec(db).await?;
    let rows: Vec<_> = parts
        .into_iter()
        .map(|(partner_id, words)| success_part::Model { success_id, partner_id, words }.into_active_model())
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    success_part::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// Its parts go with it.
pub(super) async fn remove(db: &impl ConnectionTrait, me: &Membership, id: Uuid) -> Result<(), DbErr> {
    success::Entity::delete_many().filter(success::Column::Id.eq(id)).filter(of(me)).exec(db).await?;
    Ok(())
}

fn of(me: &Membership) -> Condition {
    Condition::all().add(success::Column::PartnershipId.eq(me.partnership_id))
}
