//! An account for somebody who does not have one yet: made without a password, begun with a link that was mailed.

use chrono::TimeDelta;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::email::EmailAddress;
use super::error::AccountError;
use super::store;
use super::token;
use crate::app::App;
use crate::entity::account::Language;
use crate::entity::account_link::Purpose;
use crate::entity::{account, account_link};
use crate::{ids, mail};

mod letter;

/// How long an invitation can be accepted.
const LINK_LIFE: TimeDelta = TimeDelta::days(7);

/// Somebody who is to have an account.
#[derive(Clone, Debug)]
pub struct Invitee {
    /// Whose account it will be.
    pub organisation_id: Option<Uuid>,
    /// Where the link is mailed to.
    pub email: EmailAddress,
    /// What they are called; they may change it.
    pub name: String,
    /// In which language they are written to.
    pub language: Language,
    /// Whether they will administer the organisation.
    pub organisation_admin: bool,
}

/// Adds an account that nobody can sign in with yet, and mails the link with which its owner begins. `invited_to` is
/// the name of what they are invited to, as they know it.
///
/// # Errors
/// [`AccountError::AddressTaken`]; then the transaction cannot go on.
pub async fn invite(
    app: &App,
    db: &impl ConnectionTrait,
    invitee: Invitee,
    invited_to: &str,
) -> Result<Uuid, AccountError> {
    let account = account::Model {
        id: ids::ordered(),
        organisation_id: invitee.organisation_id,
        email: invitee.email.as_str().to_owned(),
        email_key: invitee.email.key(),
        name: invitee.name,
        password_hash: None,
        platform_admin: false,
        organisation_admin: invitee.organisation_admin,
        deactivated_at: None,
        created_at: app.clock.now(),
        language: invitee.language,
        verified_at: None,
    };
    store::add_account(db, account.clone().into()).await.map_err(AccountError::taken)?;
    send_invitation(app, db, &account, invited_to).await?;
    Ok(account.id)
}

/// Mails a new link, in the place of any that was mailed before.
pub async fn send_invitation(
    app: &App,
    db: &impl ConnectionTrait,
    account: &account::Model,
    invited_to: &str,
) -> Result<(), AccountError> {
    let now = app.clock.now();
    let secret = token::secret();
    let link = account_link::Model {
        hash: token::fingerprint(&secret),
        account_id: account.id,
        purpose: Purpose::Invitation,
        email: account.email.clone(),
        created_at: now,
        expires_at: now + LINK_LIFE,
    };
    store::replace_link(db, link).await?;
    // What follows # is not sent to a server, and so is in no log.
    let address = format!("{}#{secret}", app.config.public_url.page("/invitation"));
    let letter = letter::invitation(account.language, &account.name, invited_to, address);
    mail::queue(db, &account.email, account.language, &letter, now).await?;
    Ok(())
}
