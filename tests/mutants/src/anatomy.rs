//! An update, taken apart so that its parts can be exchanged, and put together again, whatever became of them.

use crate::lib0::{Reader, put_buffer, put_number};

/// The place of one character, value or mark: who wrote it and as the how manieth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id {
    /// The client.
    pub client: u64,
    /// Its clock.
    pub clock: u64,
}

/// An update in the first version of the encoding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Update {
    /// What was written, by client.
    pub sections: Vec<Section>,
    /// What was deleted: for each client, ranges of clock and length.
    pub deletions: Vec<(u64, Vec<(u64, u64)>)>,
}

/// What one client wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The client.
    pub client: u64,
    /// The clock of the first block.
    pub clock: u64,
    /// The blocks; each begins where the one before ends.
    pub blocks: Vec<Block>,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// So much was written and is forgotten.
    Gc(u64),
    /// So much is left out.
    Skip(u64),
    /// Something written.
    Item(Item),
}

/// Something written, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What stood left of it.
    pub origin: Option<Id>,
    /// What stood right of it.
    pub right: Option<Id>,
    /// What it stands in; only said when there are no neighbours.
    pub parent: Parent,
    /// The key it stands under.
    pub key: Option<Vec<u8>>,
    /// Whether the block says that it has a key, be it written or inherited.
    pub is_keyed: bool,
    /// What it is.
    pub content: Content,
}

/// What an item stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parent {
    /// A root.
    Root(Vec<u8>),
    /// A type.
    Inside(Id),
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// So much that was deleted.
    Deleted(u64),
    /// Values as JSON, from an old version of Yjs.
    Json(Vec<Vec<u8>>),
    /// Bytes.
    Binary(Vec<u8>),
    /// Words.
    String(Vec<u8>),
    /// A thing in a text, as JSON.
    Embed(Vec<u8>),
    /// A mark: its name, and its value as JSON.
    Format(Vec<u8>, Vec<u8>),
    /// A type, and the name of an element.
    Type(u64, Option<Vec<u8>>),
    /// Values, each as it is encoded.
    Any(Vec<Vec<u8>>),
}

impl Update {
    /// Takes `bytes` apart, when they are an update of kinds that Yjs itself writes.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let mut update = Self::default();
        for _ in 0..reader.number()? {
            let count = reader.number()?;
            let (client, clock) = (reader.number()?, reader.number()?);
            let blocks = (0..count).map(|_| read_block(&mut reader)).collect::<Option<_>>()?;
            update.sections.push(Section { client, clock, blocks });
        }
        for _ in 0..reader.number()? {
            let client = reader.number()?;
            let count = reader.number()?;
            let ranges = (0..count).map(|_| Some((reader.number()?, reader.number()?))).collect::<Option<_>>()?;
            update.deletions.push((client, ranges));
        }
        reader.is_at_end().then_some(update)
    }

    /// Puts it together.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put_number(&mut bytes, self.sections.len() as u64);
        for section in &self.sections {
            put_number(&mut bytes, section.blocks.len() as u64);
            put_number(&mut bytes, section.client);
            put_number(&mut bytes, section.clock);
            for block in &section.blocks {
                write_block(&mut bytes, block);
            }
        }
        put_number(&mut bytes, self.deletions.len() as u64);
        for (client, ranges) in &self.deletions {
            put_number(&mut bytes, *client);
            put_number(&mut bytes, ranges.len() as u64);
            for (clock, length) in ranges {
                put_number(&mut bytes, *clock);
                put_number(&mut bytes, *length);
            }
        }
        bytes
    }

    /// All its items.
    pub fn items_mut(&mut self) -> impl Iterator<Item = &mut Item> {
        let blocks = self.sections.iter_mut().flat_map(|section| &mut section.blocks);
        blocks.filter_map(|block| if let Block::Item(item) = block { Some(item) } else { None })
    }

    /// Every id that it names as a neighbour or as what something stands in.
    pub fn references_mut(&mut self) -> impl Iterator<Item = &mut Id> {
        self.items_mut().flat_map(|item| {
            let inside = if let Parent::Inside(id) = &mut item.parent { Some(id) } else { None };
            [item.origin.as_mut(), item.right.as_mut(), inside].into_iter().flatten()
        })
    }
}

