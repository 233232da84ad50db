//! How much work an update makes for whoever applies it, of which every block is legal.
//!
//! `yrs`, and Yjs in every browser, are quick with what pages write and slow with what none writes. Two things are
//! refused that take hours in four megabytes, because a page cannot write them:
//!
//! - *The same two neighbours again and again.* Who inserts between two neighbours has that between them from then on,
//!   also when it is deleted. Where many name the same two, each is compared with all the others.
//! - *Neighbours that belong together, in pieces.* Who encodes a document has merged them, unless something stands
//!   between them, and that is in the same update. Whoever applies it would merge them, and move all that follows, each
//!   time.
//!
//! One update is looked at by itself, in the order of its bytes and without knowing the document; so small ones, which
//! is what a key press makes, cost nothing here.

use std::hash::{BuildHasher as _, RandomState};

use super::blocks::{Block, Body, Content, Id, Item, Standing};
use super::outline::{Head, Outline, Section};
use super::places::Places;
use super::reader::{Malformed, Reader};
use super::refusal::Refusal;

/// Updates of fewer blocks cannot make much work.
const SMALL: u64 = 64;

/// How many items of an update may have the neighbours of another one of the same client. Pages write none; two
/// different neighbours can look the same here, because 32 bits of a hash are compared, but not so many.
const MOST_REPEATS: usize = 64;

/// How many bytes may be moved for merging what should have been merged: a tenth of a second.
const MOST_MOVED: u64 = 1 << 29;

/// What an entry takes in the list of a client's blocks, in `yrs`.
const ENTRY: u64 = 24;

/// Refuses an update of which the new blocks make more work than any page would.
pub(super) fn check(update: &[u8], outline: &Outline<'_>, places: &Places) -> Result<(), Refusal> {
    let is_fresh = |section: &&Section| section.end > places.end(section.client);
    let mut sections = Vec::new();
    for section in outline.sections.iter().filter(is_fresh) {
        let mut reader = Reader::new(update).moved_to(usize::try_from(section.at).map_err(|_| Malformed)?);
        let head = Head::read(&mut reader)?;
        sections.push(Written { known: places.end(head.client), head, reader, deleted: Deleted::none(outline) });
    }
    let blocks = sections.iter().map(|section| u64::from(section.head.blocks)).sum::<u64>();
    if blocks < SMALL {
        return Ok(());
    }
    let mut deletions = outline.deletions.clone();
    for _ in 0..deletions.number()? {
        let client = deletions.client_id()?;
        let ranges = Deleted { left: deletions.count(2)?, from: 0, to: 0, ranges: deletions.clone() };
        for _ in 0..2 * ranges.left {
            deletions.number_32()?;
        }
        if let Ok(index) = sections.binary_search_by_key(&client, |section| section.head.client) {
            sections[index].deleted = ranges;
        }
    }
    let mut work = Work::default();
    for section in sections {
        work.look_at(section)?;
    }
    let moved_each = (blocks * ENTRY).max(update.len() as u64);
    if work.repeats() > MOST_REPEATS || work.unmerged() * moved_each > MOST_MOVED {
        return Err(Refusal::Work);
    }
    Ok(())
}

/// What one client wrote.
struct Written<'a> {
    /// Which clock comes next from it in the document.
    known: u32,
    head: Head,
    /// At its first block.
    reader: Reader<'a>,
    deleted: Deleted<'a>,
}

/// What is noted of an update: hashes of 32 bits, because a refused message may not take much memory.
#[derive(Default)]
struct Work {
    hasher: RandomState,
    /// Of a client and two neighbours, for each item that does not go on where the block before it ended.
    pairs: Vec<u32>,
    /// Of the left neighbour of each such item.
    lefts: Vec<u32>,
    /// Of the last letter of each block that would be merged with the next.
    seams: Vec<u32>,
    /// How many blocks that are gone follow one that is gone too.
    gone: u64,
}

/// What decides whether a block can be merged with the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Values,
    /// Deleted, whatever it was.
    Deleted,
    Gone,
    Single,
}

impl Work {
    fn look_at(&mut self, section: Written<'_>) -> Result<(), Refusal> {
        let Written { known, head: Head { blocks, client, mut clock }, mut reader, mut deleted } = section;
        let mut before = None;
        for _ in 0..blocks {
            let block = Block::read(&mut reader)?;
            let next = clock.checked_add(block.len).ok_or(Malformed)?;
            if next > known {
                let last = clock.checked_sub(1).map(|clock| Id { client, clock });
                let this = match &block.body {
                    Body::Item(item) => (deleted.kind(item, clock)?, right(item)),
                    Body::Gone | Body::Skipped => (Kind::Gone, None),
                };
                let is_alike = before == Some(this) && this.0 != Kind::Single;
                match &block.body {
                    Body::Item(item) if last.is_none() || left(item) != last => self.note(client, item),
                    Body::Item(_) if is_alike => self.seams.push(self.hash(last)),
                    Body::Item(_) => {}
                    Body::Gone | Body::Skipped => self.gone += u64::from(is_alike),
                }
                before = Some(this);
            }
            clock = next;
        }
        Ok(())
    }

    fn note(&mut self, client: u64, item: &Item<'_>) {
        match item.standing {
            Standing::In(parent, key) => self.pairs.push(self.hash((client, parent, key))),
            Standing::Beside { left, right } => {
                self.pairs.push(self.hash((client, left, right)));
                if left.is_some() {
                    self.lefts.push(self.hash(left));
                }
            }
        }
    }

    /// How many items have the same neighbours as another one.
    fn repeats(&mut self) -> usize {
        let all = self.pairs.len();
        self.pairs.sort_unstable();
        self.pairs.dedup();
        all - self.pairs.len()
    }

    /// How many blocks would be merged with the one before: between them stands nothing that came with them.
    fn unmerged(&mut self) -> u64 {
        self.lefts.sort_unstable();
        let unmerged = self.seams.iter().filter(|seam| self.lefts.binary_search(seam).is_err()).count();
        self.gone + unmerged as u64
    }

    fn hash(&self, what: impl std::hash::Hash) -> u32 {
        u32::try_from(self.hasher.hash_one(what) >> 32).unwrap_or_default()
    }
}

fn left(item: &Item<'_>) -> Option<Id> {
    match item.standing {
        Standing::Beside { left, .. } => left,
        Standing::In(..) => None,
    }
}

fn right(item: &Item<'_>) -> Option<Id> {
    match item.standing {
        Standing::Beside { right, .. } => right,
        Standing::In(..) => None,
    }
}

/// What an update deletes of one client, followed from the first clock to the last.
struct Deleted<'a> {
    ranges: Reader<'a>,
    left: usize,
    from: u32,
    to: u32,
}

impl<'a> Deleted<'a> {
    fn none(outline: &Outline<'a>) -> Self {
        Self { ranges: outline.deletions.clone(), left: 0, from: 0, to: 0 }
    }

    fn kind(&mut self, item: &Item<'_>, clock: u32) -> Result<Kind, Malformed> {
        while self.to <= clock && self.left > 0 {
            self.left -= 1;
            self.from = self.ranges.number_32()?;
            self.to = self.from.saturating_add(self.ranges.number_32()?);
        }
        Ok(match item.content {
            Content::Deleted => Kind::Deleted,
            _ if (self.from..self.to).contains(&clock) => Kind::Deleted,
            Content::Text { .. } => Kind::Text,
            Content::Values { .. } => Kind::Values,
            _ => Kind::Single,
        })
    }
}
