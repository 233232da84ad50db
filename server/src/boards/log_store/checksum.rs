//! What tells that a disk, a backup or a hand changed what was written. CRC-32 finds every change of up to 32 bits in a
//! row and, of all others, all but one in four thousand million; it is no seal against somebody who wants to deceive.

use chrono::{DateTime, Utc};
use crc32fast::Hasher;
use uuid::Uuid;

/// The checksum of a row of the log.
pub(super) fn of_row(board: Uuid, seq: i64, author: Uuid, at: DateTime<Utc>, payload: &[u8]) -> i64 {
    of(&[board.as_bytes(), &seq.to_le_bytes(), author.as_bytes(), &at.timestamp_micros().to_le_bytes(), payload])
}

/// The checksum of a snapshot. The length of the owners is in it, so that nothing can pass from one part to the other.
pub(super) fn of_snapshot(board: Uuid, seq: i64, owners: &[u8], state: &[u8]) -> i64 {
    of(&[board.as_bytes(), &seq.to_le_bytes(), &owners.len().to_le_bytes(), owners, state])
}

fn of(parts: &[&[u8]]) -> i64 {
    let mut hasher = Hasher::new();
    for part in parts {
        hasher.update(part);
    }
    i64::from(hasher.finalize())
}
