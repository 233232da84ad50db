//! The addresses of this feature.

use actix_web::web::{Data, Json, Path};
use actix_web::{get, patch};
use uuid::Uuid;

use super::api::{Partnership, PartnershipChange, PartnershipList};
use super::{renaming, seeing, store};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;

/// The partnerships I am in.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "By name; empty for somebody who is in none", body = PartnershipList),
    (status = 401, description = "`unauthenticated`", body = Problem),
))]
#[get("/partnerships")]
pub(super) async fn partnerships(app: Data<App>, actor: Actor) -> Result<Json<PartnershipList>, Problem> {
    let found = store::partnerships_of(app.database.reader(), actor.account_id).await?;
    Ok(Json(PartnershipList::new(found)))
}

/// A partnership I am in, with its partners and people.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The partnership", body = Partnership),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}")]
pub(super) async fn partnership(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<Partnership>, Problem> {
    Ok(Json(seeing::partnership_of(&app, actor.account_id, *id).await?))
}

/// Change what a partnership is called or what it is for.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), request_body = PartnershipChange,
    responses(
    (status = 200, description = "The partnership as it is now", body = Partnership),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[patch("/partnerships/{id}")]
pub(super) async fn change_partnership(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<PartnershipChange>,
) -> Result<Json<Partnership>, Problem> {
    renaming::rename(&app, &actor, &client, *id, body.into_inner().read()?).await?;
    Ok(Json(seeing::partnership_of(&app, actor.account_id, *id).await?))
}
