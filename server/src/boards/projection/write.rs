//! Writes what has become of a board into its tables, and nothing that is older than what is there. What is little is
//! written in one transaction. Much is written part by part, so that whoever saves meanwhile waits for one part only,
//! and with the last part the tables say how far they are.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use serde_json::Value;

use super::differences::Difference;
use super::plan::{Part, Plan, Returned};
use super::store::{self, Followed};
use crate::boards::bin;
use crate::boards::kind::Kind;
use crate::database::Database;
use crate::partnerships::{self, Announcement, Audience};

/// What came of writing the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// They say what was read, or something newer.
    All,
    /// Another process wrote them after the plan was made, so that it has to be made anew.
    Overtaken,
}

/// Writes what was planned when the tables were as `of` says.
pub(super) async fn write(
    database: &Database,
    of: &Followed,
    plan: Plan,
    now: DateTime<Utc>,
) -> Result<Written, DbErr> {
    let Plan { seq, author, mut parts, deleted, returned } = plan;
    let news = |part: &Part| {
        let announcement = |(kind, data): (String, Value)| {
            let audience = audience(of.kind);
            Announcement { audience, kind, actor: author, data }
        };
        part.news(of.board, seq).into_iter().map(announcement).collect()
    };
    let last = parts.pop();
    let mut written = *of;
    for part in parts {
        let transaction = database.begin().await?;
        if let Some(outcome) = outrun(&transaction, &written, seq, now).await? {
            return Ok(outcome);
        }
        written.turn += 1;
        let announcements = news(&part);
        put(&transaction, of, part, seq, now).await?;
        store::advance(&transaction, &written, now).await?;
        partnerships::announce(&transaction, of.partnership, announcements, now).await?;
        transaction.commit().await?;
    }
    let transaction = database.begin().await?;
    if let Some(outcome) = outrun(&transaction, &written, seq, now).await? {
        return Ok(outcome);
    }
    written = Followed { seq, turn: written.turn + 1, ..written };
    let announcements = last.as_ref().map(news).unwrap_or_default();
    bin::store::keep(&transaction, of.board, deleted, now).await?;
    if let Some(part) = last {
        put(&transaction, of, part, seq, now).await?;
    }
    if let Returned::Entries(passages) = returned {
        bin::store::mark_returned(&transaction, of.board, &passages, now).await?;
    }
    store::advance(&transaction, &written, now).await?;
    partnerships::announce(&transaction, of.partnership, announcements, now).await?;
    transaction.commit().await?;
    Ok(Written::All)
}

/// Who hears of what is written on a board: those who may read it.
fn audience(kind: Kind) -> Audience {
    match kind {
        Kind::Ambition | Kind::Canvas | Kind::Roles | Kind::Values => Audience::Partnership,
        Kind::Conversation => Audience::TakingPart,
    }
}

/// Locks the tables. Says what came of writing them when another process was here meanwhile.
async fn outrun(
    db: &impl ConnectionTrait,
    expected: &Followed,
    seq: i64,
    now: DateTime<Utc>,
) -> Result<Option<Written>, DbErr> {
    let (written, turn) = store::lock(db, expected.board, now).await?;
    if written > seq {
        // It saw more.
        return Ok(Some(Written::All));
    }
    Ok((turn != expected.turn).then_some(Written::Overtaken))
}

async fn put(
    db: &impl ConnectionTrait,
    of: &Followed,
    part: Part,
    seq: i64,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    match part {
        Part::Ambition(content, _) => store::put_ambition(db, of, content, now).await,
        Part::Conversation(content) => store::put_conversation(db, of, content).await,
        Part::Cards(differences) => {
            let (cards, removed) = sorted(differences);
            store::put_cards(db, of, cards, seq).await?;
            store::remove_cards(db, of, removed).await
        }
        Part::Roles(differences) => {
            let (roles, removed) = sorted(differences);
            store::put_roles(db, of, roles, seq).await?;
            store::remove_roles(db, of, removed, seq, now).await
        }
        Part::Values(differences) => {
            let (values, removed) = sorted(differences);
            store::put_values(db, of, values, seq).await?;
            store::remove_values(db, of, removed, seq, now).await
        }
    }
}

/// What is to have a row as it is now, and the keys of what is gone.
fn sorted<T>(differences: Vec<Difference<T>>) -> (Vec<T>, Vec<String>) {
    let (mut there, mut gone) = (Vec::new(), Vec::new());
    for difference in differences {
        match difference {
            Difference::Added(entry) | Difference::Changed(entry, _) => there.push(entry),
            Difference::Removed(id) => gone.push(id),
        }
    }
    (there, gone)
}
