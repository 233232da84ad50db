//! Links that are mailed: whoever has one can read the mail of the address it was sent to. Each works once, for one
//! purpose, for a while. We keep the hash of its secret, and the secret stands after the `#`, which browsers do not send
//! and no log holds.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DbErr};

use super::error::AccountError;
use super::store;
use crate::app::App;
use crate::entity::account_link::Purpose;
use crate::entity::{account, account_link};
use crate::ids;

/// How long a link works.
fn life(purpose: Purpose) -> TimeDelta {
    match purpose {
        Purpose::Invitation => TimeDelta::days(7),
        Purpose::PasswordReset => TimeDelta::minutes(30),
        Purpose::Verification | Purpose::AddressChange => TimeDelta::hours(24),
    }
}

/// The page that a link opens.
fn page(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Invitation => "/invitation",
        Purpose::PasswordReset => "/password",
        Purpose::Verification | Purpose::AddressChange => "/address",
    }
}

/// Makes a link for the owner of `account`, to be mailed to `email`, in the place of any for the same purpose that was
/// mailed before. Gives the address in the mail.
pub(super) async fn make(
    app: &App,
    db: &impl ConnectionTrait,
    account: &account::Model,
    purpose: Purpose,
    email: &str,
) -> Result<String, DbErr> {
    let now = app.clock.now();
    let secret = ids::token();
    let link = account_link::Model {
        hash: ids::fingerprint(&secret),
        account_id: account.id,
        purpose,
        email: email.to_owned(),
        created_at: now,
        expires_at: now + life(purpose),
    };
    store::replace_link(db, link).await?;
    Ok(format!("{}#{secret}", app.config.public_url.page(page(purpose))))
}

/// Whose link this is, if it works still. It is not used up: programs that read mail open links too.
pub(super) async fn look(
    db: &impl ConnectionTrait,
    purposes: &[Purpose],
    secret: &str,
    now: DateTime<Utc>,
) -> Result<(account_link::Model, account::Model), AccountError> {
    let found = store::link(db, &ids::fingerprint(secret)).await?;
    found.filter(|(link, account)| works(link, account, purposes, now)).ok_or(AccountError::UnknownLink)
}

/// Uses a link up. Of any number of requests with the same link, one gets it.
pub(super) async fn take(
    db: &impl ConnectionTrait,
    purposes: &[Purpose],
    secret: &str,
    now: DateTime<Utc>,
) -> Result<(account_link::Model, account::Model), AccountError> {
    let link = store::take_link(db, &ids::fingerprint(secret)).await?.ok_or(AccountError::UnknownLink)?;
    let account = store::lock_account(db, link.account_id).await?.ok_or(AccountError::UnknownLink)?;
    if works(&link, &account, purposes, now) { Ok((link, account)) } else { Err(AccountError::UnknownLink) }
}

fn works(link: &account_link::Model, account: &account::Model, purposes: &[Purpose], now: DateTime<Utc>) -> bool {
    purposes.contains(&link.purpose)
        && link.expires_at > now
        && account.deactivated_at.is_none()
        && account.suspended_at.is_none()
}
