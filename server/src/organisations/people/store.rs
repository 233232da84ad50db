//! The SQL of an organisation's accounts. Every query starts from whose they are.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _,
    IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
};
use uuid::Uuid;

use super::api::AccountStatus;
use crate::database::ROWS_AT_ONCE;
use crate::entity::account_link::Purpose;
use crate::entity::{account, account_link};
use crate::organisations::page::Page;

/// An account, and until when its invitation can be accepted.
pub(super) struct Listed {
    pub(super) account: account::Model,
    pub(super) invitation_expires_at: Option<DateTime<Utc>>,
}

/// The accounts on a page and one more, if there is one, by name.
pub(super) async fn accounts(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    page: &Page,
    status: Option<AccountStatus>,
) -> Result<Vec<Listed>, DbErr> {
    let found = of(organisation)
        .filter(page.follows(account::Column::NameKey, account::Column::Id))
        .filter(page.matches(&[account::Column::NameKey, account::Column::EmailKey]))
        .filter(status.map_or_else(Condition::all, stands))
        .order_by_asc(account::Column::NameKey)
        .order_by_asc(account::Column::Id)
        .limit(page.rows())
        .all(db)
        .await?;
    listed(db, found).await
}

pub(super) async fn account(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    id: Uuid,
) -> Result<Option<Listed>, DbErr> {
    let found = of(organisation).filter(account::Column::Id.eq(id)).one(db).await?;
    Ok(listed(db, found.into_iter().collect()).await?.pop())
}

/// An account, locked until the transaction ends.
pub(super) async fn lock(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    id: Uuid,
) -> Result<Option<account::Model>, DbErr> {
    of(organisation).filter(account::Column::Id.eq(id)).lock_exclusive().one(db).await
}

/// Writes an account as it is to be from now on. It was locked before.
pub(super) async fn put(db: &impl ConnectionTrait, account: account::Model) -> Result<(), DbErr> {
    account::Entity::update(account.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// Those of `keys` that are the address of an account, each with whose account that is.
pub(super) async fn known_addresses(
    db: &impl ConnectionTrait,
    keys: &[String],
) -> Result<HashMap<String, Option<Uuid>>, DbErr> {
    let mut known = HashMap::new();
    for keys in keys.chunks(ROWS_AT_ONCE) {
        let found: Vec<(String, Option<Uuid>)> = account::Entity::find()
            .select_only()
            .columns([account::Column::EmailKey, account::Column::OrganisationId])
            .filter(account::Column::EmailKey.is_in(keys))
            .into_tuple()
            .all(db)
            .await?;
        known.extend(found);
    }
    Ok(known)
}

/// How many others administer the organisation and can do so: have begun, and are not deactivated.
pub(super) async fn other_admins(db: &impl ConnectionTrait, organisation: Uuid, but: Uuid) -> Result<u64, DbErr> {
    of(organisation)
        .filter(account::Column::OrganisationAdmin.eq(true))
        .filter(stands(AccountStatus::Active))
        .filter(account::Column::Id.ne(but))
        .count(db)
        .await
}

fn of(organisation: Uuid) -> Select<account::Entity> {
    account::Entity::find().filter(account::Column::OrganisationId.eq(organisation))
}

fn stands(status: AccountStatus) -> Condition {
    let is_there = Condition::all().add(account::Column::DeactivatedAt.is_null());
    match status {
        AccountStatus::Active => is_there.add(account::Column::PasswordHash.is_not_null()),
        AccountStatus::Invited => is_there.add(account::Column::PasswordHash.is_null()),
        AccountStatus::Deactivated => Condition::all().add(account::Column::DeactivatedAt.is_not_null()),
    }
}

async fn listed(db: &impl ConnectionTrait, accounts: Vec<account::Model>) -> Result<Vec<Listed>, DbErr> {
    let waiting = accounts.iter().filter(|account| account.password_hash.is_none()).map(|account| account.id);
    let links: Vec<(Uuid, DateTime<Utc>)> = account_link::Entity::find()
        .select_only()
        .columns([account_link::Column::AccountId, account_link::Column::ExpiresAt])
        .filter(account_link::Column::AccountId.is_in(waiting))
        .filter(account_link::Column::Purpose.eq(Purpose::Invitation))
        .into_tuple()
        .all(db)
        .await?;
    let links: HashMap<Uuid, DateTime<Utc>> = links.into_iter().collect();
    let with_link =
        |account: account::Model| Listed { invitation_expires_at: links.get(&account.id).copied(), account };
    Ok(accounts.into_iter().map(with_link).collect())
}
