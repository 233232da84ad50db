//! The addresses of this feature.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use uuid::Uuid;

use super::api::{Partnership, PartnershipList};
use super::store;
use crate::access::{Action, permits};
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Problem;

/// The partnerships I am in.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "By name; empty for somebody who is in none", body = PartnershipList),
    (status = 401, description = "`unauthenticated`", body = Problem),
))]
#[get("/partnerships")]
pub(super) async fn partnerships(app: Data<App>, actor: Actor) -> Result<Json<PartnershipList>, Problem> {
    let found = store::partnerships_of(app.database.reader(), actor.account_id).await?;
    Ok(Json(PartnershipList::new(found)))
}

/// A partnership I am in, with its partners and people.
#[utoipa::path(tag = "partnerships", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The partnership", body = Partnership),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is none, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}")]
pub(super) async fn partnership(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<Partnership>, Problem> {
    let db = app.database.reader();
    let me = store::membership(db, actor.account_id, *id).await?.ok_or_else(Problem::not_found)?;
    if !permits(me.role, Action::ReadPartnership) {
        return Err(Problem::forbidden());
    }
    let partnership = store::partnership(db, &me).await?.ok_or_else(Problem::not_found)?;
    let (partners, members) = (store::partners(db, &me).await?, store::members(db, &me).await?);
    Ok(Json(Partnership::new(partnership, partners, members, &me)))
}
