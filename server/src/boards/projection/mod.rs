//! What the boards say, as tables: the plain ambition, one row a card, a role, a value. They serve queries, foreign keys
//! and the JSON API, and hold no truth: at any moment they can be made again from the log (`samenspel project`).
//!
//! A room tells that its board went on ([`Rooms::changes`](crate::realtime::Rooms::changes)). Within a second or so the
//! projector follows the board's log to its end, row by row, on a document of its own ([`replica`]), finds what was
//! deleted by whom ([`passages`], [`bin`](super::bin)) and what has become different ([`differences`], [`plan`]), and
//! writes both ([`write`]), which also tells those who listen to the partnership's events. It writes only what is newer
//! than what is there, so several processes can do this at once. No room waits for it, and what fails is tried again.

mod differences;
mod passages;
mod plan;
mod projector;
mod replica;
mod store;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a failed expectation is a failed test")]
mod tests;
mod write;

pub use self::projector::{ProjectionError, project, project_changes};
