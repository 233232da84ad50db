//! The addresses of canvases.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, post, put};
use uuid::Uuid;

use super::api::{Canvas, CanvasChoice, CanvasList, CanvasTitle, NewCanvas, PutAway};
use super::{keeping, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;

/// The variants of the business model.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them, on one page, also those that were put away", body = CanvasList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/canvases")]
pub(super) async fn canvases(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<Json<CanvasList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Make a variant, empty or as a copy.
///
/// A copy has the cards of the other, written by who makes it; what was said of those cards and what hangs together with
/// them stays with the other.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), request_body = NewCanvas, responses(
    (status = 201, description = "It is there; the one that counts still counts", body = Canvas),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`: `title` is `required`, `too_long`, `taken`, or there are `too_many` (30); `copy_of` is `unknown`", body = Problem),
    (status = 503, description = "`unavailable`: what is to be copied cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/canvases")]
pub(super) async fn make_canvas(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewCanvas>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let made = keeping::make(&app, &me, &client, &body).await?;
    Ok(HttpResponse::Created().json(reading::one(&app, &me, made).await?))
}

/// Choose the variant that counts: which the partners are asked to stand behind.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), request_body = CanvasChoice, responses(
    (status = 200, description = "It counts, and the one before does not", body = Canvas),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you do not lead; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership or canvas, or it is not yours", body = Problem),
    (status = 409, description = "`put_away`: bring it back first", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[put("/partnerships/{id}/canvases/current")]
pub(super) async fn choose_canvas(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<CanvasChoice>,
) -> Result<Json<Canvas>, Problem> {
    let me = member(&app, &actor, *id).await?;
    keeping::choose(&app, &me, &client, &body).await?;
    Ok(Json(reading::one(&app, &me, body.board_id).await?))
}

/// Call a variant otherwise.
///
/// Of two who do so at once the last one counts: it is a name that all see.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), request_body = CanvasTitle, responses(
    (status = 200, description = "So it is called", body = Canvas),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such canvas, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`: `title` is `required`, `too_long` or `taken`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("board_id" = Uuid, Path)))]
#[put("/partnerships/{id}/canvases/{board_id}/title")]
pub(super) async fn rename_canvas(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<CanvasTitle>,
) -> Result<Json<Canvas>, Problem> {
    let (id, canvas) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    keeping::rename(&app, &me, &client, (canvas, &body)).await?;
    Ok(Json(reading::one(&app, &me, canvas).await?))
}

/// Put a variant out of sight, or bring it back. Nothing on it is lost.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), request_body = PutAway, responses(
    (status = 200, description = "So it is", body = Canvas),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such canvas, or it is not yours", body = Problem),
    (status = 409, description = "`is_current`: it is the one that counts", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("board_id" = Uuid, Path)))]
#[put("/partnerships/{id}/canvases/{board_id}/put-away")]
pub(super) async fn put_canvas_away(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<PutAway>,
) -> Result<Json<Canvas>, Problem> {
    let (id, canvas) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    keeping::put_away(&app, &me, &client, (canvas, &body)).await?;
    Ok(Json(reading::one(&app, &me, canvas).await?))
}
