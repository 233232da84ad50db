//! What the gate costs: memory for what it refuses, and time for what it does not.

use std::time::{Duration, Instant};

use allocation_counter::measure;
use bytes::Bytes;
use yrs::{Text as _, WriteTxn as _};

use super::bytes::{At, Raw, element, format, gone, kind, number, string, text, update, value};
use super::{Board, JORIS, Page, SANNE, write_everything};
use crate::realtime::document::Verdict;
use crate::realtime::protocol;

/// What a transaction of `yrs` and a few small lists take, however small the message is.
const FLOOR: u64 = 16 << 10;

/// Large updates that are fine until their last block.
fn refused_late() -> Vec<(&'static str, Bytes)> {
    let evil = || text(At::Root("evil"), "x");
    let then_evil = |blocks: Vec<Raw>| update(&[(9, 0, &[blocks, vec![evil()]].concat())]);
    let paragraph = [element(At::Root("rich"), "paragraph"), kind(At::Type(9, 0), 6), text(At::Type(9, 1), "x")];
    let beside = |at: &dyn Fn(u64) -> Raw| then_evil((0..50_000).map(at).collect());
    let after_paragraph = |count: u64, block: &dyn Fn(u64) -> Raw| {
        then_evil(paragraph.iter().cloned().chain((0..count).map(block)).collect())
    };
    let strangers: Vec<_> = (0..75_000).map(|client| (200 + client, [gone(1)])).collect();
    let strangers: Vec<_> = strangers.iter().map(|(client, blocks)| (*client, 0, &blocks[..])).collect();
    let list = [vec![117], number(250_000), vec![126; 250_000]].concat();
    let json = format!("{{\"href\":[{}0]}}", "1,".repeat(125_000));
    let keys = format!("{{{}\"a\":1}}", "\"a\":null,".repeat(50_000));
    vec![
        ("letters one by one", beside(&|_| text(At::Root("text"), "x"))),
        (
            "places by turns",
            after_paragraph(50_000, &|clock| match clock % 2 {
                0 => text(At::After(9, 2), "x"),
                _ => kind(At::Type(9, 0), 6),
            }),
        ),
        ("texts beside each other", after_paragraph(50_000, &|_| kind(At::After(9, 1), 6))),
        ("clients", update(&strangers)),
        ("a list", then_evil(vec![kind(At::Key("notes", "n"), 1), value(At::TypeKey(9, 0, "block"), &list)])),
        ("a mark", after_paragraph(1, &|_| format(At::After(9, 2), "link", &json))),
        ("a mark with many attributes", after_paragraph(1, &|_| format(At::After(9, 2), "link", &keys))),
        ("a long text", update(&[(9, 0, &[text(At::Root("text"), &"x".repeat(750_000))])])),
        ("a long text with other letters", update(&[(9, 0, &[text(At::Root("text"), &"é🔨".repeat(125_000))])])),
    ]
}

#[test]
fn what_is_refused_takes_at_most_four_times_its_size() {
    for (what, update) in refused_late() {
        let mut board = Board::blank();
        let mut verdict = Verdict::Taken;
        let taken = measure(|| verdict = board.offer(SANNE, &update)).bytes_max;
        assert!(matches!(verdict, Verdict::Refused(_)), "{what}: {verdict:?}");
        let size = update.len() as u64;
        assert!(taken <= 4 * size + FLOOR, "{what}: {taken} bytes for a message of {size}");
    }
    let entry = |client| [number(client), vec![1], string("{}")].concat();
    let presences = [number(100_000), (0..100_000).flat_map(entry).collect()].concat();
    let awareness = Bytes::from([vec![1], number(presences.len() as u64), presences].concat());
    let clients = [number(1 << 20), [200, 1, 7].repeat(1 << 20), vec![1]].concat();
    let state_vector = Bytes::from([vec![0, 0], number(clients.len() as u64), clients].concat());
    for frame in [awareness, state_vector] {
        let taken = measure(|| assert!(protocol::read(&frame).is_err())).bytes_max;
        assert!(taken <= 64, "{taken}: such a message is read where it lies");
    }
}

/// `cargo test --release -p samenspel --lib cost -- --ignored --nocapture`
#[test]
#[ignore = "a measurement, for a release build"]
#[allow(clippy::print_stdout, reason = "a measurement is for reading")]
fn how_long_a_key_press_takes() {
    const KEYS: u32 = 20_000;
    let mut board = Board::blank();
    board.offer(SANNE, &Page::new(1).writes(write_everything));
    let page = Page::new(2);
    page.hears(&board.encoded());
    let typed: Vec<_> = (0..KEYS)
        .map(|key| {
            page.writes(|transaction| {
                let text = transaction.get_or_insert_text("text");
                if key % 7 == 6 {
                    text.remove_range(transaction, key / 2, 1);
                } else {
                    text.insert(transaction, key / 2, "e");
                }
            })
        })
        .collect();
    let (mut at_the_gate, mut in_all) = (Duration::ZERO, Duration::ZERO);
    for update in &typed {
        let before = Instant::now();
        assert!(board.document.passes(JORIS, update));
        at_the_gate += before.elapsed();
        let before = Instant::now();
        assert_eq!(board.offer(JORIS, update), Verdict::Taken);
        in_all += before.elapsed();
    }
    let bytes: usize = typed.iter().map(Bytes::len).sum();
    println!(
        "{KEYS} key presses of {} bytes each: {:?} at the gate, {:?} in all, so {:.1} %",
        bytes / typed.len(),
        at_the_gate / KEYS,
        in_all / KEYS,
        100.0 * at_the_gate.as_secs_f64() / in_all.as_secs_f64(),
    );
}
