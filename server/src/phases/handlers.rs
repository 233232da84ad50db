//! The addresses of phases.

use actix_web::web::{Data, Json, Path};
use actix_web::{delete, get, post, put};
use uuid::Uuid;

use super::api::{NextPhase, OwnReadiness, Way};
use super::error::PhaseError;
use super::phase::Phase;
use super::{moving, readiness, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;

/// Where a partnership is on its way, with the evidence for each phase.
#[utoipa::path(tag = "phases", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All seven phases, and how it got where it is", body = Way),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/phases")]
pub(super) async fn phases(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<Json<Way>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::read(&app, &me).await?))
}

/// Move to another phase: on, with the evidence or with a reason; or back.
#[utoipa::path(tag = "phases", security(("cookie" = []), ("bearer" = [])), request_body = NextPhase, responses(
    (status = 200, description = "It is in that phase; also when it was already", body = Way),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only leads move on; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`moved_meanwhile`: it is in another phase than you say", body = Problem),
    (status = 422, description = "`validation_failed`; with `required` for `reason` when something is missing", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/phase")]
pub(super) async fn move_phase(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NextPhase>,
) -> Result<Json<Way>, Problem> {
    let me = member(&app, &actor, *id).await?;
    moving::go(&app, &me, &client, &body).await?;
    Ok(Json(reading::read(&app, &me).await?))
}

/// Say how far your partner is with a phase.
#[utoipa::path(tag = "phases", security(("cookie" = []), ("bearer" = [])), request_body = OwnReadiness, responses(
    (status = 200, description = "So far it is", body = Way),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`no_mandate`: you do not speak for a partner that takes part; `forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership or phase, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("phase" = String, Path, description = "The id of a phase")))]
#[put("/partnerships/{id}/phases/{phase}/readiness")]
pub(super) async fn say_readiness(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, String)>,
    body: Json<OwnReadiness>,
) -> Result<Json<Way>, Problem> {
    let (id, phase) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    readiness::say(&app, &me, &client, known(&phase)?, body.readiness).await?;
    Ok(Json(reading::read(&app, &me).await?))
}

/// Take that back.
#[utoipa::path(tag = "phases", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "Your partner says nothing of it; also when it did not before", body = Way),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`no_mandate`: you do not speak for a partner that takes part; `forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership or phase, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("phase" = String, Path, description = "The id of a phase")))]
#[delete("/partnerships/{id}/phases/{phase}/readiness")]
pub(super) async fn take_readiness_back(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, String)>,
) -> Result<Json<Way>, Problem> {
    let (id, phase) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    readiness::take_back(&app, &me, &client, known(&phase)?).await?;
    Ok(Json(reading::read(&app, &me).await?))
}

fn known(phase: &str) -> Result<Phase, PhaseError> {
    phase.parse().map_err(|_| PhaseError::NotFound)
}
