//! What one person said about one factor.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A place on the scale from 1 (strongly disagree) to 5 (strongly agree).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub(crate) struct Likert(u8);

/// A statement is judged, or somebody cannot judge it.
pub(crate) type Answer = Option<Likert>;

/// How many places the scale has.
pub(super) const PLACES: usize = 5;

impl Likert {
    /// From 1 to 5.
    pub(crate) fn value(self) -> u8 {
        self.0
    }

    /// From 0 to 4, to count by.
    pub(super) fn place(self) -> usize {
        usize::from(self.0) - 1
    }
}

impl TryFrom<u8> for Likert {
    type Error = &'static str;

    fn try_from(value: u8) -> Result<Self, Self::Error> {
        if (1..=5).contains(&value) { Ok(Self(value)) } else { Err("an answer is 1, 2, 3, 4, 5 or null") }
    }
}

impl From<Likert> for u8 {
    fn from(answer: Likert) -> Self {
        answer.0
    }
}

/// What one person answered to the statements about one factor, in the order in which the instrument has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opinion {
    /// The partner they act for.
    pub(crate) partner: Uuid,
    /// One for each statement that was asked.
    pub(crate) answers: Vec<Answer>,
}

impl Opinion {
    /// The mean of what was judged, from 1 to 5; nothing when nothing was.
    pub(crate) fn score(&self) -> Option<f64> {
        let judged: Vec<f64> = self.answers.iter().flatten().map(|answer| f64::from(answer.value())).collect();
        mean(&judged)
    }

    /// How many statements they could not judge.
    pub(super) fn unjudged(&self) -> usize {
        self.answers.iter().filter(|answer| answer.is_none()).count()
    }
}

/// The arithmetic mean; nothing of nothing.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(settled(values.iter().sum::<f64>() / count(values.len()))) }
}

/// Without the last digits, in which sums of floating point numbers differ by the order of what was added up: no figure
/// and no verdict may hang on that.
pub(super) fn settled(value: f64) -> f64 {
    const DIGITS: f64 = 1e9;
    (value * DIGITS).round() / DIGITS
}

/// A number of people, partners or statements, to compute with.
pub(crate) fn count(number: usize) -> f64 {
    // There are never 2^32 people in a partnership.
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
