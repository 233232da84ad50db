//! What goes over the line about strengths.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::entity::value_strength;
use crate::partnerships::Person;
use crate::prose;
use crate::values::error::ValuesError;

/// In characters.
const LONGEST_WORDS: usize = 500;
/// As strongly as can be.
const STRONGEST: i16 = 4;

/// How strongly the partners hold the common values.
#[derive(Serialize, ToSchema)]
pub(super) struct StrengthList {
    /// One of each partner for each value that it weighed, also of values that left the board and of partners that left.
    pub(super) items: Vec<ValueStrength>,
    /// Always null: there are a few.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// How strongly a partner holds a common value.
#[derive(Serialize, ToSchema)]
pub(super) struct ValueStrength {
    /// The value's key on the board; it may not stand there now.
    value_id: String,
    partner_id: Uuid,
    /// From 0, not at all, to 4, as strongly as can be.
    #[schema(minimum = 0, maximum = 4)]
    strength: i16,
    /// What it says of it; may be empty.
    words: String,
    given_by: Person,
    given_at: DateTime<Utc>,
}

impl ValueStrength {
    pub(super) fn new(of: value_strength::Model, given_by: Person) -> Self {
        Self {
            value_id: of.value_id,
            partner_id: of.partner_id,
            strength: of.strength,
            words: of.words,
            given_by,
            given_at: of.given_at,
        }
    }
}

/// How strongly one's own partner holds a common value.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnStrength {
    /// From 0, not at all, to 4, as strongly as can be.
    #[schema(minimum = 0, maximum = 4)]
    strength: i16,
    /// At most 500 characters; may be empty.
    #[serde(default)]
    words: String,
}

impl OwnStrength {
    pub(super) fn strength(&self) -> Result<i16, ValuesError> {
        let is_one = (0..=STRONGEST).contains(&self.strength);
        is_one.then_some(self.strength).ok_or_else(|| ValuesError::refused("strength", "out_of_range"))
    }

    pub(super) fn words(&self) -> Result<String, ValuesError> {
        prose::none_or_sentences(&self.words, LONGEST_WORDS).map_err(|code| ValuesError::refused("words", code))
    }
}
