//! What is read of an ambition by people outside.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::words::Words;
use crate::ambition::error::AmbitionError;
use crate::entity::version::Subject;
use crate::versions;

/// The version that the partners share, or else the one that is before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ambition) struct Put {
    /// Whether every partner stands behind it.
    pub(in crate::ambition) is_shared: bool,
    pub(in crate::ambition) number: i32,
    pub(in crate::ambition) proposed_at: DateTime<Utc>,
    pub(in crate::ambition) headline: String,
    pub(in crate::ambition) statement_html: String,
}

/// That of a partnership, for whom somebody in it lets read.
pub(in crate::ambition) async fn put_before_partners(
    db: &impl ConnectionTrait,
    partnership: Uuid,
) -> Result<Option<Put>, AmbitionError> {
    let found = versions::put_before_partners(db, partnership, Subject::Ambition).await?;
    let Some((version, is_shared, content)) = found else { return Ok(None) };
    let words: Words = serde_json::from_str(&content)?;
    Ok(Some(Put {
        is_shared,
        number: version.number,
        proposed_at: version.proposed_at,
        headline: words.headline,
        statement_html: words.statement,
    }))
}
