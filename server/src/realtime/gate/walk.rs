//! The second look at an update: where each block that is new stands, and whether it may.
//!
//! The blocks of one client come in order; what they hang on may be in the document, or written by another client
//! further on in the same update. So the walk goes along one client until a block waits for another one's, goes along
//! that one until it is there, and comes back. Each block is looked at once more at most for each thing it waits for.

use super::blocks::{Block, Body, Content, Id, Item, Parent, Standing};
use super::outline::{Head, Outline, Section};
use super::places::{self, Inside, Place, Run};
use super::reader::{Malformed, Reader};
use super::refusal::Refusal;
use super::{Gate, Objection, Passed, Terms, work};

/// How many client ids one message may write under. Every page that is opened has one.
const MOST_CLIENTS: usize = 1_024;

/// The look at one update.
pub(super) struct Walk<'a, 'g> {
    gate: &'g Gate,
    terms: &'g Terms<'g>,
    is_collected: &'g dyn Fn(u64, u32) -> bool,
    /// Clients with something new, by id.
    fresh: Vec<Fresh<'a>>,
}

/// A client with something new.
struct Fresh<'a> {
    client: u64,
    /// Which clock comes next from it in the document.
    known: u32,
    /// At the next block.
    reader: Reader<'a>,
    blocks_left: u32,
    /// The next block's clock.
    clock: u32,
    /// The clock after its last.
    end: u32,
    /// Whether the walk is on its way with it.
    under_way: bool,
    runs: Vec<Run>,
}

/// Why a block cannot be placed.
enum Stop {
    /// It hangs on what this client still has to bring.
    Waits(usize, u32),
    Objection(Objection),
}

impl From<Malformed> for Stop {
    fn from(malformed: Malformed) -> Self {
        Self::Objection(Objection::from(malformed))
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Objection(Objection::Refused(refusal))
    }
}

impl<'a, 'g> Walk<'a, 'g> {
    /// Looks at everything in the update that is new.
    pub(super) fn through(
        gate: &'g Gate,
        terms: &'g Terms<'g>,
        is_collected: &'g dyn Fn(u64, u32) -> bool,
        update: &'a [u8],
        outline: &Outline<'a>,
    ) -> Result<Passed, Objection> {
        let mut walk = Self { gate, terms, is_collected, fresh: Vec::new() };
        walk.fresh = walk.fresh(update, outline)?;
        for first in 0..walk.fresh.len() {
            walk.go_along(first)?;
        }
        outline.each_deletion(|client, _, to| {
            let end = walk.index(client).map_or_else(|| gate.places.end(client), |index| walk.fresh[index].end);
            if to <= end { Ok(()) } else { Err(Objection::Hangs) }
        })?;
        Ok(Passed(walk.fresh.into_iter().map(|fresh| (fresh.client, fresh.runs, fresh.end)).collect()))
    }

