//! What goes over the line about silent brainstorms.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::error::BrainstormError;
use crate::boards;
use crate::partnerships::Person;
use crate::prose;

/// In characters.
const LONGEST_QUESTION: usize = 200;
/// As browsers count: what fits on a card of a canvas.
const LONGEST_CARD: usize = 500;
const MOST_MINUTES: i64 = 60;
const DEFAULT_LIMIT: u64 = 50;
const LARGEST_LIMIT: u64 = 200;

/// Those of a canvas.
#[derive(Serialize, ToSchema)]
pub(super) struct BrainstormPage {
    /// What time it is here, to be held beside `ends_at`.
    pub(super) now: DateTime<Utc>,
    /// The newest first.
    pub(super) items: Vec<Brainstorm>,
    /// Where the next page begins; null on the last.
    #[schema(required)]
    pub(super) next: Option<String>,
}

/// Some minutes in which everybody writes for themselves. Of what others write nobody learns more than this.
#[derive(Serialize, ToSchema)]
pub(super) struct Brainstorm {
    pub(super) id: Uuid,
    /// The block of the canvas that it is about.
    pub(super) block: String,
    #[schema(required)]
    pub(super) question: Option<String>,
    pub(super) begun_by: Person,
    pub(super) begun_at: DateTime<Utc>,
    /// When the time is up. That ends nothing: whoever is still writing goes on.
    pub(super) ends_at: DateTime<Utc>,
    /// Somebody revealed it, and it is not all on the canvas yet. If it stays so, reveal it once more.
    pub(super) is_being_revealed: bool,
    #[schema(required)]
    pub(super) revealed_at: Option<DateTime<Utc>>,
    #[schema(required)]
    pub(super) stopped_at: Option<DateTime<Utc>>,
    /// What you wrote yourself.
    pub(super) own: Vec<OwnBrainstormCard>,
    /// Whether you said that you are done.
    pub(super) own_done: bool,
    /// How many people wrote something; null for observers.
    #[schema(required)]
    pub(super) written: Option<usize>,
    /// How many people say that they are done; null for observers.
    #[schema(required)]
    pub(super) done: Option<usize>,
}

/// What you wrote for yourself.
#[derive(Serialize, ToSchema)]
pub(super) struct OwnBrainstormCard {
    pub(super) id: Uuid,
    pub(super) text: String,
}

/// About what, and for how long.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewBrainstorm {
    /// One of the nine blocks.
    #[schema(example = "channels")]
    block: String,
    #[schema(minimum = 1, maximum = 60)]
    minutes: i64,
    /// What is asked, in at most 200 characters; may be left out.
    #[serde(default)]
    #[schema(max_length = 200)]
    question: Option<String>,
}

/// What somebody writes for themselves.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BrainstormCardText {
    /// In 1 to 500 characters.
    #[schema(max_length = 500)]
    text: String,
}

/// Whether one has written what one had to write.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BrainstormDone {
    pub(super) done: bool,
}

/// How long it goes on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BrainstormTime {
    /// From now; with 0 the time is up.
    #[schema(minimum = 0, maximum = 60)]
    minutes: i64,
}

/// Which of them are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct BrainstormQuery {
    /// Where the page begins: `next` of the page before it.
    pub(super) cursor: Option<Uuid>,
    /// How many at most, from 1 to 200; 50 when left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

impl BrainstormQuery {
    pub(super) fn limit(&self) -> Result<u64, BrainstormError> {
        let limit = self.limit.unwrap_or(DEFAULT_LIMIT);
        let refused = || BrainstormError::refused("limit", "out_of_range");
        (1..=LARGEST_LIMIT).contains(&limit).then_some(limit).ok_or_else(refused)
    }
}

impl NewBrainstorm {
    pub(super) fn block(&self) -> Result<&'static str, BrainstormError> {
        let block = boards::block_ids().find(|block| *block == self.block);
        block.ok_or_else(|| BrainstormError::refused("block", "unknown"))
    }

    pub(super) fn lasts(&self) -> Result<TimeDelta, BrainstormError> {
        minutes(self.minutes, 1)
    }

    pub(super) fn question(&self) -> Result<Option<String>, BrainstormError> {
        let question = prose::none_or_sentences(self.question.as_deref().unwrap_or_default(), LONGEST_QUESTION);
        let question = question.map_err(|code| BrainstormError::refused("question", code))?;
        Ok(Some(question).filter(|question| !question.is_empty()))
    }
}

impl BrainstormCardText {
    pub(super) fn text(&self) -> Result<String, BrainstormError> {
        let text = prose::sentences(&self.text, LONGEST_CARD);
        let fits = |text: &String| text.encode_utf16().count() <= LONGEST_CARD;
        let text = text.and_then(|text| if fits(&text) { Ok(text) } else { Err("too_long") });
        text.map_err(|code| BrainstormError::refused("text", code))
    }
}

impl BrainstormTime {
    pub(super) fn lasts(&self) -> Result<TimeDelta, BrainstormError> {
        minutes(self.minutes, 0)
    }
}

fn minutes(given: i64, least: i64) -> Result<TimeDelta, BrainstormError> {
    let lasts = TimeDelta::try_minutes(given).filter(|_| (least..=MOST_MINUTES).contains(&given));
    lasts.ok_or_else(|| BrainstormError::refused("minutes", "out_of_range"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_fits_on_a_card_of_a_canvas() {
        let read = |text: &str| BrainstormCardText { text: text.into() }.text().is_ok();
        assert!(read(&"👍".repeat(250)));
        assert!(!read(&"👍".repeat(251)), "as browsers count");
        assert!(!read(" \n"));
    }

    #[test]
    fn it_lasts_an_hour_at_most_and_begins_with_a_minute() {
        let begins = |given| minutes(given, 1).ok();
        assert_eq!([begins(0), begins(61), begins(i64::MAX)], [None, None, None]);
        assert_eq!(begins(60), Some(TimeDelta::hours(1)));
        assert_eq!(minutes(0, 0).ok(), Some(TimeDelta::zero()));
    }
}
