//! The SQL of comments. Every query starts from whose they are: what is not in somebody's partnerships does not exist
//! for them.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::api::ThreadStatus;
use crate::boards::Board;
use crate::entity::comment_thread::Kind;
use crate::entity::{card, comment, comment_mention, comment_thread, common_value, projection, role};
use crate::partnerships::{self, Membership};

/// A thread with what was said in it.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) thread: comment_thread::Model,
    /// What it hangs on is known to be gone.
    pub(super) is_lost: bool,
    pub(super) said: Vec<Said>,
}

/// A comment with whom it mentions.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) comment: comment::Model,
    pub(super) mentions: Vec<Uuid>,
}

/// A thread, and as what `account` may see it; nothing for somebody who is not in its partnership.
pub(super) async fn thread(
    db: &impl ConnectionTrait,
    account: Uuid,
    id: Uuid,
) -> Result<Option<(comment_thread::Model, Membership)>, DbErr> {
    let Some(found) = comment_thread::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let me = partnerships::membership(db, account, found.partnership_id).await?;
    Ok(me.map(|me| (found, me)))
}

/// The thread in which a comment is, in the same way.
pub(super) async fn thread_of_comment(
    db: &impl ConnectionTrait,
    account: Uuid,
    comment: Uuid,
) -> Result<Option<(comment_thread::Model, Membership)>, DbErr> {
    match comment::Entity::find_by_id(comment).one(db).await? {
        Some(found) => thread(db, account, found.thread_id).await,
        None => Ok(None),
    }
}

