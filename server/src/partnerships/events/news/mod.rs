//! What happened in a partnership since somebody's last visit, told briefly: what kind of thing, how many, by whom.
//!
//! It is made of the events that they hear, so it tells nothing that they may not know. Their own deeds are no news to
//! them.

mod api;
mod grouping;
mod handlers;
mod store;
mod visits;

pub(in crate::partnerships) use self::handlers::{remember_visit, what_is_new};
