//! The addresses of people.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, delete, get, patch, post};
use uuid::Uuid;

use super::api::{ColleagueQuery, Colleagues, MemberChange, NewLead, NewMember, OwnPartners};
use super::{acting, leading, store};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;

/// People of the organisation that I administer.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The first fifty by name", body = Colleagues),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you administer no organisation", body = Problem),
), params(ColleagueQuery))]
#[get("/me/colleagues")]
pub(super) async fn colleagues(
    app: Data<App>,
    actor: Actor,
    query: Query<ColleagueQuery>,
) -> Result<Json<Colleagues>, Problem> {
    let organisation = actor.administers().ok_or_else(Problem::forbidden)?;
    Ok(Json(Colleagues::new(store::colleagues(app.database.reader(), organisation).await?, &query)))
}

/// What the organisation that I administer takes part in, and who acts for it.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "By name; nothing for somebody who administers no organisation", body = OwnPartners),
    (status = 401, description = "`unauthenticated`", body = Problem),
))]
#[get("/me/partners")]
pub(super) async fn own_partners(app: Data<App>, actor: Actor) -> Result<Json<OwnPartners>, Problem> {
    let found = match actor.administers() {
        Some(organisation) => store::own_parts(app.database.reader(), organisation).await?,
        None => Vec::new(),
    };
    Ok(Json(OwnPartners::new(found)))
}

/// Let somebody of my organisation act for it.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), request_body = NewMember, responses(
    (status = 204, description = "They are in the partnership"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partner, or it is not your organisation", body = Problem),
    (status = 409, description = "`conflict`: they are already", body = Problem),
    (status = 422, description = "`validation_failed`: not an account of your organisation", body = Problem),
), params(("id" = Uuid, Path, description = "The partner that my organisation is")))]
#[post("/partners/{id}/members")]
pub(super) async fn add_member(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewMember>,
) -> Result<HttpResponse, Problem> {
    acting::add(&app, &actor, &client, *id, body.read()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Give somebody who acts for my organisation its mandate, or take it from them.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), request_body = MemberChange,
    responses(
    (status = 204, description = "So it is"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partner or member, or it is not your organisation", body = Problem),
    (status = 409, description = "`last_mandate`: nobody else has it", body = Problem),
), params(("id" = Uuid, Path, description = "The partner that my organisation is"), ("account_id" = Uuid, Path, description = "Who")))]
#[patch("/partners/{id}/members/{account_id}")]
pub(super) async fn change_member(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<MemberChange>,
) -> Result<HttpResponse, Problem> {
    let (id, account) = path.into_inner();
    acting::change_mandate(&app, &actor, &client, id, (account, body.mandate())).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Somebody acts for my organisation no more: they are out of the partnership at once, and what they wrote stays.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "They are out of it"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partner or member, or it is not your organisation", body = Problem),
    (status = 409, description = "`last_mandate` or `last_lead`", body = Problem),
), params(("id" = Uuid, Path, description = "The partner that my organisation is"), ("account_id" = Uuid, Path, description = "Who")))]
#[delete("/partners/{id}/members/{account_id}")]
pub(super) async fn remove_member(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, account) = path.into_inner();
    acting::remove(&app, &actor, &client, id, account).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// My organisation takes part no more. What we wrote stays.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "Nobody acts for it there any more"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partner, or it is not your organisation", body = Problem),
    (status = 409, description = "`last_lead`: nobody of another partner leads it", body = Problem),
), params(("id" = Uuid, Path, description = "The partner that my organisation is")))]
#[post("/partners/{id}/leave")]
pub(super) async fn leave_as_partner(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    acting::leave(&app, &actor, &client, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Make somebody a lead, beside me or in my place.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), request_body = NewLead, responses(
    (status = 204, description = "They lead"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`conflict`: they lead already", body = Problem),
    (status = 422, description = "`validation_failed`: nobody who acts for a partner here", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/leads")]
pub(super) async fn appoint_lead(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewLead>,
) -> Result<HttpResponse, Problem> {
    leading::appoint(&app, &actor, &client, *id, body.read()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lead no more, and stay in it.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "Others lead"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you do not lead; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`last_lead`: hand over first", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[delete("/partnerships/{id}/leads/me")]
pub(super) async fn step_down(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    leading::step_down(&app, &actor, &client, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Leave a partnership; or, as a lead, send somebody away who acts for no partner.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "They are out of it"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: who acts for a partner is decided there; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership or member, or it is not yours", body = Problem),
    (status = 409, description = "`last_mandate` or `last_lead`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("account_id" = Uuid, Path, description = "Who")))]
#[delete("/partnerships/{id}/members/{account_id}")]
pub(super) async fn end_membership(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, account) = path.into_inner();
    leading::end_membership(&app, &actor, &client, id, account).await?;
    Ok(HttpResponse::NoContent().finish())
}
