//! How answers become figures: pure functions of what people said, with nothing of who, when or in which order.
//!
//! One rule makes the rest safe. Partners of whom fewer than *k* people answered are shown together with others as one
//! *cell* ([`cells`]), and every figure is computed of whole cells: the score, how far the cells lie apart, the
//! importance, the share of "don't know", the trend. Whatever a reader computes from them, it is about a whole cell
//! again. [`disclosure`] checks that of everything that was ever released, from the outside.

mod agreement;
mod answer;
mod disclosure;
mod measure;
mod priority;
mod response;
mod rotation;
mod suppression;
mod trend;
#[cfg(test)]
mod vectors;

pub(crate) use self::answer::{Answer, Opinion, count};
pub(crate) use self::disclosure::{Equation, Group, fewest};
pub(crate) use self::measure::{CellMeasure, HIGHEST_SHOWN, LOWEST_SHOWN, Measure, measure, unjudged};
pub(crate) use self::priority::{Class, class, is_unjudged, priority};
pub(crate) use self::response::{Response, importance, response};
pub(crate) use self::rotation::pulse;
pub(crate) use self::suppression::{Cell, Marks, Showing};
pub(crate) use self::trend::{Trend, Verdict, trend};
