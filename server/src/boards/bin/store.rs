//! The SQL of bins.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, UpdateMany,
};
use uuid::Uuid;

use super::filling::overflow;
use super::{KEPT, MOST};
use crate::boards::store::Board;
use crate::database::{Database, ROWS_AT_ONCE};
use crate::entity::{bin_item, card, common_value, role};

/// How long somebody may take to put something back.
const CLAIM: TimeDelta = TimeDelta::seconds(30);

/// Keeps what was deleted. Of a card, a role or a value that was deleted before, only the latest is in the bin. What has no room
/// then is dropped: first what came back, then what is oldest.
pub(in crate::boards) async fn keep(
    db: &impl ConnectionTrait,
    board: Uuid,
    items: Vec<bin_item::Model>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    if items.is_empty() {
        return Ok(());
    }
    let entries: Vec<&bin_item::Model> = items.iter().filter(|item| item.kind != bin_item::Kind::Passage).collect();
    for entries in entries.chunks(ROWS_AT_ONCE) {
        bin_item::Entity::update_many()
            .col_expr(bin_item::Column::ReturnedAt, Expr::value(now))
            .filter(bin_item::Column::BoardId.eq(board))
            .filter(bin_item::Column::Kind.ne(bin_item::Kind::Passage))
            .filter(bin_item::Column::Item.is_in(entries.iter().map(|item| item.item.as_str())))
            .filter(bin_item::Column::ReturnedAt.is_null())
            .exec(db)
            .await?;
    }
    let mut items = items.into_iter().map(bin_item::Model::into_active_model).peekable();
    while items.peek().is_some() {
        let some: Vec<_> = items.by_ref().take(ROWS_AT_ONCE).collect();
        bin_item::Entity::insert_many(some).exec_without_returning(db).await?;
    }
    drop_overflow(db, board).await
}

