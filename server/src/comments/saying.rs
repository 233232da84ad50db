//! Somebody says something: the first about a thing, or in answer to others.

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::anchor::Anchor;
use super::error::CommentError;
use super::store;
use super::telling::{self, Happened};
use super::words::Words;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::boards::{self, AnchoredPassage, Board, standing};
use crate::entity::comment_thread::Kind;
use crate::entity::{comment, comment_thread};
use crate::ids;
use crate::partnerships::{self, Membership};

/// In one thread: who has more to say begins another.
const MOST_COMMENTS: usize = 200;

/// Begins a thread; gives its id.
pub(super) async fn begin(
    app: &App,
    me: &Membership,
    client: &Client,
    board: &Board,
    anchor: Anchor,
    words: &Words,
) -> Result<Uuid, CommentError> {
    let standing = standing(app, board, anchor.item()).await?;
    let now = app.clock.now();
    let mut thread = comment_thread::Model {
        id: ids::ordered(),
        partnership_id: me.partnership_id,
        board_id: board.id,
        kind: Kind::Passage,
        item: anchor.item().to_owned(),
        passage_start: None,
        passage_end: None,
        quote: String::new(),
        seq: standing.seq,
        created_at: now,
        resolved_at: None,
        resolved_by: None,
    };
    match anchor {
        Anchor::Entry { kind, .. } => {
            let text = standing.text.ok_or_else(|| CommentError::refused("anchor", "unknown"))?;
            (thread.kind, thread.quote) = (kind, boards::quote(&text));
        }
        Anchor::Passage { passage: AnchoredPassage { start, end, quote }, .. } => {
            (thread.passage_start, thread.passage_end, thread.quote) = (Some(start), Some(end), quote);
        }
    }
    let transaction = app.database.begin().await?;
    let me = held(&transaction, me).await?;
    store::add_thread(&transaction, thread.clone()).await?;
    let comment = say(&transaction, app, &me, &thread, words).await?;
    let told = Happened::Added { comment, opened: false };
    let bells = telling::tell(app, &transaction, &me, client, &thread, told, &words.mentions).await?;
    transaction.commit().await?;
    app.bells.ring_all(bells);
    Ok(thread.id)
}

/// Answers in a thread, and opens it again if it was resolved.
pub(super) async fn answer(
    app: &App,
    me: &Membership,
    client: &Client,
    thread: Uuid,
    words: &Words,
) -> Result<(), CommentError> {
    let transaction = app.database.begin().await?;
    let me = held(&transaction, me).await?;
    let thread = store::lock(&transaction, &me, thread).await?.ok_or(CommentError::NotFound)?;
    if store::comments(&transaction, thread.id).await?.len() >= MOST_COMMENTS {
        return Err(CommentError::ThreadFull);
    }
    let comment = say(&transaction, app, &me, &thread, words).await?;
    let opened = thread.resolved_at.is_some();
    if opened {
        store::put_resolved(&transaction, thread.id, None).await?;
    }
    let bells = telling::tell(
        app,
        &transaction,
        &me,
        client,
        &thread,
        Happened::Added { comment, opened },
        &words.mentions,
    )
    .await?;
    transaction.commit().await?;
    app.bells.ring_all(bells);
    Ok(())
}

/// Who asks, as they are in the transaction, if they may comment: whatever they were when they came.
pub(super) async fn held(db: &impl ConnectionTrait, me: &Membership) -> Result<Membership, CommentError> {
    let held = partnerships::hold(db, me.account_id, me.partnership_id).await?;
    let me = held.ok_or(CommentError::NotFound)?;
    me.may(Action::Comment)?;
    Ok(me)
}

/// Whether everybody who is mentioned is in the partnership.
pub(super) async fn are_here(
    db: &impl ConnectionTrait,
    me: &Membership,
    mentions: &BTreeSet<Uuid>,
) -> Result<(), CommentError> {
    for &account in mentions {
        let found = partnerships::membership(db, account, me.partnership_id).await?;
        found.ok_or_else(|| CommentError::refused("mentions", "unknown"))?;
    }
    Ok(())
}

async fn say(
    db: &impl ConnectionTrait,
    app: &App,
    me: &Membership,
    thread: &comment_thread::Model,
    words: &Words,
) -> Result<Uuid, CommentError> {
    are_here(db, me, &words.mentions).await?;
    let comment = comment::Model {
        id: ids::ordered(),
        thread_id: thread.id,
        author_id: me.account_id,
        text: words.text.clone(),
        created_at: app.clock.now(),
        edited_at: None,
        deleted_at: None,
    };
    let id = comment.id;
    store::add_comment(db, comment, &words.mentions).await?;
    Ok(id)
}
