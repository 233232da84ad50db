//! The SQL of strengths. Every query starts from who asks.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _,
};
use uuid::Uuid;

use crate::entity::value_strength::{self, Column};
use crate::partnerships::Membership;

/// All of a partnership, in the order in which they were given.
pub(super) async fn all(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<value_strength::Model>, DbErr> {
    value_strength::Entity::find()
        .filter(Column::PartnershipId.eq(me.partnership_id))
        .order_by_asc(Column::GivenAt)
        .order_by_asc(Column::ValueId)
        .order_by_asc(Column::PartnerId)
        .all(db)
        .await
}

/// What a partner said of one value.
pub(super) async fn of_partner(
    db: &impl ConnectionTrait,
    me: &Membership,
    partner: Uuid,
    value: &str,
) -> Result<Option<value_strength::Model>, DbErr> {
    value_strength::Entity::find()
        .filter(Column::PartnershipId.eq(me.partnership_id))
        .filter(Column::PartnerId.eq(partner))
        .filter(Column::ValueId.eq(value))
        .one(db)
        .await
}

/// Puts it in the place of what the partner said of the value before.
pub(super) async fn put(db: &impl ConnectionTrait, given: value_strength::Model) -> Result<(), DbErr> {
    let instead = OnConflict::columns([Column::BoardId, Column::ValueId, Column::PartnerId])
        .update_columns([Column::Strength, Column::Words, Column::GivenBy, Column::GivenAt])
        .to_owned();
    let given = value_strength::Entity::insert(given.into_active_model()).on_conflict(instead);
    given.exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn remove(db: &impl ConnectionTrait, given: value_strength::Model) -> Result<(), DbErr> {
    let key = (given.board_id, given.value_id, given.partner_id);
    value_strength::Entity::delete_by_id(key).exec(db).await?;
    Ok(())
}
