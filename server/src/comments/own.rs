//! Somebody changes or deletes what they said themselves.

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::error::CommentError;
use super::saying::{are_here, held};
use super::store;
use super::telling::{self, Happened};
use super::words::Words;
use crate::access::Denied;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::{comment, comment_thread};
use crate::partnerships::Membership;

/// Says it in other words.
pub(super) async fn change(
    app: &App,
    me: &Membership,
    client: &Client,
    (thread, comment): (Uuid, Uuid),
    words: &Words,
) -> Result<(), CommentError> {
    let transaction = app.database.begin().await?;
    let me = held(&transaction, me).await?;
    let (thread, comments) = locked(&transaction, &me, thread).await?;
    let comment = find_own(&comments, &me, comment)?;
    if comment.deleted_at.is_some() {
        return Err(CommentError::Deleted);
    }
    let before = store::mentions(&transaction, comment.id).await?;
    if comment.text == words.text && before == words.mentions {
        return Ok(());
    }
    // Who was mentioned before may have left since, and what was said stays.
    let added = words.mentions.difference(&before).copied().collect();
    are_here(&transaction, &me, &added).await?;
    store::put_words(&transaction, comment, &words.text, &words.mentions, app.clock.now()).await?;
    let bells =
        telling::tell(app, &transaction, &me, client, &thread, Happened::Changed { comment: comment.id }, &added)
            .await?;
    transaction.commit().await?;
    app.bells.ring_all(bells);
    Ok(())
}

/// Takes it away. Once more is no mistake: whose answer got lost asks again.
pub(super) async fn delete(
    app: &App,
    me: &Membership,
    client: &Client,
    (thread, comment): (Uuid, Uuid),
) -> Result<(), CommentError> {
    let transaction = app.database.begin().await?;
    let me = held(&transaction, me).await?;
    let (thread, comments) = locked(&transaction, &me, thread).await?;
    let comment = find_own(&comments, &me, comment)?;
    if comment.deleted_at.is_some() {
        return Ok(());
    }
    match trailing(&comments, comment.id) {
        Some(gone) => {
            store::drop_comments(&transaction, &gone).await?;
            if gone.len() == comments.len() {
                store::drop_thread(&transaction, thread.id).await?;
            }
        }
        None => store::blank(&transaction, comment.id, app.clock.now()).await?,
    }
    let bells = telling::tell(
        app,
        &transaction,
        &me,
        client,
        &thread,
        Happened::Removed { comment: comment.id },
        &BTreeSet::new(),
    )
    .await?;
    transaction.commit().await?;
    app.bells.ring_all(bells);
    Ok(())
}

async fn locked(
    db: &impl ConnectionTrait,
    me: &Membership,
    thread: Uuid,
) -> Result<(comment_thread::Model, Vec<comment::Model>), CommentError> {
    let thread = store::lock(db, me, thread).await?.ok_or(CommentError::NotFound)?;
    let comments = store::comments(db, thread.id).await?;
    Ok((thread, comments))
}

fn find_own<'a>(
    comments: &'a [comment::Model],
    me: &Membership,
    id: Uuid,
) -> Result<&'a comment::Model, CommentError> {
    let found = comments.iter().find(|comment| comment.id == id).ok_or(CommentError::NotFound)?;
    if found.author_id == me.account_id { Ok(found) } else { Err(Denied::ByRole.into()) }
}

/// What goes altogether when `last` is deleted: it and the deleted ones right before it, which nothing follows any
/// more. Nothing does while something follows `last` itself.
fn trailing(comments: &[comment::Model], last: Uuid) -> Option<Vec<Uuid>> {
    let (end, before) = comments.split_last()?;
    if end.id != last {
        return None;
    }
    let deleted = before.iter().rev().take_while(|comment| comment.deleted_at.is_some());
    Some(std::iter::once(last).chain(deleted.map(|comment| comment.id)).collect())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn comments(deleted: &[bool]) -> Vec<comment::Model> {
        let comment = |(number, &deleted): (usize, &bool)| comment::Model {
            id: Uuid::from_u128(number as u128),
            thread_id: Uuid::nil(),
            author_id: Uuid::nil(),
            text: String::new(),
            created_at: DateTime::UNIX_EPOCH,
            edited_at: None,
            deleted_at: deleted.then_some(DateTime::UNIX_EPOCH),
        };
        deleted.iter().enumerate().map(comment).collect()
    }

    #[test]
    fn the_last_comment_goes_and_takes_the_empty_places_before_it_along() {
        let gone = |deleted: &[bool], last: u128| {
            trailing(&comments(deleted), Uuid::from_u128(last))
                .map(|gone| gone.into_iter().map(|id| id.as_u128()).collect::<Vec<_>>())
        };
        assert_eq!(gone(&[false], 0), Some(vec![0]));
        assert_eq!(gone(&[true, false, true, true, false], 4), Some(vec![4, 3, 2]));
        assert_eq!(gone(&[false, false], 0), None);
    }
}
