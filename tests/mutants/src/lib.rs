//! Honest messages, made wrong in a hundred thousand ways, to see that none can harm a room.
//!
//! Read in this order:
//!
//! - [`honest`]: the corpus, three people on boards of each kind, as the web itself writes;
//! - [`writer`]: somebody honest who goes on from wherever a room is now;
//! - [`messages`]: one message of a kind, made wrong a few times, by those who know nothing of what is in it
//!   ([`bytes_wrong`]) and by those who know all about it ([`structure_wrong`], [`content_wrong`], [`presence_wrong`]);
//! - [`episode`]: a room that hears one after another and is looked at after each;
//! - [`tally`]: what became of them, and what must not happen;
//! - [`fuzzing`]: the same for the targets of cargo-fuzz, in `tests/fuzz`.
//!
//! The room is the server's own, without a server around it. The program beside this library runs episodes in
//! processes of their own, because the worst that a message can do is to end one.
#![allow(clippy::expect_used, clippy::panic, reason = "a corpus that cannot be read is a failed test")]
#![allow(clippy::cast_precision_loss, reason = "figures are printed with one decimal")]

pub mod anatomy;
pub mod bytes_wrong;
pub mod content_wrong;
pub mod episode;
pub mod evidence;
pub mod fuzzing;
pub mod honest;
pub mod judge;
pub mod lib0;
pub mod messages;
pub mod presence_wrong;
pub mod structure_wrong;
pub mod tally;
pub mod writer;
