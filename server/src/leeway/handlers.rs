//! The addresses of room to move.

use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, post, put};
use uuid::Uuid;

use super::api::{NewRoom, OwnReading, OwnVoice, Room, RoomList};
use super::{asking, reading, voicing, weighing};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;

/// The room to move that people have, had, or that is asked for them.
#[utoipa::path(tag = "room to move", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of it, on one page", body = RoomList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see it", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/rooms-to-move")]
pub(super) async fn rooms_to_move(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<Json<RoomList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Ask the partners for room to move, for yourself or for somebody else.
///
/// Its words never change. For somebody else, they say first whether they want it.
#[utoipa::path(tag = "room to move", security(("cookie" = []), ("bearer" = [])), request_body = NewRoom, responses(
    (status = 201, description = "It is asked", body = Room),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read, or act for no partner; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 409, description = "`has_room`: they have room, or it is asked for them", body = Problem),
    (status = 422, description = "`validation_failed`; with `out_of_range` for a day that is not after today and within two years, `unknown` for somebody who acts for no partner here", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[post("/partnerships/{id}/rooms-to-move")]
pub(super) async fn ask_for_room(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewRoom>,
) -> Result<HttpResponse, Problem> {
    let me = member(&app, &actor, *id).await?;
    let asked = asking::ask(&app, &me, &client, &body).await?;
    Ok(HttpResponse::Created().json(reading::one(&app, &me, asked).await?))
}

/// Take back a question that you asked, before it was given.
#[utoipa::path(tag = "room to move", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is not asked any more", body = Room),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: somebody else asked; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such room, or its partnership is not yours", body = Problem),
    (status = 409, description = "`conflict`: it was given, or is over", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("room_id" = Uuid, Path)))]
#[delete("/partnerships/{id}/rooms-to-move/{room_id}")]
pub(super) async fn withdraw_room(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Room>, Problem> {
    let (id, room) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    asking::withdraw(&app, &me, &client, room).await?;
    Ok(Json(reading::one(&app, &me, room).await?))
}

/// Say that you want what somebody else asked for you. Then the partners are asked.
#[utoipa::path(tag = "room to move", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The partners are asked", body = Room),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it is for somebody else; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such room, or its partnership is not yours", body = Problem),
    (status = 409, description = "`conflict`: it is over", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("room_id" = Uuid, Path)))]
#[put("/partnerships/{id}/rooms-to-move/{room_id}/taking")]
pub(super) async fn take_room(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Room>, Problem> {
    let (id, room) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    asking::take(&app, &me, &client, room).await?;
    Ok(Json(reading::one(&app, &me, room).await?))
}

/// Say that you do not want it, or not any more. Nobody asks why.
#[utoipa::path(tag = "room to move", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "You have it no more", body = Room),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it is for somebody else; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such room, or its partnership is not yours", body = Problem),
    (status = 409, description = "`conflict`: it is over", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("room_id" = Uuid, Path)))]
#[delete("/partnerships/{id}/rooms-to-move/{room_id}/taking")]
pub(super) async fn give_room_back(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Room>, Problem> {
    let (id, room) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    asking::give_back(&app, &me, &client, room).await?;
    Ok(Json(reading::one(&app, &me, room).await?))
}

/// Say for your partner whether it gives the room.
///
/// With the last partner that gives it, it is given; with more than half that do not give it any more, it ends.
#[utoipa::path(tag = "room to move", security(("cookie" = []), ("bearer" = [])), request_body = OwnVoice, responses(
    (status = 200, description = "So your partner says", body = Room),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `no_mandate`: you do not speak for a partner; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such room, or its partnership is not yours", body = Problem),
    (status = 409, description = "`conflict`: partners are not asked yet, or it is over", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("room_id" = Uuid, Path)))]
#[put("/partnerships/{id}/rooms-to-move/{room_id}/voice")]
pub(super) async fn voice_room(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<OwnVoice>,
) -> Result<Json<Room>, Problem> {
    let (id, room) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    voicing::voice(&app, &me, &client, room, &body).await?;
    Ok(Json(reading::one(&app, &me, room).await?))
}

/// Say how much room you find is taken and given.
#[utoipa::path(tag = "room to move", security(("cookie" = []), ("bearer" = [])), request_body = OwnReading, responses(
    (status = 200, description = "So you find", body = Room),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read, or act for no partner; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such room, or its partnership is not yours", body = Problem),
    (status = 409, description = "`conflict`: it is not given, or is over", body = Problem),
    (status = 422, description = "`validation_failed`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("room_id" = Uuid, Path)))]
#[put("/partnerships/{id}/rooms-to-move/{room_id}/reading")]
pub(super) async fn read_room(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
    body: Json<OwnReading>,
) -> Result<Json<Room>, Problem> {
    let (id, room) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    weighing::read(&app, &me, &client, room, &body).await?;
    Ok(Json(reading::one(&app, &me, room).await?))
}

/// Take back how much room you find is taken and given.
#[utoipa::path(tag = "room to move", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "You did not say"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: you did not say it of such a room", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), ("room_id" = Uuid, Path)))]
#[delete("/partnerships/{id}/rooms-to-move/{room_id}/reading")]
pub(super) async fn take_reading_back(
    app: Data<App>,
    actor: Actor,
    client: Client,
    path: Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Problem> {
    let (id, room) = path.into_inner();
    let me = member(&app, &actor, id).await?;
    weighing::take_back(&app, &me, &client, room).await?;
    Ok(HttpResponse::NoContent().finish())
}
