//! The history of a board: who wrote on it when, newest first. What it said after any of the rows is asked of its
//! content (`?at=`).
//!
//! Rows of one author that follow each other are one *sitting*, until somebody else writes or a pause of five minutes
//! comes between them, and never more than two thousand.

mod api;
mod handlers;
mod sittings;
mod store;

pub(super) use handlers::timeline;
