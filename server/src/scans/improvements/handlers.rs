//! The addresses of improvement points.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, patch, post};
use uuid::Uuid;

use super::api::{Improvement, ImprovementChanges, ImprovementList, NewImprovement, Outcome};
use super::changing::{self, End};
use super::reading;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;
use crate::precondition::IfMatch;

/// The improvement points of a partnership.
#[utoipa::path(tag = "improvements", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them", body = ImprovementList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see them", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/improvements")]
pub(super) async fn list_improvements(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<ImprovementList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Choose an improvement point.
#[utoipa::path(tag = "improvements", security(("cookie" = []), ("bearer" = [])), request_body = NewImprovement,
    responses(
    (status = 201, description = "It is chosen", body = Improvement),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`three_are_running`: finish or drop one first, or choose it for later", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/improvements")]
pub(super) async fn choose_improvement(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewImprovement>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let made = changing::choose(&app, &me, &client, &body).await?;
    Ok(HttpResponse::Created().json(reading::one(&app, &me, made).await?))
}

/// Change what is done, by whom or until when.
#[utoipa::path(tag = "improvements", security(("cookie" = []), ("bearer" = [])), request_body = ImprovementChanges,
    responses(
    (status = 200, description = "So it is", body = Improvement),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such improvement point, or it is not yours", body = Problem),
    (status = 409, description = "`ended`: it is done or dropped", body = Problem),
    (status = 412, description = "`changed_meanwhile`: somebody changed it since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you change (`If-Match: \"3\"`)", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("improvement_id" = Uuid, Path), IfMatch))]
#[patch("/partnerships/{id}/improvements/{improvement_id}")]
pub(super) async fn change_improvement(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
    body: Json<ImprovementChanges>,
) -> Result<Json<Improvement>, Problem> {
    let (id, improvement) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    changing::change(&app, &me, &client, (improvement, &read), &body).await?;
    Ok(Json(reading::one(&app, &me, improvement).await?))
}

/// Begin to work on one that waits.
#[utoipa::path(tag = "improvements", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is worked on; also when it was already", body = Improvement),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such improvement point, or it is not yours", body = Problem),
    (status = 409, description = "`three_are_running`; `ended`: it is done or dropped", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("improvement_id" = Uuid, Path)))]
#[post("/partnerships/{id}/improvements/{improvement_id}/start")]
pub(super) async fn start_improvement(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Improvement>, Problem> {
    let (id, improvement) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    changing::start(&app, &me, &client, improvement).await?;
    Ok(Json(reading::one(&app, &me, improvement).await?))
}

/// Say that it is done, and by what it shows.
#[utoipa::path(tag = "improvements", security(("cookie" = []), ("bearer" = [])), request_body = Outcome, responses(
    (status = 200, description = "It is done", body = Improvement),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such improvement point, or it is not yours", body = Problem),
    (status = 409, description = "`not_running`: it was not begun; `ended`: it is done or dropped", body = Problem),
    (status = 412, description = "`changed_meanwhile`: somebody changed it since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`: say by what it shows", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you end", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("improvement_id" = Uuid, Path), IfMatch))]
#[post("/partnerships/{id}/improvements/{improvement_id}/finish")]
pub(super) async fn finish_improvement(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
    body: Json<Outcome>,
) -> Result<Json<Improvement>, Problem> {
    end(&app, &actor, &client, path.into_inner(), (End::Done, &read, &body)).await
}

/// Drop it, and say why.
#[utoipa::path(tag = "improvements", security(("cookie" = []), ("bearer" = [])), request_body = Outcome, responses(
    (status = 200, description = "It is dropped", body = Improvement),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such improvement point, or it is not yours", body = Problem),
    (status = 409, description = "`ended`: it is done or dropped", body = Problem),
    (status = 412, description = "`changed_meanwhile`: somebody changed it since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`: say why", body = Problem),
    (status = 428, description = "`precondition_required`: say which version you end", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("improvement_id" = Uuid, Path), IfMatch))]
#[post("/partnerships/{id}/improvements/{improvement_id}/drop")]
pub(super) async fn drop_improvement(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    path: Path<(Uuid, Uuid)>,
    body: Json<Outcome>,
) -> Result<Json<Improvement>, Problem> {
    end(&app, &actor, &client, path.into_inner(), (End::Dropped, &read, &body)).await
}

async fn end(
    app: &App,
    actor: &Actor,
    client: &Client,
    (id, improvement): (Uuid, Uuid),
    (how, read, outcome): (End, &IfMatch, &Outcome),
) -> Result<Json<Improvement>, Problem> {
    let me = member(app, actor, id).await?;
    changing::end(app, &me, client, (improvement, how, read), outcome.read()?).await?;
    Ok(Json(reading::one(app, &me, improvement).await?))
}
