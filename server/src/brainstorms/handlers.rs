//! The addresses of silent brainstorms.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, delete, get, post, put};
use uuid::Uuid;

use super::api::{
    Brainstorm, BrainstormCardText, BrainstormDone, BrainstormPage, BrainstormQuery, BrainstormTime, NewBrainstorm,
    OwnBrainstormCard,
};
use super::{beginning, own, reading, revealing};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::boards;
use crate::error::Problem;
use crate::partnerships::Membership;

/// The silent brainstorms of a canvas: what you wrote in them yourself, and of others only how many did.
#[utoipa::path(tag = "brainstorms", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "A page of them, and what time it is here", body = BrainstormPage),
    (status = 400, description = "`invalid_request`: the cursor is none", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such canvas, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`: the limit is out of range", body = Problem),
), params(("id" = Uuid, Path, description = "The canvas"), BrainstormQuery))]
#[get("/boards/{id}/brainstorms")]
pub(super) async fn brainstorms(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    query: Query<BrainstormQuery>,
) -> Result<Json<BrainstormPage>, Problem> {
    let me = at_canvas(&app, &actor, *id).await?;
    let limit = query.limit()?;
    Ok(Json(reading::page(&app, &me, *id, (query.cursor, limit)).await?))
}

/// Begin one: everybody writes for themselves, about one block.
#[utoipa::path(tag = "brainstorms", security(("cookie" = []), ("bearer" = [])), request_body = NewBrainstorm, responses(
    (status = 201, description = "It is on", body = Brainstorm),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such canvas, or it is not yours", body = Problem),
    (status = 409, description = "`another_is_on`: one is neither revealed nor stopped", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The canvas")))]
#[post("/boards/{id}/brainstorms")]
pub(super) async fn begin_brainstorm(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewBrainstorm>,
) -> Result<HttpResponse, Problem> {
    let me = at_canvas(&app, &actor, *id).await?;
    let begun = beginning::begin(&app, &me, &client, *id, &body).await?;
    Ok(HttpResponse::Created().json(reading::one(&app, &me, (*id, begun)).await?))
}

/// Give it so many minutes from now. Once the time is up whoever is still writing goes on.
#[utoipa::path(tag = "brainstorms", security(("cookie" = []), ("bearer" = [])), request_body = BrainstormTime, responses(
    (status = 200, description = "So it is", body = Brainstorm),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you neither began it nor lead; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such brainstorm, or it is not yours", body = Problem),
    (status = 409, description = "`over`: it was revealed or stopped", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The canvas"), ("brainstorm_id" = Uuid, Path)))]
#[put("/boards/{id}/brainstorms/{brainstorm_id}/time")]
pub(super) async fn time_brainstorm(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<BrainstormTime>,
) -> Result<Json<Brainstorm>, Problem> {
    let (id, brainstorm) = path.into_inner();
    let me = at_canvas(&app, &actor, id).await?;
    beginning::time(&app, &me, &client, (id, brainstorm), &body).await?;
    Ok(Json(reading::one(&app, &me, (id, brainstorm)).await?))
}

/// Reveal it: all that was written comes to stand on the canvas, in the names of those who wrote it.
///
/// It is there once, however often this is asked. If it is not all there when this fails, ask once more.
#[utoipa::path(tag = "brainstorms", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of it is on the canvas; also when it was before", body = Brainstorm),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you neither began it nor lead; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such brainstorm, or it is not yours", body = Problem),
    (status = 409, description = "`over`: it was stopped", body = Problem),
    (status = 422, description = "`update_refused`: the canvas does not take it", body = Problem),
    (status = 503, description = "`unavailable`: the canvas cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The canvas"), ("brainstorm_id" = Uuid, Path)))]
#[post("/boards/{id}/brainstorms/{brainstorm_id}/reveal")]
pub(super) async fn reveal_brainstorm(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Brainstorm>, Problem> {
    let (id, brainstorm) = path.into_inner();
    let me = at_canvas(&app, &actor, id).await?;
    revealing::reveal(app.clone(), me.clone(), client, (id, brainstorm)).await?;
    Ok(Json(reading::one(&app, &me, (id, brainstorm)).await?))
}

/// End it without revealing anything. Everybody goes on reading what they wrote themselves.
#[utoipa::path(tag = "brainstorms", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is stopped; also when it was before", body = Brainstorm),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you neither began it nor lead; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such brainstorm, or it is not yours", body = Problem),
    (status = 409, description = "`over`: it was revealed", body = Problem),
), params(("id" = Uuid, Path, description = "The canvas"), ("brainstorm_id" = Uuid, Path)))]
#[post("/boards/{id}/brainstorms/{brainstorm_id}/stop")]
pub(super) async fn stop_brainstorm(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Brainstorm>, Problem> {
    let (id, brainstorm) = path.into_inner();
    let me = at_canvas(&app, &actor, id).await?;
    beginning::stop(&app, &me, &client, (id, brainstorm)).await?;
    Ok(Json(reading::one(&app, &me, (id, brainstorm)).await?))
}

/// Write a card that nobody else sees before it is revealed.
#[utoipa::path(tag = "brainstorms", security(("cookie" = []), ("bearer" = [])), request_body = BrainstormCardText, responses(
    (status = 201, description = "It is written", body = OwnBrainstormCard),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such brainstorm, or it is not yours", body = Problem),
    (status = 409, description = "`over`: it was revealed", body = Problem),
    (status = 422, description = "`validation_failed`; with `too_many` when you wrote thirty", body = Problem),
), params(("id" = Uuid, Path, description = "The canvas"), ("brainstorm_id" = Uuid, Path)))]
#[post("/boards/{id}/brainstorms/{brainstorm_id}/cards")]
pub(super) async fn add_brainstorm_card(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<BrainstormCardText>,
) -> Result<HttpResponse, Problem> {
    let (id, brainstorm) = path.into_inner();
    let me = at_canvas(&app, &actor, id).await?;
    let card = own::add(&app, &me, &client, (id, brainstorm), &body).await?;
    Ok(HttpResponse::Created().json(card))
}

/// Write a card of your own anew.
#[utoipa::path(tag = "brainstorms", security(("cookie" = []), ("bearer" = [])), request_body = BrainstormCardText, responses(
    (status = 200, description = "So it is", body = OwnBrainstormCard),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such card, or it is not yours", body = Problem),
    (status = 409, description = "`over`: it was revealed", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The canvas"), ("brainstorm_id" = Uuid, Path), ("card_id" = Uuid, Path)))]
#[put("/boards/{id}/brainstorms/{brainstorm_id}/cards/{card_id}")]
pub(super) async fn change_brainstorm_card(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid, Uuid)>,
    body: Json<BrainstormCardText>,
) -> Result<Json<OwnBrainstormCard>, Problem> {
    let (id, brainstorm, card) = path.into_inner();
    let me = at_canvas(&app, &actor, id).await?;
    Ok(Json(own::change(&app, &me, &client, ((id, brainstorm), card), &body).await?))
}

/// Take a card of your own back.
#[utoipa::path(tag = "brainstorms", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is gone"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such card, or it is not yours", body = Problem),
    (status = 409, description = "`over`: it was revealed", body = Problem),
), params(("id" = Uuid, Path, description = "The canvas"), ("brainstorm_id" = Uuid, Path), ("card_id" = Uuid, Path)))]
#[delete("/boards/{id}/brainstorms/{brainstorm_id}/cards/{card_id}")]
pub(super) async fn remove_brainstorm_card(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, brainstorm, card) = path.into_inner();
    let me = at_canvas(&app, &actor, id).await?;
    own::remove(&app, &me, &client, ((id, brainstorm), card)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Say whether you have written what you had to write. Others learn how many have.
#[utoipa::path(tag = "brainstorms", security(("cookie" = []), ("bearer" = [])), request_body = BrainstormDone, responses(
    (status = 200, description = "So it is", body = Brainstorm),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such brainstorm, or it is not yours", body = Problem),
    (status = 409, description = "`over`: it was revealed or stopped", body = Problem),
), params(("id" = Uuid, Path, description = "The canvas"), ("brainstorm_id" = Uuid, Path)))]
#[put("/boards/{id}/brainstorms/{brainstorm_id}/done")]
pub(super) async fn finish_brainstorm_cards(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<BrainstormDone>,
) -> Result<Json<Brainstorm>, Problem> {
    let (id, brainstorm) = path.into_inner();
    let me = at_canvas(&app, &actor, id).await?;
    own::say_done(&app, &me, &client, (id, brainstorm), *body).await?;
    Ok(Json(reading::one(&app, &me, (id, brainstorm)).await?))
}

/// As what somebody is at a canvas. Boards of other kinds have no brainstorms.
async fn at_canvas(app: &App, actor: &Actor, id: Uuid) -> Result<Membership, Problem> {
    let found = boards::board_of(app.database.reader(), actor.account_id, id).await?;
    let (_, me) = found.filter(|(board, _)| board.kind == boards::Kind::Canvas).ok_or_else(Problem::not_found)?;
    Ok(me)
}
