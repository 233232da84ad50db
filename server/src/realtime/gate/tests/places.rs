//! References that do not fit together, and places that are gone or that no vocabulary knows.

use bytes::Bytes;
use yrs::{Transact as _, XmlFragment as _};

use super::super::refusal::Refusal;
use super::super::samples;
use super::bytes::{
    At, Raw, deleted, element, gone, item, kind, skipped, string, text, update, value, with_deletions,
};
use super::{Board, JORIS, SANNE};
use crate::realtime::document::{Document, Verdict};
use crate::realtime::log::Row;

/// A board on which client 9 wrote two paragraphs (text 1 at clocks 2 and 3, text 2 at 6 and 7) and a note (clock 8)
/// with its block (9).
fn written() -> Board {
    let mut board = Board::blank();
    let blocks = [
        element(At::Root("rich"), "paragraph"),
        kind(At::Type(9, 0), 6),
        text(At::Type(9, 1), "ab"),
        element(At::After(9, 0), "paragraph"),
        kind(At::Type(9, 4), 6),
        text(At::Type(9, 5), "cd"),
        kind(At::Key("notes", "n"), 1),
        value(At::TypeKey(9, 8, "block"), &[119, 4, b'l', b'e', b'f', b't']),
    ];
    // The paragraph is clock 4, after the two letters at 2 and 3.
    assert_eq!(board.offer(SANNE, &update(&[(9, 0, &blocks)])), Verdict::Taken);
    board
}

fn offer(board: &mut Board, blocks: &[Raw]) -> Verdict {
    board.offer(JORIS, &update(&[(7, 0, blocks)]))
}

#[test]
fn a_parent_that_is_no_type() {
    let verdict = offer(&mut written(), &[text(At::Type(9, 2), "x")]);
    assert_eq!(verdict, Verdict::Refused(Refusal::Parent));
}

#[test]
fn neighbours_in_different_places() {
    let torn = Verdict::Refused(Refusal::Torn);
    assert_eq!(offer(&mut written(), &[text(At::Between((9, 2), (9, 0)), "x")]), torn);
    assert_eq!(offer(&mut written(), &[text(At::Between((9, 2), (9, 9)), "x")]), torn);
    assert_eq!(offer(&mut written(), &[text(At::Between((9, 2), (9, 3)), "x")]), Verdict::Taken);
    // In another paragraph: it would be there until the next restart, and gone after it.
    assert_eq!(offer(&mut written(), &[text(At::Between((9, 2), (9, 7)), "x")]), torn);
    // Nothing comes before what was set under a key.
    assert_eq!(offer(&mut written(), &[value(At::Between((9, 9), (9, 9)), &[126])]), torn);
    let value_beside_letters = [value(At::After(9, 2), &[126])];
    assert_eq!(offer(&mut written(), &value_beside_letters), Verdict::Refused(Refusal::Place));
}

#[test]
fn the_rest_of_a_block_whose_beginning_is_known() {
    let mut board = written();
    let whole = |at| update(&[(9, 2, &[text(at, "abX")])]);
    // Clock 4 is known too; so a client that goes on from 10.
    assert_eq!(board.offer(SANNE, &whole(At::Type(9, 1))), Verdict::Taken, "all of it is known");
    let mut board = Board::blank();
    let begin = [element(At::Root("rich"), "paragraph"), kind(At::Type(9, 0), 6), kind(At::Type(9, 0), 6)];
    board.offer(SANNE, &update(&[(9, 0, &begin)]));
    assert_eq!(board.offer(SANNE, &update(&[(9, 3, &[text(At::Type(9, 1), "ab")])])), Verdict::Taken);
    // In another text than where it began, `yrs` would tie the two together.
    let elsewhere = update(&[(9, 3, &[text(At::Type(9, 2), "abc")])]);
    assert_eq!(board.offer(SANNE, &elsewhere), Verdict::Refused(Refusal::Torn));
    let beside_another = update(&[(9, 3, &[text(At::After(9, 0), "abc")])]);
    assert_eq!(board.offer(SANNE, &beside_another), Verdict::Refused(Refusal::Torn));
    let honest = update(&[(9, 3, &[text(At::Type(9, 1), "abc")])]);
    assert_eq!(board.offer(SANNE, &honest), Verdict::Taken);
    let mut board = board.reloaded();
    let honest = update(&[(9, 3, &[text(At::Type(9, 1), "abcd")])]);
    assert_eq!(board.offer(SANNE, &honest), Verdict::Taken, "also after a reload");
}

