//! The addresses of wishes.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, put};
use uuid::Uuid;

use super::api::{OwnRoleCapacity, OwnRoleWish, RoleCapacity, RoleWish, RoleWishList};
use super::{keeping, reading};
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;
use crate::precondition::IfMatch;

/// What people say about taking on roles: you, and what others share with you.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of it, on one page", body = RoleWishList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see it", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/role-wishes")]
pub(super) async fn wishes(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<Json<RoleWishList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Say what you wish of a role, and what energy it gives you.
///
/// Whoever says `never` is not asked, whatever they share; whoever says `rather_not` is not suggested.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), request_body = OwnRoleWish, responses(
    (status = 200, description = "So it is", body = RoleWish),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read, or act for no partner; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`role_removed`: the role is not on the board; `answer_first`: you have the role or are asked for it, so you cannot say never before you decline it or give it back", body = Problem),
    (status = 412, description = "`changed_meanwhile`: you changed this elsewhere since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you change; before the first it is `\"0\"`", body = Problem),
    (status = 503, description = "`unavailable`: the board of roles cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("role_id" = String, Path, description = "The role's key on the board"), IfMatch))]
#[put("/partnerships/{id}/roles/{role_id}/wish")]
pub(super) async fn put_wish(
    app: Data<App>,
    actor: Actor,
    read: IfMatch,
    path: Path<(Uuid, String)>,
    body: Json<OwnRoleWish>,
) -> Result<Json<RoleWish>, Problem> {
    let (id, role) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    keeping::put_wish(&app, &me, &read, &role, &body).await?;
    Ok(Json(reading::own(&app, &me, &role).await?))
}

/// Take back what you wished of a role.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "You said nothing of it"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read, or act for no partner; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: you said nothing of such a role", body = Problem),
    (status = 412, description = "`changed_meanwhile`: you changed this elsewhere since; read it again", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you take back", body = Problem),
    (status = 503, description = "`unavailable`: the board of roles cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("role_id" = String, Path, description = "The role's key on the board"), IfMatch))]
#[delete("/partnerships/{id}/roles/{role_id}/wish")]
pub(super) async fn take_wish_back(
    app: Data<App>,
    actor: Actor,
    read: IfMatch,
    path: Path<(Uuid, String)>,
) -> Result<HttpResponse, Problem> {
    let (id, role) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    keeping::take_wish_back(&app, &me, &read, &role).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Say how many roles you can carry.
///
/// You get no more than that, whatever you share; it takes away none that you have.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), request_body = OwnRoleCapacity,
    responses(
    (status = 200, description = "So it is", body = RoleCapacity),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read, or act for no partner; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 412, description = "`changed_meanwhile`: you changed this elsewhere since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you change; before the first it is `\"0\"`", body = Problem),
    (status = 503, description = "`unavailable`: the board of roles cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), IfMatch))]
#[put("/partnerships/{id}/role-capacity")]
pub(super) async fn put_capacity(
    app: Data<App>,
    actor: Actor,
    read: IfMatch,
    id: Path<Uuid>,
    body: Json<OwnRoleCapacity>,
) -> Result<Json<RoleCapacity>, Problem> {
    let me = member(&app, &actor, *id).await?;
    keeping::put_capacity(&app, &me, &read, &body).await?;
    Ok(Json(reading::own_capacity(&app, &me).await?))
}

/// Take back how many roles you can carry.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "You did not say"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read, or act for no partner; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: you did not say", body = Problem),
    (status = 412, description = "`changed_meanwhile`: you changed this elsewhere since; read it again", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you take back", body = Problem),
    (status = 503, description = "`unavailable`: the board of roles cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), IfMatch))]
#[delete("/partnerships/{id}/role-capacity")]
pub(super) async fn take_capacity_back(
    app: Data<App>,
    actor: Actor,
    read: IfMatch,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    keeping::take_capacity_back(&app, &me, &read).await?;
    Ok(HttpResponse::NoContent().finish())
}
