//! The addresses of an organisation's accounts.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, get, patch, post};
use uuid::Uuid;

use super::administering::{self, Whom};
use super::api::{
    AccountQuery, NewOrganisationAccount, OrganisationAccount, OrganisationAccountChange, OrganisationAccountList,
};
use super::store;
use crate::access::Task;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::organisations::deeds::Clerk;
use crate::organisations::error::OrganisationError;
use crate::organisations::page::Place;

/// The people of an organisation.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "One page, by name", body = OrganisationAccountList),
    (status = 400, description = "`invalid_request`: the limit is no number, or there is no such status", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer it", body = Problem),
    (status = 422, description = "`validation_failed`: the cursor is none of ours, or the limit is out of range", body = Problem),
), params(("id" = Uuid, Path, description = "The organisation"), AccountQuery))]
#[get("/organisations/{id}/accounts")]
pub(super) async fn accounts(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    query: Query<AccountQuery>,
) -> Result<Json<OrganisationAccountList>, Problem> {
    Clerk::of(&actor, client, *id, Task::RunAccounts)?;
    let (page, db) = (query.page()?, app.database.reader());
    // Who administers the installation may ask for one that is not there.
    crate::organisations::store::organisation(db, *id).await?.ok_or_else(Problem::not_found)?;
    let found = store::accounts(db, *id, &page, query.status).await?;
    let (items, next) =
        page.cut(found, |listed| Place { name_key: listed.account.name_key.clone(), id: listed.account.id });
    Ok(Json(OrganisationAccountList { items: items.into_iter().map(Into::into).collect(), next }))
}

/// Invite somebody: they are mailed a link with which they begin.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), request_body = NewOrganisationAccount, responses(
    (status = 201, description = "Invited; a link is on its way", body = OrganisationAccount),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer it", body = Problem),
    (status = 409, description = "`address_taken`: the address has an account already; `conflict`: the organisation is suspended", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The organisation")))]
#[post("/organisations/{id}/accounts")]
pub(super) async fn invite_account(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewOrganisationAccount>,
) -> Result<HttpResponse, Problem> {
    let clerk = Clerk::of(&actor, client, *id, Task::RunAccounts)?;
    let account = administering::invite(&app, &clerk, *id, body.into_inner().read(*id)?).await?;
    let account = one(&app, Whom { organisation: *id, account }).await?;
    Ok(HttpResponse::Created().json(account))
}

/// Change what somebody is called, or whether they administer the organisation.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), request_body = OrganisationAccountChange, responses(
    (status = 200, description = "The account as it is now", body = OrganisationAccount),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer its organisation", body = Problem),
    (status = 409, description = "`last_admin`: nobody else administers the organisation", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(
    ("id" = Uuid, Path, description = "The organisation"),
    ("account_id" = Uuid, Path, description = "The account"),
))]
#[patch("/organisations/{id}/accounts/{account_id}")]
pub(super) async fn change_account(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<OrganisationAccountChange>,
) -> Result<Json<OrganisationAccount>, Problem> {
    let (clerk, whom) = clerk(&actor, client, path)?;
    administering::change(&app, &clerk, whom, body.into_inner().read()?).await?;
    Ok(Json(one(&app, whom).await?))
}

/// Keep somebody out, until they are reactivated.
///
/// They are signed out and disconnected, and nothing they send after this is kept. What they wrote stays.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The account as it is now", body = OrganisationAccount),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer its organisation", body = Problem),
    (status = 409, description = "`last_admin`: nobody else administers the organisation", body = Problem),
), params(
    ("id" = Uuid, Path, description = "The organisation"),
    ("account_id" = Uuid, Path, description = "The account"),
))]
#[post("/organisations/{id}/accounts/{account_id}/deactivate")]
pub(super) async fn deactivate_account(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<OrganisationAccount>, Problem> {
    let (clerk, whom) = clerk(&actor, client, path)?;
    administering::deactivate(&app, &clerk, whom).await?;
    Ok(Json(one(&app, whom).await?))
}

/// Let somebody in again.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The account as it is now", body = OrganisationAccount),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer its organisation", body = Problem),
), params(
    ("id" = Uuid, Path, description = "The organisation"),
    ("account_id" = Uuid, Path, description = "The account"),
))]
#[post("/organisations/{id}/accounts/{account_id}/reactivate")]
pub(super) async fn reactivate_account(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<OrganisationAccount>, Problem> {
    let (clerk, whom) = clerk(&actor, client, path)?;
    administering::reactivate(&app, &clerk, whom).await?;
    Ok(Json(one(&app, whom).await?))
}

/// Mail another link to somebody who was invited and has not begun. The one before it works no more.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "A link is on its way", body = OrganisationAccount),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer its organisation", body = Problem),
    (status = 409, description = "`conflict`: the account is deactivated, or the organisation suspended, or they have begun", body = Problem),
), params(
    ("id" = Uuid, Path, description = "The organisation"),
    ("account_id" = Uuid, Path, description = "The account"),
))]
#[post("/organisations/{id}/accounts/{account_id}/invite-again")]
pub(super) async fn invite_account_again(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<OrganisationAccount>, Problem> {
    let (clerk, whom) = clerk(&actor, client, path)?;
    administering::invite_again(&app, &clerk, whom).await?;
    Ok(Json(one(&app, whom).await?))
}

/// Mail somebody a link with which they choose another password. Until they use it, theirs stays.
#[utoipa::path(tag = "organisations", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "A link is on its way", body = OrganisationAccount),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or you do not administer its organisation", body = Problem),
    (status = 409, description = "`conflict`: the account is deactivated, or the organisation suspended, or they have not begun", body = Problem),
), params(
    ("id" = Uuid, Path, description = "The organisation"),
    ("account_id" = Uuid, Path, description = "The account"),
))]
#[post("/organisations/{id}/accounts/{account_id}/reset-password")]
pub(super) async fn reset_account_password(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<OrganisationAccount>, Problem> {
    let (clerk, whom) = clerk(&actor, client, path)?;
    administering::reset_password(&app, &clerk, whom).await?;
    Ok(Json(one(&app, whom).await?))
}

fn clerk(actor: &Actor, client: Client, path: Path<(Uuid, Uuid)>) -> Result<(Clerk, Whom), OrganisationError> {
    let (organisation, account) = path.into_inner();
    let clerk = Clerk::of(actor, client, organisation, Task::RunAccounts)?;
    Ok((clerk, Whom { organisation, account }))
}

async fn one(app: &App, whom: Whom) -> Result<OrganisationAccount, OrganisationError> {
    let found = store::account(app.database.reader(), whom.organisation, whom.account).await?;
    found.map(Into::into).ok_or(OrganisationError::NotFound)
}
