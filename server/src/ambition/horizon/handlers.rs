//! The addresses of the horizon.

use actix_web::web::{Data, Json, Path};
use actix_web::{get, post};
use uuid::Uuid;

use super::api::Horizon;
use super::reviewing;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;

/// When you last looked together at what you want in ten years, and when it is time again.
#[utoipa::path(tag = "ambition", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "Both; null what never was", body = Horizon),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/ambition/horizon")]
pub(super) async fn horizon(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<Json<Horizon>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reviewing::read(&app, &me).await?))
}

/// Put down that you looked at it together.
#[utoipa::path(tag = "ambition", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is time again in a year", body = Horizon),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/ambition/horizon/review")]
pub(super) async fn review_horizon(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<Json<Horizon>, Problem> {
    let me = member(&app, &actor, *id).await?;
    reviewing::review(&app, &me, &client).await?;
    Ok(Json(reviewing::read(&app, &me).await?))
}
