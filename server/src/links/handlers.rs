//! The addresses of links of cards.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, post};
use uuid::Uuid;

use super::api::{CardLink, CardLinkList, NewCardLink};
use super::{making, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;

/// What hangs on what, as far as you may see it.
#[utoipa::path(tag = "card links", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of it, on one page", body = CardLinkList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/card-links")]
pub(super) async fn card_links(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<CardLinkList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Link a card to another, to a passage of the ambition, or to a line of the ledger.
#[utoipa::path(tag = "card links", security(("cookie" = []), ("bearer" = [])), request_body = NewCardLink, responses(
    (status = 200, description = "It was there before", body = CardLink),
    (status = 201, description = "It is linked", body = CardLink),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, card, board or line, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`; with `itself` for a card to itself, `too_many` when a card has thirty", body = Problem),
    (status = 503, description = "`unavailable`: a board cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/card-links")]
pub(super) async fn link_card(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewCardLink>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let (link, is_new) = making::make(&app, &me, &client, body.into_inner()).await?;
    let link = reading::one(&app, &me, link).await?;
    let mut answer = if is_new { HttpResponse::Created() } else { HttpResponse::Ok() };
    Ok(answer.json(link))
}

/// Take a link away. What it joined stays.
#[utoipa::path(tag = "card links", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is gone"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such link, or you do not see it", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("card_link_id" = Uuid, Path)))]
#[delete("/partnerships/{id}/card-links/{card_link_id}")]
pub(super) async fn unlink_card(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, link) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    making::remove(&app, &me, &client, link).await?;
    Ok(HttpResponse::NoContent().finish())
}
