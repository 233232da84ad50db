//! What the routes of a board's history take and answer.

use std::collections::HashMap;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::sittings::Sitting;
use crate::error::{FieldError, Problem};
use crate::partnerships::Author;

const DEFAULT_LIMIT: usize = 50;
const LARGEST_LIMIT: usize = 200;

/// Which part of a timeline is wanted.
#[derive(Debug, Deserialize, IntoParams)]
pub(in crate::boards) struct TimelineQuery {
    /// Where the page begins: `next` of the page before it.
    cursor: Option<String>,
    /// How many items at most, from 1 to 200; 50 when left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// A page, as it was asked for.
pub(super) struct Page {
    /// Everything on it is before this row.
    pub(super) before: Option<i64>,
    pub(super) limit: usize,
}

impl TimelineQuery {
    /// # Errors
    /// `validation_failed`: the cursor is none of ours, or the limit is out of range.
    pub(super) fn page(&self) -> Result<Page, Problem> {
        let refused = |field, code| Problem::validation_failed(vec![FieldError { field, code }]);
        let limit = self.limit.unwrap_or(DEFAULT_LIMIT);
        if !(1..=LARGEST_LIMIT).contains(&limit) {
            return Err(refused("limit", "out_of_range"));
        }
        let before =
            self.cursor.as_deref().map(|cursor| decode(cursor).ok_or_else(|| refused("cursor", "invalid")));
        Ok(Page { before: before.transpose()?, limit })
    }
}

fn encode(before: i64) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(before.to_be_bytes())
}

fn decode(cursor: &str) -> Option<i64> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(cursor).ok()?;
    Some(i64::from_be_bytes(bytes.try_into().ok()?)).filter(|before| *before > 0)
}

/// One page of who wrote on a board, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::boards) struct Timeline {
    /// The sittings.
    items: Vec<TimelineItem>,
    /// Where the next page begins; none on the last.
    next: Option<String>,
}

/// Changes of one author that follow each other with pauses of less than five minutes.
#[derive(Debug, Serialize, ToSchema)]
struct TimelineItem {
    /// The number of the first change.
    from_seq: i64,
    /// The number of the last one: `content?at=` shows the board after it.
    seq: i64,
    /// When the first change was written.
    started_at: DateTime<Utc>,
    /// When the last one was.
    at: DateTime<Utc>,
    /// Who wrote.
    author: TimelineAuthor,
}

/// Somebody who wrote, and may have left since.
#[derive(Debug, Serialize, ToSchema)]
struct TimelineAuthor {
    account_id: Uuid,
    name: String,
    /// For whom they act, or did when they left; null for somebody who guides.
    #[schema(required)]
    partner_id: Option<Uuid>,
}

impl Timeline {
    /// The first `limit` of `sittings`, whose authors are `authors`.
    pub(super) fn new(mut sittings: Vec<Sitting>, limit: usize, authors: &HashMap<Uuid, Author>) -> Self {
        let there_is_more = sittings.len() > limit;
        sittings.truncate(limit);
        let next = sittings.last().filter(|_| there_is_more).map(|oldest| encode(oldest.from_seq));
        Self { items: sittings.into_iter().map(|sitting| TimelineItem::new(sitting, authors)).collect(), next }
    }
}

impl TimelineItem {
    fn new(sitting: Sitting, authors: &HashMap<Uuid, Author>) -> Self {
        let Sitting { author, from_seq, seq, started_at, at } = sitting;
        let known = authors.get(&author);
        let author = TimelineAuthor {
            account_id: author,
            name: known.map(|known| known.name.clone()).unwrap_or_default(),
            partner_id: known.and_then(|known| known.partner_id),
        };
        Self { from_seq, seq, started_at, at, author }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written_and_nothing_else_is_one() {
        assert_eq!(decode(&encode(42)), Some(42));
        for foreign in ["", "42", "AAAAAAAAAAA", "____________", &encode(-1), "é"] {
            assert_eq!(decode(foreign), None, "{foreign}");
        }
    }
}
