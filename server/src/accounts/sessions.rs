//! A session's life: opened by a password, kept up by refresh tokens, ended by its owner, by time, or by a theft.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::api::Credentials;
use super::error::AccountError;
use super::token::{self, AccessToken};
use super::{password, store};
use crate::app::App;
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
pub(super) async fn sign_in(app: &App, credentials: Credentials) -> Result<Grant, AccountError> {
    let account = store::account_by_email(app.database.reader(), &credentials.email.key()).await?;
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let is_right = password::is_right(credentials.password, hash).await?;
    let account = account.filter(|_| is_right).ok_or(AccountError::InvalidCredentials)?;
    let transaction = app.database.begin().await?;
    let grant = open(app, &transaction, account).await?;
    transaction.commit().await?;
    Ok(grant)
}

/// Opens a session for `account`, which has shown who it is.
pub(super) async fn open(
    app: &App,
    transaction: &impl ConnectionTrait,
    account: account::Model,
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
        device: Set(None),
    };
    store::add_session(transaction, session).await?;
    let refresh = token::secret();
    store::add_refresh_token(transaction, token::fingerprint(&refresh), session_id, now).await?;
    grant(app, account, session_id, refresh, now)
}

/// Exchanges a refresh token for new tokens.
pub(super) async fn refresh(app: &App, refresh: &str) -> Result<Grant, AccountError> {
    let now = app.clock.now();
    let hash = token::fingerprint(refresh);
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
        store::add_refresh_token(&transaction, token::fingerprint(&next), session.id, now).await?;
        let idle_expires_at = session.expires_at.min(now + IDLE_LIFE);
        store::keep_session_until(&transaction, session.id, idle_expires_at).await?;
    } else {
        // Another tab may have gone on from the successor already: then this one follows it to the newest.
        while store::is_used(&transaction, &token::fingerprint(&next)).await? {
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
