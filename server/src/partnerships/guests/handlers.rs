//! The addresses of people who take part for no partner.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, post};
use uuid::Uuid;

use super::api::{GuestInvitations, GuestList, InviteGuest};
use super::{answering, asking, store as asked};
use crate::access::{Action, permits};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;

/// Those who are asked to guide or to read along, and have not answered.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The oldest first", body = GuestList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/guests")]
pub(super) async fn guests(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<Json<GuestList>, Problem> {
    let db = app.database.reader();
    let me = member(&app, &actor, *id).await?;
    if !permits(me.role, Action::InviteGuests) {
        return Err(Problem::forbidden());
    }
    Ok(Json(GuestList::new(asked::asked_in(db, me.partnership_id).await?)))
}

/// Ask somebody to guide, or to read along, by their address. They answer for themselves.
///
/// The answer does not tell whether somebody with that address is here already.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), request_body = InviteGuest, responses(
    (status = 204, description = "They are told"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`conflict`: they take part already", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/guests")]
pub(super) async fn invite_guest(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<InviteGuest>,
) -> Result<HttpResponse, Problem> {
    asking::invite(&app, &actor, &client, *id, body.into_inner().read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Take such an invitation back.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It cannot be accepted any more"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead may; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership or invitation, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("invitation_id" = Uuid, Path, description = "The invitation")))]
#[delete("/partnerships/{id}/guests/{invitation_id}")]
pub(super) async fn withdraw_guest(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, invitation) = path.into_inner();
    asking::withdraw(&app, &actor, &client, id, invitation).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What I am asked to guide, or to read along with.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "What waits for my answer, the oldest first", body = GuestInvitations),
    (status = 401, description = "`unauthenticated`", body = Problem),
))]
#[get("/me/membership-invitations")]
pub(super) async fn own_guest_invitations(app: Data<App>, actor: Actor) -> Result<Json<GuestInvitations>, Problem> {
    Ok(Json(GuestInvitations::new(asked::asked_of(app.database.reader(), actor.account_id).await?)))
}

/// Yes, I take part.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "I am in the partnership"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, it was answered, or it is not for you", body = Problem),
    (status = 409, description = "`conflict`: you take part already", body = Problem),
), params(("id" = Uuid, Path, description = "The invitation")))]
#[post("/me/membership-invitations/{id}/accept")]
pub(super) async fn accept_guest_invitation(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    answering::accept(&app, &actor, &client, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// No, I do not take part.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "It is answered"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is none, it was answered, or it is not for you", body = Problem),
), params(("id" = Uuid, Path, description = "The invitation")))]
#[post("/me/membership-invitations/{id}/decline")]
pub(super) async fn decline_guest_invitation(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    answering::decline(&app, &actor, &client, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}
