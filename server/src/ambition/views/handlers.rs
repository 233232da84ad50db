//! The addresses of views.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use uuid::Uuid;

use super::api::{NewOverlap, Overlap, OwnView, View, ViewList};
use super::{keeping, marking, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;
use crate::precondition::IfMatch;

/// How each partner sees the challenge, side by side, and in what they touch.
#[utoipa::path(tag = "ambition", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them, on one page", body = ViewList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see them", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/views")]
pub(super) async fn views(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<Json<ViewList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Say how your own partner sees it.
#[utoipa::path(tag = "ambition", security(("cookie" = []), ("bearer" = [])), request_body = OwnView, responses(
    (status = 200, description = "So it sees it", body = View),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read, or act for no partner; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 412, description = "`changed_meanwhile`: somebody changed it since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you change; before the first it is `\"0\"`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), IfMatch))]
#[put("/partnerships/{id}/views/own")]
pub(super) async fn put_own_view(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    id: Path<Uuid>,
    body: Json<OwnView>,
) -> Result<Json<View>, Problem> {
    let me = member(&app, &actor, *id).await?;
    keeping::put_own(&app, &me, &client, &read, &body).await?;
    Ok(Json(reading::own(&app, &me).await?))
}

/// Mark in what the views of partners touch.
#[utoipa::path(tag = "ambition", security(("cookie" = []), ("bearer" = [])), request_body = NewOverlap, responses(
    (status = 201, description = "It is marked", body = Overlap),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`; with `two_partners` when it is not of two or more, each once, `not_there` when a view does not say what is quoted", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/overlaps")]
pub(super) async fn mark_overlap(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewOverlap>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let marked = marking::mark(&app, &me, &client, &body).await?;
    Ok(HttpResponse::Created().json(reading::overlap(&app, &me, marked).await?))
}

/// Take such a mark away.
#[utoipa::path(tag = "ambition", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is gone"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such mark, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("overlap_id" = Uuid, Path)))]
#[delete("/partnerships/{id}/overlaps/{overlap_id}")]
pub(super) async fn unmark_overlap(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, overlap) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    marking::unmark(&app, &me, &client, overlap).await?;
    Ok(HttpResponse::NoContent().finish())
}
