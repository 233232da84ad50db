//! Threads as they are shown.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::api::{CommentThread, ThreadPage, ThreadQuery};
use super::error::CommentError;
use super::store::{self, Told};
use crate::app::App;
use crate::boards::Board;
use crate::entity::comment_thread;
use crate::partnerships::{self, Membership};

/// A page of the threads of a board.
pub(super) async fn page(
    app: &App,
    me: &Membership,
    board: &Board,
    query: &ThreadQuery,
    limit: u64,
) -> Result<ThreadPage, CommentError> {
    let db = app.database.reader();
    let mut found = store::threads(db, board, query.status, query.cursor, limit + 1).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let there_is_more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| there_is_more).map(|last| last.id.to_string());
    Ok(ThreadPage { items: shown(db, me, found).await?, next })
}

/// One thread that somebody may see, as it is now; nothing when it is gone.
pub(super) async fn one(app: &App, account: Uuid, id: Uuid) -> Result<CommentThread, CommentError> {
    let db = app.database.reader();
    let (thread, me) = store::thread(db, account, id).await?.ok_or(CommentError::NotFound)?;
    shown(db, &me, vec![thread]).await?.pop().ok_or(CommentError::NotFound)
}

async fn shown(
    db: &impl ConnectionTrait,
    me: &Membership,
    threads: Vec<comment_thread::Model>,
) -> Result<Vec<CommentThread>, DbErr> {
    let told = store::told(db, threads).await?;
    let people: BTreeSet<Uuid> = told.iter().flat_map(people_in).collect();
    let people = partnerships::authors(db, me, people).await?;
    Ok(told.into_iter().map(|told| CommentThread::new(told, &people)).collect())
}

fn people_in(told: &Told) -> impl Iterator<Item = Uuid> {
    let speaking = told.said.iter().map(|said| said.comment.author_id);
    let mentioned = told.said.iter().flat_map(|said| said.mentions.iter().copied());
    speaking.chain(mentioned).chain(told.thread.resolved_by)
}
