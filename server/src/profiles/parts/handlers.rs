//! The addresses of profiles.

use actix_web::web::{Data, Json, Path};
use actix_web::{get, put};
use uuid::Uuid;

use super::api::{OwnProfilePart, ProfileList, ProfilePart};
use super::{keeping, reading};
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::error::Problem;
use crate::partnerships::member;
use crate::precondition::IfMatch;

/// What people say of themselves: you, and what others let you see.
#[utoipa::path(tag = "profiles", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "Everybody who takes part, on one page", body = ProfileList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: observers do not see them", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/profiles")]
pub(super) async fn profiles(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<Json<ProfileList>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(reading::list(&app, &me).await?))
}

/// Say one part of what you are.
#[utoipa::path(tag = "profiles", security(("cookie" = []), ("bearer" = [])), request_body = OwnProfilePart,
    responses(
    (status = 200, description = "So it is", body = ProfilePart),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you only read; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
    (status = 412, description = "`changed_meanwhile`: you changed this part elsewhere since; read it again", body = Problem),
    (status = 422, description = "`validation_failed`; with `no_partner` for `visible_to` when you act for none, `twice` for what is named twice", body = Problem),
    (status = 428, description = "`precondition_required`: say which version of this part you change; before the first it is `\"0\"`", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership"), IfMatch))]
#[put("/partnerships/{id}/profiles/own")]
pub(super) async fn put_own_profile(
    app: Data<App>,
    actor: Actor,
    client: Client,
    read: IfMatch,
    id: Path<Uuid>,
    body: Json<OwnProfilePart>,
) -> Result<Json<ProfilePart>, Problem> {
    let me = member(&app, &actor, *id).await?;
    Ok(Json(keeping::put_own(&app, &me, &client, &read, &body).await?))
}
