//! What breaks, and what must not be lost by it. The real binary, in a process of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed expectation is a failed test")]
#![allow(clippy::print_stdout, reason = "a fault test is worth its figures")]

mod board;
mod check;
mod kills;
