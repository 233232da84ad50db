//! State vectors and presence made wrong by one who knows how they are built.

use fastrand::Rng;

use crate::bytes_wrong::edge;

const STATES: &[&str] = &[
    "null",
    "{}",
    "[]",
    "\"x\"",
    "1",
    "",
    "{",
    "{\"user\":{\"name\":\"Een ander\"}}",
    "{\"a\":1,\"a\":2}",
    "{\"a\":1e999}",
    "{\"a\":\"\\ud800\"}",
    " {} ",
    "{}{}",
    "tru",
];

/// Changes what somebody says they have.
pub fn state_vector(entries: &mut Vec<(u64, u64)>, rng: &mut Rng) {
    let at = rng.usize(..entries.len().max(1));
    match rng.u8(..6) {
        0 => entries.push((edge(rng), edge(rng))),
        1 => entries.extend(entries.clone()),
        2 => rng.shuffle(entries),
        3 if rng.u8(..16) == 0 => entries.extend((0..5_000).map(|client| (client, 1))),
        _ => match entries.get_mut(at) {
            Some(entry) if rng.bool() => entry.1 = edge(rng),
            Some(entry) => entry.1 = entry.1.wrapping_sub(rng.u64(..5)),
            None => entries.push((rng.u64(..), 1)),
        },
    }
}

/// Changes what somebody says about who is where.
pub fn awareness(entries: &mut Vec<(u64, u64, Vec<u8>)>, rng: &mut Rng) {
    let at = rng.usize(..entries.len());
    match rng.u8(..10) {
        0 => entries[at].0 = edge(rng),
        1 => entries[at].1 = edge(rng),
        2 => entries.extend(entries.clone()),
        3 => rng.shuffle(entries),
        4 if rng.u8(..16) == 0 => {
            let many = [10, 4_000, 5_000, 10_000][rng.usize(..4)];
            entries.extend((0..many).map(|client| (client, 1, b"{}".to_vec())));
        }
        5 => entries[at].2 = nested(rng),
        6 => entries[at].2 = vec![rng.u8(..); rng.usize(..20)],
        7 if rng.u8(..16) == 0 => {
            entries[at].2 = format!("{{\"a\":\"{}\"}}", "x".repeat(rng.usize(32_000..33_500))).into_bytes();
        }
        _ => entries[at].2 = STATES[rng.usize(..STATES.len())].as_bytes().to_vec(),
    }
}

fn nested(rng: &mut Rng) -> Vec<u8> {
    let depth = [1, 60, 62, 63, 64, 65, 127, 128, 129, 500, 15_000][rng.usize(..11)];
    if rng.bool() {
        format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth)).into_bytes()
    } else {
        format!("{}1{}", "{\"a\":".repeat(depth.min(6_000)), "}".repeat(depth.min(6_000))).into_bytes()
    }
}
