//! The table of common values.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _};
use uuid::Uuid;

use super::Followed;
use crate::boards::api::CommonValue;
use crate::entity::common_value::{self, Column};

/// The values as they were written last, without those that were removed.
pub(super) async fn values(db: &impl ConnectionTrait, board: Uuid) -> Result<Vec<CommonValue>, DbErr> {
    let found = common_value::Entity::find()
        .filter(Column::BoardId.eq(board))
        .filter(Column::RemovedAt.is_null())
        .all(db)
        .await?;
    let read = |value: common_value::Model| CommonValue {
        id: value.id,
        name: value.name,
        meaning: value.meaning,
        order: value.sort_key,
    };
    Ok(found.into_iter().map(read).collect())
}

/// Writes values that were not there, or were different. Their rows stay the same ones.
pub(in crate::boards::projection) async fn put_values(
    db: &impl ConnectionTrait,
    of: &Followed,
    values: Vec<CommonValue>,
    seq: i64,
) -> Result<(), DbErr> {
    if values.is_empty() {
        return Ok(());
    }
    let model = |value: CommonValue| common_value::Model {
        board_id: of.board,
        id: value.id,
        partnership_id: of.partnership,
        name: value.name,
        meaning: value.meaning,
        sort_key: value.order,
        seq,
        removed_at: None,
    };
    let instead = OnConflict::columns([Column::BoardId, Column::Id])
        .update_columns([Column::Name, Column::Meaning, Column::SortKey, Column::Seq, Column::RemovedAt])
        .to_owned();
    let models = values.into_iter().map(|value| model(value).into_active_model());
    common_value::Entity::insert_many(models).on_conflict(instead).exec_without_returning(db).await?;
    Ok(())
}

/// Marks values as removed.
pub(in crate::boards::projection) async fn remove_values(
    db: &impl ConnectionTrait,
    of: &Followed,
    ids: Vec<String>,
    seq: i64,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    if ids.is_empty() {
        return Ok(());
    }
    common_value::Entity::update_many()
        .col_expr(Column::RemovedAt, Expr::value(now))
        .col_expr(Column::Seq, Expr::value(seq))
        .filter(Column::BoardId.eq(of.board))
        .filter(Column::Id.is_in(ids))
        .exec(db)
        .await?;
    Ok(())
}
