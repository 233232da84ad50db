//! The addresses of tension checks.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, patch, post};
use uuid::Uuid;

use super::api::{NewTensionCheck, TensionCheck, TensionCheckChanges, TensionCheckList};
use super::{keeping, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;
use crate::precondition::IfMatch;

/// What people asked themselves at a tense moment: your own, and what others let you read.
#[utoipa::path(tag = "values", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them, on one page", body = TensionCheckList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not read them", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/tension-checks")]
pub(super) async fn tension_checks(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<TensionCheckList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Answer the four questions of a tense moment.
#[utoipa::path(tag = "values", security(("cookie" = []), ("bearer" = [])), request_body = NewTensionCheck,
    responses(
    (status = 201, description = "It is written", body = TensionCheck),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`; with `required` for `answers` when none says anything", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/tension-checks")]
pub(super) async fn add_tension_check(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewTensionCheck>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let written = keeping::add(&app, &me, &client, &body).await?;
    Ok(HttpResponse::Created().json(reading::own(&app, &me, written).await?))
}

/// Change one of your own.
#[utoipa::path(tag = "values", security(("cookie" = []), ("bearer" = [])), request_body = TensionCheckChanges,
    responses(
    (status = 200, description = "So it is", body = TensionCheck),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: you have none with this id", body = Problem),
    (status = 412, description = "`changed_meanwhile`: you changed it elsewhere since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you change (`If-Match: \"3\"`)", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("check_id" = Uuid, Path), IfMatch))]
#[patch("/partnerships/{id}/tension-checks/{check_id}")]
pub(super) async fn change_tension_check(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
    body: Json<TensionCheckChanges>,
) -> Result<Json<TensionCheck>, Problem> {
    let (id, check) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    keeping::change(&app, &me, &client, (check, &read), &body).await?;
    Ok(Json(reading::own(&app, &me, check).await?))
}

/// Take one of your own away.
#[utoipa::path(tag = "values", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is gone"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: you have none with this id", body = Problem),
    (status = 412, description = "`changed_meanwhile`: you changed it elsewhere since; read it again", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you remove", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("check_id" = Uuid, Path), IfMatch))]
#[delete("/partnerships/{id}/tension-checks/{check_id}")]
pub(super) async fn remove_tension_check(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, check) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    keeping::remove(&app, &me, &client, (check, &read)).await?;
    Ok(HttpResponse::NoContent().finish())
}
