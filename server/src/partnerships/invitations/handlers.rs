//! The addresses of invitations of organisations.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, delete, get, post};
use uuid::Uuid;

use super::api::{AcceptPartnership, InvitePartner, KnownOrganisations, KnownQuery, PartnershipInvitations};
use super::{answering, asking, store as asked};
use crate::access::{Action, permits};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::api::Partner;
use crate::partnerships::{member, store};

/// Organisations that I know and that can be asked to take part: those I share a partnership with.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The first fifty by name", body = KnownOrganisations),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), KnownQuery))]
#[get("/partnerships/{id}/known-organisations")]
pub(super) async fn known_organisations(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    query: Query<KnownQuery>,
) -> Result<Json<KnownOrganisations>, Problem> {
    let db = app.database.reader();
    let me = member(&app, &actor, *id).await?;
    if !permits(me.role, Action::InvitePartners) {
        return Err(Problem::forbidden());
    }
    Ok(Json(KnownOrganisations::new(store::organisations_known_to(db, &me).await?, &query)))
}

/// Ask an organisation to take part: one of those I know, or one by the address of whoever will administer it.
///
/// The answer does not tell whether somebody with that address is here already.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), request_body = InvitePartner,
    responses(
    (status = 201, description = "Those who administer it are told", body = Partner),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`already_partner`, `too_many_partners`, `conflict`, or `undecided`: my own \
        organisation has not said yes", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/partners")]
pub(super) async fn invite_partner(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<InvitePartner>,
) -> Result<HttpResponse, Problem> {
    let partner = asking::invite(&app, &actor, &client, *id, body.into_inner().read()?).await?;
    let db = app.database.reader();
    let me = member(&app, &actor, *id).await?;
    let partners = store::partners(db, &me).await?;
    let asked = partners.into_iter().find(|(there, _)| there.id == partner).ok_or_else(Problem::not_found)?;
    Ok(HttpResponse::Created().json(Partner::new(asked)))
}

/// Take an invitation back that was not answered.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It cannot be accepted any more"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership or partner, or it is not yours", body = Problem),
    (status = 409, description = "`conflict`: it was answered", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("partner_id" = Uuid, Path, description = "Who was asked")))]
#[delete("/partnerships/{id}/partners/{partner_id}")]
pub(super) async fn withdraw_invitation(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, partner) = path.into_inner();
    asking::withdraw(&app, &actor, &client, id, partner).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What the organisation that I administer is asked to take part in.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "What waits for an answer, the oldest first; nothing for somebody who administers \
        no organisation", body = PartnershipInvitations),
    (status = 401, description = "`unauthenticated`", body = Problem),
))]
#[get("/me/partnership-invitations")]
pub(super) async fn own_invitations(app: Data<App>, actor: Actor) -> Result<Json<PartnershipInvitations>, Problem> {
    let found = match actor.administers() {
        Some(organisation) => asked::asked_of(app.database.reader(), organisation).await?,
        None => Vec::new(),
    };
    Ok(Json(PartnershipInvitations::new(found)))
}

/// Yes, my organisation takes part; and these people may speak for it.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), request_body = AcceptPartnership,
    responses(
    (status = 204, description = "It takes part; with two partners the partnership is active"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or it is not for your organisation", body = Problem),
    (status = 409, description = "`conflict`: it was answered", body = Problem),
    (status = 422, description = "`validation_failed`: at least one, and only accounts of your organisation", body = Problem),
), params(("id" = Uuid, Path, description = "The invitation")))]
#[post("/me/partnership-invitations/{id}/accept")]
pub(super) async fn accept_partnership(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<AcceptPartnership>,
) -> Result<HttpResponse, Problem> {
    answering::accept(&app, &actor, &client, *id, body.into_inner().read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// No, my organisation does not take part.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It does not; what somebody of it began is over"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or it is not for your organisation", body = Problem),
    (status = 409, description = "`conflict`: it was answered", body = Problem),
), params(("id" = Uuid, Path, description = "The invitation")))]
#[post("/me/partnership-invitations/{id}/decline")]
pub(super) async fn decline_partnership(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    answering::decline(&app, &actor, &client, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}
