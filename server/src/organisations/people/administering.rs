//! What who administers an organisation does with its accounts. The organisation is locked meanwhile, so that two who
//! administer it take turns.

use sea_orm::DatabaseTransaction;
use serde_json::json;
use uuid::Uuid;

use super::store;
use crate::accounts::{self, Invitee, close_sessions};
use crate::app::App;
use crate::audit::Chain;
use crate::entity::{account, name_key, organisation};
use crate::organisations::deeds::Clerk;
use crate::organisations::error::OrganisationError;
use crate::organisations::store as organisations;
use crate::realtime::Close;

/// Which account of which organisation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whom {
    pub(super) organisation: Uuid,
    pub(super) account: Uuid,
}

/// What is to be different; none for what stays as it is.
pub(super) struct Change {
    pub(super) name: Option<String>,
    pub(super) organisation_admin: Option<bool>,
}

/// Adds an account, and mails the link with which its owner begins.
pub(super) async fn invite(
    app: &App,
    clerk: &Clerk,
    organisation: Uuid,
    invitee: Invitee,
) -> Result<Uuid, OrganisationError> {
    let transaction = app.database.begin().await?;
    let organisation = lock_organisation(&transaction, organisation).await?;
    let data = json!({ "organisation_admin": invitee.organisation_admin });
    let id = accounts::invite(app, &transaction, invitee, &organisation.name).await?;
    let chain = Chain::Organisation(organisation.id);
    clerk.record(app, &transaction, chain, "account.invited", id, data).await?;
    transaction.commit().await?;
    Ok(id)
}

/// Changes what somebody is called, or whether they administer the organisation.
pub(super) async fn change(app: &App, clerk: &Clerk, whom: Whom, change: Change) -> Result<(), OrganisationError> {
    let transaction = app.database.begin().await?;
    let (_, mut account) = lock(&transaction, whom).await?;
    let before = account.clone();
    if let Some(name) = change.name {
        account.name_key = name_key(&name);
        account.name = name;
    }
    account.organisation_admin = change.organisation_admin.unwrap_or(account.organisation_admin);
    if account == before {
        return Ok(());
    }
    if before.organisation_admin && !account.organisation_admin {
        refuse_last_admin(&transaction, whom, &before).await?;
    }
    let data = json!({
        "renamed": account.name != before.name,
        "organisation_admin": account.organisation_admin,
    });
    store::put(&transaction, account).await?;
    record(app, &transaction, clerk, whom, "account.changed", data).await?;
    transaction.commit().await?;
    Ok(())
}

/// Keeps somebody out: they are signed out and disconnected, and what they send after this is not kept. What they wrote
/// stays, under their name.
pub(super) async fn deactivate(app: &App, clerk: &Clerk, whom: Whom) -> Result<(), OrganisationError> {
    let transaction = app.database.begin().await?;
    let (_, mut account) = lock(&transaction, whom).await?;
    if account.deactivated_at.is_some() {
        return Ok(());
    }
    if account.organisation_admin {
        refuse_last_admin(&transaction, whom, &account).await?;
    }
    account.deactivated_at = Some(app.clock.now());
    store::put(&transaction, account).await?;
    let ended = accounts::end_sessions(app, &transaction, whom.account).await?;
    record(app, &transaction, clerk, whom, "account.deactivated", json!({})).await?;
    transaction.commit().await?;
    close_sessions(app, &ended);
    // Whatever came in by a ticket or a session that was opened at this very moment.
    app.rooms.revoke(whom.account, Close::SIGNED_OUT);
    Ok(())
}

/// Lets somebody in again. They sign in anew.
pub(super) async fn reactivate(app: &App, clerk: &Clerk, whom: Whom) -> Result<(), OrganisationError> {
    let transaction = app.database.begin().await?;
    let (_, mut account) = lock(&transaction, whom).await?;
    if account.deactivated_at.is_none() {
        return Ok(());
    }
    account.deactivated_at = None;
    store::put(&transaction, account).await?;
    record(app, &transaction, clerk, whom, "account.reactivated", json!({})).await?;
    transaction.commit().await?;
    Ok(())
}

/// Mails a new link to somebody who has not begun; the one before it works no more.
pub(super) async fn invite_again(app: &App, clerk: &Clerk, whom: Whom) -> Result<(), OrganisationError> {
    let transaction = app.database.begin().await?;
    let (organisation, account) = lock(&transaction, whom).await?;
    refuse_kept_out(&account)?;
    if account.password_hash.is_some() {
        return Err(OrganisationError::Conflict("They have begun already."));
    }
    accounts::send_invitation(app, &transaction, &account, &organisation.name).await?;
    record(app, &transaction, clerk, whom, "account.invited_again", json!({})).await?;
    transaction.commit().await?;
    Ok(())
}

/// Mails a link with which somebody chooses another password. Until they use it, theirs stays.
pub(super) async fn reset_password(app: &App, clerk: &Clerk, whom: Whom) -> Result<(), OrganisationError> {
    let transaction = app.database.begin().await?;
    let (_, account) = lock(&transaction, whom).await?;
    refuse_kept_out(&account)?;
    if account.password_hash.is_none() {
        return Err(OrganisationError::Conflict("They have not begun; invite them again."));
    }
    accounts::send_reset(app, &transaction, &account).await?;
    record(app, &transaction, clerk, whom, "account.password_reset_sent", json!({})).await?;
    transaction.commit().await?;
    Ok(())
}

async fn lock(
    transaction: &DatabaseTransaction,
    whom: Whom,
) -> Result<(organisation::Model, account::Model), OrganisationError> {
    let organisation = lock_organisation(transaction, whom.organisation).await?;
    let account = store::lock(transaction, whom.organisation, whom.account).await?;
    Ok((organisation, account.ok_or(OrganisationError::NotFound)?))
}

async fn lock_organisation(
    transaction: &DatabaseTransaction,
    id: Uuid,
) -> Result<organisation::Model, OrganisationError> {
    organisations::lock(transaction, id).await?.ok_or(OrganisationError::NotFound)
}

/// Somebody who has not begun administers nothing yet, so without them there is no less.
async fn refuse_last_admin(
    transaction: &DatabaseTransaction,
    whom: Whom,
    account: &account::Model,
) -> Result<(), OrganisationError> {
    let acts = account.password_hash.is_some() && account.deactivated_at.is_none();
    if acts && store::other_admins(transaction, whom.organisation, whom.account).await? == 0 {
        return Err(OrganisationError::LastAdmin);
    }
    Ok(())
}

fn refuse_kept_out(account: &account::Model) -> Result<(), OrganisationError> {
    if account.deactivated_at.is_some() {
        return Err(OrganisationError::Conflict("The account is deactivated."));
    }
    if account.suspended_at.is_some() {
        return Err(OrganisationError::Conflict("The organisation is suspended."));
    }
    Ok(())
}

async fn record(
    app: &App,
    transaction: &DatabaseTransaction,
    clerk: &Clerk,
    whom: Whom,
    action: &'static str,
    data: serde_json::Value,
) -> Result<(), OrganisationError> {
    let chain = Chain::Organisation(whom.organisation);
    Ok(clerk.record(app, transaction, chain, action, whom.account, data).await?)
}
