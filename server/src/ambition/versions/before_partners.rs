//! What is read of an ambition by people outside.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::store;
use super::words::Words;
use crate::ambition::error::AmbitionError;
use crate::endorsement::decided_in;

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
    let decided = decided_in(db, partnership).await?;
    let standing = decided.standing();
    let number = standing.shared.or(standing.open);
    let Some(version) = number.and_then(|number| decided.version(number)) else { return Ok(None) };
    let words: Words = serde_json::from_str(&store::words(db, version.id).await?)?;
    Ok(Some(Put {
        is_shared: standing.shared == Some(version.number),
        number: version.number,
        proposed_at: version.proposed_at,
        headline: words.headline,
        statement_html: words.statement,
    }))
}
