//! A new password for somebody who forgot theirs.

use sea_orm::ConnectionTrait;
use serde_json::json;

use super::client::Client;
use super::email::EmailAddress;
use super::error::AccountError;
use super::letters::Asker;
use super::password::{self, Password};
use super::{attempts, letters, links, sessions, store};
use crate::app::App;
use crate::audit::{self, Deed};
use crate::entity::account;
use crate::entity::account_link::Purpose;
use crate::mail;

/// Mails a link, if somebody can sign in with this address. Somebody who was invited and never began gets none: their
/// invitation is what they need.
pub(super) async fn send(app: &App, email: &EmailAddress, client: &Client) -> Result<(), AccountError> {
    let transaction = app.database.begin().await?;
    let Some(account) = store::account_by_email(&transaction, &email.key()).await? else { return Ok(()) };
    if account.password_hash.is_none() || account.suspended_at.is_some() {
        return Ok(());
    }
    mail_link(app, &transaction, &account, Asker::Somebody).await?;
    let deed = Deed { actor: None, ..deed_on(&account, "password.reset_requested", client) };
    audit::record(&transaction, deed, app.clock.now()).await?;
    transaction.commit().await?;
    Ok(())
}

/// Mails the owner of an account a link, because who administers their organisation wants them to have one.
pub async fn send_reset(
    app: &App,
    db: &impl ConnectionTrait,
    account: &account::Model,
) -> Result<(), AccountError> {
    mail_link(app, db, account, Asker::Administrator).await
}

async fn mail_link(
    app: &App,
    db: &impl ConnectionTrait,
    account: &account::Model,
    asker: Asker,
) -> Result<(), AccountError> {
    let address = links::make(app, db, account, Purpose::PasswordReset, &account.email).await?;
    let letter = letters::password_reset(account.language, &account.name, asker, address);
    mail::queue(db, &account.email, account.language, &letter, app.clock.now()).await?;
    Ok(())
}

/// Sets another password, with a link that was mailed. All sessions end: whoever knew the old password is out.
pub(super) async fn redeem(
    app: &App,
    token: &str,
    password: Password,
    client: &Client,
) -> Result<(), AccountError> {
    let now = app.clock.now();
    links::look(app.database.reader(), &[Purpose::PasswordReset], token, now).await?;
    let hash = password::hash(password).await?;
    let transaction = app.database.begin().await?;
    let (_, mut account) = links::take(&transaction, &[Purpose::PasswordReset], token, now).await?;
    account.password_hash = Some(hash);
    // Somebody who used the link can read the mail of the address.
    account.verified_at = account.verified_at.or(Some(now));
    store::put_account(&transaction, account.clone()).await?;
    attempts::forgive(&transaction, &account.email_key).await?;
    let ended = sessions::end_all(app, &transaction, account.id).await?;
    tell_owner(app, &transaction, &account).await?;
    audit::record(&transaction, deed_on(&account, "password.reset", client), now).await?;
    transaction.commit().await?;
    sessions::close(app, &ended);
    Ok(())
}

/// Mails the owner that their password is another one now.
pub(super) async fn tell_owner(
    app: &App,
    db: &impl ConnectionTrait,
    account: &account::Model,
) -> Result<(), AccountError> {
    let letter = letters::password_changed(account.language, &account.name, app.config.public_url.page("/"));
    mail::queue(db, &account.email, account.language, &letter, app.clock.now()).await?;
    Ok(())
}

/// Something that somebody did with their own account.
pub(super) fn deed_on(account: &account::Model, action: &'static str, client: &Client) -> Deed {
    Deed {
        chain: sessions::chain_of(account),
        actor: Some(account.id),
        from: client.address,
        action,
        subject: Some(account.id),
        data: json!({}),
    }
}
