//! From rows to sittings.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// A pause of this length, or a longer one, ends a sitting.
const PAUSE: TimeDelta = TimeDelta::minutes(5);
/// After so many rows a sitting ends too: whoever asks for one must not wait until all rows are read.
const LONGEST: usize = 2_000;

/// A row of a log, without what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) seq: i64,
    pub(super) author: Uuid,
    pub(super) at: DateTime<Utc>,
}

/// Rows of one author, without a pause between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sitting {
    pub(super) author: Uuid,
    /// The first row.
    pub(super) from_seq: i64,
    /// The last one.
    pub(super) seq: i64,
    pub(super) started_at: DateTime<Utc>,
    /// When the last row was written.
    pub(super) at: DateTime<Utc>,
}

/// Gathers rows, newest first, into sittings.
#[derive(Debug, Default)]
pub(super) struct Sittings {
    /// Those that no older row belongs to.
    pub(super) complete: Vec<Sitting>,
    open: Option<Sitting>,
    /// How many rows are in the open one.
    rows: usize,
}

impl Sittings {
    /// Takes the row before the last one taken.
    pub(super) fn take(&mut self, entry: Entry) {
        self.rows += 1;
        match &mut self.open {
            Some(open)
                if open.author == entry.author && open.started_at - entry.at < PAUSE && self.rows <= LONGEST =>
            {
                open.from_seq = entry.seq;
                open.started_at = entry.at;
            }
            open => {
                self.rows = 1;
                self.complete.extend(open.replace(Sitting {
                    author: entry.author,
                    from_seq: entry.seq,
                    seq: entry.seq,
                    started_at: entry.at,
                    at: entry.at,
                }));
            }
        }
    }

    /// There are no older rows.
    pub(super) fn end(&mut self) {
        self.complete.extend(self.open.take());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sittings of rows given oldest first, each an author and the seconds since the row before; newest first, as
    /// their first and last rows.
    fn sittings(rows: &[(u128, i64)]) -> Vec<(i64, i64)> {
        let mut at = DateTime::UNIX_EPOCH;
        let mut entries = Vec::new();
        for ((author, seconds), seq) in rows.iter().zip(1..) {
            at += TimeDelta::seconds(*seconds);
            entries.push(Entry { seq, author: Uuid::from_u128(*author), at });
        }
        let mut sittings = Sittings::default();
        entries.into_iter().rev().for_each(|entry| sittings.take(entry));
        sittings.end();
        sittings.complete.iter().map(|sitting| (sitting.from_seq, sitting.seq)).collect()
    }

    #[test]
    fn rows_of_one_author_are_one_sitting_until_somebody_else_writes() {
        assert_eq!(sittings(&[(1, 0), (1, 1), (2, 1), (1, 1), (1, 1)]), [(4, 5), (3, 3), (1, 2)]);
    }

    #[test]
    fn a_pause_of_five_minutes_ends_a_sitting_and_a_shorter_one_does_not() {
        assert_eq!(sittings(&[(1, 0), (1, 299), (1, 299)]), [(1, 3)]);
        assert_eq!(sittings(&[(1, 0), (1, 300), (1, 0)]), [(2, 3), (1, 1)]);
    }

    #[test]
    fn a_sitting_without_an_end_ends_after_so_many_rows() {
        let rows = vec![(1, 1); 4_500];
        assert_eq!(sittings(&rows), [(2_501, 4_500), (501, 2_500), (1, 500)]);
    }

    #[test]
    fn a_clock_that_was_set_back_makes_no_sitting_of_its_own() {
        assert_eq!(sittings(&[(1, 0), (1, -3600)]), [(1, 2)]);
    }

    #[test]
    fn a_board_nobody_wrote_on_has_none() {
        assert_eq!(sittings(&[]), []);
    }
}
