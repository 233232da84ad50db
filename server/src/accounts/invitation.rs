//! An account for somebody who does not have one yet: made without a password, begun with a link that was mailed.

use sea_orm::ConnectionTrait;
use serde_json::json;
use uuid::Uuid;

use super::client::Client;
use super::email::EmailAddress;
use super::error::AccountError;
use super::password::{self, Password};
use super::sessions::{self, Grant};
use super::{letters, links, store};
use crate::app::App;
use crate::audit::{self, Deed};
use crate::entity::account::{self, Language};
use crate::entity::account_link::Purpose;
use crate::entity::{name_key, organisation};
use crate::{ids, mail};

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
/// [`AccountError::AddressTaken`]; then the transaction cannot go on. [`AccountError::OrganisationSuspended`].
pub async fn invite(
    app: &App,
    db: &impl ConnectionTrait,
    invitee: Invitee,
    invited_to: &str,
) -> Result<Uuid, AccountError> {
    if let Some(id) = invitee.organisation_id {
        // Held, so that it is not suspended at this moment without this account.
        let organisation = store::hold_organisation(db, id).await?;
        if organisation.is_some_and(|found| found.status == organisation::Status::Suspended) {
            return Err(AccountError::OrganisationSuspended);
        }
    }
    let account = account::Model {
        id: ids::ordered(),
        organisation_id: invitee.organisation_id,
        email: invitee.email.as_str().to_owned(),
        email_key: invitee.email.key(),
        name_key: name_key(&invitee.name),
        name: invitee.name,
        password_hash: None,
        platform_admin: false,
        organisation_admin: invitee.organisation_admin,
        deactivated_at: None,
        created_at: app.clock.now(),
        language: invitee.language,
        verified_at: None,
        suspended_at: None,
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
    let address = links::make(app, db, account, Purpose::Invitation, &account.email).await?;
    let letter = letters::invitation(account.language, &account.name, invited_to, address);
    mail::queue(db, &account.email, account.language, &letter, app.clock.now()).await?;
    Ok(())
}

/// What somebody says who begins.
pub(super) struct Beginning {
    pub(super) token: String,
    pub(super) name: String,
    pub(super) password: Password,
    pub(super) language: Language,
}

/// Accepts an invitation: the account has a password from now on, and its owner is signed in. Somebody who used the
/// link can read the mail of its address.
pub(super) async fn accept(app: &App, beginning: Beginning, client: &Client) -> Result<Grant, AccountError> {
    let now = app.clock.now();
    // Looked up before hashing, so that nobody without a link makes us hash.
    links::look(app.database.reader(), &[Purpose::Invitation], &beginning.token, now).await?;
    let hash = password::hash(beginning.password).await?;
    let transaction = app.database.begin().await?;
    let (_, mut account) = links::take(&transaction, &[Purpose::Invitation], &beginning.token, now).await?;
    account.name_key = name_key(&beginning.name);
    account.name = beginning.name;
    account.password_hash = Some(hash);
    account.language = beginning.language;
    account.verified_at = Some(now);
    store::put_account(&transaction, account.clone()).await?;
    if let Some(organisation) = account.organisation_id.filter(|_| account.organisation_admin) {
        store::activate_organisation(&transaction, organisation).await?;
    }
    let grant = sessions::open(app, &transaction, account.clone(), client).await?;
    let deed = Deed {
        chain: sessions::chain_of(&account),
        actor: Some(account.id),
        from: client.address,
        action: "invitation.accepted",
        subject: Some(account.id),
        data: json!({}),
    };
    audit::record(&transaction, deed, now).await?;
    transaction.commit().await?;
    Ok(grant)
}
