//! The bin of a board: what was deleted from it in the last thirty days, by whom, and how it comes back.
//!
//! Nobody puts anything into it. Whoever deletes, deletes in the document; the projector, which follows the log row by
//! row, finds which row did it and keeps what was there right before ([`Deleted`]). What stands on the board again, by
//! undo or by being restored, has left the bin. A bin is bounded ([`MOST`]): nobody can fill the database by deleting.

mod api;
mod deleted;
mod filling;
pub(super) mod handlers;
mod restore;
pub(super) mod store;

use chrono::TimeDelta;

pub(super) use self::deleted::{Deleted, Deletion, Passage, Standing, copies, remaining};
use self::filling::Amount;
pub(super) use self::filling::{fill, returned};

/// How much a bin holds; then what is oldest goes. It is read and written as a whole at times.
const MOST: Amount = Amount { items: 2_000, bytes: 8 << 20 };

/// How long something stays in the bin.
pub(super) const KEPT: TimeDelta = TimeDelta::days(30);