    fn fresh(&self, update: &'a [u8], outline: &Outline<'a>) -> Result<Vec<Fresh<'a>>, Objection> {
        let is_fresh = |section: &&Section| section.end > self.gate.places.end(section.client);
        let count = outline.sections.iter().filter(is_fresh).count();
        if !matches!(self.terms, Terms::Trusted) {
            if count > MOST_CLIENTS {
                return Err(Refusal::TooManyClients.into());
            }
            work::check(update, outline, &self.gate.places)?;
        }
        let mut fresh = Vec::with_capacity(count);
        for section in outline.sections.iter().filter(is_fresh) {
            self.check_owner(section.client)?;
            let mut reader = Reader::new(update).moved_to(usize::try_from(section.at).map_err(|_| Malformed)?);
            let Head { blocks, clock, .. } = Head::read(&mut reader)?;
            let known = self.gate.places.end(section.client);
            if clock > known {
                return Err(Objection::Hangs);
            }
            fresh.push(Fresh {
                client: section.client,
                known,
                reader,
                blocks_left: blocks,
                clock,
                end: section.end,
                under_way: false,
                runs: Vec::with_capacity(usize::try_from(section.items).unwrap_or_default() + 1),
            });
        }
        Ok(fresh)
    }

    /// A client id belongs to the account that wrote under it first, and before that to who is here under it.
    fn check_owner(&self, client: u64) -> Result<(), Refusal> {
        let Terms::Author { account, present } = self.terms else { return Ok(()) };
        let owner = self.gate.places.writer(client).map(|writer| writer.owner).or_else(|| present(client));
        if owner.is_none_or(|owner| owner == *account) { Ok(()) } else { Err(Refusal::Owner) }
    }

    fn go_along(&mut self, first: usize) -> Result<(), Objection> {
        let mut way = vec![(first, u32::MAX)];
        while let Some(&(index, until)) = way.last() {
            let fresh = &mut self.fresh[index];
            if fresh.blocks_left == 0 || fresh.clock >= until {
                fresh.under_way = false;
                way.pop();
                continue;
            }
            fresh.under_way = true;
            match self.place_next(index) {
                Ok(()) => {}
                Err(Stop::Objection(objection)) => return Err(objection),
                // In a circle: what each waits for would have to be written before itself.
                Err(Stop::Waits(on, _)) if self.fresh[on].under_way => return Err(Objection::Hangs),
                Err(Stop::Waits(on, clock)) => way.push((on, clock.saturating_add(1))),
            }
        }
        Ok(())
    }

    /// Places the next block of a client, or says what it waits for.
    fn place_next(&mut self, index: usize) -> Result<(), Stop> {
        let fresh = &self.fresh[index];
        let mut reader = fresh.reader.clone();
        let block = Block::read(&mut reader)?;
        let end = fresh.clock.checked_add(block.len).ok_or(Malformed)?;
        if end > fresh.known {
            let run = self.run(fresh, &block)?;
            places::push(&mut self.fresh[index].runs, run);
        }
        let fresh = &mut self.fresh[index];
        fresh.clock = end;
        fresh.reader = reader;
        fresh.blocks_left -= 1;
        Ok(())
    }

    fn run(&self, fresh: &Fresh<'_>, block: &Block<'_>) -> Result<Run, Stop> {
        let clock = fresh.clock.max(fresh.known);
        let gone = Run { clock, place: Place::GONE, inside: Inside::GONE };
        let item = match &block.body {
            Body::Gone => return Ok(gone),
            Body::Skipped => return Err(Stop::Objection(Objection::Hangs)),
            Body::Item(item) => item,
        };
        let place = self.place(item.standing)?;
        if fresh.clock < fresh.known {
            self.check_begun(fresh, place)?;
        }
        let inside = self.inside(place, item)?;
        Ok(Run { clock, place, inside })
    }

    /// Where a block stands.
    fn place(&self, standing: Standing<'_>) -> Result<Place, Stop> {
        match standing {
            Standing::In(parent, key) => self.place_in(parent, key),
            Standing::Beside { left, right } => self.place_beside(left, right),
        }
    }

    /// The rest of a block of which the document has the beginning: `yrs` puts it beside that, and into what the block
    /// says, so they have to be the same.
    fn check_begun(&self, fresh: &Fresh<'_>, place: Place) -> Result<(), Refusal> {
        let begun = self.gate.places.writer(fresh.client).and_then(|writer| writer.at(fresh.known - 1));
        if begun.is_some_and(|begun| begun.place == place) {
            Ok(())
        } else {
            self.or_foreign(Err(Refusal::Torn), ())
        }
    }

    fn place_in(&self, parent: Parent<'_>, key: Option<&str>) -> Result<Place, Stop> {
        let inside = match parent {
            Parent::Root(name) => self.or_foreign(self.gate.vocabulary.root(name), Inside::FOREIGN)?,
            Parent::Type(id) => self.look_up(id)?.inside,
        };
        match inside {
            Inside::GONE => Ok(Place::GONE),
            Inside::FOREIGN => Ok(Place::FOREIGN),
            Inside::NOTHING => Ok(self.or_foreign(Err(Refusal::Parent), Place::FOREIGN)?),
            Inside { node, depth } => {
                let slot = self.gate.vocabulary.slot_in(node, key);
                let container = self.gate.places.container(parent, key);
                Ok(self.or_foreign(slot.map(|slot| Place { slot, depth, container }), Place::FOREIGN)?)
            }
        }
    }

    /// Where the neighbours stand. When one of two is gone, `yrs` goes by the other and Yjs collects the block: they
    /// agree only when the other one was collected too, because what both stood in was deleted.
    fn place_beside(&self, left: Option<Id>, right: Option<Id>) -> Result<Place, Stop> {
        let place = |id: Id| self.look_up(id).map(|run| run.place);
        let (left, right) = match (left, right) {
            (Some(left), Some(right)) => ((left, place(left)?), (right, place(right)?)),
            (Some(only), None) | (None, Some(only)) => return place(only),
            (None, None) => return Ok(Place::GONE),
        };
        match (left, right) {
            ((_, Place::GONE), (_, Place::GONE)) => Ok(Place::GONE),
            ((_, Place::GONE), (id, place)) | ((id, place), (_, Place::GONE)) => {
                let is_collected =
                    || id.clock < self.gate.places.end(id.client) && (self.is_collected)(id.client, id.clock);
                if matches!(self.terms, Terms::Trusted) || is_collected() {
                    Ok(place)
                } else {
                    Err(Refusal::Torn.into())
                }
            }
            ((_, left), (_, right)) if left == right => Ok(left),
            ((_, left), _) => Ok(self.or_foreign(Err(Refusal::Torn), left)?),
        }
    }

    /// What is inside an item, if it may stand where it does.
    fn inside(&self, place: Place, item: &Item<'_>) -> Result<Inside, Refusal> {
        let foreign = if matches!(item.content, Content::Type(_)) { Inside::FOREIGN } else { Inside::NOTHING };
        let has_right = matches!(item.standing, Standing::Beside { right: Some(_), .. });
        if has_right && self.gate.vocabulary.is_keyed(place.slot) {
            // What is set under a key comes after all that was set before. Before it, it would be one value in the room
            // and another in a snapshot of it.
            return self.or_foreign(Err(Refusal::Torn), foreign);
        }
        match (place, &item.content) {
            (_, Content::Unwanted(kinds)) => self.or_foreign(Err(Refusal::Kind(kinds)), foreign),
            (Place::GONE, _) | (_, Content::Deleted) => Ok(Inside::GONE),
            (Place::FOREIGN, _) => self.or_foreign(Err(Refusal::Foreign), foreign),
            (Place { slot, depth, .. }, _) => {
                let admitted = self.gate.vocabulary.admit(slot, item).and_then(|node| match node {
                    Some(_) if depth >= self.gate.vocabulary.deepest => Err(Refusal::TooDeep),
                    Some(node) => Ok(Inside { node, depth: depth + 1 }),
                    None => Ok(Inside::NOTHING),
                });
                self.or_foreign(admitted, foreign)
            }
        }
    }

    /// A refusal, unless what is refused is in the log already: that has to load.
    fn or_foreign<T>(&self, found: Result<T, Refusal>, otherwise: T) -> Result<T, Refusal> {
        if matches!(self.terms, Terms::Trusted) { Ok(found.unwrap_or(otherwise)) } else { found }
    }

    fn look_up(&self, id: Id) -> Result<Run, Stop> {
        if let Some(run) = self.gate.places.writer(id.client).and_then(|writer| writer.at(id.clock)) {
            return Ok(run);
        }
        let hangs = Stop::Objection(Objection::Hangs);
        let Some(index) = self.index(id.client) else { return Err(hangs) };
        let fresh = &self.fresh[index];
        if id.clock >= fresh.end {
            Err(hangs)
        } else if id.clock >= fresh.clock {
            Err(Stop::Waits(index, id.clock))
        } else {
            places::find(&fresh.runs, id.clock).ok_or(hangs)
        }
    }

    fn index(&self, client: u64) -> Option<usize> {
        self.fresh.binary_search_by_key(&client, |fresh| fresh.client).ok()
    }
}
