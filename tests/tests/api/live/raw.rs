//! Updates as only somebody hostile would write them, byte by byte.

/// Where a block says that it stands.
#[derive(Clone, Copy)]
pub(super) enum At<'a> {
    Root(&'a str),
    Key(&'a str, &'a str),
    Type(u64, u64),
    TypeKey(u64, u64, &'a str),
    After(u64, u64),
}

/// A number as lib0 writes it.
pub(super) fn number(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(u8::try_from(number & 0x7f).unwrap() | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).unwrap());
    bytes
}

/// What one client wrote from `clock` on; nothing is deleted.
pub(super) fn update(client: u64, clock: u64, blocks: &[Vec<u8>]) -> Vec<u8> {
    let head = [vec![1], number(blocks.len() as u64), number(client), number(clock)].concat();
    [head, blocks.concat(), vec![0]].concat()
}

pub(super) fn text(at: At<'_>, letters: &str) -> Vec<u8> {
    item(4, at, &[string(letters)])
}

pub(super) fn embed(at: At<'_>, json: &str) -> Vec<u8> {
    item(5, at, &[string(json)])
}

pub(super) fn format(at: At<'_>, mark: &str, json: &str) -> Vec<u8> {
    item(6, at, &[string(mark), string(json)])
}

pub(super) fn map(at: At<'_>) -> Vec<u8> {
    item(7, at, &[vec![1]])
}

pub(super) fn element(at: At<'_>, name: &str) -> Vec<u8> {
    item(7, at, &[vec![3], string(name)])
}

pub(super) fn xml_text(at: At<'_>) -> Vec<u8> {
    item(7, at, &[vec![6]])
}

/// One value, as lib0 writes it.
pub(super) fn value(at: At<'_>, any: &[u8]) -> Vec<u8> {
    item(8, at, &[vec![1], any.to_vec()])
}

/// Something that is gone, for so many clocks.
pub(super) fn gone(len: u64) -> Vec<u8> {
    [vec![0], number(len)].concat()
}

fn item(kind: u8, at: At<'_>, content: &[Vec<u8>]) -> Vec<u8> {
    let (flags, standing) = match at {
        At::Root(name) => (0, [vec![1], string(name)].concat()),
        At::Key(name, key) => (0x20, [vec![1], string(name), string(key)].concat()),
        At::Type(client, clock) => (0, [vec![0], number(client), number(clock)].concat()),
        At::TypeKey(client, clock, key) => (0x20, [vec![0], number(client), number(clock), string(key)].concat()),
        At::After(client, clock) => (0x80, [number(client), number(clock)].concat()),
    };
    [vec![kind | flags], standing, content.concat()].concat()
}

fn string(text: &str) -> Vec<u8> {
    [number(text.len() as u64), text.as_bytes().to_vec()].concat()
}
