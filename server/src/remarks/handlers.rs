//! The addresses of links to blocks, and of what guests say.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, post, put};
use uuid::Uuid;

use super::api::{
    BlockLink, BlockLinkList, BlockLinkToken, GuestRemark, GuestRemarkList, MadeBlockLink, NewBlockLink,
    NewGuestRemark, Settled, SharedBlock,
};
use super::error::RemarkError;
use super::{guest, reading, settling};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::{Membership, member};
use crate::share_links::{self, Scope};

/// The links by which guests see a block and say something about it.
#[utoipa::path(tag = "guest remarks", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them, on one page; what stands in them is not told again", body = BlockLinkList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see them", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/block-links")]
pub(super) async fn block_links(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<BlockLinkList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    let links = share_links::list(&app, &me, Scope::Block).await?;
    Ok(Json(BlockLinkList { items: links.into_iter().filter_map(reading::link).collect(), next: None }))
}

/// Make such a link. Its address is told only now.
#[utoipa::path(tag = "guest remarks", security(("cookie" = []), ("bearer" = [])), request_body = NewBlockLink, responses(
    (status = 201, description = "Whoever has it sees what the cards of the block say, and nothing else", body = MadeBlockLink),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`; with `too_many` when twenty can be used", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/block-links")]
pub(super) async fn make_block_link(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewBlockLink>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let (made, token) = settling::make_link(&app, &me, &client, &body).await?;
    let address = format!("{}#{token}", app.config.public_url.page("/block"));
    Ok(HttpResponse::Created().json(MadeBlockLink { link: one_link(&app, &me, made).await?, address }))
}

/// End such a link. What was said by it stays.
#[utoipa::path(tag = "guest remarks", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "Nobody sees anything by it any more; also when it was ended before", body = BlockLink),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you neither made it nor lead; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such link, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("link_id" = Uuid, Path)))]
#[post("/partnerships/{id}/block-links/{link_id}/revoke")]
pub(super) async fn revoke_block_link(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<BlockLink>, Problem> {
    let (id, link) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    share_links::revoke(&app, &me, &client, (Scope::Block, link)).await?;
    Ok(Json(one_link(&app, &me, link).await?))
}

async fn one_link(app: &App, me: &Membership, id: Uuid) -> Result<BlockLink, RemarkError> {
    let link = share_links::one(app, me, (Scope::Block, id)).await?;
    reading::link(link).ok_or(RemarkError::NotFound)
}

/// What guests said about blocks of the canvases.
#[utoipa::path(tag = "guest remarks", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of it, on one page", body = GuestRemarkList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see it", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/guest-remarks")]
pub(super) async fn guest_remarks(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<GuestRemarkList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Say that what a guest said is dealt with, or that it is not.
#[utoipa::path(tag = "guest remarks", security(("cookie" = []), ("bearer" = [])), request_body = Settled, responses(
    (status = 200, description = "So it is", body = GuestRemark),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such remark, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("remark_id" = Uuid, Path)))]
#[put("/partnerships/{id}/guest-remarks/{remark_id}/settled")]
pub(super) async fn settle_guest_remark(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<Settled>,
) -> Result<Json<GuestRemark>, Problem> {
    let (id, remark) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    settling::settle(&app, &me, &client, (remark, &body)).await?;
    Ok(Json(reading::one(&app, &me, remark).await?))
}

/// See a block by what stands in a link, without an account.
#[utoipa::path(tag = "guest remarks", request_body = BlockLinkToken, responses(
    (status = 200, description = "What its cards say, and what is asked about it", body = SharedBlock),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 404, description = "`not_found`: there is no such link, or it ended", body = Problem),
    (status = 503, description = "`unavailable`: the canvas cannot be read right now", body = Problem),
))]
#[post("/shared-block")]
pub(super) async fn shared_block(app: Data<App>, body: Json<BlockLinkToken>) -> Result<Json<SharedBlock>, Problem> {
    Ok(Json(guest::block(&app, &body.token).await?))
}

/// Say something about a block by what stands in a link, without an account.
#[utoipa::path(tag = "guest remarks", request_body = NewGuestRemark, responses(
    (status = 204, description = "Those who take part read it; also when it was sent before under the same id"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 404, description = "`not_found`: there is no such link, it ended, or the partnership is concluded", body = Problem),
    (status = 422, description = "`validation_failed`; with `too_many` when a hundred that were said by this link are not dealt with", body = Problem),
))]
#[post("/shared-block/remarks")]
pub(super) async fn remark_as_guest(
    app: Data<App>,
    client: Client,
    body: Json<NewGuestRemark>,
) -> Result<HttpResponse, Problem> {
    guest::remark(&app, &client, &body).await?;
    Ok(HttpResponse::NoContent().finish())
}
