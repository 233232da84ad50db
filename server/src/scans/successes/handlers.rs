//! The addresses of successes.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use uuid::Uuid;

use super::api::{Record, Success, SuccessList};
use super::{changing, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;
use crate::precondition::IfMatch;

/// What went well in a partnership.
#[utoipa::path(tag = "improvements", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of it", body = SuccessList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/successes")]
pub(super) async fn list_successes(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<SuccessList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Put down what went well, and what each partner did for it.
#[utoipa::path(tag = "improvements", security(("cookie" = []), ("bearer" = [])), request_body = Record, responses(
    (status = 201, description = "It is on the wall", body = Success),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/successes")]
pub(super) async fn record_success(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<Record>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let made = changing::record(&app, &me, &client, &body).await?;
    Ok(HttpResponse::Created().json(reading::one(&app, &me, made).await?))
}

/// Put one down otherwise.
#[utoipa::path(tag = "improvements", security(("cookie" = []), ("bearer" = [])), request_body = Record, responses(
    (status = 200, description = "So it is", body = Success),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such success, or it is not yours", body = Problem),
    (status = 412, description = "`changed_meanwhile`: somebody changed it since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you change", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("success_id" = Uuid, Path), IfMatch))]
#[put("/partnerships/{id}/successes/{success_id}")]
pub(super) async fn change_success(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
    body: Json<Record>,
) -> Result<Json<Success>, Problem> {
    let (id, success) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    changing::change(&app, &me, &client, (success, &read), &body).await?;
    Ok(Json(reading::one(&app, &me, success).await?))
}

/// Take one that I put down off the wall.
#[utoipa::path(tag = "improvements", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is gone"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: somebody else put it down; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such success, or it is not yours", body = Problem),
    (status = 412, description = "`changed_meanwhile`: somebody changed it since; read it again", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you remove", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("success_id" = Uuid, Path), IfMatch))]
#[delete("/partnerships/{id}/successes/{success_id}")]
pub(super) async fn remove_success(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, success) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    changing::remove(&app, &me, &client, (success, &read)).await?;
    Ok(HttpResponse::NoContent().finish())
}
