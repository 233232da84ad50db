//! The bin's routes.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{get, post};
use uuid::Uuid;

use super::api::{BinItem, BinPage, BinQuery, Restored};
use super::{restore, store};
use crate::access::Action;
use crate::accounts::Actor;
use crate::app::App;
use crate::boards;
use crate::error::Problem;
use crate::partnerships;

/// How many items stand on one page.
const PAGE: usize = 50;

/// What was deleted from a board in the last thirty days and is not there again, the latest first.
///
/// It may be a second behind the board.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "A page of it", body = BinPage),
    (status = 400, description = "`invalid_request`: the cursor is none", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), BinQuery))]
#[get("/boards/{id}/bin")]
pub(in crate::boards) async fn bin(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    query: Query<BinQuery>,
) -> Result<Json<BinPage>, Problem> {
    let db = app.database.reader();
    let (board, me) = boards::store::board(db, actor.account_id, *id).await?.ok_or_else(Problem::not_found)?;
    let mut items = store::newest(db, &board, app.clock.now(), query.cursor, PAGE as u64 + 1).await?;
    let next = (items.len() > PAGE).then(|| items[PAGE - 1].id.to_string());
    items.truncate(PAGE);
    let authors = partnerships::authors(db, &me, items.iter().map(|item| item.deleted_by)).await?;
    let items = items.into_iter().map(|item| BinItem::new(&item, &authors));
    let items = items.collect::<Result<_, _>>().map_err(|error| {
        tracing::error!(board = %board.id, error = &error as &dyn std::error::Error, "a bin cannot be read");
        Problem::internal()
    })?;
    Ok(Json(BinPage { items, next }))
}

/// Put something back on its board, as it was and where it was.
///
/// It is a new edit of yours. It is durable, and everybody at the board has it, when this answers.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is on the board again", body = Restored),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here", body = Problem),
    (status = 404, description = "`not_found`: no such board, or it is not yours, or nothing of this id is in its bin",
        body = Problem),
    (status = 409, description = "`conflict`: it stands on the board again already", body = Problem),
    (status = 422, description = "`update_refused`: the board does not take it any more", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be written right now, or somebody else is just \
        restoring it", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), ("bin_id" = Uuid, Path, description = "What to restore")))]
#[post("/boards/{id}/bin/{bin_id}/restore")]
pub(in crate::boards) async fn restore_from_bin(
    app: Data<App>,
    actor: Actor,
    path: Path<(Uuid, Uuid)>,
) -> Result<Json<Restored>, Problem> {
    let (id, item) = path.into_inner();
    let found = boards::store::board(app.database.reader(), actor.account_id, id).await?;
    let (board, me) = found.ok_or_else(Problem::not_found)?;
    me.may(Action::WriteBoards)?;
    let seq = restore::restore(&app, &actor, &board, item).await?;
    Ok(Json(Restored { seq }))
}
