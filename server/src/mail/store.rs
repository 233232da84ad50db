//! The SQL of mail.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, ExprTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::entity::outgoing_mail;

pub(super) async fn add(db: &impl ConnectionTrait, mail: outgoing_mail::Model) -> Result<(), DbErr> {
    outgoing_mail::Entity::insert(mail.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// What is to be sent at `now`, the oldest first.
pub(super) async fn due(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<outgoing_mail::Model>, DbErr> {
    outgoing_mail::Entity::find()
        .filter(outgoing_mail::Column::DueAt.lte(now))
        .order_by_asc(outgoing_mail::Column::DueAt)
        .limit(limit)
        .all(db)
        .await
}

/// Takes on the sending of a mail until `until`. Of several servers that try, one gets `true`.
pub(super) async fn claim(
    db: &impl ConnectionTrait,
    mail: &outgoing_mail::Model,
    until: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let claimed = outgoing_mail::Entity::update_many()
        .col_expr(outgoing_mail::Column::DueAt, Expr::value(until))
        .col_expr(outgoing_mail::Column::Attempts, Expr::col(outgoing_mail::Column::Attempts).add(1))
        .filter(outgoing_mail::Column::Id.eq(mail.id))
        .filter(outgoing_mail::Column::Attempts.eq(mail.attempts))
        .exec(db)
        .await?;
    Ok(claimed.rows_affected == 1)
}

pub(super) async fn put_off(db: &impl ConnectionTrait, id: Uuid, until: DateTime<Utc>) -> Result<(), DbErr> {
    outgoing_mail::Entity::update_many()
        .col_expr(outgoing_mail::Column::DueAt, Expr::value(until))
        .filter(outgoing_mail::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

pub(super) async fn remove(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    outgoing_mail::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}
