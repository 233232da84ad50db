//! The addresses of cards, roles and the ambition.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, patch, post, put};
use uuid::Uuid;

use super::ambition::Part;
use super::api::{
    Headline, MarkedUpText, NewNote, NewRoleBody, NoteChange, RoleChangeBody, Saved, SavedNote, SavedRole,
};
use super::draft::Desk;
use super::error::EditError;
use super::{ambition, cards, roles};
use crate::accounts::Actor;
use crate::app::App;
use crate::boards::kind::Kind;
use crate::error::Problem;

/// Add a card to a business model.
///
/// It is durable, and everybody at the board has it, when this answers. With an `id` of your own a retry adds nothing
/// twice: it answers with the card as it is.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), request_body = NewNote, responses(
    (status = 201, description = "The card", body = SavedNote),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`, `wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board")))]
#[post("/boards/{id}/notes")]
pub(super) async fn add_note(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    body: Json<NewNote>,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::open(&app, actor.account_id, *id, Kind::Canvas).await?;
    let card = body.into_inner().read(&desk.partners().await?)?;
    let add = |transaction: &mut yrs::TransactionMut<'_>| {
        cards::add(transaction, vec![card])?.pop().ok_or(EditError::NotFound)
    };
    let (note, seq) = desk.write(add).await?;
    Ok(HttpResponse::Created().json(SavedNote { note, seq }))
}

/// Change or move a card.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), request_body = NoteChange, responses(
    (status = 200, description = "The card", body = SavedNote),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board or card, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`, `wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), ("note_id" = String, Path, description = "The card")))]
#[patch("/boards/{id}/notes/{note_id}")]
pub(super) async fn change_note(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, String)>,
    body: Json<NoteChange>,
) -> Result<Json<SavedNote>, Problem> {
    let (id, note_id) = path.into_inner();
    let desk = Desk::open(&app, actor.account_id, id, Kind::Canvas).await?;
    let change = body.into_inner().read(&desk.partners().await?)?;
    let (note, seq) = desk.write(move |transaction| cards::change(transaction, &note_id, &change)).await?;
    Ok(Json(SavedNote { note, seq }))
}

/// Take a card away.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is gone", body = Saved),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board or card, or it is not yours", body = Problem),
    (status = 422, description = "`wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), ("note_id" = String, Path, description = "The card")))]
#[delete("/boards/{id}/notes/{note_id}")]
pub(super) async fn remove_note(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, String)>,
) -> Result<Json<Saved>, Problem> {
    let (id, note_id) = path.into_inner();
    let desk = Desk::open(&app, actor.account_id, id, Kind::Canvas).await?;
    let ((), seq) = desk.write(move |transaction| cards::remove(transaction, &note_id)).await?;
    Ok(Json(Saved { seq }))
}

/// Describe a role that the work needs.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), request_body = NewRoleBody, responses(
    (status = 201, description = "The role", body = SavedRole),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`, `wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board")))]
#[post("/boards/{id}/roles")]
pub(super) async fn add_role(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    body: Json<NewRoleBody>,
) -> Result<HttpResponse, Problem> {
    let desk = Desk::open(&app, actor.account_id, *id, Kind::Roles).await?;
    let role = body.into_inner().read()?;
    let (role, seq) = desk.write(move |transaction| roles::add(transaction, &role)).await?;
    Ok(HttpResponse::Created().json(SavedRole { role, seq }))
}

/// Change or move a role.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), request_body = RoleChangeBody, responses(
    (status = 200, description = "The role", body = SavedRole),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board or role, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`, `wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), ("role_id" = String, Path, description = "The role")))]
#[patch("/boards/{id}/roles/{role_id}")]
pub(super) async fn change_role(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, String)>,
    body: Json<RoleChangeBody>,
) -> Result<Json<SavedRole>, Problem> {
    let (id, role_id) = path.into_inner();
    let desk = Desk::open(&app, actor.account_id, id, Kind::Roles).await?;
    let change = body.into_inner().read()?;
    let (role, seq) = desk.write(move |transaction| roles::change(transaction, &role_id, &change)).await?;
    Ok(Json(SavedRole { role, seq }))
}

/// Take a role away.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is gone", body = Saved),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board or role, or it is not yours", body = Problem),
    (status = 422, description = "`wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), ("role_id" = String, Path, description = "The role")))]
#[delete("/boards/{id}/roles/{role_id}")]
pub(super) async fn remove_role(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, String)>,
) -> Result<Json<Saved>, Problem> {
    let (id, role_id) = path.into_inner();
    let desk = Desk::open(&app, actor.account_id, id, Kind::Roles).await?;
    let ((), seq) = desk.write(move |transaction| roles::remove(transaction, &role_id)).await?;
    Ok(Json(Saved { seq }))
}

/// Set the headline of the ambition.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), request_body = Headline, responses(
    (status = 200, description = "It says this now", body = Saved),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`, `wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board")))]
#[put("/boards/{id}/headline")]
pub(super) async fn set_headline(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    body: Json<Headline>,
) -> Result<Json<Saved>, Problem> {
    let desk = Desk::open(&app, actor.account_id, *id, Kind::Ambition).await?;
    let headline = body.into_inner().read()?;
    let set = move |transaction: &mut yrs::TransactionMut<'_>| {
        ambition::set_headline(transaction, &headline);
        Ok(())
    };
    let ((), seq) = desk.write(set).await?;
    Ok(Json(Saved { seq }))
}

/// Replace the statement of the ambition.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), request_body = MarkedUpText, responses(
    (status = 200, description = "It says this now", body = Saved),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`, `wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board")))]
#[put("/boards/{id}/statement")]
pub(super) async fn set_statement(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    body: Json<MarkedUpText>,
) -> Result<Json<Saved>, Problem> {
    set_text(&app, &actor, *id, body.into_inner(), Part::Statement).await
}

/// Replace how the ambition looks in ten years.
#[utoipa::path(tag = "edits", security(("cookie" = []), ("bearer" = [])), request_body = MarkedUpText, responses(
    (status = 200, description = "It says this now", body = Saved),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`, `wrong_kind` or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board")))]
#[put("/boards/{id}/horizon")]
pub(super) async fn set_horizon(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    body: Json<MarkedUpText>,
) -> Result<Json<Saved>, Problem> {
    set_text(&app, &actor, *id, body.into_inner(), Part::Horizon).await
}

async fn set_text(
    app: &App,
    actor: &Actor,
    id: Uuid,
    text: MarkedUpText,
    part: Part,
) -> Result<Json<Saved>, Problem> {
    let desk = Desk::open(app, actor.account_id, id, Kind::Ambition).await?;
    let replace = move |transaction: &mut yrs::TransactionMut<'_>| {
        // Reading it takes as long as writing it, so both are done here, off the threads that answer others.
        ambition::replace(transaction, part, &text.read(part)?);
        Ok(())
    };
    let ((), seq) = desk.write(replace).await?;
    Ok(Json(Saved { seq }))
}
