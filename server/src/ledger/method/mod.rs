//! What a collaboration costs and brings, jointly and for each partner: sums of whole cents and whole minutes.
//!
//! A line is joint, with a share for each partner, or a partner's own. What a partner bears and gets is its shares of the
//! joint lines and its own lines. A joint line whose shares do not add up counts as it was entered and is named, because
//! there is something to talk about; nothing is rounded, spread or made up.
//!
//! Source: tip 5 of Weemaes and Bruneel's *five ingredients*: say early what it yields and costs, together and each apart,
//! so that nobody expects something else.

mod checks;
mod line;
mod month;
mod summing;

pub use self::checks::{Checks, check};
pub use self::line::Line;
pub use self::month::{Month, Year};
pub use self::summing::{Figures, Sums, Totals, sums};

#[cfg(test)]
mod vectors;
