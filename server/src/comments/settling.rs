//! A thread is resolved, or opened again.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::error::CommentError;
use super::saying::held;
use super::store;
use super::telling::{self, Happened};
use crate::accounts::Client;
use crate::app::App;
use crate::partnerships::Membership;

/// What is made of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Settling {
    Resolve,
    Reopen,
}

/// Resolves a thread or opens it again. What is so already stays as it is, by whoever made it so first.
pub(super) async fn settle(
    app: &App,
    me: &Membership,
    client: &Client,
    thread: Uuid,
    what: Settling,
) -> Result<(), CommentError> {
    let transaction = app.database.begin().await?;
    let me = held(&transaction, me).await?;
    let thread = store::lock(&transaction, &me, thread).await?.ok_or(CommentError::NotFound)?;
    if thread.resolved_at.is_some() == (what == Settling::Resolve) {
        return Ok(());
    }
    let (resolved, happened) = match what {
        Settling::Resolve => (Some((me.account_id, app.clock.now())), Happened::Resolved),
        Settling::Reopen => (None, Happened::Reopened),
    };
    store::put_resolved(&transaction, thread.id, resolved).await?;
    let bells = telling::tell(app, &transaction, &me, client, &thread, happened, &BTreeSet::new()).await?;
    transaction.commit().await?;
    app.bells.ring_all(bells);
    Ok(())
}
