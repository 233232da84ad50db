//! The routes of a board's history.

use std::collections::HashSet;

use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use uuid::Uuid;

use super::api::{Timeline, TimelineQuery};
use super::store;
use crate::accounts::Actor;
use crate::app::App;
use crate::boards::store::board;
use crate::error::Problem;
use crate::partnerships;

/// Who wrote on a board, and when: newest first.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "One page", body = Timeline),
    (status = 400, description = "`invalid_request`: the limit is no number", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`: the cursor is none of ours, or the limit is out of range", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), TimelineQuery))]
#[get("/boards/{id}/timeline")]
pub(in crate::boards) async fn timeline(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    query: Query<TimelineQuery>,
) -> Result<Json<Timeline>, Problem> {
    let db = app.database.reader();
    let (board, me) = board(db, actor.account_id, *id).await?.ok_or_else(Problem::not_found)?;
    let page = query.page()?;
    let sittings = store::sittings(db, &board, page.before, page.limit).await?.complete;
    let writers: HashSet<Uuid> = sittings.iter().map(|sitting| sitting.author).collect();
    let authors = partnerships::authors(db, &me, writers).await?;
    Ok(Json(Timeline::new(sittings, page.limit, &authors)))
}
