//! The addresses of common values.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, patch, post};
use uuid::Uuid;

use super::api::{NewValueBody, SavedValue, ValueChangeBody};
use crate::accounts::Actor;
use crate::app::App;
use crate::boards::edits::api::Saved;
use crate::boards::edits::draft::Desk;
use crate::boards::kind::Kind;
use crate::error::Problem;

/// Name a value that the partners hold in common.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), request_body = NewValueBody, responses(
    (status = 201, description = "The value", body = SavedValue),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`, `wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board")))]
#[post("/boards/{id}/values")]
pub(super) async fn add_value(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    body: Json<NewValueBody>,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::open(&app, actor.account_id, *id, Kind::Values).await?;
    let value = body.into_inner().read()?;
    let (value, seq) = desk.write(move |transaction| super::add(transaction, &value)).await?;
    Ok(HttpResponse::Created().json(SavedValue { value, seq }))
}

/// Change or move a value.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), request_body = ValueChangeBody, responses(
    (status = 200, description = "The value", body = SavedValue),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board or value, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`, `wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), ("value_id" = String, Path, description = "The value")))]
#[patch("/boards/{id}/values/{value_id}")]
pub(super) async fn change_value(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, String)>,
    body: Json<ValueChangeBody>,
) -> Result<Json<SavedValue>, Problem> {
    let (id, value_id) = path.into_inner();
    let desk = Desk::open(&app, actor.account_id, id, Kind::Values).await?;
    let change = body.into_inner().read()?;
    let (value, seq) = desk.write(move |transaction| super::change(transaction, &value_id, &change)).await?;
    Ok(Json(SavedValue { value, seq }))
}

/// Take a value away.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is gone", body = Saved),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board or value, or it is not yours", body = Problem),
    (status = 422, description = "`wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), ("value_id" = String, Path, description = "The value")))]
#[delete("/boards/{id}/values/{value_id}")]
pub(super) async fn remove_value(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, String)>,
) -> Result<Json<Saved>, Problem> {
    let (id, value_id) = path.into_inner();
    let desk = Desk::open(&app, actor.account_id, id, Kind::Values).await?;
    let ((), seq) = desk.write(move |transaction| super::remove(transaction, &value_id)).await?;
    Ok(Json(Saved { seq }))
}
