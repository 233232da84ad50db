//! What goes over the line about contributions.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::error::ContributionError;
use crate::entity::contribution::{self, Direction};
use crate::partnerships::Person;
use crate::prose;

/// In characters.
const LONGEST_WORDS: usize = 200;
const LONGEST_WHY: usize = 1000;

/// What the partners bring and come to get.
#[derive(Serialize, ToSchema)]
pub(super) struct ContributionList {
    /// In the order in which they were written, also of partners that left.
    pub(super) items: Vec<Contribution>,
    /// Always null: it is one page.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// What a partner brings, or comes to get.
#[derive(Serialize, ToSchema)]
pub(super) struct Contribution {
    id: Uuid,
    /// Which partner says it.
    partner_id: Uuid,
    direction: Direction,
    words: String,
    /// May be empty.
    why: String,
    /// For which partner it is, or from which it is wanted; null when that is not known yet.
    #[schema(required)]
    with_partner_id: Option<Uuid>,
    /// That partner takes part and says that it is so.
    is_met: bool,
    /// Who said so for it; null while nobody did.
    #[schema(required)]
    confirmed_by: Option<Person>,
    #[schema(required)]
    confirmed_at: Option<DateTime<Utc>>,
    written_by: Person,
    written_at: DateTime<Utc>,
    /// Name this when changing or confirming it (`If-Match`).
    version: i64,
}

impl Contribution {
    pub(super) fn new(
        of: contribution::Model,
        is_active: impl Fn(Uuid) -> bool,
        person: impl Fn(Uuid) -> Person,
    ) -> Self {
        let both_take_part = of.with_partner_id.is_some_and(|with| is_active(with) && is_active(of.partner_id));
        Self {
            id: of.id,
            partner_id: of.partner_id,
            direction: of.direction,
            words: of.words,
            why: of.why,
            with_partner_id: of.with_partner_id,
            is_met: of.confirmed_at.is_some() && both_take_part,
            confirmed_by: of.confirmed_by.map(&person),
            confirmed_at: of.confirmed_at,
            written_by: person(of.written_by),
            written_at: of.written_at,
            version: of.version,
        }
    }
}

/// What one's own partner brings, or comes to get.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnContribution {
    direction: Direction,
    /// In one line, of at most 200 characters.
    words: String,
    /// At most 1000 characters; may be left out.
    #[serde(default)]
    why: String,
    /// Another partner that takes part; left out when it is not known yet, or for all.
    #[serde(default)]
    with_partner_id: Option<Uuid>,
}

/// The same, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) direction: Direction,
    pub(super) words: String,
    pub(super) why: String,
    pub(super) with_partner_id: Option<Uuid>,
}

impl OwnContribution {
    pub(super) fn read(&self) -> Result<Said, ContributionError> {
        let words = prose::line(&self.words, LONGEST_WORDS);
        let why = prose::none_or_sentences(&self.why, LONGEST_WHY);
        Ok(Said {
            direction: self.direction,
            words: words.map_err(|code| ContributionError::refused("words", code))?,
            why: why.map_err(|code| ContributionError::refused("why", code))?,
            with_partner_id: self.with_partner_id,
        })
    }
}
