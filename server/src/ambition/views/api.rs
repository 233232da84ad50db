//! What goes over the line about views.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ambition::error::AmbitionError;
use crate::entity::partner_view;
use crate::partnerships::Person;
use crate::prose;

/// The longest text of a view, the longest name of an overlap, and the longest words that are quoted, in characters.
const LONGEST_TEXT: usize = 4000;
const LONGEST_WORDS: usize = 300;
const LONGEST_QUOTE: usize = 500;
/// As many partners as there can be.
const MOST_PARTS: usize = 64;

/// The views of the partners, and in what they touch.
#[derive(Serialize, ToSchema)]
pub(super) struct ViewList {
    /// One of each partner that gave one, also of those that left.
    pub(super) items: Vec<View>,
    /// In the order in which they were marked.
    pub(super) overlaps: Vec<Overlap>,
    /// Always null: there are a few.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// How a partner sees the challenge.
#[derive(Serialize, ToSchema)]
#[schema(as = PartnerView)]
pub(super) struct View {
    partner_id: Uuid,
    /// How it sees the challenge; may be empty.
    seeing: String,
    /// What it does about it already; may be empty.
    doing: String,
    /// From 1, it can wait, to 5, it cannot.
    #[schema(required)]
    urgency: Option<i16>,
    changed_by: Person,
    changed_at: DateTime<Utc>,
    /// Name this when changing it (`If-Match`).
    version: i64,
}

impl View {
    pub(super) fn new(of: partner_view::Model, changed_by: Person) -> Self {
        Self {
            partner_id: of.partner_id,
            seeing: of.seeing,
            doing: of.doing,
            urgency: of.urgency,
            changed_by,
            changed_at: of.changed_at,
            version: of.version,
        }
    }
}

/// The view of one's own partner, as it is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnView {
    /// How we see the challenge: at most 4000 characters.
    seeing: String,
    /// What we do about it already: at most 4000 characters.
    doing: String,
    /// From 1, it can wait, to 5, it cannot; null when we have not said.
    #[schema(minimum = 1, maximum = 5)]
    urgency: Option<i16>,
}

impl OwnView {
    pub(super) fn seeing(&self) -> Result<String, AmbitionError> {
        text("seeing", &self.seeing)
    }

    pub(super) fn doing(&self) -> Result<String, AmbitionError> {
        text("doing", &self.doing)
    }

    pub(super) fn urgency(&self) -> Result<Option<i16>, AmbitionError> {
        match self.urgency {
            Some(urgency) if !(1..=5).contains(&urgency) => Err(AmbitionError::refused("urgency", "out_of_range")),
            urgency => Ok(urgency),
        }
    }
}

/// Something in which views touch.
#[derive(Serialize, ToSchema)]
pub(super) struct Overlap {
    pub(super) id: Uuid,
    pub(super) words: String,
    pub(super) parts: Vec<OverlapPart>,
    pub(super) marked_by: Person,
    pub(super) marked_at: DateTime<Utc>,
}

/// What a partner's view says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OverlapPart {
    pub(super) partner_id: Uuid,
    /// What stands in its view when it is marked, at most 500 characters; may be empty.
    pub(super) quote: String,
}

/// An overlap that is marked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewOverlap {
    /// What it is: 1 to 300 characters.
    words: String,
    /// Of two partners at least, each once.
    pub(super) parts: Vec<OverlapPart>,
}

impl NewOverlap {
    pub(super) fn words(&self) -> Result<String, AmbitionError> {
        prose::line(&self.words, LONGEST_WORDS).map_err(|code| AmbitionError::refused("words", code))
    }

    pub(super) fn parts(&self) -> Result<Vec<OverlapPart>, AmbitionError> {
        if self.parts.len() > MOST_PARTS {
            return Err(AmbitionError::refused("parts", "too_many"));
        }
        let read = |part: &OverlapPart| {
            let quote = prose::none_or_sentences(&part.quote, LONGEST_QUOTE);
            let quote = quote.map_err(|code| AmbitionError::refused("parts", code))?;
            Ok(OverlapPart { quote, ..part.clone() })
        };
        self.parts.iter().map(read).collect()
    }
}

fn text(field: &'static str, given: &str) -> Result<String, AmbitionError> {
    prose::none_or_sentences(given, LONGEST_TEXT).map_err(|code| AmbitionError::refused(field, code))
}
