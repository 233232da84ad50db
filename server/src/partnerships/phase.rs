//! The phase that a partnership is in. Which there are, and when one moves on, a feature above this one says.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _};

use super::store::{self, Membership};
use crate::entity::partnership;

/// The id of the phase that the partnership is in.
pub async fn phase(db: &impl ConnectionTrait, me: &Membership) -> Result<Option<String>, DbErr> {
    Ok(store::partnership(db, me).await?.map(|found| found.phase))
}

/// Puts down that it is in another one.
pub async fn put_phase(db: &impl ConnectionTrait, me: &Membership, phase: &str) -> Result<(), DbErr> {
    partnership::Entity::update_many()
        .col_expr(partnership::Column::Phase, Expr::value(phase))
        .filter(partnership::Column::Id.eq(me.partnership_id))
        .exec(db)
        .await?;
    Ok(())
}