impl Block {
    /// How many clocks it takes.
    pub fn length(&self) -> u64 {
        match self {
            Self::Gc(length) | Self::Skip(length) => *length,
            Self::Item(item) => item.content.length(),
        }
    }
}

impl Content {
    fn length(&self) -> u64 {
        match self {
            Self::Deleted(length) => *length,
            Self::Json(values) | Self::Any(values) => values.len() as u64,
            Self::String(words) => String::from_utf8_lossy(words).encode_utf16().count() as u64,
            _ => 1,
        }
    }
}

fn read_block(reader: &mut Reader<'_>) -> Option<Block> {
    let info = reader.byte()?;
    match info & 0x1f {
        0 => return Some(Block::Gc(reader.number()?)),
        10 => return Some(Block::Skip(reader.number()?)),
        _ => {}
    }
    let mut id = |is_there: bool| {
        if is_there { Some(Some(Id { client: reader.number()?, clock: reader.number()? })) } else { Some(None) }
    };
    let (origin, right) = (id(info & 0x80 != 0)?, id(info & 0x40 != 0)?);
    let (mut parent, mut key) = (Parent::Root(Vec::new()), None);
    if origin.is_none() && right.is_none() {
        parent = match reader.number()? {
            0 => Parent::Inside(Id { client: reader.number()?, clock: reader.number()? }),
            _ => Parent::Root(reader.buffer()?.to_vec()),
        };
        if info & 0x20 != 0 {
            key = Some(reader.buffer()?.to_vec());
        }
    }
    let content = read_content(reader, info & 0x1f)?;
    Some(Block::Item(Item { origin, right, parent, key, is_keyed: info & 0x20 != 0, content }))
}

