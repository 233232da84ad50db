//! Updates made wrong by one who knows how they are built: every part is well formed, and what they say is not.

use fastrand::Rng;

use crate::anatomy::{Block, Content, Id, Item, Parent, Section, Update};
use crate::bytes_wrong::edge;
use crate::content_wrong;

/// Who makes it wrong, and what they know.
pub struct Liar<'a> {
    /// What decides.
    pub rng: &'a mut Rng,
    /// A client id that is theirs, and how much the room has of it.
    pub own: Id,
    /// Clients that the room knows, and how much it has of each.
    pub known: &'a [Id],
    /// Another update, to take parts from.
    pub donor: &'a Update,
}

impl Liar<'_> {
    /// Changes `update` in some way.
    pub fn change(&mut self, update: &mut Update) {
        match self.rng.u8(..22) {
            0 => self.number(update),
            1 => self.repeat_block(update),
            2 => self.reorder_blocks(update),
            3 => self.reorder_sections(update),
            4 => self.exchange_clients(update),
            5 => self.exchange_clocks(update),
            6..=8 => self.point_elsewhere(update),
            9 | 10 => self.stand_elsewhere(update),
            11 | 12 => self.say_something_else(update),
            13 => self.exchange_contents(update),
            14 => self.nest_types(update),
            15 => self.forget(update),
            16 | 17 => self.delete(update),
            18 => self.take_over(update),
            19 => self.cut(update),
            _ => self.write_in_own_name(update),
        }
    }

    fn block<'u>(&mut self, update: &'u mut Update) -> Option<&'u mut Block> {
        let count = update.sections.iter().map(|section| section.blocks.len()).sum::<usize>();
        let at = self.rng.usize(..count.max(1));
        update.sections.iter_mut().flat_map(|section| &mut section.blocks).nth(at)
    }

    fn item<'u>(&mut self, update: &'u mut Update) -> Option<&'u mut Item> {
        let count = update.items_mut().count();
        update.items_mut().nth(self.rng.usize(..count.max(1)))
    }

    fn section<'u>(&mut self, update: &'u mut Update) -> Option<&'u mut Section> {
        let count = update.sections.len();
        update.sections.get_mut(self.rng.usize(..count.max(1)))
    }

    /// An id that the room has, or nearly has.
    fn some_id(&mut self) -> Id {
        let known = self.known.get(self.rng.usize(..self.known.len().max(1))).copied().unwrap_or(self.own);
        let clock = match self.rng.u8(..8) {
            0 => known.clock,
            1 => known.clock.saturating_add(self.rng.u64(..3)),
            2 => edge(self.rng),
            _ => self.rng.u64(..known.clock.max(1)),
        };
        Id { client: known.client, clock }
    }

    fn number(&mut self, update: &mut Update) {
        let number = edge(self.rng);
        let choice = self.rng.u8(..3);
        if choice == 0
            && let Some(block) = self.block(update)
        {
            match block {
                Block::Gc(length) | Block::Skip(length) => *length = number,
                Block::Item(item) => item.content = Content::Deleted(number),
            }
        } else if let Some(section) = self.section(update) {
            *(if choice == 1 { &mut section.client } else { &mut section.clock }) = number;
        }
    }

    fn repeat_block(&mut self, update: &mut Update) {
        let times = if self.rng.u8(..64) == 0 { 300 } else { 1 };
        let at = self.rng.usize(..);
        if let Some(section) = self.section(update).filter(|section| !section.blocks.is_empty()) {
            let at = at % section.blocks.len();
            let copies = vec![section.blocks[at].clone(); times];
            section.blocks.splice(at..at, copies);
        }
    }

    fn reorder_blocks(&mut self, update: &mut Update) {
        let mut order = self.rng.clone();
        if let Some(section) = self.section(update) {
            order.shuffle(&mut section.blocks);
        }
    }

    fn reorder_sections(&mut self, update: &mut Update) {
        self.rng.shuffle(&mut update.sections);
        if self.rng.bool()
            && let Some(section) = update.sections.first().cloned()
        {
            update.sections.push(section);
        }
    }

    fn exchange_clients(&mut self, update: &mut Update) {
        let other = self.some_id().client;
        if let [first, .., last] = &mut update.sections[..] {
            std::mem::swap(&mut first.client, &mut last.client);
        } else if let Some(section) = update.sections.first_mut() {
            section.client = other;
        }
    }

    fn exchange_clocks(&mut self, update: &mut Update) {
        let other = self.some_id().clock;
        if let [first, .., last] = &mut update.sections[..] {
            std::mem::swap(&mut first.clock, &mut last.clock);
        } else if let Some(section) = update.sections.first_mut() {
            section.clock = other;
        }
    }

    /// Lets one neighbour or parent be another one.
    fn point_elsewhere(&mut self, update: &mut Update) {
        let id = self.some_id();
        let choice = self.rng.u8(..6);
        let count = update.references_mut().count();
        let at = self.rng.usize(..count.max(1));
        match choice {
            0 => {
                if let Some(item) = self.item(update) {
                    item.right = Some(id);
                }
            }
            1 => {
                if let Some(item) = self.item(update) {
                    (item.origin, item.right) = (item.right, item.origin);
                }
            }
            2 => {
                if let Some(item) = self.item(update) {
                    item.origin = Some(id);
                }
            }
            _ => {
                if let Some(reference) = update.references_mut().nth(at) {
                    *reference = id;
                }
            }
        }
    }

    /// Lets one item stand in another type, another root, or under another key.
    fn stand_elsewhere(&mut self, update: &mut Update) {
        let (id, choice) = (self.some_id(), self.rng.u8(..5));
        let (root, key) = (content_wrong::root(self.rng), content_wrong::key(self.rng));
        let Some(item) = self.item(update) else { return };
        if choice < 4 {
            (item.origin, item.right) = (None, None);
        }
        match choice {
            0 => item.parent = Parent::Root(root),
            1 => item.parent = Parent::Inside(id),
            2 => item.key = None,
            3 => item.key = Some(key),
            _ => item.is_keyed = !item.is_keyed,
        }
    }

    fn say_something_else(&mut self, update: &mut Update) {
        let content = content_wrong::content(self.rng);
        if let Some(item) = self.item(update) {
            item.content = content;
        }
    }

    fn exchange_contents(&mut self, update: &mut Update) {
        let mut contents: Vec<Content> = update.items_mut().map(|item| item.content.clone()).collect();
        let mut donor = self.donor.clone();
        contents.extend(donor.items_mut().map(|item| item.content.clone()));
        self.rng.shuffle(&mut contents);
        for (item, content) in update.items_mut().zip(contents) {
            item.content = content;
        }
    }

    /// A type in a type in a type, under one's own name.
    fn nest_types(&mut self, update: &mut Update) {
        let depth = if self.rng.u8(..16) == 0 { 3_000 } else { self.rng.u64(2..40) };
        let content = content_wrong::container(self.rng);
        let mut parent = Parent::Root(content_wrong::root(self.rng));
        let mut blocks = Vec::new();
        for step in 0..depth {
            let key = self.rng.bool().then(|| content_wrong::key(self.rng));
            let (is_keyed, content) = (key.is_some(), content.clone());
            blocks.push(Block::Item(Item { origin: None, right: None, parent, key, is_keyed, content }));
            parent = Parent::Inside(Id { client: self.own.client, clock: self.own.clock.saturating_add(step) });
        }
        update.sections.retain(|section| section.client != self.own.client);
        update.sections.push(Section { client: self.own.client, clock: self.own.clock, blocks });
    }

    fn forget(&mut self, update: &mut Update) {
        let choice = self.rng.u8(..3);
        if let Some(block) = self.block(update) {
            let length = block.length();
            *block = match (choice, &*block) {
                (0, _) => Block::Skip(length),
                (1, Block::Item(item)) => Block::Item(Item { content: Content::Deleted(length), ..item.clone() }),
                _ => Block::Gc(length),
            };
        }
    }

    fn delete(&mut self, update: &mut Update) {
        let id = self.some_id();
        let length = if self.rng.bool() { self.rng.u64(..4) } else { edge(self.rng) };
        match self.rng.u8(..5) {
            0 => update.deletions.push((id.client, vec![(id.clock, length)])),
            1 => update.deletions.push((self.own.client, vec![(self.own.clock, length)])),
            2 => self.rng.shuffle(&mut update.deletions),
            3 => update.deletions.extend(update.deletions.clone()),
            _ => match update.deletions.first_mut() {
                Some((_, ranges)) => ranges.insert(0, (id.clock, length)),
                None => update.deletions.push((id.client, vec![(id.clock, 1), (id.clock, 1)])),
            },
        }
    }

    /// Takes a section of another update over.
    fn take_over(&mut self, update: &mut Update) {
        let at = self.rng.usize(..self.donor.sections.len().max(1));
        if let Some(section) = self.donor.sections.get(at) {
            update.sections.push(section.clone());
        }
        if self.rng.bool() {
            update.deletions.extend(self.donor.deletions.clone());
        }
    }

    fn cut(&mut self, update: &mut Update) {
        let (at, from_front) = (self.rng.usize(..), self.rng.bool());
        if let Some(section) = self.section(update).filter(|section| !section.blocks.is_empty()) {
            let at = at % section.blocks.len();
            if from_front {
                let left_out: u64 = section.blocks.drain(..at).map(|block| block.length()).sum();
                section.clock = section.clock.saturating_add(left_out);
            } else {
                section.blocks.truncate(at);
            }
        }
    }

    /// Rewrites one section as new content of one's own, so that it is not an echo and hangs on nothing.
    fn write_in_own_name(&mut self, update: &mut Update) {
        let at = self.rng.usize(..update.sections.len().max(1));
        let own = self.own;
        let Some(section) = update.sections.get_mut(at) else { return };
        let (client, clock) = (section.client, section.clock);
        let length: u64 = section.blocks.iter().fold(0, |sum, block| sum.saturating_add(block.length()));
        (section.client, section.clock) = (own.client, own.clock);
        for reference in update.references_mut() {
            let is_within = reference.client == client && reference.clock.wrapping_sub(clock) < length;
            if is_within {
                *reference =
                    Id { client: own.client, clock: own.clock.wrapping_add(reference.clock.wrapping_sub(clock)) };
            }
        }
        for (deleted, ranges) in &mut update.deletions {
            if *deleted == client {
                ranges.retain(|(start, _)| *start < clock);
            }
        }
    }
}