/// The same thread, locked until the transaction ends; nothing when it is gone.
pub(super) async fn lock(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<comment_thread::Model>, DbErr> {
    comment_thread::Entity::find_by_id(id)
        .filter(comment_thread::Column::PartnershipId.eq(me.partnership_id))
        .lock_exclusive()
        .one(db)
        .await
}

/// At most `limit` threads of a board that somebody may see, after the one called `after`, in the order in which they
/// were begun.
pub(super) async fn threads(
    db: &impl ConnectionTrait,
    board: &Board,
    status: Option<ThreadStatus>,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<comment_thread::Model>, DbErr> {
    let mut threads = comment_thread::Entity::find().filter(comment_thread::Column::BoardId.eq(board.id));
    threads = match status {
        Some(ThreadStatus::Open) => threads.filter(comment_thread::Column::ResolvedAt.is_null()),
        Some(ThreadStatus::Resolved) => threads.filter(comment_thread::Column::ResolvedAt.is_not_null()),
        None => threads,
    };
    if let Some(after) = after {
        threads = threads.filter(comment_thread::Column::Id.gt(after));
    }
    threads.order_by_asc(comment_thread::Column::Id).limit(limit).all(db).await
}

/// The comments of a thread, the first to the last.
pub(super) async fn comments(db: &impl ConnectionTrait, thread: Uuid) -> Result<Vec<comment::Model>, DbErr> {
    comment::Entity::find()
        .filter(comment::Column::ThreadId.eq(thread))
        .order_by_asc(comment::Column::Id)
        .all(db)
        .await
}

/// Adds to each of `threads`, which are of one board, what was said in it and whether what it hangs on is gone.
pub(super) async fn told(
    db: &impl ConnectionTrait,
    threads: Vec<comment_thread::Model>,
) -> Result<Vec<Told>, DbErr> {
    let ids: Vec<Uuid> = threads.iter().map(|thread| thread.id).collect();
    let mut mentions: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let mentioned = comment_mention::Entity::find().filter(comment_mention::Column::ThreadId.is_in(ids.clone()));
    for mention in mentioned.order_by_asc(comment_mention::Column::AccountId).all(db).await? {
        mentions.entry(mention.comment_id).or_default().push(mention.account_id);
    }
    let mut said: HashMap<Uuid, Vec<Said>> = HashMap::new();
    let comments = comment::Entity::find().filter(comment::Column::ThreadId.is_in(ids));
    for comment in comments.order_by_asc(comment::Column::Id).all(db).await? {
        let mentions = mentions.remove(&comment.id).unwrap_or_default();
        said.entry(comment.thread_id).or_default().push(Said { comment, mentions });
    }
    let lost = lost(db, &threads).await?;
    let told = threads.into_iter().map(|thread| Told {
        said: said.remove(&thread.id).unwrap_or_default(),
        is_lost: lost.contains(&thread.id),
        thread,
    });
    Ok(told.collect())
}

/// Which threads hang on a card, a role or a value that is gone. The tables follow the board a moment later: what they have not
/// heard of yet is not gone.
async fn lost(db: &impl ConnectionTrait, threads: &[comment_thread::Model]) -> Result<HashSet<Uuid>, DbErr> {
    let Some(board) = threads.first().map(|thread| thread.board_id) else { return Ok(HashSet::new()) };
    let followed = projection::Entity::find_by_id(board).one(db).await?.map_or(0, |projection| projection.seq);
    let there = there(db, board, threads).await?;
    let is_gone = |thread: &&comment_thread::Model| {
        thread.kind != Kind::Passage && thread.seq <= followed && !there.contains(&thread.item)
    };
    Ok(threads.iter().filter(is_gone).map(|thread| thread.id).collect())
}

/// The keys of those things that threads of a board hang on and that its tables say are there.
async fn there(
    db: &impl ConnectionTrait,
    board: Uuid,
    threads: &[comment_thread::Model],
) -> Result<HashSet<String>, DbErr> {
    let items = |kind| threads.iter().filter(move |thread| thread.kind == kind).map(|thread| thread.item.clone());
    let cards: Vec<String> = card::Entity::find()
        .select_only()
        .column(card::Column::Id)
        .filter(card::Column::BoardId.eq(board))
        .filter(card::Column::Id.is_in(items(Kind::Card)))
        .into_tuple()
        .all(db)
        .await?;
    let roles: Vec<String> = role::Entity::find()
        .select_only()
        .column(role::Column::Id)
        .filter(role::Column::BoardId.eq(board))
        .filter(role::Column::RemovedAt.is_null())
        .filter(role::Column::Id.is_in(items(Kind::Role)))
        .into_tuple()
        .all(db)
        .await?;
    let values: Vec<String> = common_value::Entity::find()
        .select_only()
        .column(common_value::Column::Id)
        .filter(common_value::Column::BoardId.eq(board))
        .filter(common_value::Column::RemovedAt.is_null())
        .filter(common_value::Column::Id.is_in(items(Kind::Value)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(cards.into_iter().chain(roles).chain(values).collect())
}

pub(super) async fn add_thread(db: &impl ConnectionTrait, new: comment_thread::Model) -> Result<(), DbErr> {
    comment_thread::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Adds a comment and whom it mentions.
pub(super) async fn add_comment(
    db: &impl ConnectionTrait,
    new: comment::Model,
    mentions: &BTreeSet<Uuid>,
) -> Result<(), DbErr> {
    let (id, thread) = (new.id, new.thread_id);
    comment::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    add_mentions(db, id, thread, mentions).await
}

/// Puts other words in the place of what a comment said.
pub(super) async fn put_words(
    db: &impl ConnectionTrait,
    comment: &comment::Model,
    text: &str,
    mentions: &BTreeSet<Uuid>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    comment::Entity::update_many()
        .col_expr(comment::Column::Text, Expr::value(text))
        .col_expr(comment::Column::EditedAt, Expr::value(at))
        .filter(comment::Column::Id.eq(comment.id))
        .exec(db)
        .await?;
    drop_mentions(db, &[comment.id]).await?;
    add_mentions(db, comment.id, comment.thread_id, mentions).await
}

/// Takes its words away from a comment, which stays in its place.
pub(super) async fn blank(db: &impl ConnectionTrait, comment: Uuid, at: DateTime<Utc>) -> Result<(), DbErr> {
    comment::Entity::update_many()
        .col_expr(comment::Column::Text, Expr::value(""))
        .col_expr(comment::Column::DeletedAt, Expr::value(at))
        .filter(comment::Column::Id.eq(comment))
        .exec(db)
        .await?;
    drop_mentions(db, &[comment]).await
}

/// Takes comments away altogether.
pub(super) async fn drop_comments(db: &impl ConnectionTrait, comments: &[Uuid]) -> Result<(), DbErr> {
    drop_mentions(db, comments).await?;
    let gone = comment::Column::Id.is_in(comments.iter().copied());
    comment::Entity::delete_many().filter(gone).exec(db).await?;
    Ok(())
}

/// Takes a thread away in which nothing is said any more.
pub(super) async fn drop_thread(db: &impl ConnectionTrait, thread: Uuid) -> Result<(), DbErr> {
    comment_thread::Entity::delete_by_id(thread).exec(db).await?;
    Ok(())
}

/// Says who resolved a thread and when; nobody once it is open again.
pub(super) async fn put_resolved(
    db: &impl ConnectionTrait,
    thread: Uuid,
    resolved: Option<(Uuid, DateTime<Utc>)>,
) -> Result<(), DbErr> {
    comment_thread::Entity::update_many()
        .col_expr(comment_thread::Column::ResolvedBy, Expr::value(resolved.map(|(by, _)| by)))
        .col_expr(comment_thread::Column::ResolvedAt, Expr::value(resolved.map(|(_, at)| at)))
        .filter(comment_thread::Column::Id.eq(thread))
        .exec(db)
        .await?;
    Ok(())
}

/// Whom a comment mentions.
pub(super) async fn mentions(db: &impl ConnectionTrait, comment: Uuid) -> Result<BTreeSet<Uuid>, DbErr> {
    let found = comment_mention::Entity::find().filter(comment_mention::Column::CommentId.eq(comment));
    Ok(found.all(db).await?.into_iter().map(|mention| mention.account_id).collect())
}

async fn add_mentions(
    db: &impl ConnectionTrait,
    comment_id: Uuid,
    thread_id: Uuid,
    mentions: &BTreeSet<Uuid>,
) -> Result<(), DbErr> {
    if mentions.is_empty() {
        return Ok(());
    }
    let new = mentions
        .iter()
        .map(|&account_id| comment_mention::Model { comment_id, account_id, thread_id }.into_active_model());
    comment_mention::Entity::insert_many(new).exec_without_returning(db).await?;
    Ok(())
}

async fn drop_mentions(db: &impl ConnectionTrait, comments: &[Uuid]) -> Result<(), DbErr> {
    let of_them = comment_mention::Column::CommentId.is_in(comments.iter().copied());
    comment_mention::Entity::delete_many().filter(of_them).exec(db).await?;
    Ok(())
}
