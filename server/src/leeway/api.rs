//! What goes over the line about room to move.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::error::RoomError;
use super::lifecycle::State;
use crate::entity::room_to_move::End;
use crate::partnerships::Person;
use crate::prose;

/// In characters.
const LONGEST_WORDS: usize = 1000;
const LONGEST_ANSWER: usize = 500;
/// Longer than this nobody has it without asking again.
const LONGEST_TERM: Days = Days::new(731);

/// The room to move that people have, had, or that is asked for them.
#[derive(Serialize, ToSchema)]
pub(super) struct RoomList {
    /// The newest first.
    pub(super) items: Vec<Room>,
    /// Always null: there are a few.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// What somebody may go ahead with, until a day.
#[derive(Serialize, ToSchema)]
#[schema(as = RoomToMove)]
pub(super) struct Room {
    pub(super) id: Uuid,
    /// Whose it is.
    pub(super) holder: Person,
    pub(super) words: String,
    /// The last day.
    pub(super) until: NaiveDate,
    pub(super) state: State,
    pub(super) asked_by: Person,
    pub(super) asked_at: DateTime<Utc>,
    /// Since when they have it.
    #[schema(required)]
    pub(super) given_at: Option<DateTime<Utc>>,
    #[schema(required)]
    pub(super) ended_at: Option<DateTime<Utc>>,
    /// How it ended before its day.
    #[schema(required)]
    pub(super) ended_how: Option<End>,
    /// What partners say of it; those that said nothing are not among them.
    pub(super) voices: Vec<Voice>,
    /// How much room people find is taken and given.
    pub(super) readings: Vec<Reading>,
}

/// What a partner says of it.
#[derive(Serialize, ToSchema)]
#[schema(as = RoomVoice)]
pub(super) struct Voice {
    pub(super) partner_id: Uuid,
    pub(super) gives: bool,
    /// May be empty.
    pub(super) words: String,
    pub(super) said_by: Person,
    pub(super) said_at: DateTime<Utc>,
}

/// How much room somebody finds is taken and given: from -2, far too little, to 2, far too much; 0 is just right.
#[derive(Serialize, ToSchema)]
#[schema(as = RoomReading)]
pub(super) struct Reading {
    pub(super) person: Person,
    #[schema(minimum = -2, maximum = 2)]
    pub(super) taken: i16,
    #[schema(minimum = -2, maximum = 2)]
    pub(super) given: i16,
    pub(super) said_at: DateTime<Utc>,
}

/// What is asked, for whom, and until when.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRoom {
    /// Oneself, or somebody else who acts for a partner.
    pub(super) account_id: Uuid,
    /// What they may go ahead with, in 1 to 1000 characters.
    words: String,
    /// The last day: after today, and at most two years on.
    until: NaiveDate,
}

/// What one's own partner says of it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnVoice {
    pub(super) gives: bool,
    /// At most 500 characters; may be left out.
    #[serde(default)]
    words: String,
}

/// How much room one finds is taken and given: from -2, far too little, to 2, far too much; 0 is just right.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnReading {
    #[schema(minimum = -2, maximum = 2)]
    taken: i16,
    #[schema(minimum = -2, maximum = 2)]
    given: i16,
}

impl NewRoom {
    pub(super) fn words(&self) -> Result<String, RoomError> {
        prose::sentences(&self.words, LONGEST_WORDS).map_err(|code| RoomError::refused("words", code))
    }

    pub(super) fn until(&self, today: NaiveDate) -> Result<NaiveDate, RoomError> {
        let last = today.checked_add_days(LONGEST_TERM).unwrap_or(NaiveDate::MAX);
        let is_one = self.until > today && self.until <= last;
        is_one.then_some(self.until).ok_or_else(|| RoomError::refused("until", "out_of_range"))
    }
}

impl OwnVoice {
    pub(super) fn words(&self) -> Result<String, RoomError> {
        prose::none_or_sentences(&self.words, LONGEST_ANSWER).map_err(|code| RoomError::refused("words", code))
    }
}

impl OwnReading {
    pub(super) fn taken(&self) -> Result<i16, RoomError> {
        step("taken", self.taken)
    }

    pub(super) fn given(&self) -> Result<i16, RoomError> {
        step("given", self.given)
    }
}

fn step(field: &'static str, value: i16) -> Result<i16, RoomError> {
    (-2..=2).contains(&value).then_some(value).ok_or_else(|| RoomError::refused(field, "out_of_range"))
}
