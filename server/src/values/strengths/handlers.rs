//! The addresses of strengths.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, put};
use uuid::Uuid;

use super::api::{OwnStrength, StrengthList, ValueStrength};
use super::{reading, weighing};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;

/// How strongly each partner holds each common value.
#[utoipa::path(tag = "values", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them, on one page", body = StrengthList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see them", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/values/strengths")]
pub(super) async fn strengths(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<Json<StrengthList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Say how strongly your own partner holds a common value.
///
/// It takes the place of what your partner said before.
#[utoipa::path(tag = "values", security(("cookie" = []), ("bearer" = [])), request_body = OwnStrength, responses(
    (status = 200, description = "So strongly it holds it", body = ValueStrength),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read, or act for no partner; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership or value, or it is not yours", body = Problem),
    (status = 409, description = "`value_removed`: the value is not on the board any more", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("value_id" = String, Path, description = "The value's key on the board")))]
#[put("/partnerships/{id}/values/{value_id}/strength")]
pub(super) async fn weigh(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, String)>,
    body: Json<OwnStrength>,
) -> Result<Json<ValueStrength>, Problem> {
    let (id, value) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    let given = weighing::weigh(&app, &me, &client, &value, &body).await?;
    Ok(Json(reading::one(&app, &me, given).await?))
}

/// Take back how strongly your own partner holds a common value.
#[utoipa::path(tag = "values", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It has not said it"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read, or act for no partner; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: your partner did not weigh such a value", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("value_id" = String, Path, description = "The value's key on the board")))]
#[delete("/partnerships/{id}/values/{value_id}/strength")]
pub(super) async fn take_back(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, String)>,
) -> Result<HttpResponse, Problem> {
    let (id, value) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    weighing::take_back(&app, &me, &client, &value).await?;
    Ok(HttpResponse::NoContent().finish())
}
