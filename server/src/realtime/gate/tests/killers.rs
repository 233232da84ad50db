//! Messages of which every block is legal and that make an unreasonable lot of work, and honest ones that do not.

use bytes::Bytes;
use yrs::{GetString as _, Text as _, Transact as _, WriteTxn as _};

use super::super::refusal::Refusal;
use super::super::samples;
use super::bytes::{At, Raw, gone, text, update, with_deletions};
use super::{JORIS, Page, SANNE};
use crate::realtime::document::{Document, Verdict};

fn blank() -> Document {
    Document::empty(samples::one_text())
}

fn offer(document: &mut Document, update: &Bytes) -> Verdict {
    let applied = document.apply(SANNE, &|_| None, std::slice::from_ref(update)).unwrap();
    applied.verdicts.into_iter().next().unwrap()
}

fn work() -> Verdict {
    Verdict::Refused(Refusal::Work)
}

fn written(document: &Document) -> String {
    let root = document.doc().get_or_insert_text("text");
    root.get_string(&document.doc().transact())
}

/// Letters that go on where the one before ended.
fn one_by_one(count: u64) -> Vec<Raw> {
    std::iter::once(text(At::Root("text"), "x"))
        .chain((1..count).map(|at| text(At::After(9, at - 1), "x")))
        .collect()
}

#[test]
fn pairs_that_would_be_merged_one_after_the_other() {
    let mut blocks = vec![text(At::Root("text"), "X")];
    for pair in 0..10_000 {
        blocks.extend([text(At::After(9, 0), "a"), text(At::After(9, 1 + 2 * pair), "b")]);
    }
    assert_eq!(offer(&mut blank(), &update(&[(9, 0, &blocks)])), work());
}

#[test]
fn a_text_in_single_letters_that_would_be_merged_into_one() {
    assert_eq!(offer(&mut blank(), &update(&[(9, 0, &one_by_one(10_000))])), work());
    assert_eq!(offer(&mut blank(), &update(&[(9, 0, &one_by_one(1_000))])), Verdict::Taken);
    let with_something_gone_between: Vec<_> = (0..10_000).flat_map(|_| [gone(1), gone(1)]).collect();
    assert_eq!(offer(&mut blank(), &update(&[(9, 0, &with_something_gone_between)])), work());
}

#[test]
fn many_items_without_a_neighbour_that_would_all_be_compared() {
    let beginning = |count| vec![text(At::Root("text"), "x"); count];
    assert_eq!(offer(&mut blank(), &update(&[(1, 0, &beginning(100_000))])), work());
    let mut document = blank();
    assert_eq!(offer(&mut document, &update(&[(1, 0, &beginning(60))])), Verdict::Taken);
    assert_eq!(offer(&mut document, &update(&[(2, 0, &beginning(100))])), work());
    let between = |count| vec![text(At::Between((1, 3), (1, 2)), "x"); count];
    assert_eq!(offer(&mut document, &update(&[(2, 0, &between(100))])), work());
}

/// Twelve thousand edits in many places, by two people, as one message.
#[test]
fn a_whole_board_of_many_edits_passes() {
    let (sanne, joris) = (Page::new(1), Page::new(2));
    let edit = |page: &Page, turn: u32| {
        page.writes(|transaction| {
            let text = transaction.get_or_insert_text("text");
            let length = text.len(transaction);
            let at = turn.wrapping_mul(2_654_435_761) % (length + 1);
            if turn % 3 == 2 && at < length {
                text.remove_range(transaction, at, 1);
            } else {
                text.insert(transaction, at, if turn.is_multiple_of(2) { "ab" } else { "c" });
            }
        })
    };
    for round in 0..6 {
        for turn in 0..1_000 {
            edit(&sanne, round * 2_000 + turn);
            edit(&joris, round * 2_000 + 1_000 + turn);
        }
        sanne.hears(&joris.everything());
        joris.hears(&sanne.everything());
    }
    let mut document = blank();
    assert_eq!(offer(&mut document, &joris.everything()), Verdict::Taken);
    let text = joris.0.get_or_insert_text("text");
    assert_eq!(written(&document), text.get_string(&joris.0.transact()));
}

#[test]
fn many_cuts_in_a_long_text_come_to_the_same_in_whatever_order_they_are_made() {
    let length = 20_000;
    let long = [text(At::Root("text"), &"abcd".repeat(length / 4))];
    let every_second: Vec<_> = (0..length as u64 / 2).map(|range| (range * 2, 1)).collect();
    let expected = "bd".repeat(length / 4);

    let mut document = blank();
    assert_eq!(offer(&mut document, &update(&[(1, 0, &long)])), Verdict::Taken);
    assert_eq!(offer(&mut document, &with_deletions(&[], &[(1, &every_second)])), Verdict::Taken);
    assert_eq!(written(&document), expected);

    let mut document = blank();
    let at_once = with_deletions(&[(1, 0, &long)], &[(1, &every_second)]);
    let applied = document.apply(SANNE, &|_| None, &[at_once]).unwrap();
    assert_eq!(written(&document), expected);
    let mut copy = blank();
    copy.apply(JORIS, &|_| None, &[applied.change.unwrap()]).unwrap();
    assert_eq!(written(&copy), expected, "what is passed on is all of it");

    let mut document = blank();
    assert_eq!(offer(&mut document, &update(&[(1, 0, &long)])), Verdict::Taken);
    let between = |at| text(At::Between((1, at), (1, at + 1)), "-");
    let insertions: Vec<_> = (0..length as u64 / 2).map(|pair| between(pair * 2)).collect();
    assert_eq!(offer(&mut document, &update(&[(2, 0, &insertions)])), Verdict::Taken);
    assert_eq!(written(&document), "a-bc-d".repeat(length / 4));
}
