//! Who is told in person of what is said.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::store;
use super::telling::Happened;
use crate::app::App;
use crate::entity::comment_thread::{self, Kind as On};
use crate::notifications::{self, Kind, Notice};
use crate::partnerships::{self, Membership};

/// Tells who is mentioned, and who wrote in the thread. Gives whose bells are to be rung.
pub(super) async fn tell(
    app: &App,
    db: &impl ConnectionTrait,
    me: &Membership,
    thread: &comment_thread::Model,
    happened: Happened,
    mentioned: &BTreeSet<Uuid>,
) -> Result<Vec<Uuid>, DbErr> {
    let (subject, to_writers) = match happened {
        Happened::Added { comment, .. } => (comment, Some(Kind::CommentAnswered)),
        Happened::Changed { comment } => (comment, None),
        Happened::Resolved => (thread.id, Some(Kind::ThreadResolved)),
        Happened::Removed { comment } => return notifications::settle(app, db, comment).await,
        Happened::Reopened => return Ok(Vec::new()),
    };
    let mut concerned: Vec<(Uuid, Kind)> = mentioned.iter().map(|&account| (account, Kind::Mentioned)).collect();
    if let Some(kind) = to_writers {
        let writers = writers(db, thread.id).await?;
        concerned.extend(writers.difference(mentioned).map(|&account| (account, kind)));
    }
    let mut bells = Vec::new();
    for (to, kind) in concerned {
        if to == me.account_id || partnerships::membership(db, to, me.partnership_id).await?.is_none() {
            continue;
        }
        let notice = Notice {
            kind,
            by: Some(me.account_id),
            partnership: Some(me.partnership_id),
            subject: Some(subject),
            title: None,
            leads_to: format!("/partnerships/{}/{}", me.partnership_id, room(thread)),
        };
        notifications::tell(app, db, &[to], notice).await?;
        bells.push(to);
    }
    Ok(bells)
}

/// Those of whom something stands in the thread.
async fn writers(db: &impl ConnectionTrait, thread: Uuid) -> Result<BTreeSet<Uuid>, DbErr> {
    let comments = store::comments(db, thread).await?;
    Ok(comments.into_iter().filter(|said| said.deleted_at.is_none()).map(|said| said.author_id).collect())
}

/// The room of the web app in which it stands.
fn room(thread: &comment_thread::Model) -> &'static str {
    match thread.kind {
        On::Card => "canvas",
        On::Role => "roles",
        On::Value => "values",
        On::Passage => "ambition",
    }
}
