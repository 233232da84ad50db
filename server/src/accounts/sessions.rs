//! A session's life: opened by a password, kept up by refresh tokens, ended by its owner, by time, or by a theft.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::actor::Actor;
use super::api::Credentials;
use super::attempts::{self, Attempt};
use super::client::Client;
use super::error::AccountError;
use super::password::Password;
use super::token::{self, AccessToken};
use super::{password, store};
use crate::app::App;
use crate::audit::Chain;
use crate::entity::{account, refresh_token, session};
use crate::ids;
use crate::realtime::Close;

/// A session that nobody refreshes ends after this.
pub(super) const IDLE_LIFE: TimeDelta = TimeDelta::days(7);
/// Every session ends after this.
const WHOLE_LIFE: TimeDelta = TimeDelta::days(30);
/// For so long the tabs of one browser, or a client that lost the answer, may send a used refresh token again.
const GRACE: TimeDelta = TimeDelta::seconds(10);

/// What a client gets that has shown who it is.
pub(super) struct Grant {
    pub(super) access: AccessToken,
    pub(super) refresh: String,
    pub(super) account: account::Model,
}

/// Opens a session for the account with these credentials.
pub(super) async fn sign_in(app: &App, credentials: Credentials, client: &Client) -> Result<Grant, AccountError> {
    let now = app.clock.now();
    let email_key = credentials.email.key();
    let attempt = Attempt::new(&email_key, client);
    attempt.may_begin(app.database.reader(), now).await?;
    let account = store::account_by_email(app.database.reader(), &email_key).await?;
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let outdated = hash.as_deref().is_some_and(password::is_outdated);
    let is_right = password::is_right(credentials.password.clone(), hash).await?;
    let transaction = app.database.begin().await?;
    let Some(account) = account.filter(|_| is_right) else {
        // The same work for an address without an account.
        attempt.failed(&transaction, now).await?;
        transaction.commit().await?;
        return Err(AccountError::InvalidCredentials);
    };
    if account.suspended_at.is_some() {
        // Only whoever knows the password is told.
        return Err(AccountError::OrganisationSuspended);
    }
    attempts::forgive(&transaction, &email_key).await?;
    let grant = open(app, &transaction, account.clone(), client).await?;
    transaction.commit().await?;
    if outdated {
        renew_hash(app, account, credentials.password).await?;
    }
    Ok(grant)
}

/// Hashes a password anew that was hashed when less was thought enough.
async fn renew_hash(app: &App, account: account::Model, password: String) -> Result<(), AccountError> {
    let hash = password::hash(Password::known(password)).await?;
    let transaction = app.database.begin().await?;
    store::renew_hash(&transaction, &account, hash).await?;
    transaction.commit().await?;
    Ok(())
}

/// Opens a session for `account`, which has shown who it is.
pub(super) async fn open(
    app: &App,
    transaction: &impl ConnectionTrait,
    account: account::Model,
    client: &Client,
) -> Result<Grant, AccountError> {
    let now = app.clock.now();
    let session_id = ids::unordered();
    let session = session::ActiveModel {
        id: Set(session_id),
        account_id: Set(account.id),
        created_at: Set(now),
        idle_expires_at: Set(now + IDLE_LIFE),
        expires_at: Set(now + WHOLE_LIFE),
        ended_at: Set(None),
        device: Set(client.device.clone()),
    };
    store::add_session(transaction, session).await?;
    let refresh = ids::token();
    store::add_refresh_token(transaction, ids::fingerprint(&refresh), session_id, now).await?;
    grant(app, account, session_id, refresh, now)
}

