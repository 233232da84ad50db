//! The addresses of ledgers.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, delete, get, post, put};
use uuid::Uuid;

use super::api::{Counting, Ledger, LedgerLine, NewBeginning, OwnLedgerLine};
use super::{keeping, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::idempotency::IdempotencyKey;
use crate::partnerships::member;
use crate::precondition::IfMatch;

/// What it costs and brings, jointly and for each partner, as you see it.
#[utoipa::path(tag = "ledger", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The lines that you see, five years of sums of them, and what there is to talk about", body = Ledger),
    (status = 400, description = "`invalid_request`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see it", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), Counting))]
#[get("/partnerships/{id}/ledger")]
pub(super) async fn ledger(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    counting: Query<Counting>,
) -> Result<Json<Ledger>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::ledger(&app, &me, counting.at_least).await?))
}

/// Choose the month in which the years begin.
#[utoipa::path(tag = "ledger", security(("cookie" = []), ("bearer" = [])), request_body = NewBeginning, responses(
    (status = 204, description = "So it is"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 412, description = "`changed_meanwhile`: somebody chose another; read it again", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you change", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), IfMatch))]
#[put("/partnerships/{id}/ledger/beginning")]
pub(super) async fn begin_ledger(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    id: Path<Uuid>,
    body: Json<NewBeginning>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    keeping::begin(&app, &me, &client, &read, &body).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Write down what it costs or brings, jointly or your own partner.
#[utoipa::path(tag = "ledger", security(("cookie" = []), ("bearer" = [])), request_body = OwnLedgerLine, responses(
    (status = 201, description = "It is written down", body = LedgerLine),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it is another partner's, or you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`; with `too_many` when there are two hundred of a partner, or two hundred joint ones; `idempotency_key` has `reused` when something else was sent by it", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), IdempotencyKey))]
#[post("/partnerships/{id}/ledger/lines")]
pub(super) async fn add_ledger_line(
    app: Data<App>,
    actor: Actor,
    client: Client,
    key: IdempotencyKey,
    id: Path<Uuid>,
    body: Json<OwnLedgerLine>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let added = keeping::add(&app, &me, &client, key, &body).await?;
    Ok(HttpResponse::Created().json(reading::one(&app, &me, added).await?))
}

/// Write a line anew.
///
/// Whose it is stays. Shown to all, or hidden from the others, it becomes another line, with an id of its own.
#[utoipa::path(tag = "ledger", security(("cookie" = []), ("bearer" = [])), request_body = OwnLedgerLine, responses(
    (status = 200, description = "So it is", body = LedgerLine),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it is another partner's, or you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such line, or you do not see it", body = Problem),
    (status = 412, description = "`changed_meanwhile`: somebody changed it since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`; with `fixed` for a line that is to be another's", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you change", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("line_id" = Uuid, Path), IfMatch))]
#[put("/partnerships/{id}/ledger/lines/{line_id}")]
pub(super) async fn put_ledger_line(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
    body: Json<OwnLedgerLine>,
) -> Result<Json<LedgerLine>, Problem> {
    let (id, line) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    let written = keeping::put(&app, &me, &client, (line, &read), &body).await?;
    Ok(Json(reading::one(&app, &me, written).await?))
}

/// Take a line away.
#[utoipa::path(tag = "ledger", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is gone"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it is another partner's (of one that left a lead can take it away), or you only read; `concluded`, for a joint one; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such line, or you do not see it", body = Problem),
    (status = 412, description = "`changed_meanwhile`: somebody changed it since; read it again", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you take away", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("line_id" = Uuid, Path), IfMatch))]
#[delete("/partnerships/{id}/ledger/lines/{line_id}")]
pub(super) async fn remove_ledger_line(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, line) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    keeping::remove(&app, &me, &client, (line, &read)).await?;
    Ok(HttpResponse::NoContent().finish())
}
