//! The addresses of recognitions.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use uuid::Uuid;

use super::api::{NewRecognition, Recognition, RecognitionAnswer, RecognitionList};
use super::{answering, giving, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;

/// What is recognised in you, what you recognise in others, and what others accepted and let you see.
#[utoipa::path(tag = "profiles", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them, on one page", body = RecognitionList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see them", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/recognitions")]
pub(super) async fn recognitions(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<RecognitionList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Recognise a core quality in somebody else, with an example.
#[utoipa::path(tag = "profiles", security(("cookie" = []), ("bearer" = [])), request_body = NewRecognition,
    responses(
    (status = 201, description = "They are told", body = Recognition),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`recognised_before`: this quality in this person", body = Problem),
    (status = 422, description = "`validation_failed`; with `oneself` or `unknown` for `account_id`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/recognitions")]
pub(super) async fn recognise(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewRecognition>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let given = giving::give(&app, &me, &client, &body).await?;
    Ok(HttpResponse::Created().json(reading::one(&app, &me, given).await?))
}

/// Accept what is recognised in you, keep it out of sight, or neither.
#[utoipa::path(tag = "profiles", security(("cookie" = []), ("bearer" = [])), request_body = RecognitionAnswer,
    responses(
    (status = 200, description = "So it is", body = Recognition),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such recognition of you", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("recognition_id" = Uuid, Path)))]
#[put("/partnerships/{id}/recognitions/{recognition_id}/answer")]
pub(super) async fn answer_recognition(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<RecognitionAnswer>,
) -> Result<Json<Recognition>, Problem> {
    let (id, recognition) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    answering::answer(&app, &me, &client, recognition, body.state).await?;
    Ok(Json(reading::one(&app, &me, recognition).await?))
}

/// Thank who recognised it.
#[utoipa::path(tag = "profiles", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "They are told; also when you thanked before", body = Recognition),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such recognition of you", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("recognition_id" = Uuid, Path)))]
#[post("/partnerships/{id}/recognitions/{recognition_id}/thanks")]
pub(super) async fn thank_for_recognition(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Recognition>, Problem> {
    let (id, recognition) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    answering::thank(&app, &me, &client, recognition).await?;
    Ok(Json(reading::one(&app, &me, recognition).await?))
}

/// Take back what you recognised in somebody.
#[utoipa::path(tag = "profiles", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is gone"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: you gave no such recognition", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("recognition_id" = Uuid, Path)))]
#[delete("/partnerships/{id}/recognitions/{recognition_id}")]
pub(super) async fn take_recognition_back(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, recognition) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    giving::take_back(&app, &me, &client, recognition).await?;
    Ok(HttpResponse::NoContent().finish())
}
