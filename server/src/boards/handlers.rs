//! The boards' routes.

use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use uuid::Uuid;

use super::api::{BoardList, BoardSummary, Content, ContentQuery};
use super::{content, past, store};
use crate::access::Action;
use crate::accounts::Actor;
use crate::app::App;
use crate::entity::board;
use crate::error::Problem;
use crate::partnerships;
use crate::realtime::Document;

/// The boards of a partnership.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "All of them, on one page", body = BoardList),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such partnership, or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The partnership")))]
#[get("/partnerships/{id}/boards")]
pub(super) async fn boards(app: Data<App>, actor: Actor, id: Path<Uuid>) -> Result<Json<BoardList>, Problem> {
    let db = app.database.reader();
    let me = partnerships::member(&app, &actor, *id).await?;
    me.may(Action::ReadBoards)?;
    let boards = store::boards(db, &me).await?;
    let shown = |board: board::Model| BoardSummary {
        id: board.id,
        kind: board.kind,
        title: board.title,
        is_current: board.is_current,
    };
    Ok(Json(BoardList { items: boards.into_iter().map(shown).collect(), next: None }))
}

/// What is written on a board, with everything in it that was ever shown to anybody; or what was, after one of its
/// changes.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The content, in the shape of the board's kind", body = Content),
    (status = 400, description = "`invalid_request`: `at` is no number", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`: there is no change with the number `at`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be loaded right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), ContentQuery))]
#[get("/boards/{id}/content")]
pub(super) async fn board_content(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    query: Query<ContentQuery>,
) -> Result<Json<Content>, Problem> {
    let found = store::board(app.database.reader(), actor.account_id, *id).await?;
    let (board, _) = found.ok_or_else(Problem::not_found)?;
    let kind = board.kind;
    let content = match query.at {
        None => {
            let look = move |document: &Document, seq| content::read(kind, document, seq);
            app.rooms.read(board.id, kind.vocabulary(), look).await.map_err(|_| Problem::unavailable())?
        }
        Some(at) => past::read(&app, &board, Some(at), move |document| content::read(kind, document, at)).await?.1,
    };
    Ok(Json(content))
}
