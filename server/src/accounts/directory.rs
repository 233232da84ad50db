//! Accounts as other features find them.

use sea_orm::{ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _};

use super::email::EmailAddress;
use crate::entity::account;

/// The account with this address, also one that was deactivated or that nobody has begun with. Whoever asked must not
/// learn from it whether there is one.
pub async fn account_at(db: &impl ConnectionTrait, email: &EmailAddress) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find().filter(account::Column::EmailKey.eq(email.key())).one(db).await
}
