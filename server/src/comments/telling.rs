//! What is told of comments: by ids, never in their words.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, DbErr};
use serde_json::{Value, json};
use uuid::Uuid;

use super::personal;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::comment_thread::{self, Kind};
use crate::partnerships::{self, Audience, Happening, Membership};

/// What happened in a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happened {
    /// Somebody said something, and opened the thread again by it if it was resolved.
    Added { comment: Uuid, opened: bool },
    /// Somebody said it in other words.
    Changed { comment: Uuid },
    /// Somebody took back what they said.
    Removed { comment: Uuid },
    /// There is nothing more to say or do about it.
    Resolved,
    /// There is after all.
    Reopened,
}

/// Puts it on record and tells everybody in the partnership, and those in person whom it concerns; last in the
/// transaction. `mentioned` are those who were not before. Gives what is to be rung once that is committed.
pub(super) async fn tell(
    app: &App,
    db: &impl ConnectionTrait,
    me: &Membership,
    client: &Client,
    thread: &comment_thread::Model,
    happened: Happened,
    mentioned: &BTreeSet<Uuid>,
) -> Result<Vec<Uuid>, DbErr> {
    let now = app.clock.now();
    let mut bells = personal::tell(app, db, me, thread, happened, mentioned).await?;
    bells.push(me.partnership_id);
    for (what, comment) in happened.told() {
        let happening = Happening {
            partnership: me.partnership_id,
            audience: Audience::Partnership,
            actor: Some(me.account_id),
            from: client.address,
            what,
            subject: comment.unwrap_or(thread.id),
            data: data(thread, comment),
        };
        partnerships::happened(db, happening, now).await?;
    }
    Ok(bells)
}

impl Happened {
    /// What it is called on record and among the events, and which comment it is about.
    fn told(self) -> Vec<(&'static str, Option<Uuid>)> {
        match self {
            Self::Added { comment, opened } => {
                let opened = opened.then_some(("thread.reopened", None));
                opened.into_iter().chain([("comment.added", Some(comment))]).collect()
            }
            Self::Changed { comment } => vec![("comment.changed", Some(comment))],
            Self::Removed { comment } => vec![("comment.removed", Some(comment))],
            Self::Resolved => vec![("thread.resolved", None)],
            Self::Reopened => vec![("thread.reopened", None)],
        }
    }
}

fn data(thread: &comment_thread::Model, comment: Option<Uuid>) -> Value {
    let on = match thread.kind {
        Kind::Card => "card",
        Kind::Role => "role",
        Kind::Value => "value",
        Kind::Passage => "passage",
    };
    let mut data = json!({ "board": thread.board_id, "thread": thread.id, "on": on });
    if let Some(comment) = comment {
        data["comment"] = json!(comment);
    }
    data
}
