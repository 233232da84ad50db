//! The addresses of links.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, post};
use uuid::Uuid;

use super::api::{
    AmbitionLink, AmbitionLinkList, AmbitionLinkToken, MadeAmbitionLink, NewAmbitionLink, SharedAmbition,
};
use super::reading;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;
use crate::share_links::{self, NewLink, Scope, ShareLinkError};

/// The links by which people outside read the ambition.
#[utoipa::path(tag = "ambition", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them, on one page; what stands in them is not told again", body = AmbitionLinkList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see them", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/ambition/links")]
pub(super) async fn ambition_links(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<AmbitionLinkList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    let links = share_links::list(&app, &me, Scope::Ambition).await?;
    Ok(Json(AmbitionLinkList { items: links.into_iter().map(AmbitionLink::from).collect(), next: None }))
}

/// Make such a link. Its address is told only now.
#[utoipa::path(tag = "ambition", security(("cookie" = []), ("bearer" = [])), request_body = NewAmbitionLink, responses(
    (status = 201, description = "Whoever has it reads the version that the partners share, or else the one that is before them", body = MadeAmbitionLink),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`; with `too_many` when twenty can be used", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/ambition/links")]
pub(super) async fn make_ambition_link(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewAmbitionLink>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let days = share_links::days(body.days).map_err(ShareLinkError::Refused)?;
    let (made, token) = share_links::make(&app, &me, &client, NewLink { days, block: None }).await?;
    let address = format!("{}#{token}", app.config.public_url.page("/shared"));
    let link = share_links::one(&app, &me, (Scope::Ambition, made)).await?.into();
    Ok(HttpResponse::Created().json(MadeAmbitionLink { link, address }))
}

/// End such a link.
#[utoipa::path(tag = "ambition", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "Nobody reads by it any more; also when it was ended before", body = AmbitionLink),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you neither made it nor lead; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such link, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("link_id" = Uuid, Path)))]
#[post("/partnerships/{id}/ambition/links/{link_id}/revoke")]
pub(super) async fn revoke_ambition_link(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<AmbitionLink>, Problem> {
    let (id, link) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    let link = (Scope::Ambition, link);
    share_links::revoke(&app, &me, &client, link).await?;
    Ok(Json(share_links::one(&app, &me, link).await?.into()))
}

/// Read an ambition by what stands in a link, without an account.
#[utoipa::path(tag = "ambition", request_body = AmbitionLinkToken, responses(
    (status = 200, description = "The version that the partners share, or else the one that is before them", body = SharedAmbition),
    (status = 404, description = "`not_found`: there is no such link, or it ended", body = Problem),
))]
#[post("/shared-ambition")]
pub(super) async fn shared_ambition(
    app: Data<App>,
    body: Json<AmbitionLinkToken>,
) -> Result<Json<SharedAmbition>, Problem> {
    Ok(Json(reading::read(&app, &body.token).await?))
}
