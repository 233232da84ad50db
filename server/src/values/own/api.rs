//! What goes over the line about own values.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::entity::circle::Circle;
use crate::entity::own_value;
use crate::prose;
use crate::values::error::ValuesError;

/// In characters.
const LONGEST_WORDS: usize = 300;
const LONGEST_REASON: usize = 1000;

/// The own values that somebody may see.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnValueList {
    /// In the order in which they were written.
    pub(super) items: Vec<OwnValue>,
    /// Always null: there are a few of each person.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// A value that somebody holds for themselves.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnValue {
    id: Uuid,
    /// Whose it is.
    account_id: Uuid,
    /// What they are called.
    name: String,
    /// For whom they acted when they wrote it; null for somebody who guides.
    #[schema(required)]
    partner_id: Option<Uuid>,
    /// What it is: in their own words, or the id of a value in a page's library.
    words: String,
    /// Why they hold it; may be empty.
    why: String,
    visible_to: Circle,
    written_at: DateTime<Utc>,
    /// Name this when changing it (`If-Match`).
    version: i64,
}

impl OwnValue {
    pub(super) fn new(of: own_value::Model, name: String) -> Self {
        Self {
            id: of.id,
            account_id: of.account_id,
            name,
            partner_id: of.partner_id,
            words: of.words,
            why: of.why,
            visible_to: of.visible_to,
            written_at: of.written_at,
            version: of.version,
        }
    }
}

/// One that is written down.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewOwnValue {
    /// One line of 1 to 300 characters, or the id of a value in a page's library.
    words: String,
    /// At most 1000 characters; may be empty.
    #[serde(default)]
    why: String,
    /// `partner` only for who acts for one.
    pub(super) visible_to: Circle,
}

impl NewOwnValue {
    pub(super) fn words(&self) -> Result<String, ValuesError> {
        words(&self.words)
    }

    pub(super) fn why(&self) -> Result<String, ValuesError> {
        why(&self.why)
    }
}

/// What is changed of one; what is left out stays as it is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnValueChanges {
    words: Option<String>,
    why: Option<String>,
    pub(super) visible_to: Option<Circle>,
}

impl OwnValueChanges {
    pub(super) fn words(&self) -> Result<Option<String>, ValuesError> {
        self.words.as_deref().map(words).transpose()
    }

    pub(super) fn why(&self) -> Result<Option<String>, ValuesError> {
        self.why.as_deref().map(why).transpose()
    }
}

fn words(given: &str) -> Result<String, ValuesError> {
    prose::line(given, LONGEST_WORDS).map_err(|code| ValuesError::refused("words", code))
}

fn why(given: &str) -> Result<String, ValuesError> {
    prose::none_or_sentences(given, LONGEST_REASON).map_err(|code| ValuesError::refused("why", code))
}