#[test]
fn the_rest_of_a_block_whose_beginning_is_gone() {
    let mut board = written();
    assert_eq!(board.offer(JORIS, &update(&[(7, 0, &[gone(2)])])), Verdict::Taken);
    let goes_on_elsewhere = update(&[(7, 0, &[text(At::Type(9, 1), "abc")])]);
    assert_eq!(board.offer(JORIS, &goes_on_elsewhere), Verdict::Refused(Refusal::Torn));
    assert_eq!(board.offer(JORIS, &update(&[(7, 0, &[gone(3)])])), Verdict::Taken);
}

#[test]
fn a_gap_that_is_known_is_none() {
    let mut board = written();
    let merged = update(&[(9, 2, &[text(At::Type(9, 1), "ab"), skipped(6), text(At::After(9, 7), "e")])]);
    assert_eq!(board.offer(SANNE, &merged), Verdict::Taken);
}

#[test]
fn writing_in_something_that_was_deleted_is_harmless_and_stays_so() {
    let mut board = written();
    assert_eq!(board.offer(JORIS, &with_deletions(&[], &[(9, &[(0, 1)])])), Verdict::Taken);
    let typed = [text(At::Between((9, 2), (9, 3)), "!"), text(At::After(7, 0), "!"), kind(At::Type(9, 0), 6)];
    assert_eq!(offer(&mut board, &typed), Verdict::Taken);
    let mut board = board.reloaded();
    let more = update(&[(7, 3, &[text(At::Type(7, 2), "?"), text(At::Between((7, 1), (9, 3)), "?")])]);
    assert_eq!(board.offer(JORIS, &more), Verdict::Taken);
    let nothing = [item(5, At::Type(9, 0), &string("{}"))];
    assert_eq!(
        board.offer(JORIS, &update(&[(7, 5, &nothing)])),
        Verdict::Refused(Refusal::Kind("embeds")),
        "what has no place has none there either"
    );
    let before = board.encoded();
    assert_eq!(board.reloaded().encoded(), before);
}

/// `yrs` would go by the one that is there, and Yjs would collect the block: it would be on the server and on no page.
#[test]
fn a_neighbour_that_is_gone_and_one_that_is_there() {
    let torn = Verdict::Refused(Refusal::Torn);
    for (left, right) in [((7, 0), (9, 2)), ((9, 2), (7, 0))] {
        let mut board = written();
        assert_eq!(offer(&mut board, &[gone(1)]), Verdict::Taken);
        let beside = update(&[(7, 1, &[text(At::Between(left, right), "x")])]);
        assert_eq!(board.offer(JORIS, &beside), torn);
        // A letter that was deleted still has its place.
        assert_eq!(board.offer(JORIS, &with_deletions(&[], &[(9, &[(2, 1)])])), Verdict::Taken);
        assert_eq!(board.offer(JORIS, &beside), torn);
        // When all of the paragraph is deleted, both are gone, and so is what honest people still write there.
        assert_eq!(board.offer(JORIS, &with_deletions(&[], &[(9, &[(0, 4)])])), Verdict::Taken);
        assert_eq!(board.offer(JORIS, &beside), Verdict::Taken);
        let before = board.encoded();
        assert_eq!(board.reloaded().encoded(), before);
    }
}

#[test]
fn what_was_deleted_before_it_was_sent_is_gone_from_the_start() {
    let mut board = written();
    let never_seen = [deleted(At::After(9, 4), 3), gone(5), text(At::Type(7, 0), "x")];
    assert_eq!(offer(&mut board, &never_seen), Verdict::Taken);
    let doc = board.document.doc();
    let rich = doc.get_or_insert_xml_fragment("rich");
    assert_eq!(rich.len(&doc.transact()), 2, "the two paragraphs");
}

#[test]
fn a_log_of_another_vocabulary_loads_and_nothing_more_is_written_in_what_it_does_not_know() {
    let foreign = update(&[(
        3,
        0,
        &[
            element(At::Root("rich"), "blockquote"),
            kind(At::Type(3, 0), 6),
            text(At::Type(3, 1), "citaat"),
            text(At::Root("elsewhere"), "x"),
            element(At::Root("rich"), "paragraph"),
        ],
    )]);
    let log = vec![Row { author: SANNE, payload: foreign }];
    let document = Document::load(samples::everything(), &log).unwrap();
    let mut board = Board { document, log };
    for block in [text(At::After(3, 7), "!"), kind(At::Type(3, 0), 6), text(At::After(3, 8), "!")] {
        assert_eq!(offer(&mut board, &[block]), Verdict::Refused(Refusal::Foreign));
    }
    assert_eq!(offer(&mut board, &[kind(At::Type(3, 9), 6)]), Verdict::Taken, "the rest is as ever");
    let delete: Bytes = with_deletions(&[], &[(3, &[(0, 1)])]);
    assert_eq!(board.offer(JORIS, &delete), Verdict::Taken);
    board.reloaded();
}
