//! Where everything stands that was ever written in a document: what a new block stands beside tells what it may be.
//!
//! A place is a slot of the vocabulary ("text of a paragraph", "the block of a card") of one type, under one key. So
//! everything that one client writes into one paragraph is a single [`Run`].

use std::collections::HashMap;
use std::hash::BuildHasher as _;

use uuid::Uuid;

use super::blocks::Parent;

/// A slot of the vocabulary, how many types it is in, and of which type it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) slot: u8,
    pub(super) depth: u8,
    /// Which type and key, as a number. What stands between two places would tie lists together that have nothing to
    /// do with each other: it is there until the next restart, and gone after it.
    pub(super) container: u32,
}

/// What is inside something: the inside of a type of the vocabulary, and how many types that is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Inside {
    pub(super) node: u8,
    pub(super) depth: u8,
}

impl Place {
    /// In something that is gone. `yrs` and Yjs keep nothing of what is put there.
    pub(super) const GONE: Self = Self { slot: u8::MAX, depth: 0, container: 0 };
    /// Somewhere that the vocabulary does not know: written before there was a gate, or in another version.
    pub(super) const FOREIGN: Self = Self { slot: u8::MAX - 1, depth: 0, container: 0 };
}

impl Inside {
    /// It is gone, and nothing can be inside it any more.
    pub(super) const GONE: Self = Self { node: u8::MAX, depth: 0 };
    /// A type that the vocabulary does not know.
    pub(super) const FOREIGN: Self = Self { node: u8::MAX - 1, depth: 0 };
    /// It is no type.
    pub(super) const NOTHING: Self = Self { node: u8::MAX - 2, depth: 0 };
}

/// The largest numbers that a vocabulary may give its slots and nodes.
pub(super) const LAST_SLOT: u8 = u8::MAX - 3;

/// Clocks of one client, from `clock` to the next run, that stand in the same place and hold the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) clock: u32,
    pub(super) place: Place,
    pub(super) inside: Inside,
}

/// What a client id has written.
#[derive(Debug)]
pub(super) struct Writer {
    pub(super) owner: Uuid,
    /// The clock that comes next.
    pub(super) end: u32,
    runs: Vec<Run>,
}

/// The index of a document.
#[derive(Debug, Default)]
pub(super) struct Places {
    writers: HashMap<u64, Writer>,
}

impl Places {
    /// Which account every client id belongs to.
    pub(super) fn owners(&self) -> impl Iterator<Item = (u64, Uuid)> {
        self.writers.iter().map(|(client, writer)| (*client, writer.owner))
    }

    /// What `client` has written.
    pub(super) fn writer(&self, client: u64) -> Option<&Writer> {
        self.writers.get(&client)
    }

    /// The clock that comes next from `client`.
    pub(super) fn end(&self, client: u64) -> u32 {
        self.writers.get(&client).map_or(0, |writer| writer.end)
    }

    /// The number of a parent and a key, which nobody outside this process can foresee.
    pub(super) fn container(&self, parent: Parent<'_>, key: Option<&str>) -> u32 {
        let hash = self.writers.hasher().hash_one((parent, key));
        u32::try_from(hash >> 32).unwrap_or_default()
    }

    /// Gives a client id to an account, whoever wrote under it.
    pub(super) fn give(&mut self, client: u64, owner: Uuid) {
        if let Some(writer) = self.writers.get_mut(&client) {
            writer.owner = owner;
        }
    }

    /// Takes in what `client` has written up to `end`. Who writes first under an id owns it.
    pub(super) fn extend(&mut self, client: u64, author: Uuid, runs: Vec<Run>, end: u32) {
        let writer =
            self.writers.entry(client).or_insert_with(|| Writer { owner: author, end: 0, runs: Vec::new() });
        for run in runs {
            push(&mut writer.runs, run);
        }
        writer.end = end;
    }
}

impl Writer {
    /// The run that `clock` is in.
    pub(super) fn at(&self, clock: u32) -> Option<Run> {
        if clock < self.end { find(&self.runs, clock) } else { None }
    }
}

/// The run that `clock` is in, of runs that do not end.
pub(super) fn find(runs: &[Run], clock: u32) -> Option<Run> {
    let after = runs.partition_point(|run| run.clock <= clock);
    after.checked_sub(1).and_then(|index| runs.get(index)).copied()
}

/// Adds a run, or makes the last one longer.
pub(super) fn push(runs: &mut Vec<Run>, run: Run) {
    let goes_on = runs.last().is_some_and(|last| last.place == run.place && last.inside == run.inside);
    if !goes_on {
        runs.push(run);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_in_one_place_is_one_run() {
        let mut places = Places::default();
        let here = Place { slot: 1, depth: 1, container: 5 };
        let run = |clock, place| Run { clock, place, inside: Inside::NOTHING };
        places.extend(7, Uuid::from_u128(1), vec![run(0, here)], 3);
        for clock in 3..1000 {
            places.extend(7, Uuid::from_u128(2), vec![run(clock, here)], clock + 1);
        }
        places.extend(7, Uuid::from_u128(2), vec![run(1000, Place::GONE)], 1002);
        let writer = places.writer(7).unwrap();
        assert_eq!((writer.runs.len(), writer.end, writer.owner), (2, 1002, Uuid::from_u128(1)));
        assert_eq!(writer.at(999).unwrap().place, here);
        assert_eq!(writer.at(1001).unwrap().place, Place::GONE);
        assert_eq!(writer.at(1002), None);
        assert_eq!(places.writer(8).map(|writer| writer.end), None);
    }
}
