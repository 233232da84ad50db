//! The addresses of rounds.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, patch, post};
use uuid::Uuid;

use super::api::{NewScan, Opening, Scan, ScanChanges, ScanList};
use super::planning::Changes;
use super::{closing, opening, planning, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;

/// The rounds of a partnership, and what to plan next.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them, the latest first", body = ScanList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/scans")]
pub(super) async fn list_rounds(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<Json<ScanList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Plan a round.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), request_body = NewScan, responses(
    (status = 201, description = "It is planned", body = Scan),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`: too many are planned", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/scans")]
pub(super) async fn plan_round(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewScan>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let made = planning::plan(&app, &me, &client, body.kind, body.planned_for).await?;
    Ok(HttpResponse::Created().json(reading::one(&app, &me, made).await?))
}

/// One round.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "How it stands", body = Scan),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such round, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("scan_id" = Uuid, Path)))]
#[get("/partnerships/{id}/scans/{scan_id}")]
pub(super) async fn read_round(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Scan>, Problem> {
    let (id, round) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    Ok(Json(reading::one(&app, &me, round).await?))
}

/// Move a planned round to another day, or show the report of a closed one to observers.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), request_body = ScanChanges, responses(
    (status = 200, description = "So it is", body = Scan),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such round, or it is not yours", body = Problem),
    (status = 409, description = "`opened_before`: its day is past", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("scan_id" = Uuid, Path)))]
#[patch("/partnerships/{id}/scans/{scan_id}")]
pub(super) async fn change_round(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<ScanChanges>,
) -> Result<Json<Scan>, Problem> {
    let (id, round) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    let changes = Changes { planned_for: body.planned_for, shared: body.shared };
    planning::change(&app, &me, &client, round, changes).await?;
    Ok(Json(reading::one(&app, &me, round).await?))
}

/// Take a planned round back.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is planned no more"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such round, or it is not yours", body = Problem),
    (status = 409, description = "`opened_before`: people were asked", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("scan_id" = Uuid, Path)))]
#[delete("/partnerships/{id}/scans/{scan_id}")]
pub(super) async fn cancel_round(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, round) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    planning::cancel(&app, &me, &client, round).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Open a round: everybody who acts for a partner is asked. What is asked, and how it will be shown, is fixed for good.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), request_body = Opening, responses(
    (status = 200, description = "It is open", body = Scan),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such round, or it is not yours", body = Problem),
    (status = 409, description = "`opened_before`; `another_is_open`; `too_few_people`: nothing could be shown even if \
        everybody answered", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("scan_id" = Uuid, Path)))]
#[post("/partnerships/{id}/scans/{scan_id}/open")]
pub(super) async fn open_round(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<Opening>,
) -> Result<Json<Scan>, Problem> {
    let (id, round) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    opening::open(&app, &me, &client, round, body.read()?).await?;
    Ok(Json(reading::one(&app, &me, round).await?))
}

/// Close a round before its day. It is reported as soon as the last answers are in, in less than a minute.
#[utoipa::path(tag = "scans", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is closed, or closing", body = Scan),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such round, or it is not yours", body = Problem),
    (status = 409, description = "`not_open`: it was not opened, or is closed", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("scan_id" = Uuid, Path)))]
#[post("/partnerships/{id}/scans/{scan_id}/close")]
pub(super) async fn close_round(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Scan>, Problem> {
    let (id, round) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    closing::close(&app, &me, &client, round).await?;
    Ok(Json(reading::one(&app, &me, round).await?))
}
