//! The SQL of notifications. Every query of what somebody reads starts from whose it is.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{LockType, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::database::ROWS_AT_ONCE;
use crate::entity::notification_choice::Pace;
use crate::entity::{account, notification, notification_choice, partnership};

/// How many somebody was told, and how many of those they read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) told: i64,
    pub(super) read: i64,
}

impl Counts {
    pub(super) fn unread(self) -> i64 {
        self.told - self.read
    }
}

/// Which part of somebody's list.
pub(super) struct Part {
    /// Read ones, unread ones, or both.
    pub(super) is_read: Option<bool>,
    /// Older than this one.
    pub(super) before: Option<Uuid>,
    pub(super) rows: u64,
}

pub(super) async fn add(db: &impl ConnectionTrait, new: Vec<notification::Model>) -> Result<(), DbErr> {
    for some in new.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().cloned().map(notification::Model::into_active_model);
        notification::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// What somebody was told, the newest first.
pub(super) async fn part(
    db: &impl ConnectionTrait,
    account: Uuid,
    part: &Part,
) -> Result<Vec<notification::Model>, DbErr> {
    let mut which = of(account);
    if let Some(is_read) = part.is_read {
        let read_at = notification::Column::ReadAt;
        which = which.add(if is_read { read_at.is_not_null() } else { read_at.is_null() });
    }
    if let Some(before) = part.before {
        which = which.add(notification::Column::Id.lt(before));
    }
    // An id tells when it was made.
    let newest_first = notification::Entity::find().filter(which).order_by_desc(notification::Column::Id);
    newest_first.limit(part.rows).all(db).await
}

/// How it stands for some accounts; those that were never told anything are left out.
pub(super) async fn counts(db: &impl ConnectionTrait, accounts: &[Uuid]) -> Result<HashMap<Uuid, Counts>, DbErr> {
    let rows: Vec<(Uuid, i64, i64)> = notification::Entity::find()
        .select_only()
        .column(notification::Column::AccountId)
        .column_as(notification::Column::Id.count(), "told")
        .column_as(notification::Column::ReadAt.count(), "read")
        .filter(notification::Column::AccountId.is_in(accounts.iter().copied()))
        .group_by(notification::Column::AccountId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(account, told, read)| (account, Counts { told, read })).collect())
}

/// How it stands for one.
pub(super) async fn counts_of(db: &impl ConnectionTrait, account: Uuid) -> Result<Counts, DbErr> {
    Ok(counts(db, &[account]).await?.remove(&account).unwrap_or_default())
}

