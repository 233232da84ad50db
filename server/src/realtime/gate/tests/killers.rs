//! Messages of which every block is legal and that make an unreasonable lot of work.

use std::time::Instant;

use bytes::Bytes;
use uuid::Uuid;

use super::bytes::{At, Raw, text, update, with_deletions};
use crate::realtime::document::{Document, Verdict};
use crate::realtime::gate::samples;

const EVE: Uuid = Uuid::from_u128(6);

fn offer(document: &mut Document, update: &Bytes) -> Verdict {
    let start = Instant::now();
    let applied = document.apply(EVE, &|_| None, std::slice::from_ref(update)).unwrap();
    println!("{} bytes: {:?} {:?}", update.len(), applied.verdicts[0], start.elapsed());
    applied.verdicts.into_iter().next().unwrap()
}

fn at_the_start(count: usize) -> Vec<Raw> {
    vec![text(At::Root("text"), "x"); count]
}

/// Some letters, and then pairs that whoever applies them merges one after the other.
fn pairs(count: u64) -> Bytes {
    let mut blocks = vec![text(At::Root("text"), "X")];
    for pair in 0..count {
        blocks.extend([text(At::After(9, 0), "a"), text(At::After(9, 1 + 2 * pair), "b")]);
    }
    update(&[(9, 0, &blocks)])
}

fn chain(count: u64) -> Bytes {
    let first = text(At::Root("text"), "x");
    let blocks: Vec<_> = std::iter::once(first).chain((0..count).map(|clock| text(At::After(9, clock), "x"))).collect();
    update(&[(9, 0, &blocks)])
}

#[test]
fn a_pairs() {
    for n in [10_000, 50_000] {
        offer(&mut Document::empty(samples::one_text()), &pairs(n));
    }
}

#[test]
fn d_chain() {
    for n in [10_000, 50_000, 200_000] {
        offer(&mut Document::empty(samples::one_text()), &chain(n));
    }
}

#[test]
fn b_scan() {
    let mut document = Document::empty(samples::one_text());
    offer(&mut document, &update(&[(1, 0, &at_the_start(100_000))]));
    for n in [10, 100] {
        offer(&mut document, &update(&[(2 + n, 0, &at_the_start(n as usize))]));
    }
}

#[test]
fn c_tombstones() {
    for n in [50_000u64, 100_000, 400_000] {
        let mut document = Document::empty(samples::one_text());
        offer(&mut document, &update(&[(1, 0, &[text(At::Root("text"), &"x".repeat(n as usize))])]));
        let ranges: Vec<_> = (0..n / 2).map(|range| (range * 2, 1)).collect();
        offer(&mut document, &with_deletions(&[], &[(1, &ranges)]));
    }
}

#[test]
fn e_cuts() {
    for n in [100_000u64, 400_000] {
        let mut document = Document::empty(samples::one_text());
        offer(&mut document, &update(&[(1, 0, &[text(At::Root("text"), &"x".repeat(n as usize))])]));
        let blocks: Vec<_> = (0..n / 2).map(|at| text(At::Between((1, at * 2), (1, at * 2 + 1)), "y")).collect();
        offer(&mut document, &update(&[(2, 0, &blocks)]));
    }
}

#[test]
fn f_at_once() {
    let n = 400_000u64;
    let mut document = Document::empty(samples::one_text());
    let ranges: Vec<_> = (0..n / 2).map(|range| (range * 2, 1)).collect();
    let blocks = [text(At::Root("text"), &"x".repeat(n as usize))];
    offer(&mut document, &with_deletions(&[(1, 0, &blocks)], &[(1, &ranges)]));
}
