//! The addresses of ending a partnership.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, post, put};
use uuid::Uuid;

use super::api::{Decision, NewConclusion};
use super::{ending, proposing};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;

/// Ask every partner whether the partnership is done.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), request_body = NewConclusion,
    responses(
    (status = 204, description = "They are asked"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; `concluded`: it is already; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`conflict`: they are being asked already", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/conclusion")]
pub(super) async fn propose_conclusion(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewConclusion>,
) -> Result<HttpResponse, Problem> {
    proposing::propose(&app, &actor, &client, *id, body.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Take the question back.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "Nobody is asked any more"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, it is not yours, or nothing is asked", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[delete("/partnerships/{id}/conclusion")]
pub(super) async fn withdraw_conclusion(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    proposing::withdraw(&app, &actor, &client, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Say for my partner whether it agrees to conclude. It may say otherwise as long as the question is open.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), request_body = Decision, responses(
    (status = 204, description = "So it stands; also when it did already"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only somebody with their partner's mandate may; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, it is not yours, or nothing is asked", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[put("/partnerships/{id}/conclusion/decision")]
pub(super) async fn decide_on_conclusion(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<Decision>,
) -> Result<HttpResponse, Problem> {
    proposing::decide(&app, &actor, &client, *id, body.agrees).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Conclude a partnership: every partner agreed. Everything in it stays as it is, to be read.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is concluded"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; `concluded`: it is already; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`not_all_agree`: not every partner said yes", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/conclude")]
pub(super) async fn conclude_partnership(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    ending::conclude(&app, &actor, &client, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Put a concluded partnership in the archive.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is in the archive; also when it was already"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`conflict`: it is not concluded", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/archive")]
pub(super) async fn archive_partnership(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    ending::archive(&app, &actor, &client, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Take a concluded partnership up again, also from the archive.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is worked on again; also when it was already"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/reopen")]
pub(super) async fn reopen_partnership(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    ending::reopen(&app, &actor, &client, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}
