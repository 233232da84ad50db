//! What the addresses of the audit log take and give.

use std::collections::HashMap;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::audit::Entry;
use crate::error::{FieldError, Problem};

const DEFAULT_LIMIT: u64 = 50;
const LARGEST_LIMIT: u64 = 200;

/// Which part of a log is wanted.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct AuditQuery {
    /// Where the page begins: `next` of the page before it.
    cursor: Option<String>,
    /// How many at most, from 1 to 200; 50 when left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

/// A page, as it was asked for.
pub(super) struct Section {
    /// Everything on it is before this number.
    pub(super) before: Option<i64>,
    pub(super) limit: u64,
}

impl AuditQuery {
    /// # Errors
    /// `validation_failed`: the cursor is none of ours, or the limit is out of range.
    pub(super) fn section(&self) -> Result<Section, Problem> {
        let refused = |field, code| Problem::validation_failed(vec![FieldError { field, code }]);
        let limit = self.limit.unwrap_or(DEFAULT_LIMIT);
        if !(1..=LARGEST_LIMIT).contains(&limit) {
            return Err(refused("limit", "out_of_range"));
        }
        let before =
            self.cursor.as_deref().map(|cursor| decode(cursor).ok_or_else(|| refused("cursor", "invalid")));
        Ok(Section { before: before.transpose()?, limit })
    }
}

fn encode(before: i64) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(before.to_be_bytes())
}

fn decode(cursor: &str) -> Option<i64> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(cursor).ok()?;
    Some(i64::from_be_bytes(bytes.try_into().ok()?)).filter(|before| *before > 0)
}

/// One page of who did what.
#[derive(Serialize, ToSchema)]
pub(super) struct AuditPage {
    /// The newest first.
    items: Vec<AuditItem>,
    /// Where the next page begins; none on the last.
    #[schema(required)]
    next: Option<String>,
}

impl AuditPage {
    /// The first `limit` of `entries`.
    pub(super) fn new(mut entries: Vec<Entry>, limit: u64, names: &HashMap<Uuid, String>) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let there_is_more = entries.len() > limit;
        entries.truncate(limit);
        let next = entries.last().filter(|_| there_is_more).map(|oldest| encode(oldest.number));
        Self { items: entries.into_iter().map(|entry| AuditItem::new(entry, names)).collect(), next }
    }
}

/// Something that somebody did.
#[derive(Serialize, ToSchema)]
struct AuditItem {
    /// Its place in the log, from 1, without a gap.
    number: i64,
    at: DateTime<Utc>,
    /// Who did it; null for what the server did by itself, or what somebody did who was not signed in.
    #[schema(required)]
    actor: Option<AuditName>,
    #[schema(example = "account.invited")]
    action: String,
    /// To what it was done.
    #[schema(required)]
    subject: Option<AuditName>,
    /// Ids and names of what changed.
    #[schema(value_type = Object)]
    data: Value,
    /// From which address; forgotten after a month.
    #[schema(required)]
    from: Option<String>,
}

/// Somebody or something in the log.
#[derive(Serialize, ToSchema)]
struct AuditName {
    id: Uuid,
    /// What it is called now; null when that is not for whoever reads this.
    #[schema(required)]
    name: Option<String>,
}

impl AuditItem {
    fn new(entry: Entry, names: &HashMap<Uuid, String>) -> Self {
        let called = |id: Uuid| AuditName { id, name: names.get(&id).cloned() };
        Self {
            number: entry.number,
            at: entry.at,
            actor: entry.actor.map(called),
            action: entry.action,
            subject: entry.subject.map(called),
            data: serde_json::from_str(&entry.data).unwrap_or_default(),
            from: entry.from,
        }
    }
}

/// The first line of the log as a file.
pub(super) fn header() -> Vec<String> {
    ["number", "at", "actor_id", "actor", "action", "subject_id", "subject", "data", "from"]
        .map(Into::into)
        .to_vec()
}

/// An entry as a line of it.
pub(super) fn line(entry: Entry, names: &HashMap<Uuid, String>) -> Vec<String> {
    let name = |id: Option<Uuid>| id.and_then(|id| names.get(&id)).cloned().unwrap_or_default();
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    vec![
        entry.number.to_string(),
        entry.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        id(entry.actor),
        name(entry.actor),
        entry.action,
        id(entry.subject),
        name(entry.subject),
        entry.data,
        entry.from.unwrap_or_default(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written_and_nothing_else_is_one() {
        assert_eq!(decode(&encode(42)), Some(42));
        for foreign in ["", "42", "AAAAAAAAAAA", &encode(-1), "é"] {
            assert_eq!(decode(foreign), None, "{foreign}");
        }
    }
}
