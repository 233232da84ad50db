//! Restoring a board as it was: as a new edit by whoever restores it.
//!
//! What stands on the board still is changed only where it differs and keeps its ids, so that what is said about it, and
//! what is joined to it, stays with it. What was deleted since comes back; what was added since goes into the bin.

mod handlers;
mod past;
mod rewriting;

#[cfg(test)]
mod tests;

pub(super) use self::handlers::restore_board;