/// What the people are called who did what `told` tells of.
pub(super) async fn names(
    db: &impl ConnectionTrait,
    told: &[notification::Model],
) -> Result<HashMap<Uuid, String>, DbErr> {
    let actors: Vec<Uuid> = told.iter().filter_map(|told| told.actor_id).collect();
    let mut names = HashMap::new();
    for actors in actors.chunks(ROWS_AT_ONCE) {
        let found: Vec<(Uuid, String)> = account::Entity::find()
            .select_only()
            .columns([account::Column::Id, account::Column::Name])
            .filter(account::Column::Id.is_in(actors.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        names.extend(found);
    }
    Ok(names)
}

pub(super) async fn partnership_name(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<String>, DbErr> {
    let name = partnership::Entity::find_by_id(id).select_only().column(partnership::Column::Name);
    name.into_tuple().one(db).await
}

/// Keeps everybody else from what somebody was told until the transaction ends, but not from telling them more. Whoever
/// changes several rows of one person takes this first, so that two of them cannot wait for each other.
pub(super) async fn lock_account(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(db).await
}

/// Whether somebody was told this, read or not.
pub(super) async fn is_there(db: &impl ConnectionTrait, account: Uuid, id: Uuid) -> Result<bool, DbErr> {
    let found = of(account).add(notification::Column::Id.eq(id));
    Ok(notification::Entity::find().filter(found).one(db).await?.is_some())
}

/// Marks one as read.
pub(super) async fn read_one(
    db: &impl ConnectionTrait,
    account: Uuid,
    id: Uuid,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    read(db, of(account).add(notification::Column::Id.eq(id)), at).await
}

/// Marks one and all older ones as read.
pub(super) async fn read_up_to(
    db: &impl ConnectionTrait,
    account: Uuid,
    newest: Uuid,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    read(db, of(account).add(notification::Column::Id.lte(newest)), at).await
}

/// Marks as read what was told about something, and says whom it was told.
pub(super) async fn read_subject(
    db: &impl ConnectionTrait,
    subject: Uuid,
    at: DateTime<Utc>,
) -> Result<Vec<Uuid>, DbErr> {
    let about = Condition::all()
        .add(notification::Column::SubjectId.eq(subject))
        .add(notification::Column::ReadAt.is_null());
    let told: Vec<Uuid> = notification::Entity::find()
        .select_only()
        .column(notification::Column::AccountId)
        .filter(about.clone())
        .into_tuple()
        .all(db)
        .await?;
    if !told.is_empty() {
        read(db, about, at).await?;
    }
    Ok(told)
}

/// How often somebody wants mail.
pub(super) async fn pace(db: &impl ConnectionTrait, account: Uuid) -> Result<Pace, DbErr> {
    let chosen = notification_choice::Entity::find_by_id(account).one(db).await?;
    Ok(chosen.map(|chosen| chosen.pace).unwrap_or_default())
}

/// The same of several people, as far as they chose.
pub(super) async fn paces(db: &impl ConnectionTrait, accounts: &[Uuid]) -> Result<HashMap<Uuid, Pace>, DbErr> {
    let mut paces = HashMap::with_capacity(accounts.len());
    for some in accounts.chunks(ROWS_AT_ONCE) {
        let of_some = notification_choice::Column::AccountId.is_in(some.iter().copied());
        let chosen = notification_choice::Entity::find().filter(of_some).all(db).await?;
        paces.extend(chosen.into_iter().map(|chosen| (chosen.account_id, chosen.pace)));
    }
    Ok(paces)
}

pub(super) async fn put_pace(db: &impl ConnectionTrait, account: Uuid, pace: Pace) -> Result<(), DbErr> {
    let choice = notification_choice::ActiveModel { account_id: Set(account), pace: Set(pace) };
    let again = OnConflict::column(notification_choice::Column::AccountId)
        .update_column(notification_choice::Column::Pace)
        .to_owned();
    notification_choice::Entity::insert(choice).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

/// Those for whom something is to be mailed at `now`.
pub(super) async fn accounts_due(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<Uuid>, DbErr> {
    notification::Entity::find()
        .select_only()
        .column(notification::Column::AccountId)
        .distinct()
        .filter(notification::Column::MailDueAt.lte(now))
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}

/// What is to be mailed to somebody at `now`, the oldest first.
pub(super) async fn due(
    db: &impl ConnectionTrait,
    account: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<notification::Model>, DbErr> {
    let due = of(account).add(notification::Column::MailDueAt.lte(now));
    notification::Entity::find().filter(due).order_by_asc(notification::Column::Id).all(db).await
}

/// What is due for somebody at `now` goes into no mail after this one.
pub(super) async fn mailed(db: &impl ConnectionTrait, account: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    let due = of(account).add(notification::Column::MailDueAt.lte(now));
    let change = notification::ActiveModel { mail_due_at: Set(None), ..Default::default() };
    notification::Entity::update_many().set(change).filter(due).exec(db).await?;
    Ok(())
}

/// What somebody was told and is still to be mailed.
pub(super) async fn unmailed(db: &impl ConnectionTrait, account: Uuid) -> Result<Vec<notification::Model>, DbErr> {
    let unmailed = of(account).add(notification::Column::MailDueAt.is_not_null());
    notification::Entity::find().filter(unmailed).order_by_asc(notification::Column::Id).all(db).await
}

pub(super) async fn put_mail_due(
    db: &impl ConnectionTrait,
    id: Uuid,
    due: Option<DateTime<Utc>>,
) -> Result<(), DbErr> {
    let change = notification::ActiveModel { mail_due_at: Set(due), ..Default::default() };
    notification::Entity::update_many().set(change).filter(notification::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Forgets what was told before `before`.
pub(super) async fn forget(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    notification::Entity::delete_many().filter(notification::Column::CreatedAt.lt(before)).exec(db).await?;
    Ok(())
}

fn of(account: Uuid) -> Condition {
    Condition::all().add(notification::Column::AccountId.eq(account))
}

/// What is read goes into no mail any more.
async fn read(db: &impl ConnectionTrait, which: Condition, at: DateTime<Utc>) -> Result<(), DbErr> {
    let change = notification::ActiveModel { read_at: Set(Some(at)), mail_due_at: Set(None), ..Default::default() };
    notification::Entity::update_many()
        .set(change)
        .filter(which)
        .filter(notification::Column::ReadAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}
