//! What to talk about first, and how.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::settled;

/// What kind of conversation a factor asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ReportClass)]
pub(crate) enum Class {
    /// Many cannot judge it: find out first.
    Inform,
    /// Opinions lie apart: first understand each other, no action yet.
    Talk,
    /// It goes badly and people agree on that.
    Act,
    /// It goes well and people agree on that.
    Celebrate,
    /// Keep an eye on it.
    Watch,
}

/// From this share of "don't know" on, not being able to judge is the finding.
const MUCH_UNJUDGED: f64 = 0.25;
/// Below this agreement, people first have to understand each other.
const LITTLE_AGREEMENT: f64 = 0.3;
/// From this agreement on it is a shared success.
const MUCH_AGREEMENT: f64 = 0.5;
/// Below this score something has to be done.
const LOW: f64 = 3.0;
/// From this score on it goes well.
const HIGH: f64 = 3.8;

/// The class of a factor with a score from 1 to 5, an agreement from -1 to 1 and a share of "don't know" from 0 to 1; the
/// first that fits.
pub(crate) fn class(score: f64, agreement: f64, unjudged: f64) -> Class {
    if is_unjudged(unjudged) {
        Class::Inform
    } else if agreement < LITTLE_AGREEMENT {
        Class::Talk
    } else if score < LOW {
        Class::Act
    } else if score >= HIGH && agreement >= MUCH_AGREEMENT {
        Class::Celebrate
    } else {
        Class::Watch
    }
}

/// Whether so many cannot judge a factor that this is the finding, at a share of "don't know" from 0 to 1.
pub(crate) fn is_unjudged(unjudged: f64) -> bool {
    unjudged >= MUCH_UNJUDGED
}

/// How much a factor asks for attention, from 0 to 100: the lower the score, the more important people find it and the
/// further opinions lie apart, the more. `importance` is relative to the most important factor, from 0 to 1.
///
/// So divided opinion on an important factor comes before a low score that nobody finds important.
pub(crate) fn priority(score: f64, agreement: f64, importance: f64) -> f64 {
    let division = (1.0 - agreement) / 2.0;
    settled(100.0 * (5.0 - score) / 4.0 * f64::midpoint(1.0, importance) * f64::midpoint(1.0, division))
}
