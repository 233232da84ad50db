//! The addresses of the business model.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use uuid::Uuid;

use super::api::{Completeness, ModelDraft, Proposal, Version};
use super::{completeness, proposing, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::entity::version::Subject;
use crate::error::Problem;
use crate::partnerships::member;
use crate::versions::{self, Said, VersionsStanding};

/// Where the business model stands: which version every partner stands behind, and which one waits for partners.
#[utoipa::path(tag = "business_model", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "With every version there was", body = VersionsStanding),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be loaded right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/business-model")]
pub(super) async fn business_model(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<VersionsStanding>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::standing(&app, &me).await?))
}

/// What would be put before the partners at this moment: what every partner sees of the canvas that counts, and of what it
/// costs and brings.
#[utoipa::path(tag = "business_model", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of it, with its hash", body = ModelDraft),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be loaded right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/business-model/draft")]
pub(super) async fn business_model_draft(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<ModelDraft>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::draft(&app, &me).await?))
}

/// What is there of the business model, and what is missing or to talk about.
#[utoipa::path(tag = "business_model", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "As far as you see", body = Completeness),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be loaded right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/business-model/completeness")]
pub(super) async fn business_model_completeness(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<Completeness>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(completeness::completeness(&app, &me).await?))
}

/// Put the business model before the partners, exactly as it was when you read it.
#[utoipa::path(tag = "business_model", security(("cookie" = []), ("bearer" = [])), request_body = Proposal, responses(
    (status = 201, description = "It waits for every partner", body = Version),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only leads propose; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`another_is_open`: withdraw it first; `nothing_written`: there is no card yet; `changed_meanwhile`: it is other than what you read; `same_words`: every partner stands behind exactly this already", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be loaded right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/business-model/versions")]
pub(super) async fn propose_business_model(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<Proposal>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let number = proposing::propose(&app, &me, &client, &body.hash).await?;
    Ok(HttpResponse::Created().json(reading::version(&app, &me, number).await?))
}

/// One version, with what it consists of. What a partner keeps to itself is in none.
#[utoipa::path(tag = "business_model", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "As it will always be, with what partners say of it now", body = Version),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such version, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("number" = i32, Path)))]
#[get("/partnerships/{id}/business-model/versions/{number}")]
pub(super) async fn business_model_version(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, i32)>,
) -> Result<Json<Version>, Problem> {
    let (id, number) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    Ok(Json(reading::version(&app, &me, number).await?))
}

/// Take the open version back.
#[utoipa::path(tag = "business_model", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is taken back; also when it was already", body = Version),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only leads withdraw; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such version, or it is not yours", body = Problem),
    (status = 409, description = "`not_open`: every partner stands behind it, or a later one took its place", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("number" = i32, Path)))]
#[post("/partnerships/{id}/business-model/versions/{number}/withdraw")]
pub(super) async fn withdraw_business_model(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, i32)>,
) -> Result<Json<Version>, Problem> {
    let (id, number) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    versions::withdraw(&app, &me, &client, Subject::BusinessModel, number).await?;
    Ok(Json(reading::version(&app, &me, number).await?))
}

/// Say for your partner whether it stands behind a version.
#[utoipa::path(tag = "business_model", security(("cookie" = []), ("bearer" = [])), request_body = Said, responses(
    (status = 200, description = "So your partner says", body = Version),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`no_mandate`: you do not speak for a partner that takes part; `forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such version, or it is not yours", body = Problem),
    (status = 409, description = "`not_open`: it was withdrawn, or a later one took its place", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("number" = i32, Path)))]
#[put("/partnerships/{id}/business-model/versions/{number}/endorsement")]
pub(super) async fn endorse_business_model(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, i32)>,
    body: Json<Said>,
) -> Result<Json<Version>, Problem> {
    let (id, number) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    versions::endorse(&app, &me, &client, Subject::BusinessModel, number, &body).await?;
    Ok(Json(reading::version(&app, &me, number).await?))
}

/// Take back what was said for your partner. It needs no reason.
#[utoipa::path(tag = "business_model", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "Your partner says nothing of it; also when it did not before", body = Version),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`no_mandate`: you do not speak for a partner that takes part; `forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such version, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("number" = i32, Path)))]
#[delete("/partnerships/{id}/business-model/versions/{number}/endorsement")]
pub(super) async fn reconsider_business_model(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, i32)>,
) -> Result<Json<Version>, Problem> {
    let (id, number) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    versions::reconsider(&app, &me, &client, Subject::BusinessModel, number).await?;
    Ok(Json(reading::version(&app, &me, number).await?))
}
