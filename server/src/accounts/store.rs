//! The SQL of accounts and of what signs them in.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, ExprTrait as _,
    IntoActiveModel as _, JoinType, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    RelationDef,
};
use uuid::Uuid;

use crate::app::SigningKey;
use crate::entity::{
    account, account_link, live_ticket, organisation, refresh_token, session, setup_token, sign_in_failure,
    signing_key,
};

pub(super) async fn newest_signing_key(db: &impl ConnectionTrait) -> Result<Option<SigningKey>, DbErr> {
    let key = signing_key::Entity::find().order_by_desc(signing_key::Column::CreatedAt).one(db).await?;
    Ok(key.map(|key| SigningKey { id: key.id, secret: key.secret }))
}

/// Adds a key, unless another process has added one under this id.
pub(super) async fn add_signing_key(
    db: &impl ConnectionTrait,
    id: &str,
    secret: &[u8],
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let key =
        signing_key::ActiveModel { id: Set(id.to_owned()), secret: Set(secret.to_vec()), created_at: Set(at) };
    signing_key::Entity::insert(key)
        .on_conflict_do_nothing_on([signing_key::Column::Id])
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The account that can sign in with this address, unless its organisation is suspended.
pub(super) async fn account_by_email(
    db: &impl ConnectionTrait,
    email_key: &str,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::EmailKey.eq(email_key))
        .filter(account::Column::DeactivatedAt.is_null())
        .one(db)
        .await
}

pub(super) async fn add_account(db: &impl ConnectionTrait, account: account::ActiveModel) -> Result<(), DbErr> {
    account::Entity::insert(account).exec_without_returning(db).await?;
    Ok(())
}

/// An account, locked until the transaction ends.
pub(super) async fn lock_account(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find_by_id(id).lock_exclusive().one(db).await
}

