//! What goes over the line about versions.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::error::VersionError;
use crate::entity::endorsement::Answer;
use crate::partnerships::Person;
use crate::prose;

/// The longest wish, in characters.
const LONGEST_WORDS: usize = 1000;

/// Where it stands: which version every partner stands behind, and which one waits for partners.
#[derive(Serialize, ToSchema)]
pub(crate) struct VersionsStanding {
    /// The number of the version that every partner stands behind, if there is one.
    #[schema(required)]
    pub(super) shared: Option<i32>,
    /// The number of the version that waits for partners, if there is one. The shared one stays that until this one is.
    #[schema(required)]
    pub(super) open: Option<i32>,
    /// What stands there now.
    pub(super) draft: Draft,
    /// The partners that take part, and so are asked.
    pub(super) partners: Vec<Uuid>,
    /// Every version there was, the newest first.
    pub(crate) versions: Vec<VersionSummary>,
}

/// What stands there now.
#[derive(Serialize, ToSchema)]
#[schema(as = VersionDraft)]
pub(crate) struct Draft {
    /// The number of the last change in the board it stands on.
    pub(crate) seq: i64,
    /// As of a version: when it is another than that version's, something differs. Null while there is nothing to agree
    /// on.
    #[schema(required)]
    pub(crate) hash: Option<String>,
}

/// What was put before the partners.
#[derive(Serialize, ToSchema)]
pub(crate) struct VersionSummary {
    /// From 1.
    pub(crate) number: i32,
    /// The board as it was after this change.
    pub(super) seq: i64,
    /// The SHA-256 of its content as canonical JSON (RFC 8785). Of an ambition that is
    /// `{"headline":…,"statement":…}`, the statement as HTML; of a business model, for who reads no ledger, its canvas alone.
    pub(crate) hash: String,
    /// What it is called: the headline of the ambition, or the title of the canvas.
    pub(super) headline: String,
    pub(super) proposed_by: Person,
    pub(super) proposed_at: DateTime<Utc>,
    /// When every partner had first said yes. Whether they still do, `shared` says.
    #[schema(required)]
    pub(super) shared_at: Option<DateTime<Utc>>,
    #[schema(required)]
    pub(super) withdrawn_at: Option<DateTime<Utc>>,
    /// What partners say of it, also those that left since.
    pub(super) endorsements: Vec<Endorsement>,
}

/// What a partner says of a version.
#[derive(Serialize, ToSchema)]
pub(super) struct Endorsement {
    pub(super) partner_id: Uuid,
    pub(super) answer: Answer,
    /// The wish, or what is still missing.
    #[schema(required)]
    pub(super) words: Option<String>,
    pub(super) given_by: Person,
    pub(super) given_at: DateTime<Utc>,
}

/// What is said for a partner.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EndorsementSaid)]
pub(crate) struct Said {
    pub(super) answer: Answer,
    /// The wish, which `yes_with_wish` asks for, or what is still missing: 1 to 1000 characters. A plain `yes` has none.
    words: Option<String>,
}

impl Said {
    pub(super) fn words(&self) -> Result<Option<String>, VersionError> {
        let refused = |code| VersionError::refused("words", code);
        let given = self.words.as_deref().filter(|words| !words.trim().is_empty());
        let words = given.map(|words| prose::sentences(words, LONGEST_WORDS)).transpose().map_err(refused)?;
        match self.answer {
            Answer::YesWithWish if words.is_none() => Err(refused("required")),
            Answer::Yes if words.is_some() => Err(refused("not_expected")),
            _ => Ok(words),
        }
    }
}