fn read_content(reader: &mut Reader<'_>, kind: u8) -> Option<Content> {
    Some(match kind {
        1 => Content::Deleted(reader.number()?),
        2 => {
            let count = reader.number()?;
            Content::Json((0..count).map(|_| Some(reader.buffer()?.to_vec())).collect::<Option<_>>()?)
        }
        3 => Content::Binary(reader.buffer()?.to_vec()),
        4 => Content::String(reader.buffer()?.to_vec()),
        5 => Content::Embed(reader.buffer()?.to_vec()),
        6 => Content::Format(reader.buffer()?.to_vec(), reader.buffer()?.to_vec()),
        7 => {
            let reference = reader.number()?;
            let name = if matches!(reference, 3 | 5) { Some(reader.buffer()?.to_vec()) } else { None };
            Content::Type(reference, name)
        }
        8 => {
            let count = reader.number()?;
            Content::Any((0..count).map(|_| Some(reader.any()?.to_vec())).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

fn write_block(bytes: &mut Vec<u8>, block: &Block) {
    match block {
        Block::Gc(length) => {
            bytes.push(0);
            put_number(bytes, *length);
        }
        Block::Skip(length) => {
            bytes.push(10);
            put_number(bytes, *length);
        }
        Block::Item(item) => write_item(bytes, item),
    }
}

fn write_item(bytes: &mut Vec<u8>, item: &Item) {
    let bit = |bit: u8, is_set: bool| if is_set { bit } else { 0 };
    let has_neighbour = item.origin.is_some() || item.right.is_some();
    let is_keyed = if has_neighbour { item.is_keyed } else { item.key.is_some() };
    let flags = bit(0x80, item.origin.is_some()) | bit(0x40, item.right.is_some()) | bit(0x20, is_keyed);
    bytes.push(flags | kind(&item.content));
    for id in [item.origin, item.right].into_iter().flatten() {
        put_id(bytes, id);
    }
    if !has_neighbour {
        match &item.parent {
            Parent::Root(name) => {
                bytes.push(1);
                put_buffer(bytes, name);
            }
            Parent::Inside(id) => {
                bytes.push(0);
                put_id(bytes, *id);
            }
        }
        if let Some(key) = &item.key {
            put_buffer(bytes, key);
        }
    }
    write_content(bytes, &item.content);
}

fn kind(content: &Content) -> u8 {
    match content {
        Content::Deleted(_) => 1,
        Content::Json(_) => 2,
        Content::Binary(_) => 3,
        Content::String(_) => 4,
        Content::Embed(_) => 5,
        Content::Format(..) => 6,
        Content::Type(..) => 7,
        Content::Any(_) => 8,
    }
}

fn write_content(bytes: &mut Vec<u8>, content: &Content) {
    match content {
        Content::Deleted(length) => put_number(bytes, *length),
        Content::Json(values) => {
            put_number(bytes, values.len() as u64);
            for value in values {
                put_buffer(bytes, value);
            }
        }
        Content::Binary(buffer) | Content::String(buffer) | Content::Embed(buffer) => put_buffer(bytes, buffer),
        Content::Format(key, value) => {
            put_buffer(bytes, key);
            put_buffer(bytes, value);
        }
        Content::Type(reference, name) => {
            put_number(bytes, *reference);
            if let Some(name) = name {
                put_buffer(bytes, name);
            }
        }
        Content::Any(values) => {
            put_number(bytes, values.len() as u64);
            for value in values {
                bytes.extend_from_slice(value);
            }
        }
    }
}

fn put_id(bytes: &mut Vec<u8>, id: Id) {
    put_number(bytes, id.client);
    put_number(bytes, id.clock);
}

/// Whether two encoded documents are the same one. How much of what stands together is one block may differ, and so
/// may the order of clients, and that of the keys in a JSON object, because `yrs` keeps those in hash maps.
pub fn is_same_document(one: &[u8], other: &[u8]) -> bool {
    one == other
        || match (Update::read(one), Update::read(other)) {
            (Some(one), Some(other)) => one.in_large_blocks() == other.in_large_blocks(),
            _ => false,
        }
}

impl Update {
    /// The same in as few blocks as possible, in the order of clients.
    fn in_large_blocks(mut self) -> Self {
        self.sections.sort_by_key(|section| (section.client, section.clock));
        self.deletions.sort_by_key(|(client, _)| *client);
        for item in self.items_mut() {
            if let Content::Format(_, json) | Content::Embed(json) = &mut item.content
                && let Ok(value) = serde_json::from_slice::<serde_json::Value>(json)
            {
                // Maps of `serde_json` are sorted by key.
                *json = value.to_string().into_bytes();
            }
        }
        for section in &mut self.sections {
            let mut clock = section.clock;
            let mut large: Vec<Block> = Vec::new();
            for block in section.blocks.drain(..) {
                let length = block.length();
                let before = Id { client: section.client, clock: clock.wrapping_sub(1) };
                let rest = match large.last_mut() {
                    Some(last) => join(last, block, before),
                    None => Some(block),
                };
                large.extend(rest);
                clock = clock.saturating_add(length);
            }
            section.blocks = large;
        }
        self
    }
}

/// Makes `last`, which ends at `end`, longer by `next`, or gives `next` back.
fn join(last: &mut Block, next: Block, end: Id) -> Option<Block> {
    match (last, next) {
        (Block::Gc(length), Block::Gc(more)) | (Block::Skip(length), Block::Skip(more)) => *length += more,
        (Block::Item(last), Block::Item(next))
            if next.origin == Some(end) && last.right == next.right && last.is_keyed == next.is_keyed =>
        {
            match (&mut last.content, next.content) {
                (Content::Deleted(length), Content::Deleted(more)) => *length += more,
                (Content::String(words), Content::String(more)) => words.extend(more),
                (Content::Any(values), Content::Any(more)) | (Content::Json(values), Content::Json(more)) => {
                    values.extend(more);
                }
                (_, content) => return Some(Block::Item(Item { content, ..next })),
            }
        }
        (_, next) => return Some(next),
    }
    None
}
