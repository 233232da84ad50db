//! The SQL of bins.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::{Deleted, Deletion, KEPT};
use crate::boards::api::Content;
use crate::boards::store::Board;
use crate::database::Database;
use crate::entity::bin_item;
use crate::ids;

/// How long somebody may take to put something back.
const CLAIM: TimeDelta = TimeDelta::seconds(30);

/// Keeps what was deleted. Of a card or a role that was deleted before, only the latest is in the bin.
pub(in crate::boards) async fn keep(
    db: &impl ConnectionTrait,
    board: Uuid,
    deletions: Vec<Deletion>,
) -> Result<(), DbErr> {
    for deletion in deletions {
        if deletion.what.kind() != bin_item::Kind::Passage {
            bin_item::Entity::update_many()
                .col_expr(bin_item::Column::ReturnedAt, Expr::value(deletion.at))
                .filter(bin_item::Column::BoardId.eq(board))
                .filter(bin_item::Column::Kind.eq(deletion.what.kind()))
                .filter(bin_item::Column::Item.eq(deletion.what.item()))
                .filter(bin_item::Column::ReturnedAt.is_null())
                .exec(db)
                .await?;
        }
        let item = bin_item::Model {
            id: ids::ordered(),
            board_id: board,
            kind: deletion.what.kind(),
            item: deletion.what.item().to_owned(),
            content: serde_json::to_string(&deletion.what).map_err(|error| DbErr::Json(error.to_string()))?,
            deleted_at: deletion.at,
            deleted_by: deletion.by,
            deleted_seq: deletion.seq,
            copies_left: deletion.copies_left,
            returned_at: None,
            claimed_until: None,
        };
        bin_item::Entity::insert(item.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Marks what stands on the board again.
pub(in crate::boards) async fn mark_returned(
    db: &impl ConnectionTrait,
    board: Uuid,
    content: &Content,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let items = bin_item::Entity::find()
        .filter(bin_item::Column::BoardId.eq(board))
        .filter(bin_item::Column::ReturnedAt.is_null())
        .filter(bin_item::Column::DeletedAt.gt(now - KEPT))
        .all(db)
        .await?;
    let returned: Vec<Uuid> = items
        .into_iter()
        .filter(|item| {
            serde_json::from_str::<Deleted>(&item.content)
                .is_ok_and(|deleted| deleted.stands_on(content, item.copies_left))
        })
        .map(|item| item.id)
        .collect();
    if returned.is_empty() {
        return Ok(());
    }
    bin_item::Entity::update_many()
        .col_expr(bin_item::Column::ReturnedAt, Expr::value(now))
        .filter(bin_item::Column::Id.is_in(returned))
        .exec(db)
        .await?;
    Ok(())
}

/// What is in the bin of a board that somebody may see, newest first, after `from`, and at most `limit` of it.
pub(super) async fn newest(
    db: &impl ConnectionTrait,
    board: &Board,
    now: DateTime<Utc>,
    from: Option<Uuid>,
    limit: u64,
) -> Result<Vec<bin_item::Model>, DbErr> {
    let mut items = bin_item::Entity::find()
        .filter(bin_item::Column::BoardId.eq(board.id))
        .filter(bin_item::Column::ReturnedAt.is_null())
        .filter(bin_item::Column::DeletedAt.gt(now - KEPT));
    if let Some(last) = match from {
        Some(id) => bin_item::Entity::find_by_id(id).filter(bin_item::Column::BoardId.eq(board.id)).one(db).await?,
        None => None,
    } {
        let same_time = bin_item::Column::DeletedAt.eq(last.deleted_at).and(bin_item::Column::Id.lt(last.id));
        items = items.filter(bin_item::Column::DeletedAt.lt(last.deleted_at).or(same_time));
    }
    items.order_by_desc(bin_item::Column::DeletedAt).order_by_desc(bin_item::Column::Id).limit(limit).all(db).await
}

/// Something that was deleted from a board and may still be restored, on the board again or not.
pub(super) async fn item(
    db: &impl ConnectionTrait,
    board: &Board,
    item: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<bin_item::Model>, DbErr> {
    bin_item::Entity::find_by_id(item)
        .filter(bin_item::Column::BoardId.eq(board.id))
        .filter(bin_item::Column::DeletedAt.gt(now - KEPT))
        .one(db)
        .await
}

/// Lets one of those who want to restore something at this moment do it: true for that one. Should it never end, the
/// next may soon.
pub(super) async fn claim(database: &Database, item: Uuid, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let is_free = bin_item::Column::ClaimedUntil.is_null().or(bin_item::Column::ClaimedUntil.lte(now));
    let claiming = bin_item::Entity::update_many()
        .col_expr(bin_item::Column::ClaimedUntil, Expr::value(now + CLAIM))
        .filter(bin_item::Column::Id.eq(item))
        .filter(bin_item::Column::ReturnedAt.is_null())
        .filter(is_free);
    let transaction = database.begin().await?;
    let claimed = claiming.exec(&transaction).await?.rows_affected;
    transaction.commit().await?;
    Ok(claimed > 0)
}

/// Ends a claim: it is on the board again since `returned`, or not.
pub(super) async fn settle(database: &Database, item: Uuid, returned: Option<DateTime<Utc>>) -> Result<(), DbErr> {
    let settling = bin_item::Entity::update_many()
        .col_expr(bin_item::Column::ClaimedUntil, Expr::value(Option::<DateTime<Utc>>::None))
        .col_expr(bin_item::Column::ReturnedAt, Expr::value(returned))
        .filter(bin_item::Column::Id.eq(item));
    let transaction = database.begin().await?;
    settling.exec(&transaction).await?;
    transaction.commit().await
}

/// Empties the bins of what has been in them long enough.
pub(in crate::boards) async fn empty(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    bin_item::Entity::delete_many().filter(bin_item::Column::DeletedAt.lte(now - KEPT)).exec(db).await?;
    Ok(())
}
