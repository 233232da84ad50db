//! Whether anybody can be computed back from what was released, by whoever has all of it and computes for ever.
//!
//! Every mean that was ever released is an equation over what people answered. Adding such equations up with any weights
//! gives new ones. If one of those depends on the answers of fewer than *k* people, it tells something about them that
//! they did not agree to. So all equations are put into one matrix, with exact fractions, and of everything that can be
//! combined from its rows the smallest number of people is sought on whom it depends.
//!
//! People of whom every figure takes the same share cannot be told apart by any combination: they are one *group*.

mod matrix;

use std::collections::BTreeMap;

use num_rational::BigRational;

pub(crate) use self::matrix::fewest;

/// An unknown: what the people of one group answered to one statement, added up.
pub(crate) type Unknown = usize;

/// A released figure: by how much each unknown counts in it.
pub(crate) type Equation = BTreeMap<Unknown, BigRational>;

/// People who cannot be told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// How many there are.
    pub(crate) people: usize,
    /// What they answered: one for each statement.
    pub(crate) unknowns: Vec<Unknown>,
}
