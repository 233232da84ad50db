//! Writes what has become of a board into its tables: all of it or nothing, and nothing that is older than what is
//! there.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use serde_json::{Value, json};
use uuid::Uuid;

use super::differences::{self, Difference, Entry};
use super::store::{self, Followed};
use crate::boards::api::{AmbitionContent, Content, Note, Role};
use crate::boards::bin::{self, Deletion};
use crate::database::Database;
use crate::partnerships::{self, Announcement, Audience};

/// What was read of a board.
#[derive(Debug)]
pub(super) struct Read {
    /// The last row in it.
    pub(super) seq: i64,
    pub(super) content: Content,
    /// What was deleted on the way.
    pub(super) deletions: Vec<Deletion>,
    /// Who wrote all that is new, when it was one person.
    pub(super) author: Option<Uuid>,
}

/// The type and the data of each event that tells of something different.
type News = Vec<(String, Value)>;

/// Writes what is different.
pub(super) async fn write(database: &Database, of: &Followed, read: Read, now: DateTime<Utc>) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    let written = store::lock(&transaction, of.board, now).await?;
    if written > read.seq {
        // Another process was here and saw more.
        return Ok(());
    }
    let deletions = read.deletions.into_iter().filter(|deletion| deletion.seq > written).collect();
    let deletions = bin::remaining(deletions, &read.content);
    let deletions = deletions.into_iter().filter(|deletion| differences::is_name(deletion.what.item())).collect();
    bin::store::keep(&transaction, of.board, deletions).await?;
    let news = match read.content.clone() {
        Content::Ambition(content) => ambition(&transaction, of, content).await?,
        Content::Canvas(content) => cards(&transaction, of, content.notes, read.seq).await?,
        Content::Roles(content) => roles(&transaction, of, content.roles, read.seq, now).await?,
    };
    // Nothing comes back to a board without being added to it.
    if news.iter().any(|(kind, _)| matches!(&**kind, "card.added" | "role.added" | "ambition.changed")) {
        bin::store::mark_returned(&transaction, of.board, &read.content, now).await?;
    }
    store::advance(&transaction, of.board, read.seq, now).await?;
    let announcements = news.into_iter().map(|(kind, data)| Announcement {
        audience: Audience::Partnership,
        kind,
        actor: read.author,
        data,
    });
    partnerships::announce(&transaction, of.partnership, announcements.collect(), now).await?;
    transaction.commit().await
}

async fn ambition(db: &impl ConnectionTrait, of: &Followed, content: AmbitionContent) -> Result<News, DbErr> {
    let content = AmbitionContent {
        headline: differences::storable(content.headline),
        statement: differences::storable(content.statement),
        horizon: differences::storable(content.horizon),
        ..content
    };
    let was = store::ambition(db, of.board).await?;
    let fields = differences::of_ambition(&was, &content);
    if fields.is_empty() {
        return Ok(Vec::new());
    }
    let data = json!({ "board": of.board, "seq": content.seq, "fields": fields });
    store::put_ambition(db, of, content).await?;
    Ok(vec![("ambition.changed".into(), data)])
}

async fn cards(db: &impl ConnectionTrait, of: &Followed, notes: Vec<Note>, seq: i64) -> Result<News, DbErr> {
    let was = store::cards(db, of.board).await?;
    let differences = differences::between(was, differences::storable_notes(notes));
    let news = told(&differences, of.board, seq);
    for difference in differences {
        match difference {
            Difference::Added(note) | Difference::Changed(note, _) => {
                store::put_card(db, of, note, seq).await?;
            }
            Difference::Removed(id) => store::remove_card(db, of, &id).await?,
        }
    }
    Ok(news)
}

async fn roles(
    db: &impl ConnectionTrait,
    of: &Followed,
    roles: Vec<Role>,
    seq: i64,
    now: DateTime<Utc>,
) -> Result<News, DbErr> {
    let was = store::roles(db, of.board).await?;
    let differences = differences::between(was, differences::storable_roles(roles));
    let news = told(&differences, of.board, seq);
    for difference in differences {
        match difference {
            Difference::Added(role) | Difference::Changed(role, _) => {
                store::put_role(db, of, role, seq).await?;
            }
            Difference::Removed(id) => store::remove_role(db, of, &id, seq, now).await?,
        }
    }
    Ok(news)
}

fn told<T: Entry>(differences: &[Difference<T>], board: Uuid, seq: i64) -> News {
    differences.iter().map(|difference| difference.event(board, seq)).collect()
}