/// Exchanges a refresh token for new tokens.
pub(super) async fn refresh(app: &App, refresh: &str) -> Result<Grant, AccountError> {
    let now = app.clock.now();
    let hash = ids::fingerprint(refresh);
    let transaction = app.database.begin().await?;
    let is_first_use = store::use_refresh_token(&transaction, &hash, now).await?;
    let used = store::refresh_token(&transaction, &hash).await?.ok_or(AccountError::SignedOut)?;
    if !is_first_use && !is_in_grace(&used, now) {
        store::end_session(&transaction, used.session_id, now).await?;
        transaction.commit().await?;
        app.rooms.revoke(used.session_id, Close::SIGNED_OUT);
        tracing::warn!(session = %used.session_id, "a used refresh token came back; its session was ended");
        return Err(AccountError::SignedOut);
    }
    let living = store::living_session(&transaction, used.session_id, now).await?;
    let (session, account) = living.ok_or(AccountError::SignedOut)?;
    let mut next = token::successor(&app.signing_key, refresh)?;
    if is_first_use {
        store::add_refresh_token(&transaction, ids::fingerprint(&next), session.id, now).await?;
        let idle_expires_at = session.expires_at.min(now + IDLE_LIFE);
        store::keep_session_until(&transaction, session.id, idle_expires_at).await?;
    } else {
        // Another tab may have gone on from the successor already: then this one follows it to the newest.
        while store::is_used(&transaction, &ids::fingerprint(&next)).await? {
            next = token::successor(&app.signing_key, &next)?;
        }
    }
    transaction.commit().await?;
    grant(app, account, session.id, next, now)
}

/// Ends a session: its tokens are refused from now on, its live connections are closed.
pub(super) async fn end(app: &App, session_id: Uuid) -> Result<(), AccountError> {
    let transaction = app.database.begin().await?;
    store::end_session(&transaction, session_id, app.clock.now()).await?;
    transaction.commit().await?;
    app.rooms.revoke(session_id, Close::SIGNED_OUT);
    Ok(())
}

/// Ends all sessions of an account, in a transaction after which they are to be closed ([`close`]).
pub async fn end_all(app: &App, transaction: &impl ConnectionTrait, account_id: Uuid) -> Result<Vec<Uuid>, DbErr> {
    store::end_sessions(transaction, account_id, None, app.clock.now()).await
}

/// Ends all sessions of whoever asks but the one they ask with.
pub(super) async fn end_others(
    app: &App,
    transaction: &impl ConnectionTrait,
    actor: &Actor,
) -> Result<Vec<Uuid>, DbErr> {
    store::end_sessions(transaction, actor.account_id, Some(actor.session_id), app.clock.now()).await
}

/// Closes the live connections of sessions that have ended.
pub fn close(app: &App, ended: &[Uuid]) {
    for session in ended {
        app.rooms.revoke(*session, Close::SIGNED_OUT);
    }
}

/// Ends all sessions of whoever asks.
pub(super) async fn end_everywhere(app: &App, actor: &Actor) -> Result<(), AccountError> {
    let transaction = app.database.begin().await?;
    let ended = end_all(app, &transaction, actor.account_id).await?;
    transaction.commit().await?;
    close(app, &ended);
    Ok(())
}

/// Ends one session of somebody's own; not that of anybody else.
pub(super) async fn end_own(app: &App, actor: &Actor, session_id: Uuid) -> Result<(), AccountError> {
    let is_own = store::sessions_of(app.database.reader(), actor.account_id, app.clock.now()).await?;
    if is_own.iter().all(|session| session.id != session_id) {
        return Err(AccountError::UnknownLink);
    }
    end(app, session_id).await
}

/// In whose log it belongs what somebody does with their account.
pub(super) fn chain_of(account: &account::Model) -> Chain {
    account.organisation_id.map_or(Chain::Platform, Chain::Organisation)
}

fn is_in_grace(used: &refresh_token::Model, now: DateTime<Utc>) -> bool {
    used.used_at.is_some_and(|used_at| now <= used_at + GRACE)
}

fn grant(
    app: &App,
    account: account::Model,
    session_id: Uuid,
    refresh: String,
    now: DateTime<Utc>,
) -> Result<Grant, AccountError> {
    let issuer = app.config.public_url.origin();
    let access = token::issue(&app.signing_key, &issuer, account.id, session_id, now)?;
    Ok(Grant { access, refresh, account })
}
