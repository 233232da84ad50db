//! What goes over the line about successes.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::entity::{success, success_part};
use crate::prose;
use crate::scans::day::day;
use crate::scans::error::ScanError;

/// The longest that is said of a success, and of what one partner did for it, in characters.
const LONGEST_WORDS: usize = 1000;

/// The successes of a partnership.
#[derive(Serialize, ToSchema)]
pub(super) struct SuccessList {
    /// The latest first.
    pub(super) items: Vec<Success>,
    /// Always null: a partnership has some a year.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// Something that went well.
#[derive(Serialize, ToSchema)]
pub(super) struct Success {
    id: Uuid,
    words: String,
    happened_on: NaiveDate,
    /// What each partner did for it, by its mark.
    parts: Vec<SuccessPart>,
    recorded_by: Uuid,
    /// What they are called.
    recorder: String,
    recorded_at: DateTime<Utc>,
    /// Name this when changing or removing it (`If-Match`).
    version: i64,
}

/// What a partner did for it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SuccessPart {
    pub(super) partner_id: Uuid,
    /// 1 to 1000 characters.
    pub(super) words: String,
}

/// A success, as somebody puts it down.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SuccessRecord)]
pub(super) struct Record {
    /// What went well: 1 to 1000 characters.
    words: String,
    happened_on: NaiveDate,
    /// What partners did for it; each partner of the partnership at most once.
    #[serde(default)]
    parts: Vec<SuccessPart>,
}

impl Record {
    pub(super) fn words(&self) -> Result<String, ScanError> {
        prose::sentences(&self.words, LONGEST_WORDS).map_err(|code| ScanError::refused("words", code))
    }

    pub(super) fn happened_on(&self) -> Result<NaiveDate, ScanError> {
        day("happened_on", self.happened_on)
    }

    /// By partner.
    pub(super) fn parts(&self) -> Result<BTreeMap<Uuid, String>, ScanError> {
        let mut parts = BTreeMap::new();
        for part in &self.parts {
            let words = prose::sentences(&part.words, LONGEST_WORDS);
            let words = words.map_err(|code| ScanError::refused("parts", code))?;
            if parts.insert(part.partner_id, words).is_some() {
                return Err(ScanError::refused("parts", "twice"));
            }
        }
        Ok(parts)
    }
}

impl Success {
    pub(super) fn new(of: success::Model, parts: Vec<success_part::Model>, recorder: String) -> Self {
        let part = |of: success_part::Model| SuccessPart { partner_id: of.partner_id, words: of.words };
        Self {
            id: of.id,
            words: of.words,
            happened_on: of.happened_on,
            parts: parts.into_iter().map(part).collect(),
            recorded_by: of.recorded_by,
            recorder,
            recorded_at: of.recorded_at,
            version: of.version,
        }
    }
}
