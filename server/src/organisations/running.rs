//! What who administers the installation does with organisations.

use serde_json::json;
use uuid::Uuid;

use super::api::Founding;
use super::deeds::Clerk;
use super::error::OrganisationError;
use super::store;
use crate::accounts::{self, Invitee, close_sessions};
use crate::app::App;
use crate::audit::Chain;
use crate::entity::organisation::{self, Status};
use crate::{entity, ids};

/// Adds an organisation, and invites who will administer it.
pub(super) async fn found(app: &App, clerk: &Clerk, founding: Founding) -> Result<Uuid, OrganisationError> {
    let organisation = organisation::Model {
        id: ids::ordered(),
        name_key: entity::name_key(&founding.name),
        name: founding.name,
        created_at: app.clock.now(),
        status: Status::Active,
    };
    let transaction = app.database.begin().await?;
    store::add(&transaction, organisation.clone()).await?;
    let admin = Invitee {
        organisation_id: Some(organisation.id),
        email: founding.email,
        name: founding.admin_name,
        language: founding.language,
        organisation_admin: true,
    };
    let admin = accounts::invite(app, &transaction, admin, &organisation.name).await?;
    let data = json!({ "name": organisation.name, "admin": admin });
    clerk.record(app, &transaction, Chain::Platform, "organisation.added", organisation.id, data).await?;
    refuse_second_of_a_name(&transaction, &organisation).await?;
    transaction.commit().await?;
    Ok(organisation.id)
}

/// Gives an organisation another name.
pub(super) async fn rename(app: &App, clerk: &Clerk, id: Uuid, name: String) -> Result<(), OrganisationError> {
    let transaction = app.database.begin().await?;
    let mut organisation = store::lock(&transaction, id).await?.ok_or(OrganisationError::NotFound)?;
    if organisation.name == name {
        return Ok(());
    }
    let data = json!({ "from": organisation.name, "to": name });
    organisation.name_key = entity::name_key(&name);
    organisation.name = name;
    store::put(&transaction, organisation.clone()).await?;
    clerk.record(app, &transaction, Chain::Platform, "organisation.renamed", id, data).await?;
    refuse_second_of_a_name(&transaction, &organisation).await?;
    transaction.commit().await?;
    Ok(())
}

/// Two organisations that nobody can tell apart are invited for each other. To be asked after the deed was recorded: the
/// log takes one writer at a time, so of two who choose one name at once the second sees the first.
async fn refuse_second_of_a_name(
    transaction: &sea_orm::DatabaseTransaction,
    organisation: &organisation::Model,
) -> Result<(), OrganisationError> {
    if store::is_name_taken(transaction, organisation).await? { Err(OrganisationError::NameTaken) } else { Ok(()) }
}

/// Lets an organisation take part that a partnership invited, before anybody of it accepted.
pub(super) async fn confirm(app: &App, clerk: &Clerk, id: Uuid) -> Result<(), OrganisationError> {
    let transaction = app.database.begin().await?;
    let mut organisation = store::lock(&transaction, id).await?.ok_or(OrganisationError::NotFound)?;
    match organisation.status {
        Status::Active => return Ok(()),
        Status::Suspended => return Err(OrganisationError::Conflict("The organisation is suspended.")),
        Status::Pending => {}
    }
    organisation.status = Status::Active;
    store::put(&transaction, organisation).await?;
    clerk.record(app, &transaction, Chain::Platform, "organisation.confirmed", id, json!({})).await?;
    transaction.commit().await?;
    Ok(())
}

/// Keeps everybody of an organisation out: they are signed out and disconnected, and what they send after this is not
/// kept. What they wrote stays.
pub(super) async fn suspend(app: &App, clerk: &Clerk, id: Uuid) -> Result<(), OrganisationError> {
    let now = app.clock.now();
    let transaction = app.database.begin().await?;
    let mut organisation = store::lock(&transaction, id).await?.ok_or(OrganisationError::NotFound)?;
    if organisation.status == Status::Suspended {
        return Ok(());
    }
    organisation.status = Status::Suspended;
    store::put(&transaction, organisation).await?;
    store::mark_suspended(&transaction, id, Some(now)).await?;
    let ended = store::end_sessions(&transaction, id, now).await?;
    clerk.record(app, &transaction, Chain::Platform, "organisation.suspended", id, json!({})).await?;
    transaction.commit().await?;
    close_sessions(app, &ended);
    Ok(())
}

/// Lets everybody of an organisation in again. They sign in anew.
pub(super) async fn resume(app: &App, clerk: &Clerk, id: Uuid) -> Result<(), OrganisationError> {
    let transaction = app.database.begin().await?;
    let mut organisation = store::lock(&transaction, id).await?.ok_or(OrganisationError::NotFound)?;
    if organisation.status != Status::Suspended {
        return Ok(());
    }
    organisation.status = Status::Active;
    store::put(&transaction, organisation).await?;
    store::mark_suspended(&transaction, id, None).await?;
    clerk.record(app, &transaction, Chain::Platform, "organisation.resumed", id, json!({})).await?;
    transaction.commit().await?;
    Ok(())
}
