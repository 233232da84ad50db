//! What goes over the line about versions of the ambition.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ambition::error::AmbitionError;
use crate::entity::endorsement::Answer;
use crate::partnerships::Person;
use crate::prose;

/// The longest wish, in characters.
const LONGEST_WORDS: usize = 1000;

/// Where the ambition stands.
#[derive(Serialize, ToSchema)]
#[schema(as = AmbitionStanding)]
pub(super) struct Ambition {
    /// The number of the version that every partner stands behind, if there is one.
    #[schema(required)]
    pub(super) shared: Option<i32>,
    /// The number of the version that waits for partners, if there is one. The shared one stays that until this one is.
    #[schema(required)]
    pub(super) open: Option<i32>,
    /// What stands on the board now.
    pub(super) draft: Draft,
    /// The partners that take part, and so are asked.
    pub(super) partners: Vec<Uuid>,
    /// Every version there was, the newest first.
    pub(super) versions: Vec<VersionSummary>,
}

/// What stands on the board now.
#[derive(Serialize, ToSchema)]
#[schema(as = AmbitionDraft)]
pub(super) struct Draft {
    /// The number of the last change in it: name this to propose exactly that.
    pub(super) seq: i64,
    /// As of a version: when it is another than that version's, the words differ. Null while there is no headline or no
    /// ambition.
    #[schema(required)]
    pub(super) hash: Option<String>,
}

/// The ambition as it was put before the partners.
#[derive(Serialize, ToSchema)]
#[schema(as = AmbitionVersionSummary)]
pub(super) struct VersionSummary {
    /// From 1.
    pub(super) number: i32,
    /// The board as it was after this change.
    pub(super) seq: i64,
    /// The SHA-256 of headline and statement as canonical JSON (RFC 8785): `{"headline":…,"statement":…}`, the
    /// statement as HTML.
    pub(super) hash: String,
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

/// A version with its words.
#[derive(Serialize, ToSchema)]
#[schema(as = AmbitionVersion)]
pub(super) struct Version {
    #[serde(flatten)]
    pub(super) summary: VersionSummary,
    /// The ambition as HTML: p, h2, h3, ul, ol, li, br, strong, em, a.
    pub(super) statement_html: String,
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

/// Which words are put before the partners.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AmbitionProposal)]
pub(super) struct Proposal {
    /// The number of the last change that is in them: `seq` of the content that was read.
    #[schema(minimum = 0)]
    pub(super) seq: i64,
}

/// What is said for a partner.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EndorsementSaid)]
pub(super) struct Said {
    pub(super) answer: Answer,
    /// The wish, which `yes_with_wish` asks for, or what is still missing: 1 to 1000 characters. A plain `yes` has none.
    words: Option<String>,
}

impl Said {
    pub(super) fn words(&self) -> Result<Option<String>, AmbitionError> {
        let refused = |code| AmbitionError::refused("words", code);
        let given = self.words.as_deref().filter(|words| !words.trim().is_empty());
        let words = given.map(|words| prose::sentences(words, LONGEST_WORDS)).transpose().map_err(refused)?;
        match self.answer {
            Answer::YesWithWish if words.is_none() => Err(refused("required")),
            Answer::Yes if words.is_some() => Err(refused("not_expected")),
            _ => Ok(words),
        }
    }
}
