//! The addresses of this feature.

use actix_web::get;
use actix_web::web::{Data, Json};

use super::api::TurnList;
use super::waiting;
use crate::accounts::Actor;
use crate::app::App;
use crate::error::Problem;

/// Everything that waits for me, over all my partnerships.
#[utoipa::path(tag = "home", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of it; empty when nothing waits", body = TurnList),
    (status = 401, description = "`unauthenticated`", body = Problem),
))]
#[get("/me/turns")]
pub(super) async fn turns(app: Data<App>, actor: Actor) -> Result<Json<TurnList>, Problem> {
    let items = waiting::of(&app, &actor).await?;
    Ok(Json(TurnList { items, next: None }))
}
