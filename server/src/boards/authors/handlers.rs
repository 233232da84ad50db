//! The address of who wrote what.

use std::collections::BTreeSet;

use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use uuid::Uuid;

use super::api::{BoardAuthors, TextAuthor};
use super::runs;
use crate::accounts::Actor;
use crate::app::App;
use crate::boards::api::ContentQuery;
use crate::boards::past;
use crate::boards::store;
use crate::error::Problem;
use crate::partnerships;

/// Who wrote what stands on a board, or what stood there after one of its changes.
#[utoipa::path(tag = "boards", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "Its texts, word by word", body = BoardAuthors),
    (status = 400, description = "`invalid_request`: `at` is no number", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`: there is no change with the number `at`", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be loaded right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), ContentQuery))]
#[get("/boards/{id}/authors")]
pub(in crate::boards) async fn authors(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    query: Query<ContentQuery>,
) -> Result<Json<BoardAuthors>, Problem> {
    let db = app.database.reader();
    let (board, me) = store::board(db, actor.account_id, *id).await?.ok_or_else(Problem::not_found)?;
    let vocabulary = board.kind.vocabulary();
    // Of a copy: the room's own document is not to be cut up.
    let (seq, texts) =
        past::read(&app, &board, query.at, move |document| runs::texts(document, vocabulary)).await?;
    let wrote: BTreeSet<Uuid> =
        texts.iter().flat_map(|text| &text.lines).flatten().map(|run| run.account_id).collect();
    let known = partnerships::authors(db, &me, wrote).await?;
    let person = |(account_id, author): (Uuid, partnerships::Author)| TextAuthor {
        account_id,
        name: author.name,
        partner_id: author.partner_id,
    };
    Ok(Json(BoardAuthors { seq, texts, people: known.into_iter().map(person).collect() }))
}
