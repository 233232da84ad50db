//! What somebody changes of their own account.

use sea_orm::ConnectionTrait;

use super::actor::Actor;
use super::attempts::Attempt;
use super::client::Client;
use super::email::EmailAddress;
use super::error::AccountError;
use super::password::{self, Password};
use super::reset::{deed_on, tell_owner};
use super::{letters, links, sessions, store};
use crate::app::App;
use crate::audit;
use crate::entity::account::{self, Language};
use crate::entity::account_link::Purpose;
use crate::entity::name_key;
use crate::mail;

/// How somebody is called, and written to; none for what stays as it is.
pub(super) struct Profile {
    pub(super) name: Option<String>,
    pub(super) language: Option<Language>,
}

pub(super) async fn change_profile(
    app: &App,
    actor: &Actor,
    profile: Profile,
) -> Result<account::Model, AccountError> {
    let transaction = app.database.begin().await?;
    let mut account = own_account(&transaction, actor).await?;
    account.name = profile.name.unwrap_or(account.name);
    account.name_key = name_key(&account.name);
    account.language = profile.language.unwrap_or(account.language);
    store::put_account(&transaction, account.clone()).await?;
    transaction.commit().await?;
    Ok(account)
}

/// Sets another password. The other sessions end: this one has just shown who it is.
pub(super) async fn change_password(
    app: &App,
    actor: &Actor,
    current: String,
    password: Password,
    client: &Client,
) -> Result<(), AccountError> {
    prove(app, actor, current, client).await?;
    let hash = password::hash(password).await?;
    let transaction = app.database.begin().await?;
    let mut account = own_account(&transaction, actor).await?;
    account.password_hash = Some(hash);
    store::put_account(&transaction, account.clone()).await?;
    let ended = sessions::end_others(app, &transaction, actor).await?;
    tell_owner(app, &transaction, &account).await?;
    audit::record(&transaction, deed_on(&account, "password.changed", client), app.clock.now()).await?;
    transaction.commit().await?;
    sessions::close(app, &ended);
    Ok(())
}

/// Mails a link to the address that somebody wants to sign in with. Until it is used nothing changes, and nobody is
/// told whether the address has an account already: that shows when the link is used, to whoever reads its mail.
pub(super) async fn request_address(
    app: &App,
    actor: &Actor,
    current: String,
    email: &EmailAddress,
    client: &Client,
) -> Result<(), AccountError> {
    prove(app, actor, current, client).await?;
    let transaction = app.database.begin().await?;
    let account = own_account(&transaction, actor).await?;
    let address = links::make(app, &transaction, &account, Purpose::AddressChange, email.as_str()).await?;
    let letter = letters::address_change(account.language, &account.name, address);
    mail::queue(&transaction, email.as_str(), account.language, &letter, app.clock.now()).await?;
    transaction.commit().await?;
    Ok(())
}

/// Mails a link with which somebody shows that mail reaches them. Does nothing where that was shown.
pub(super) async fn request_verification(app: &App, actor: &Actor) -> Result<(), AccountError> {
    let transaction = app.database.begin().await?;
    let account = own_account(&transaction, actor).await?;
    if account.verified_at.is_some() {
        return Ok(());
    }
    let address = links::make(app, &transaction, &account, Purpose::Verification, &account.email).await?;
    let letter = letters::verification(account.language, &account.name, address);
    mail::queue(&transaction, &account.email, account.language, &letter, app.clock.now()).await?;
    transaction.commit().await?;
    Ok(())
}

/// Uses a link that was mailed to an address: it is the account's from now on, and is known to be read.
pub(super) async fn confirm_address(app: &App, token: &str, client: &Client) -> Result<(), AccountError> {
    let now = app.clock.now();
    let purposes = [Purpose::Verification, Purpose::AddressChange];
    let transaction = app.database.begin().await?;
    let (link, mut account) = links::take(&transaction, &purposes, token, now).await?;
    account.verified_at = Some(now);
    if link.purpose == Purpose::AddressChange {
        let letter = letters::address_changed(account.language, &account.name, &link.email);
        mail::queue(&transaction, &account.email, account.language, &letter, now).await?;
        let email = EmailAddress::parse(&link.email).ok_or(AccountError::UnknownLink)?;
        account.email = email.as_str().to_owned();
        account.email_key = email.key();
        store::put_account(&transaction, account.clone()).await.map_err(AccountError::taken)?;
        audit::record(&transaction, deed_on(&account, "address.changed", client), now).await?;
    } else if link.email == account.email {
        store::put_account(&transaction, account).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Whoever sits at an unlocked screen is not its owner yet, and may not try more often than at sign-in.
async fn prove(app: &App, actor: &Actor, current: String, client: &Client) -> Result<(), AccountError> {
    let now = app.clock.now();
    let attempt = Attempt::new(&actor.account.email_key, client);
    attempt.may_begin(app.database.reader(), now).await?;
    if password::is_right(current, actor.account.password_hash.clone()).await? {
        return Ok(());
    }
    let transaction = app.database.begin().await?;
    attempt.failed(&transaction, now).await?;
    transaction.commit().await?;
    Err(AccountError::WrongPassword)
}

async fn own_account(db: &impl ConnectionTrait, actor: &Actor) -> Result<account::Model, AccountError> {
    store::lock_account(db, actor.account_id).await?.ok_or(AccountError::SignedOut)
}
