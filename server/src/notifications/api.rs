//! What goes over the line about notifications.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::store::{Counts, Part};
use super::telling::Words;
use crate::entity::notification::{self, Kind};
use crate::entity::notification_choice::Pace;
use crate::error::{FieldError, Problem};

const DEFAULT_LIMIT: u64 = 50;
const LARGEST_LIMIT: u64 = 200;

/// Which notifications are wanted.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct NotificationQuery {
    /// Where the page begins: `next` of the page before it.
    cursor: Option<String>,
    /// How many at most, from 1 to 200; 50 when left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
    /// Only those that were read, or only those that were not; all when left out.
    #[param(inline)]
    state: Option<ReadState>,
}

/// Whether a notification was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum ReadState {
    Unread,
    Read,
}

impl NotificationQuery {
    /// The part that is asked for, with one row more than its page holds.
    ///
    /// # Errors
    /// `validation_failed`: the cursor is none of ours, or the limit is out of range.
    pub(super) fn part(&self) -> Result<Part, Problem> {
        let refused = |field, code| Problem::validation_failed(vec![FieldError { field, code }]);
        let limit = self.limit.unwrap_or(DEFAULT_LIMIT);
        if !(1..=LARGEST_LIMIT).contains(&limit) {
            return Err(refused("limit", "out_of_range"));
        }
        let before = self.cursor.as_deref().map(Uuid::parse_str).transpose();
        let before = before.map_err(|_| refused("cursor", "invalid"))?;
        Ok(Part { is_read: self.state.map(|state| state == ReadState::Read), before, rows: limit + 1 })
    }
}

/// What somebody was told.
#[derive(Serialize, ToSchema)]
pub(super) struct NotificationList {
    /// The newest first.
    items: Vec<Notification>,
    /// Where the next page begins; null on the last.
    #[schema(required)]
    next: Option<String>,
    /// How many are unread, on whatever page.
    unread: i64,
}

impl NotificationList {
    /// The page that `part` asked for.
    pub(super) fn new(
        mut found: Vec<notification::Model>,
        part: &Part,
        names: &HashMap<Uuid, String>,
        counts: Counts,
    ) -> Self {
        let size = usize::try_from(part.rows - 1).unwrap_or(usize::MAX);
        let there_is_more = found.len() > size;
        found.truncate(size);
        let next = found.last().filter(|_| there_is_more).map(|last| last.id.to_string());
        let items = found.into_iter().map(|told| Notification::new(told, names)).collect();
        Self { items, next, unread: counts.unread() }
    }
}

/// Something that somebody was told.
#[derive(Serialize, ToSchema)]
struct Notification {
    id: Uuid,
    /// One that a client does not know, it shows as something that happened.
    kind: Kind,
    /// Who did it, by their name; null when nobody in particular did.
    #[schema(required)]
    actor: Option<String>,
    /// Where it happened; null when in no partnership.
    #[schema(required)]
    partnership: Option<NotificationPartnership>,
    /// What it is about, as a role's title or an organisation's name; null when it has no name.
    #[schema(required)]
    title: Option<String>,
    /// The page on which it is done, from the root of the web app.
    #[schema(example = "/partnerships/0198c7a0-0000-7000-8000-000000000000/roles")]
    leads_to: String,
    at: DateTime<Utc>,
    /// When it was read; null when it was not.
    #[schema(required)]
    read_at: Option<DateTime<Utc>>,
}

/// The partnership in which something happened, by the name it had then.
#[derive(Serialize, ToSchema)]
struct NotificationPartnership {
    id: Uuid,
    name: String,
}

impl Notification {
    fn new(told: notification::Model, names: &HashMap<Uuid, String>) -> Self {
        let words = Words::of(&told);
        let partnership = told.partnership_id.zip(words.partnership);
        Self {
            id: told.id,
            kind: told.kind,
            actor: told.actor_id.and_then(|actor| names.get(&actor).cloned()),
            partnership: partnership.map(|(id, name)| NotificationPartnership { id, name }),
            title: words.title,
            leads_to: told.leads_to,
            at: told.created_at,
            read_at: told.read_at,
        }
    }
}

/// Up to where somebody has read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadUpTo {
    /// The newest that they saw.
    pub(super) up_to: Uuid,
}

/// How a live connection is opened. All of it is text: what cannot be understood is told by a close code too.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct BellQuery {
    /// A single-use pass from `POST /api/v1/live/ticket`, for clients without cookies.
    pub(super) ticket: Option<String>,
}

/// One message of the bell's WebSocket: how it stands, not what happened since the last one.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BellMessage {
    /// How many notifications are unread.
    pub(super) unread: i64,
}

/// How often somebody wants mail about what they are told.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NotificationMail {
    pub(super) pace: Pace,
}

/// The same, from whoever has a mail.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MailPaceByToken {
    /// What stands behind the `#` of the address in the mail.
    pub(super) token: String,
    pub(super) pace: Pace,
}

/// Whose mail ends.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct UnsubscribeQuery {
    /// As it stands in the mail's header.
    pub(super) token: Option<String>,
}