/// Writes an account as it is to be from now on. It was locked before.
pub(super) async fn put_account(db: &impl ConnectionTrait, account: account::Model) -> Result<(), DbErr> {
    account::Entity::update(account.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// Puts a better hash of the same password in the place of the one that is there, if it is there still.
pub(super) async fn renew_hash(
    db: &impl ConnectionTrait,
    account: &account::Model,
    hash: String,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(hash))
        .filter(account::Column::Id.eq(account.id))
        .filter(account::Column::PasswordHash.eq(account.password_hash.clone()))
        .exec(db)
        .await?;
    Ok(())
}

/// An organisation whose first administrator has begun is there from now on.
pub(super) async fn activate_organisation(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    organisation::Entity::update_many()
        .col_expr(organisation::Column::Status, Expr::value(organisation::Status::Active))
        .filter(organisation::Column::Id.eq(id))
        .filter(organisation::Column::Status.eq(organisation::Status::Pending))
        .exec(db)
        .await?;
    Ok(())
}

pub(super) async fn organisation_of(
    db: &impl ConnectionTrait,
    account: &account::Model,
) -> Result<Option<organisation::Model>, DbErr> {
    match account.organisation_id {
        Some(id) => organisation::Entity::find_by_id(id).one(db).await,
        None => Ok(None),
    }
}

/// An organisation, as it stays until the transaction ends.
pub(super) async fn hold_organisation(
    db: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<organisation::Model>, DbErr> {
    organisation::Entity::find_by_id(id).lock_shared().one(db).await
}

pub(super) async fn has_platform_admin(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let admins = account::Entity::find().filter(account::Column::PlatformAdmin.eq(true)).count(db).await?;
    Ok(admins > 0)
}

/// The account of a session that is alive at `now`.
pub(super) async fn account_of_session(
    db: &impl ConnectionTrait,
    session_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find()
        .join_rev(JoinType::InnerJoin, session_account())
        .filter(session::Column::Id.eq(session_id))
        .filter(is_alive(now))
        .one(db)
        .await
}

/// The session, if it is alive at `now`, with its account.
pub(super) async fn living_session(
    db: &impl ConnectionTrait,
    session_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<(session::Model, account::Model)>, DbErr> {
    let found = session::Entity::find()
        .join(JoinType::InnerJoin, session_account())
        .select_also(account::Entity)
        .filter(session::Column::Id.eq(session_id))
        .filter(is_alive(now))
        .one(db)
        .await?;
    Ok(found.and_then(|(session, account)| Some((session, account?))))
}

fn session_account() -> RelationDef {
    session::Entity::belongs_to(account::Entity).from(session::Column::AccountId).to(account::Column::Id).into()
}

fn is_alive(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(session::Column::EndedAt.is_null())
        .add(session::Column::IdleExpiresAt.gt(now))
        .add(session::Column::ExpiresAt.gt(now))
        .add(account::is_admitted())
}

pub(super) async fn add_session(db: &impl ConnectionTrait, session: session::ActiveModel) -> Result<(), DbErr> {
    session::Entity::insert(session).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn keep_session_until(
    db: &impl ConnectionTrait,
    session_id: Uuid,
    idle_expires_at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let change = session::ActiveModel { idle_expires_at: Set(idle_expires_at), ..Default::default() };
    session::Entity::update_many().set(change).filter(session::Column::Id.eq(session_id)).exec(db).await?;
    Ok(())
}

pub(super) async fn end_session(
    db: &impl ConnectionTrait,
    session_id: Uuid,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let change = session::ActiveModel { ended_at: Set(Some(at)), ..Default::default() };
    session::Entity::update_many()
        .set(change)
        .filter(session::Column::Id.eq(session_id))
        .filter(session::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// The sessions of an account that are alive at `now`, the newest first.
pub(super) async fn sessions_of(
    db: &impl ConnectionTrait,
    account_id: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<session::Model>, DbErr> {
    session::Entity::find()
        .join(JoinType::InnerJoin, session_account())
        .filter(session::Column::AccountId.eq(account_id))
        .filter(is_alive(now))
        .order_by_desc(session::Column::CreatedAt)
        .all(db)
        .await
}

/// Ends the sessions of an account that have not ended, but for one, and says which they were.
pub(super) async fn end_sessions(
    db: &impl ConnectionTrait,
    account_id: Uuid,
    but: Option<Uuid>,
    at: DateTime<Utc>,
) -> Result<Vec<Uuid>, DbErr> {
    let change = session::ActiveModel { ended_at: Set(Some(at)), ..Default::default() };
    let mut ended = session::Entity::update_many()
        .set(change)
        .filter(session::Column::AccountId.eq(account_id))
        .filter(session::Column::EndedAt.is_null());
    if let Some(but) = but {
        ended = ended.filter(session::Column::Id.ne(but));
    }
    let ended = ended.exec_with_returning(db).await?;
    Ok(ended.into_iter().map(|session| session.id).collect())
}

pub(super) async fn add_refresh_token(
    db: &impl ConnectionTrait,
    hash: Vec<u8>,
    session_id: Uuid,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let token = refresh_token::ActiveModel {
        hash: Set(hash),
        session_id: Set(session_id),
        issued_at: Set(at),
        used_at: Set(None),
    };
    refresh_token::Entity::insert(token).exec_without_returning(db).await?;
    Ok(())
}

/// Marks a token as used, if it was not: of any number of requests with the same token, one gets `true`.
pub(super) async fn use_refresh_token(
    db: &impl ConnectionTrait,
    hash: &[u8],
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let change = refresh_token::ActiveModel { used_at: Set(Some(at)), ..Default::default() };
    let used = refresh_token::Entity::update_many()
        .set(change)
        .filter(refresh_token::Column::Hash.eq(hash.to_vec()))
        .filter(refresh_token::Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(used.rows_affected == 1)
}

pub(super) async fn refresh_token(
    db: &impl ConnectionTrait,
    hash: &[u8],
) -> Result<Option<refresh_token::Model>, DbErr> {
    refresh_token::Entity::find_by_id(hash.to_vec()).one(db).await
}

/// Whether a refresh token was exchanged already. One that does not exist was not.
pub(super) async fn is_used(db: &impl ConnectionTrait, hash: &[u8]) -> Result<bool, DbErr> {
    Ok(refresh_token(db, hash).await?.is_some_and(|token| token.used_at.is_some()))
}

pub(super) async fn add_ticket(
    db: &impl ConnectionTrait,
    hash: Vec<u8>,
    session_id: Uuid,
    expires_at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let ticket =
        live_ticket::ActiveModel { hash: Set(hash), session_id: Set(session_id), expires_at: Set(expires_at) };
    live_ticket::Entity::insert(ticket).exec_without_returning(db).await?;
    Ok(())
}

/// Takes a ticket away and says whose it was: nobody can use it twice.
pub(super) async fn take_ticket(
    db: &impl ConnectionTrait,
    hash: &[u8],
) -> Result<Option<live_ticket::Model>, DbErr> {
    let taken = live_ticket::Entity::delete_many()
        .filter(live_ticket::Column::Hash.eq(hash.to_vec()))
        .exec_with_returning(db)
        .await?;
    Ok(taken.into_iter().next())
}

pub(super) async fn drop_expired_tickets(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    live_ticket::Entity::delete_many().filter(live_ticket::Column::ExpiresAt.lte(now)).exec(db).await?;
    Ok(())
}

pub(super) async fn add_setup_token(
    db: &impl ConnectionTrait,
    hash: Vec<u8>,
    expires_at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let token = setup_token::ActiveModel { hash: Set(hash), expires_at: Set(expires_at) };
    setup_token::Entity::insert(token).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn setup_tokens(db: &impl ConnectionTrait) -> Result<Vec<setup_token::Model>, DbErr> {
    setup_token::Entity::find().all(db).await
}

/// Takes all setup tokens away and says which there were: of two who try at once, one gets them.
pub(super) async fn take_setup_tokens(db: &impl ConnectionTrait) -> Result<Vec<setup_token::Model>, DbErr> {
    setup_token::Entity::delete_many().exec_with_returning(db).await
}

/// Adds a link; one for the same purpose that was mailed before is good for nothing any more.
pub(super) async fn replace_link(db: &impl ConnectionTrait, link: account_link::Model) -> Result<(), DbErr> {
    account_link::Entity::delete_many()
        .filter(account_link::Column::AccountId.eq(link.account_id))
        .filter(account_link::Column::Purpose.eq(link.purpose))
        .exec(db)
        .await?;
    account_link::Entity::insert(link.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// A link, with whose it is.
pub(super) async fn link(
    db: &impl ConnectionTrait,
    hash: &[u8],
) -> Result<Option<(account_link::Model, account::Model)>, DbErr> {
    let Some(link) = account_link::Entity::find_by_id(hash.to_vec()).one(db).await? else { return Ok(None) };
    let account = account::Entity::find_by_id(link.account_id).one(db).await?;
    Ok(account.map(|account| (link, account)))
}

/// Takes a link away and says what it was: nobody can use it twice.
pub(super) async fn take_link(
    db: &impl ConnectionTrait,
    hash: &[u8],
) -> Result<Option<account_link::Model>, DbErr> {
    let taken = account_link::Entity::delete_many()
        .filter(account_link::Column::Hash.eq(hash.to_vec()))
        .exec_with_returning(db)
        .await?;
    Ok(taken.into_iter().next())
}

pub(super) async fn sign_in_failure(
    db: &impl ConnectionTrait,
    key: &[u8],
) -> Result<Option<sign_in_failure::Model>, DbErr> {
    sign_in_failure::Entity::find_by_id(key.to_vec()).one(db).await
}

/// Counts one more; from one again, if the first was before `begins_after`.
pub(super) async fn count_sign_in_failure(
    db: &impl ConnectionTrait,
    key: &[u8],
    at: DateTime<Utc>,
    begins_after: Option<DateTime<Utc>>,
) -> Result<(), DbErr> {
    if let Some(begins_after) = begins_after {
        sign_in_failure::Entity::delete_many()
            .filter(sign_in_failure::Column::Key.eq(key.to_vec()))
            .filter(sign_in_failure::Column::FirstAt.lte(begins_after))
            .exec(db)
            .await?;
    }
    let first =
        sign_in_failure::ActiveModel { key: Set(key.to_vec()), count: Set(1), first_at: Set(at), last_at: Set(at) };
    let count = (sign_in_failure::Entity, sign_in_failure::Column::Count);
    let again = OnConflict::column(sign_in_failure::Column::Key)
        .value(sign_in_failure::Column::Count, Expr::col(count).add(1))
        .value(sign_in_failure::Column::LastAt, Expr::value(at))
        .to_owned();
    sign_in_failure::Entity::insert(first).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

pub(super) async fn forget_sign_in_failures(db: &impl ConnectionTrait, key: &[u8]) -> Result<(), DbErr> {
    sign_in_failure::Entity::delete_by_id(key.to_vec()).exec(db).await?;
    Ok(())
}
