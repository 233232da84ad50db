//! A membership that stays as it is until a transaction ends.

use sea_orm::{ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use super::store::{self, Membership};
use crate::entity::membership;

/// Holds a partnership until the transaction ends: whoever else locks it waits. Do it before anything else is held.
pub async fn lock(db: &impl ConnectionTrait, me: &Membership) -> Result<(), DbErr> {
    lock_by_id(db, me.partnership_id).await
}

/// The same for what the server does by itself.
pub async fn lock_by_id(db: &impl ConnectionTrait, partnership: Uuid) -> Result<(), DbErr> {
    store::lock(db, partnership).await.map(|_| ())
}

/// The membership of an account as it is now, locked: whoever ends or changes it does so before this transaction or
/// after it. None if there is none (any more).
pub async fn hold(
    db: &impl ConnectionTrait,
    account_id: Uuid,
    partnership_id: Uuid,
) -> Result<Option<Membership>, DbErr> {
    membership::Entity::find()
        .filter(membership::Column::PartnershipId.eq(partnership_id))
        .filter(membership::Column::AccountId.eq(account_id))
        .filter(membership::Column::LeftAt.is_null())
        .lock_shared()
        .one(db)
        .await?;
    // Read once it is locked, so that it says what whoever had it before made of it.
    store::membership(db, account_id, partnership_id).await
}