async fn drop_overflow(db: &impl ConnectionTrait, board: Uuid) -> Result<(), DbErr> {
    let size = Func::cust("octet_length").arg(Expr::col(bin_item::Column::Content));
    let items: Vec<(Uuid, i64)> = bin_item::Entity::find()
        .select_only()
        .column(bin_item::Column::Id)
        .column_as(size.cast_as("bigint"), "size")
        .filter(bin_item::Column::BoardId.eq(board))
        .order_by_desc(bin_item::Column::ReturnedAt.is_null())
        .order_by_desc(bin_item::Column::DeletedAt)
        .order_by_desc(bin_item::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    for ids in overflow(items, MOST).chunks(ROWS_AT_ONCE) {
        let dropping = bin_item::Entity::delete_many().filter(bin_item::Column::Id.is_in(ids.iter().copied()));
        dropping.exec(db).await?;
    }
    Ok(())
}

/// The passages of a board that are in its bin.
pub(in crate::boards) async fn passages(
    db: &impl ConnectionTrait,
    board: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<bin_item::Model>, DbErr> {
    bin_item::Entity::find()
        .filter(bin_item::Column::BoardId.eq(board))
        .filter(bin_item::Column::Kind.eq(bin_item::Kind::Passage))
        .filter(bin_item::Column::ReturnedAt.is_null())
        .filter(bin_item::Column::DeletedAt.gt(now - KEPT))
        .all(db)
        .await
}

/// Marks what is on its board again: these passages, and every card, role and value that has a row.
pub(in crate::boards) async fn mark_returned(
    db: &impl ConnectionTrait,
    board: Uuid,
    passages: &[Uuid],
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mark = || {
        bin_item::Entity::update_many()
            .col_expr(bin_item::Column::ReturnedAt, Expr::value(now))
            .filter(bin_item::Column::BoardId.eq(board))
            .filter(bin_item::Column::ReturnedAt.is_null())
    };
    let cards = card::Entity::find().select_only().column(card::Column::Id).filter(card::Column::BoardId.eq(board));
    let roles = role::Entity::find()
        .select_only()
        .column(role::Column::Id)
        .filter(role::Column::BoardId.eq(board))
        .filter(role::Column::RemovedAt.is_null());
    let values = common_value::Entity::find()
        .select_only()
        .column(common_value::Column::Id)
        .filter(common_value::Column::BoardId.eq(board))
        .filter(common_value::Column::RemovedAt.is_null());
    for (kind, there) in [
        (bin_item::Kind::Note, cards.into_query()),
        (bin_item::Kind::Role, roles.into_query()),
        (bin_item::Kind::Value, values.into_query()),
    ] {
        let entries = mark().filter(bin_item::Column::Kind.eq(kind));
        entries.filter(bin_item::Column::Item.in_subquery(there)).exec(db).await?;
    }
    for passages in passages.chunks(ROWS_AT_ONCE) {
        mark().filter(bin_item::Column::Id.is_in(passages.iter().copied())).exec(db).await?;
    }
    Ok(())
}

/// Which of these cards were taken away from a board before, as far as its tables know.
pub(in crate::boards) async fn taken_away(
    db: &impl ConnectionTrait,
    board: Uuid,
    cards: Vec<String>,
) -> Result<Vec<String>, DbErr> {
    bin_item::Entity::find()
        .select_only()
        .column(bin_item::Column::Item)
        .filter(bin_item::Column::BoardId.eq(board))
        .filter(bin_item::Column::Kind.eq(bin_item::Kind::Note))
        .filter(bin_item::Column::Item.is_in(cards))
        .into_tuple()
        .all(db)
        .await
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

/// Whether something may be put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// By whoever asked, and by nobody else for a while.
    Had,
    /// Somebody else is putting it back, or nobody knows yet what became of that.
    Elsewhere,
    /// No: it is on the board again.
    Returned,
}

/// Lets one of those who want to restore something at this moment do it. Should it never end, the next may soon.
pub(super) async fn claim(database: &Database, item: Uuid, now: DateTime<Utc>) -> Result<Claim, DbErr> {
    let is_free = bin_item::Column::ClaimedUntil.is_null().or(bin_item::Column::ClaimedUntil.lte(now));
    let claiming = bin_item::Entity::update_many()
        .col_expr(bin_item::Column::ClaimedUntil, Expr::value(now + CLAIM))
        .filter(bin_item::Column::Id.eq(item))
        .filter(bin_item::Column::ReturnedAt.is_null())
        .filter(is_free);
    let transaction = database.begin().await?;
    if claiming.exec(&transaction).await?.rows_affected > 0 {
        transaction.commit().await?;
        return Ok(Claim::Had);
    }
    let found = bin_item::Entity::find_by_id(item).one(&transaction).await?;
    let is_claimed = found.is_some_and(|found| found.returned_at.is_none());
    Ok(if is_claimed { Claim::Elsewhere } else { Claim::Returned })
}

/// Ends a claim by which nothing was put back.
pub(super) async fn release(database: &Database, item: Uuid) -> Result<(), DbErr> {
    let releasing = bin_item::Entity::update_many().filter(bin_item::Column::Id.eq(item));
    end_claim(database, releasing).await
}

/// Ends a claim: it is on the board again since `now`.
pub(super) async fn settle(database: &Database, item: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    let settling = bin_item::Entity::update_many()
        .col_expr(bin_item::Column::ReturnedAt, Expr::value(now))
        .filter(bin_item::Column::Id.eq(item));
    end_claim(database, settling).await
}

async fn end_claim(database: &Database, ending: UpdateMany<bin_item::Entity>) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    let nobody = Expr::value(Option::<DateTime<Utc>>::None);
    ending.col_expr(bin_item::Column::ClaimedUntil, nobody).exec(&transaction).await?;
    transaction.commit().await
}

/// Empties the bins of what has been in them long enough.
pub(in crate::boards) async fn empty(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    bin_item::Entity::delete_many().filter(bin_item::Column::DeletedAt.lte(now - KEPT)).exec(db).await?;
    Ok(())
}
