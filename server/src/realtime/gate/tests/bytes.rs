//! Updates as only somebody hostile, or a very old client, would write them.

use bytes::Bytes;

/// One block.
#[derive(Clone)]
pub(super) struct Raw(pub(super) Vec<u8>);

/// Where a block says that it stands.
#[derive(Clone, Copy)]
pub(super) enum At<'a> {
    Root(&'a str),
    Key(&'a str, &'a str),
    Type(u64, u64),
    TypeKey(u64, u64, &'a str),
    After(u64, u64),
    Before(u64, u64),
    Between((u64, u64), (u64, u64)),
}

pub(super) fn number(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(u8::try_from(number & 0x7f).unwrap() | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).unwrap());
    bytes
}

pub(super) fn string(text: &str) -> Vec<u8> {
    [number(text.len() as u64), text.as_bytes().to_vec()].concat()
}

fn id((client, clock): (u64, u64)) -> Vec<u8> {
    [number(client), number(clock)].concat()
}

/// An item of content `kind`, whose bytes are `content`.
pub(super) fn item(kind: u8, at: At<'_>, content: &[u8]) -> Raw {
    let (flags, standing) = match at {
        At::Root(name) => (0, [vec![1], string(name)].concat()),
        At::Key(name, key) => (0x20, [vec![1], string(name), string(key)].concat()),
        At::Type(client, clock) => (0, [vec![0], id((client, clock))].concat()),
        At::TypeKey(client, clock, key) => (0x20, [vec![0], id((client, clock)), string(key)].concat()),
        At::After(client, clock) => (0x80, id((client, clock))),
        At::Before(client, clock) => (0x40, id((client, clock))),
        At::Between(left, right) => (0xc0, [id(left), id(right)].concat()),
    };
    Raw([vec![kind | flags], standing, content.to_vec()].concat())
}

pub(super) fn text(at: At<'_>, letters: &str) -> Raw {
    item(4, at, &string(letters))
}

pub(super) fn element(at: At<'_>, name: &str) -> Raw {
    item(7, at, &[vec![3], string(name)].concat())
}

pub(super) fn kind(at: At<'_>, kind: u8) -> Raw {
    item(7, at, &[kind])
}

/// One value, as lib0 writes it.
pub(super) fn value(at: At<'_>, any: &[u8]) -> Raw {
    item(8, at, &[vec![1], any.to_vec()].concat())
}

pub(super) fn format(at: At<'_>, mark: &str, json: &str) -> Raw {
    item(6, at, &[string(mark), string(json)].concat())
}

pub(super) fn deleted(at: At<'_>, len: u64) -> Raw {
    item(1, at, &number(len))
}

pub(super) fn gone(len: u64) -> Raw {
    Raw([vec![0], number(len)].concat())
}

pub(super) fn skipped(len: u64) -> Raw {
    Raw([vec![10], number(len)].concat())
}

/// An update of clients, each with its first clock and its blocks, that deletes nothing.
pub(super) fn update(sections: &[(u64, u64, &[Raw])]) -> Bytes {
    with_deletions(sections, &[])
}

/// The same, with ranges of clients that are deleted.
pub(super) fn with_deletions(sections: &[(u64, u64, &[Raw])], deletions: &[(u64, &[(u64, u64)])]) -> Bytes {
    let mut bytes = number(sections.len() as u64);
    for (client, clock, blocks) in sections {
        bytes.extend([number(blocks.len() as u64), number(*client), number(*clock)].concat());
        bytes.extend(blocks.iter().flat_map(|block| &block.0));
    }
    bytes.extend(number(deletions.len() as u64));
    for (client, ranges) in deletions {
        bytes.extend([number(*client), number(ranges.len() as u64)].concat());
        bytes.extend(ranges.iter().flat_map(|range| id(*range)));
    }
    Bytes::from(bytes)
}
