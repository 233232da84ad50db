//! The address of restoring.

use actix_web::post;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::past::Past;
use crate::access::Action;
use crate::accounts::Actor;
use crate::app::App;
use crate::boards::edits::{Desk, EditError, Saved};
use crate::boards::{past, store};
use crate::error::Problem;

/// Which state is wanted back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::boards) struct BoardState {
    /// The number of a change: the board as it was right after it, and empty after 0.
    #[schema(minimum = 0)]
    at: i64,
}

/// Make a board what it was after one of its changes.
///
/// It is a new edit: what there is now stays in the history, and what goes stays in the bin for a while. It is durable,
/// and everybody at the board has it, when this answers.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), request_body = BoardState, responses(
    (status = 200, description = "It says that now; also when it did already", body = Saved),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here; `concluded`; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`: there is no change with the number `at`; or `update_refused`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be loaded or written right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board")))]
#[post("/boards/{id}/restore")]
pub(in crate::boards) async fn restore_board(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    body: Json<BoardState>,
) -> Result<Json<Saved>, Problem> {
    let found = store::board(app.database.reader(), actor.account_id, *id).await?;
    let (board, me) = found.ok_or_else(Problem::not_found)?;
    me.may(Action::WriteBoards).map_err(EditError::from)?;
    let vocabulary = board.kind.vocabulary();
    let (_, was) = past::read(&app, &board, Some(body.at), move |document| Past::of(document, vocabulary)).await?;
    let desk = Desk::open(&app, actor.account_id, board.id, board.kind).await?;
    let restore = move |transaction: &mut yrs::TransactionMut<'_>| {
        was.restore(transaction);
        Ok(())
    };
    let ((), seq) = desk.write(restore).await?;
    Ok(Json(Saved { seq }))
}
