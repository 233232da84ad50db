//! What goes over the line about recognitions.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::entity::recognition::{self, State};
use crate::partnerships::Person;
use crate::profiles::error::ProfileError;
use crate::profiles::parts::LONGEST_NAME;
use crate::prose;

/// In characters.
const LONGEST_EXAMPLE: usize = 1000;

/// The recognitions that somebody may see.
#[derive(Serialize, ToSchema)]
pub(super) struct RecognitionList {
    /// In the order in which they were given.
    pub(super) items: Vec<Recognition>,
    /// Always null: there are a few of each person.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// A core quality that somebody recognises in somebody else.
#[derive(Serialize, ToSchema)]
pub(super) struct Recognition {
    id: Uuid,
    /// In whom.
    about: Person,
    given_by: Person,
    /// Its id in a page's library, or own words.
    quality: String,
    example: String,
    given_at: DateTime<Utc>,
    /// What was done with it. To others than whom it is about, only `accepted` is told; what is not, is `new`.
    state: State,
    /// When whom it is about thanked for it.
    #[schema(required)]
    thanked_at: Option<DateTime<Utc>>,
}

impl Recognition {
    pub(super) fn new(of: recognition::Model, reader: Uuid, about: Person, given_by: Person) -> Self {
        let is_told = reader == of.about || of.state == State::Accepted;
        Self {
            id: of.id,
            about,
            given_by,
            quality: of.quality,
            example: of.example,
            given_at: of.given_at,
            state: if is_told { of.state } else { State::New },
            thanked_at: of.thanked_at,
        }
    }
}

/// One that is given.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRecognition {
    /// In whom: somebody else who takes part.
    pub(super) account_id: Uuid,
    /// Its id in a page's library, or own words of at most 100 characters.
    quality: String,
    /// What they did, in 1 to 1000 characters.
    example: String,
}

impl NewRecognition {
    pub(super) fn quality(&self) -> Result<String, ProfileError> {
        prose::line(&self.quality, LONGEST_NAME).map_err(|code| ProfileError::refused("quality", code))
    }

    pub(super) fn example(&self) -> Result<String, ProfileError> {
        prose::sentences(&self.example, LONGEST_EXAMPLE).map_err(|code| ProfileError::refused("example", code))
    }
}

/// What one does with a recognition of oneself.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RecognitionAnswer {
    pub(super) state: State,
}
