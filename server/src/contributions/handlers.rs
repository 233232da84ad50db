//! The addresses of contributions.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use uuid::Uuid;

use super::api::{Contribution, ContributionList, OwnContribution};
use super::{confirming, keeping, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;
use crate::precondition::IfMatch;

/// What the partners bring and come to get.
#[utoipa::path(tag = "contributions", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of it, on one page", body = ContributionList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see it", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/contributions")]
pub(super) async fn contributions(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<ContributionList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Say what your own partner brings, or comes to get.
#[utoipa::path(tag = "contributions", security(("cookie" = []), ("bearer" = [])), request_body = OwnContribution,
    responses(
    (status = 201, description = "It is said; the partner that it names is asked whether it is so", body = Contribution),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read, or act for no partner; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`; with `oneself` or `unknown` for the partner that it names, `too_many` when a partner says more than fifty", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/contributions")]
pub(super) async fn add_contribution(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<OwnContribution>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let added = keeping::add(&app, &me, &client, &body).await?;
    Ok(HttpResponse::Created().json(reading::one(&app, &me, added).await?))
}

/// Say it anew. What is said otherwise is to be confirmed anew.
#[utoipa::path(tag = "contributions", security(("cookie" = []), ("bearer" = [])), request_body = OwnContribution,
    responses(
    (status = 200, description = "So it is", body = Contribution),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: another partner says it, or you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such contribution, or its partnership is not yours", body = Problem),
    (status = 412, description = "`changed_meanwhile`: somebody changed or confirmed it since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you change", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("contribution_id" = Uuid, Path), IfMatch))]
#[put("/partnerships/{id}/contributions/{contribution_id}")]
pub(super) async fn put_contribution(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
    body: Json<OwnContribution>,
) -> Result<Json<Contribution>, Problem> {
    let (id, contribution) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    keeping::put(&app, &me, &client, (contribution, &read), &body).await?;
    Ok(Json(reading::one(&app, &me, contribution).await?))
}

/// Take it away.
#[utoipa::path(tag = "contributions", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is gone"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: another partner says it, or you only read; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such contribution, or its partnership is not yours", body = Problem),
    (status = 412, description = "`changed_meanwhile`: somebody changed or confirmed it since; read it again", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you take away", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("contribution_id" = Uuid, Path), IfMatch))]
#[delete("/partnerships/{id}/contributions/{contribution_id}")]
pub(super) async fn remove_contribution(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, contribution) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    keeping::remove(&app, &me, &client, (contribution, &read)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Say for your partner, which it names, that it is so.
#[utoipa::path(tag = "contributions", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is met", body = Contribution),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it does not name your partner, or you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such contribution, or its partnership is not yours", body = Problem),
    (status = 412, description = "`changed_meanwhile`: it says something else by now; read it again", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you confirm", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("contribution_id" = Uuid, Path), IfMatch))]
#[put("/partnerships/{id}/contributions/{contribution_id}/confirmation")]
pub(super) async fn confirm_contribution(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Contribution>, Problem> {
    let (id, contribution) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    confirming::confirm(&app, &me, &client, (contribution, &read)).await?;
    Ok(Json(reading::one(&app, &me, contribution).await?))
}

/// Take back that it is so.
#[utoipa::path(tag = "contributions", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is not met", body = Contribution),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it does not name your partner, or you only read; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such contribution, or its partnership is not yours", body = Problem),
    (status = 412, description = "`changed_meanwhile`: it says something else by now; read it again", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you mean", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("contribution_id" = Uuid, Path), IfMatch))]
#[delete("/partnerships/{id}/contributions/{contribution_id}/confirmation")]
pub(super) async fn take_confirmation_back(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Contribution>, Problem> {
    let (id, contribution) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    confirming::take_back(&app, &me, &client, (contribution, &read)).await?;
    Ok(Json(reading::one(&app, &me, contribution).await?))
}
