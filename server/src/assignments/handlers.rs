//! The addresses of this feature.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, post};
use uuid::Uuid;

use super::api::{Assignment, AssignmentList, NewAssignment};
use super::error::AssignmentError;
use super::lifecycle::Step;
use super::{answering, proposing, store};
use crate::access::Action;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::boards::described_roles;
use crate::error::Problem;
use crate::partnerships::{Membership, member};

/// Who has which role, and who was asked.
///
/// What was declined, withdrawn or given back is not in it, nor what belonged to somebody who left.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them, in the order in which they were proposed", body = AssignmentList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 503, description = "`unavailable`: the board of roles cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/assignments")]
pub(super) async fn assignments(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<AssignmentList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    // Who has a role belongs to what a board says of it.
    me.may(Action::ReadBoards)?;
    let roles = described_roles(&app, &me).await.map_err(AssignmentError::from)?;
    let found = store::open(app.database.reader(), &me).await?;
    Ok(Json(AssignmentList::new(found, &roles)))
}

/// Ask somebody to take on a role.
///
/// A proposal holds no seat: several people may be asked for one.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), request_body = NewAssignment, responses(
    (status = 201, description = "They are asked", body = Assignment),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead asks people; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`already_proposed`: they have the role, or were asked; `no_seat_left`: others have \
        all its seats", body = Problem),
    (status = 422, description = "`validation_failed`: no such role on the board, nobody of that account here, or \
        somebody who acts for no partner", body = Problem),
    (status = 503, description = "`unavailable`: the board of roles cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/assignments")]
pub(super) async fn propose(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewAssignment>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    me.may(Action::ProposeAssignments)?;
    let made = proposing::propose(&app, &me, &body, &client).await?;
    Ok(HttpResponse::Created().json(read(&app, &me, made).await?))
}

/// Take on a role that was proposed to me.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The seat is yours; also when it was already", body = Assignment),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: somebody else was asked; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: no such proposal, or its partnership is not yours", body = Problem),
    (status = 409, description = "`no_seat_left`: others were first; `role_removed`: the role is not on the board any \
        more; `conflict`: it was declined, withdrawn or given back", body = Problem),
    (status = 503, description = "`unavailable`: the board of roles cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("assignment_id" = Uuid, Path)))]
#[post("/partnerships/{id}/assignments/{assignment_id}/accept")]
pub(super) async fn accept(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Assignment>, Problem> {
    let (id, assignment) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    answering::accept(&app, &me, assignment, &client).await?;
    Ok(Json(read(&app, &me, assignment).await?))
}

/// Say no to a role that was proposed to me. Nobody asks why.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "You are not asked for it any more"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: somebody else was asked; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: no such proposal, or its partnership is not yours", body = Problem),
    (status = 409, description = "`conflict`: it was accepted, withdrawn or given back", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("assignment_id" = Uuid, Path)))]
#[post("/partnerships/{id}/assignments/{assignment_id}/decline")]
pub(super) async fn decline(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let_go(&app, &actor, &client, path.into_inner(), Step::Decline).await
}

/// Give back a role that I have. Its seat is free again.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "You have it no more"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: somebody else has it; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: no such assignment, or its partnership is not yours", body = Problem),
    (status = 409, description = "`conflict`: it was not accepted", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("assignment_id" = Uuid, Path)))]
#[post("/partnerships/{id}/assignments/{assignment_id}/hand-back")]
pub(super) async fn hand_back(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let_go(&app, &actor, &client, path.into_inner(), Step::HandBack).await
}

/// Take a proposal back that nobody has answered yet.
#[utoipa::path(tag = "assignments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "They are not asked any more"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: only a lead does this; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: no such proposal, or its partnership is not yours", body = Problem),
    (status = 409, description = "`conflict`: it was accepted, declined or given back", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("assignment_id" = Uuid, Path)))]
#[post("/partnerships/{id}/assignments/{assignment_id}/withdraw")]
pub(super) async fn withdraw(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, assignment) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    answering::withdraw(&app, &me, assignment, &client).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn let_go(
    app: &App,
    actor: &Actor,
    client: &Client,
    (id, assignment): (Uuid, Uuid),
    step: Step,
) -> Result<HttpResponse, Problem> {
    let me = member(app, actor, id).await?;
    answering::let_go(app, &me, assignment, step, client).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn read(app: &App, me: &Membership, id: Uuid) -> Result<Assignment, AssignmentError> {
    let roles = described_roles(app, me).await?;
    let found = store::one(app.database.reader(), me, id).await?.ok_or(AssignmentError::NotFound)?;
    Ok(Assignment::new(found, &roles))
}
