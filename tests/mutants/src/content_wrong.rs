//! Contents and names: of the vocabulary where they do not belong, and of none at all.

use fastrand::Rng;

use crate::anatomy::Content;
use crate::bytes_wrong::edge;
use crate::lib0::{put_buffer, put_number};

const ROOTS: &[&str] = &["headline", "statement", "horizon", "notes", "roles", "values", "evil", ""];
const KEYS: &[&str] = &[
    "block",
    "text",
    "order",
    "partner",
    "title",
    "purpose",
    "name",
    "meaning",
    "seats_min",
    "seats_max",
    "qualities",
    "drives",
    "level",
    "start",
    "type",
    "enthusiasm",
    "belonging",
    "__proto__",
    "",
    "a",
];
const ELEMENTS: &[&str] =
    &["paragraph", "heading", "bulletList", "orderedList", "listItem", "hardBreak", "blockquote", "script", ""];
const STRINGS: &[&str] =
    &["channels", "a0", "paragraph", "\u{0}", "x", "\u{202e}", "👩‍🌾", "https://samenspel.example"];
const JSON: &[&str] = &[
    "{}",
    "null",
    "true",
    "2",
    "\"x\"",
    "[]",
    "{",
    "{\"href\":\"https://samenspel.example\",\"target\":null,\"rel\":null,\"class\":null,\"title\":null}",
    "{\"href\":\"javascript:alert(1)\"}",
    "{\"href\":\"JAVASCRIPT:alert(1)\",\"target\":null,\"rel\":null,\"class\":null,\"title\":null}",
    "1e999",
    "\"\\ud800\"",
];
const MARKS: &[&str] = &["bold", "italic", "link", "underline", "ychange", ""];

fn one_of(rng: &mut Rng, words: &[&str]) -> Vec<u8> {
    words[rng.usize(..words.len())].as_bytes().to_vec()
}

/// The name of a root, or of none.
pub fn root(rng: &mut Rng) -> Vec<u8> {
    one_of(rng, ROOTS)
}

/// A key of the vocabulary, or of none.
pub fn key(rng: &mut Rng) -> Vec<u8> {
    match rng.u8(..16) {
        0 => "k".repeat(rng.usize(..5_000)).into_bytes(),
        1 => uuid::Uuid::from_u128(rng.u128(..)).to_string().into_bytes(),
        _ => one_of(rng, KEYS),
    }
}

/// Something that others can stand in.
pub fn container(rng: &mut Rng) -> Content {
    match rng.u8(..3) {
        0 => Content::Type(1, None),
        1 => Content::Type(3, Some(one_of(rng, ELEMENTS))),
        _ => content_type(rng),
    }
}

fn content_type(rng: &mut Rng) -> Content {
    let reference = if rng.u8(..8) == 0 { edge(rng) } else { rng.u64(..16) };
    let name = matches!(reference, 3 | 5).then(|| one_of(rng, ELEMENTS));
    Content::Type(reference, name)
}

/// Any content.
pub fn content(rng: &mut Rng) -> Content {
    match rng.u8(..18) {
        0 => Content::Deleted(edge(rng)),
        1 => Content::Json(vec![one_of(rng, JSON), one_of(rng, JSON)]),
        2 => Content::Binary(vec![0; rng.usize(..40)]),
        3..=5 => Content::String(words(rng)),
        6 => Content::Embed(json(rng)),
        7..=9 => Content::Format(one_of(rng, MARKS), json(rng)),
        10..=12 => content_type(rng),
        13 => Content::Any((0..rng.usize(..4)).map(|_| any(rng)).collect()),
        _ => Content::Any(vec![any(rng)]),
    }
}

fn words(rng: &mut Rng) -> Vec<u8> {
    match rng.u8(..10) {
        0 => vec![0xff, 0xfe],
        1 => "lang ".repeat(rng.usize(..2_000)).into_bytes(),
        2 => Vec::new(),
        _ => one_of(rng, STRINGS),
    }
}

fn json(rng: &mut Rng) -> Vec<u8> {
    if rng.u8(..8) > 0 {
        return one_of(rng, JSON);
    }
    let depth = depth(rng);
    ["[".repeat(depth), "]".repeat(depth)].concat().into_bytes()
}

/// How deep something is nested: around the limit, or far beyond.
fn depth(rng: &mut Rng) -> usize {
    [1, 2, 62, 63, 64, 65, 66, 500, 12_000][rng.usize(..9)]
}

/// One value.
fn any(rng: &mut Rng) -> Vec<u8> {
    let mut bytes = Vec::new();
    match rng.u8(..14) {
        0 => bytes.push(127),
        1 => bytes.push(126),
        2 => bytes.push(120 + rng.u8(..2)),
        3 | 4 => {
            bytes.push(125);
            bytes.push(rng.u8(..64));
        }
        5 => {
            bytes.push(123);
            bytes.extend(f64::to_be_bytes([f64::NAN, f64::INFINITY, 2.5, 3.0, 1e300][rng.usize(..5)]));
        }
        6 => {
            bytes.push(122);
            bytes.extend(rng.i64(..).to_be_bytes());
        }
        7..=9 => {
            bytes.push(119);
            put_buffer(&mut bytes, &words(rng));
        }
        10 => {
            bytes.push(116);
            put_buffer(&mut bytes, &[1, 2, 3]);
        }
        11 => {
            bytes.push(118);
            put_number(&mut bytes, 1);
            put_buffer(&mut bytes, &key(rng));
            bytes.push(126);
        }
        12 => {
            let depth = depth(rng);
            for _ in 0..depth {
                bytes.extend([117, 1]);
            }
            bytes.push(126);
        }
        _ => bytes.push(rng.u8(..)),
    }
    bytes
}
