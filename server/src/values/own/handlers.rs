//! The addresses of own values.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, patch, post};
use uuid::Uuid;

use super::api::{NewOwnValue, OwnValue, OwnValueChanges, OwnValueList};
use super::{keeping, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;
use crate::precondition::IfMatch;

/// What people value for themselves: your own, and what others let you see.
#[utoipa::path(tag = "values", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them, on one page", body = OwnValueList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see them", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/own-values")]
pub(super) async fn own_values(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<OwnValueList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Write down what you value.
#[utoipa::path(tag = "values", security(("cookie" = []), ("bearer" = [])), request_body = NewOwnValue,
    responses(
    (status = 201, description = "It is written down", body = OwnValue),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`; with `no_partner` for `visible_to` when you act for none", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/own-values")]
pub(super) async fn add_own_value(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewOwnValue>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let written = keeping::add(&app, &me, &client, &body).await?;
    Ok(HttpResponse::Created().json(reading::own(&app, &me, written).await?))
}

/// Change one of your own.
#[utoipa::path(tag = "values", security(("cookie" = []), ("bearer" = [])), request_body = OwnValueChanges,
    responses(
    (status = 200, description = "So it is", body = OwnValue),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: you have none with this id", body = Problem),
    (status = 412, description = "`changed_meanwhile`: you changed it elsewhere since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you change (`If-Match: \"3\"`)", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("own_value_id" = Uuid, Path), IfMatch))]
#[patch("/partnerships/{id}/own-values/{own_value_id}")]
pub(super) async fn change_own_value(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
    body: Json<OwnValueChanges>,
) -> Result<Json<OwnValue>, Problem> {
    let (id, value) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    keeping::change(&app, &me, &client, (value, &read), &body).await?;
    Ok(Json(reading::own(&app, &me, value).await?))
}

/// Take one of your own away.
#[utoipa::path(tag = "values", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is gone"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: you have none with this id", body = Problem),
    (status = 412, description = "`changed_meanwhile`: you changed it elsewhere since; read it again", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you remove", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("own_value_id" = Uuid, Path), IfMatch))]
#[delete("/partnerships/{id}/own-values/{own_value_id}")]
pub(super) async fn remove_own_value(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, value) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    keeping::remove(&app, &me, &client, (value, &read)).await?;
    Ok(HttpResponse::NoContent().finish())
}
