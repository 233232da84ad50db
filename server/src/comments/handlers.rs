//! The addresses of this feature.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, delete, get, patch, post};
use uuid::Uuid;

use super::anchor::Anchor;
use super::api::{CommentThread, NewComment, NewThread, ThreadPage, ThreadQuery};
use super::error::CommentError;
use super::settling::{Settling, settle};
use super::words::Words;
use super::{own, reading, saying, store};
use crate::access::Action;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::boards;
use crate::error::Problem;
use crate::partnerships::Membership;

/// What is said about what stands on a board, or stood there: the threads in the order in which they were begun.
#[utoipa::path(tag = "comments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "A page of them", body = ThreadPage),
    (status = 400, description = "`invalid_request`: the status or the cursor is none", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`: the limit is out of range", body = Problem),
), params(("id" = Uuid, Path, description = "The board"), ThreadQuery))]
#[get("/boards/{id}/threads")]
pub(super) async fn threads(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
    query: Query<ThreadQuery>,
) -> Result<Json<ThreadPage>, Problem> {
    let found = boards::board_of(app.database.reader(), actor.account_id, *id).await?;
    let (board, me) = found.ok_or_else(Problem::not_found)?;
    let limit = query.limit()?;
    Ok(Json(reading::page(&app, &me, &board, &query, limit).await?))
}

/// Say something about a card, a role or a passage.
#[utoipa::path(tag = "comments", security(("cookie" = []), ("bearer" = [])), request_body = NewThread, responses(
    (status = 201, description = "It is said", body = CommentThread),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such board, or it is not yours", body = Problem),
    (status = 422, description = "`validation_failed`: no text or too much of it, no such card or role on this board, \
        no position, or somebody who is mentioned and not here", body = Problem),
    (status = 503, description = "`unavailable`: the board cannot be read right now", body = Problem),
), params(("id" = Uuid, Path, description = "The board")))]
#[post("/boards/{id}/threads")]
pub(super) async fn begin_thread(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewThread>,
) -> Result<HttpResponse, Problem> {
    let found = boards::board_of(app.database.reader(), actor.account_id, *id).await?;
    let (board, me) = found.ok_or_else(Problem::not_found)?;
    me.may(Action::Comment)?;
    let NewThread { anchor, text, mentions } = body.into_inner();
    let words = Words::read(&text, mentions).map_err(Problem::validation_failed)?;
    let anchor = Anchor::read(anchor, board.kind).map_err(Problem::validation_failed)?;
    let made = saying::begin(&app, &me, &client, &board, anchor, &words).await?;
    Ok(HttpResponse::Created().json(reading::one(&app, actor.account_id, made).await?))
}

/// A thread, with all that is said in it.
#[utoipa::path(tag = "comments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "The thread", body = CommentThread),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 404, description = "`not_found`: there is no such thread (any more), or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The thread")))]
#[get("/threads/{id}")]
pub(super) async fn read_thread(
    app: Data<App>,
    actor: Actor,
    id: Path<Uuid>,
) -> Result<Json<CommentThread>, Problem> {
    let found = store::thread(app.database.reader(), actor.account_id, *id).await?;
    let (thread, _) = readable(found)?;
    Ok(Json(reading::one(&app, actor.account_id, thread).await?))
}

/// Answer in a thread. One that was resolved is open again by it.
#[utoipa::path(tag = "comments", security(("cookie" = []), ("bearer" = [])), request_body = NewComment, responses(
    (status = 201, description = "It is said; the thread as it is now", body = CommentThread),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such thread (any more), or it is not yours", body = Problem),
    (status = 409, description = "`thread_full`: it has 200 comments", body = Problem),
    (status = 422, description = "`validation_failed`: no text or too much of it, or somebody who is mentioned and not \
        here", body = Problem),
), params(("id" = Uuid, Path, description = "The thread")))]
#[post("/threads/{id}/comments")]
pub(super) async fn answer(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewComment>,
) -> Result<HttpResponse, Problem> {
    let found = store::thread(app.database.reader(), actor.account_id, *id).await?;
    let (thread, me) = commentable(found)?;
    let words = words(body.into_inner())?;
    saying::answer(&app, &me, &client, thread, &words).await?;
    Ok(HttpResponse::Created().json(reading::one(&app, actor.account_id, thread).await?))
}

/// Say in other words what I said. That it was changed is to be seen.
#[utoipa::path(tag = "comments", security(("cookie" = []), ("bearer" = [])), request_body = NewComment, responses(
    (status = 200, description = "The thread as it is now", body = CommentThread),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it is somebody else's, or you may only read here; or `bad_origin`",
        body = Problem),
    (status = 404, description = "`not_found`: there is no such comment (any more), or it is not yours to see",
        body = Problem),
    (status = 409, description = "`conflict`: it was deleted", body = Problem),
    (status = 422, description = "`validation_failed`: no text or too much of it, or somebody who is mentioned and not \
        here", body = Problem),
), params(("id" = Uuid, Path, description = "The comment")))]
#[patch("/comments/{id}")]
pub(super) async fn change_comment(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
    body: Json<NewComment>,
) -> Result<Json<CommentThread>, Problem> {
    let found = store::thread_of_comment(app.database.reader(), actor.account_id, *id).await?;
    let (thread, me) = commentable(found)?;
    let words = words(body.into_inner())?;
    own::change(&app, &me, &client, (thread, *id), &words).await?;
    Ok(Json(reading::one(&app, actor.account_id, thread).await?))
}

/// Take back what I said.
///
/// While something follows it, its place stays, without its words; with the only comment of a thread that goes too.
#[utoipa::path(tag = "comments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 204, description = "Its words are gone"),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: it is somebody else's, or you may only read here; or `bad_origin`",
        body = Problem),
    (status = 404, description = "`not_found`: there is no such comment (any more), or it is not yours to see",
        body = Problem),
), params(("id" = Uuid, Path, description = "The comment")))]
#[delete("/comments/{id}")]
pub(super) async fn delete_comment(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<HttpResponse, Problem> {
    let found = store::thread_of_comment(app.database.reader(), actor.account_id, *id).await?;
    let (thread, me) = commentable(found)?;
    own::delete(&app, &me, &client, (thread, *id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Say that there is nothing more to say or do about it.
#[utoipa::path(tag = "comments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is resolved; also when it was already", body = CommentThread),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such thread (any more), or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The thread")))]
#[post("/threads/{id}/resolve")]
pub(super) async fn resolve(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<Json<CommentThread>, Problem> {
    settled(&app, &actor, &client, *id, Settling::Resolve).await
}

/// Open a thread again that was resolved.
#[utoipa::path(tag = "comments", security(("cookie" = []), ("bearer" = [])), responses(
    (status = 200, description = "It is open; also when it was already", body = CommentThread),
    (status = 401, description = "`unauthenticated`", body = Problem),
    (status = 403, description = "`forbidden`: you may only read here; or `bad_origin`", body = Problem),
    (status = 404, description = "`not_found`: there is no such thread (any more), or it is not yours", body = Problem),
), params(("id" = Uuid, Path, description = "The thread")))]
#[post("/threads/{id}/reopen")]
pub(super) async fn reopen(
    app: Data<App>,
    actor: Actor,
    client: Client,
    id: Path<Uuid>,
) -> Result<Json<CommentThread>, Problem> {
    settled(&app, &actor, &client, *id, Settling::Reopen).await
}

async fn settled(
    app: &App,
    actor: &Actor,
    client: &Client,
    id: Uuid,
    what: Settling,
) -> Result<Json<CommentThread>, Problem> {
    let (thread, me) = commentable(store::thread(app.database.reader(), actor.account_id, id).await?)?;
    settle(app, &me, client, thread, what).await?;
    Ok(Json(reading::one(app, actor.account_id, thread).await?))
}

type Found = Option<(crate::entity::comment_thread::Model, Membership)>;

/// The thread, for whoever may see what stands on boards.
fn readable(found: Found) -> Result<(Uuid, Membership), CommentError> {
    let (thread, me) = found.ok_or(CommentError::NotFound)?;
    if me.may(Action::ReadBoards).is_ok() { Ok((thread.id, me)) } else { Err(CommentError::NotFound) }
}

/// The same for whoever may say something about it.
fn commentable(found: Found) -> Result<(Uuid, Membership), CommentError> {
    let (thread, me) = readable(found)?;
    me.may(Action::Comment)?;
    Ok((thread, me))
}

fn words(NewComment { text, mentions }: NewComment) -> Result<Words, Problem> {
    Words::read(&text, mentions).map_err(Problem::validation_failed)
}
