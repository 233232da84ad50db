//! The addresses of organisations.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, get, patch, post};
use uuid::Uuid;

use super::api::{NewOrganisation, OrganisationChange, OrganisationDetails, OrganisationList, OrganisationQuery};
use super::deeds::Clerk;
use super::error::OrganisationError;
use super::page::Place;
use super::{running, store};
use crate::access::Task;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;

/// The organisations of this installation.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "One page, by name", body = OrganisationList),
    (status = 400, description = "`invalid_request`: the limit is no number, or there is no such status", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you do not administer the installation", body = Problem),
    (status = 422, description = "`validation_failed`: the cursor is none of ours, or the limit is out of range", body = Problem),
), params(OrganisationQuery))]
#[get("/organisations")]
pub(super) async fn organisations(
    app: Data<App>,
    actor: Actor,
    client: Client,
    query: Query<OrganisationQuery>,
) -> Result<Json<OrganisationList>, Problem> {
    Clerk::of_platform(&actor, client, Task::ListOrganisations)?;
    let page = query.page()?;
    let found = store::organisations(app.database.reader(), &page, query.status.map(Into::into)).await?;
    let (items, next) = page.cut(found, |counted| Place {
        name_key: counted.organisation.name_key.clone(),
        id: counted.organisation.id,
    });
    Ok(Json(OrganisationList { items: items.into_iter().map(Into::into).collect(), next }))
}

/// Add an organisation, and invite who will administer it.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), request_body = NewOrganisation, responses(
    (status = 201, description = "Added; a link is on its way to who will administer it", body = OrganisationDetails),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you do not administer the installation; `bad_origin`", body = Problem),
    (status = 409, description = "`name_taken`, or `address_taken`: the address has an account already", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
))]
#[post("/organisations")]
pub(super) async fn add_organisation(
    app: Data<App>,
    actor: Actor,
    client: Client,
    body: Json<NewOrganisation>,
) -> Result<HttpResponse, Problem> {
    let clerk = Clerk::of_platform(&actor, client, Task::RunOrganisations)?;
    let id = running::found(&app, &clerk, body.into_inner().read()?).await?;
    Ok(HttpResponse::Created().json(details(&app, id).await?))
}

/// An organisation.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The organisation", body = OrganisationDetails),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer it", body = Problem),
), params(("id" = Uuid, Path, description = "The organisation")))]
#[get("/organisations/{id}")]
pub(super) async fn organisation(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<Json<OrganisationDetails>, Problem> {
    Clerk::of(&actor, client, *id, Task::ReadOrganisation)?;
    Ok(Json(details(&app, *id).await?))
}

/// Give an organisation another name.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), request_body = OrganisationChange, responses(
    (status = 200, description = "The organisation as it is now", body = OrganisationDetails),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you do not administer the installation; `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer it", body = Problem),
    (status = 409, description = "`name_taken`", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The organisation")))]
#[patch("/organisations/{id}")]
pub(super) async fn rename_organisation(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<OrganisationChange>,
) -> Result<Json<OrganisationDetails>, Problem> {
    let clerk = Clerk::of(&actor, client, *id, Task::RunOrganisations)?;
    running::rename(&app, &clerk, *id, body.into_inner().read()?).await?;
    Ok(Json(details(&app, *id).await?))
}

/// Let an organisation take part that was invited by a partnership and has not accepted.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The organisation as it is now", body = OrganisationDetails),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you do not administer the installation; `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer it", body = Problem),
    (status = 409, description = "`conflict`: it is suspended", body = Problem),
), params(("id" = Uuid, Path, description = "The organisation")))]
#[post("/organisations/{id}/confirm")]
pub(super) async fn confirm_organisation(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<Json<OrganisationDetails>, Problem> {
    let clerk = Clerk::of(&actor, client, *id, Task::RunOrganisations)?;
    running::confirm(&app, &clerk, *id).await?;
    Ok(Json(details(&app, *id).await?))
}

/// Keep everybody of an organisation out, until it is resumed.
///
/// They are signed out and disconnected, and nothing they send after this is kept. What they wrote stays.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The organisation as it is now", body = OrganisationDetails),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you do not administer the installation; `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer it", body = Problem),
), params(("id" = Uuid, Path, description = "The organisation")))]
#[post("/organisations/{id}/suspend")]
pub(super) async fn suspend_organisation(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<Json<OrganisationDetails>, Problem> {
    let clerk = Clerk::of(&actor, client, *id, Task::RunOrganisations)?;
    running::suspend(&app, &clerk, *id).await?;
    Ok(Json(details(&app, *id).await?))
}

/// Let everybody of a suspended organisation in again.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The organisation as it is now", body = OrganisationDetails),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you do not administer the installation; `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer it", body = Problem),
), params(("id" = Uuid, Path, description = "The organisation")))]
#[post("/organisations/{id}/resume")]
pub(super) async fn resume_organisation(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<Json<OrganisationDetails>, Problem> {
    let clerk = Clerk::of(&actor, client, *id, Task::RunOrganisations)?;
    running::resume(&app, &clerk, *id).await?;
    Ok(Json(details(&app, *id).await?))
}

async fn details(app: &App, id: Uuid) -> Result<OrganisationDetails, OrganisationError> {
    let found = store::organisation(app.database.reader(), id).await?;
    found.map(Into::into).ok_or(OrganisationError::NotFound)
}
