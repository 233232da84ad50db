//! Messages made wrong without knowing what is in them.

use fastrand::Rng;

use crate::lib0::{Reader, put_number};

/// Numbers at which something may turn over.
const EDGES: &[u64] = &[
    0,
    1,
    2,
    0x7f,
    0x80,
    0xff,
    0x3fff,
    0x4000,
    0xffff,
    400_000_000,
    0x7fff_fffe,
    0x7fff_ffff,
    0x8000_0000,
    0xffff_fffe,
    0xffff_ffff,
    0x1_0000_0000,
    (1 << 53) - 1,
    1 << 53,
    u64::MAX - 1,
    u64::MAX,
];

/// Changes `bytes` in some way; `donor` is another message, to take parts from.
pub fn change(bytes: &mut Vec<u8>, donor: &[u8], rng: &mut Rng) {
    if bytes.is_empty() {
        return bytes.push(rng.u8(..));
    }
    let at = rng.usize(..bytes.len());
    match rng.u8(..11) {
        0 => bytes[at] ^= 1 << rng.u8(..8),
        1 => bytes[at] = rng.u8(..),
        2 => bytes[at] = bytes[at].wrapping_add(1),
        3 => bytes[at] = bytes[at].wrapping_sub(1),
        4 => bytes.truncate(at),
        5 => drop(bytes.drain(at..at + rng.usize(..=(bytes.len() - at).min(16)))),
        6 => bytes.insert(at, rng.u8(..)),
        7 => repeat(bytes, at, rng),
        8 => splice(bytes, at, donor, rng),
        9 => exchange(bytes, at, rng),
        _ => inflate(bytes, at, rng),
    }
}

/// A number that is likely to be a wrong one.
pub fn edge(rng: &mut Rng) -> u64 {
    match rng.u8(..4) {
        0 => rng.u64(..64),
        _ => EDGES[rng.usize(..EDGES.len())],
    }
}

/// Writes another number where one stands, or could stand.
fn inflate(bytes: &mut Vec<u8>, at: usize, rng: &mut Rng) {
    let mut reader = Reader::new(&bytes[at..]);
    let _ = reader.number();
    let end = at + reader.position();
    let mut number = Vec::new();
    put_number(&mut number, edge(rng));
    bytes.splice(at..end, number);
}

fn repeat(bytes: &mut Vec<u8>, at: usize, rng: &mut Rng) {
    let part = bytes[at..at + rng.usize(..=(bytes.len() - at).min(64))].to_vec();
    let times = if rng.u8(..) == 0 { 500 } else { rng.usize(1..4) };
    bytes.splice(at..at, part.repeat(times));
}

fn splice(bytes: &mut Vec<u8>, at: usize, donor: &[u8], rng: &mut Rng) {
    let from = rng.usize(..=donor.len());
    let part = &donor[from..from + rng.usize(..=donor.len() - from)];
    let until = if rng.bool() { bytes.len() } else { at };
    bytes.splice(at..until, part.iter().copied());
}

/// Exchanges two neighbouring parts.
fn exchange(bytes: &mut [u8], at: usize, rng: &mut Rng) {
    let length = rng.usize(..=(bytes.len() - at) / 2);
    let (one, other) = bytes[at..].split_at_mut(length);
    one.swap_with_slice(&mut other[..length]);
}
