//! The SQL of visits, and of the events since one.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use crate::entity::{event, event_stream, visit};
use crate::partnerships::Membership;

/// Somebody's visits to the partnership.
pub(super) async fn visit(db: &impl ConnectionTrait, me: &Membership) -> Result<Option<visit::Model>, DbErr> {
    visit::Entity::find_by_id((me.account_id, me.partnership_id)).one(db).await
}

pub(super) async fn put_visit(db: &impl ConnectionTrait, visit: visit::Model) -> Result<(), DbErr> {
    let instead = OnConflict::columns([visit::Column::AccountId, visit::Column::PartnershipId])
        .update_columns([visit::Column::Since, visit::Column::SinceAt, visit::Column::Seen, visit::Column::SeenAt])
        .to_owned();
    visit::Entity::insert(visit.into_active_model()).on_conflict(instead).exec_without_returning(db).await?;
    Ok(())
}

/// The newest events of a stream after `number`, at most `limit`.
pub(super) async fn newest(
    db: &impl ConnectionTrait,
    stream: &event_stream::Model,
    number: i64,
    limit: u64,
) -> Result<Vec<event::Model>, DbErr> {
    event::Entity::find()
        .filter(event::Column::StreamId.eq(stream.id))
        .filter(event::Column::Number.gt(number))
        .filter(event::Column::Number.lte(stream.last_number))
        .order_by_desc(event::Column::Number)
        .limit(limit)
        .all(db)
        .await
}
