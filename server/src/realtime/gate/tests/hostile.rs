//! What is refused, and why; and that it leaves no trace.

use bytes::Bytes;

use super::super::refusal::{Name, Refusal};
use super::bytes::{
    At, Raw, deleted, element, format, gone, item, kind, number, skipped, string, text, update, value,
    with_deletions,
};
use super::{Board, Page, SANNE, write_everything};
use crate::realtime::document::Verdict;

/// Offers `update` to a board with a bit of everything on it, which must not change.
fn offered(update: &Bytes) -> Verdict {
    let mut board = Board::blank();
    assert_eq!(board.offer(SANNE, &Page::new(1).writes(write_everything)), Verdict::Taken);
    let before = board.encoded();
    let verdict = board.offer(SANNE, update);
    assert!(verdict == Verdict::Taken || board.encoded() == before, "what is not taken leaves no trace");
    verdict
}

fn refused(blocks: &[Raw]) -> Refusal {
    match offered(&update(&[(9, 0, blocks)])) {
        Verdict::Refused(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

fn name(name: &str) -> Name {
    Name::of(name)
}

const STRING_LEFT: &[u8] = &[119, 4, b'l', b'e', b'f', b't'];

/// A note under client 9, clock 0.
fn note() -> Raw {
    kind(At::Key("notes", "n"), 1)
}

/// A paragraph under client 9, clock 0, and its text, clock 1.
fn paragraph() -> [Raw; 2] {
    [element(At::Root("rich"), "paragraph"), kind(At::Type(9, 0), 6)]
}

#[test]
fn bytes_that_are_no_update() {
    let cases: &[&[u8]] = &[
        &[],
        &[0],
        &[0, 0, 0],
        &[1, 2, 3],
        &[255; 40],
        // A client without blocks, one twice, a block of nothing, nothing following where something should.
        &[1, 0, 9, 0, 0],
        &[2, 1, 9, 0, 0, 1, 1, 9, 1, 0, 1, 0],
        &[1, 1, 9, 0, 0, 0, 0],
        &[1, 1, 9, 0, 4, 1, 4],
        // Contents and types nobody knows, and flags on what has no place.
        &[1, 1, 9, 0, 11, 1, 1, b'x', 0],
        &[1, 1, 9, 0, 0x80, 1, 0],
        // Deletions: nothing, out of order, overlapping.
        &[0, 1, 1, 1, 0, 0],
        &[0, 1, 1, 2, 5, 1, 0, 1],
        &[0, 1, 1, 2, 0, 3, 2, 1],
    ];
    for bytes in cases {
        let verdict = offered(&Bytes::copy_from_slice(bytes));
        assert_eq!(verdict, Verdict::Refused(Refusal::Malformed), "{bytes:?}");
    }
}

#[test]
fn numbers_that_promise_more_than_there_is() {
    let four_hundred_million = [0x80, 0x88, 0xde, 0xbe, 0x01];
    let largest = [0xff, 0xff, 0xff, 0xff, 0x0f];
    let bombs = [
        four_hundred_million.to_vec(),
        [&[1][..], &four_hundred_million, &[9, 0]].concat(),
        [&[0][..], &four_hundred_million].concat(),
        [&[0, 1, 1][..], &four_hundred_million].concat(),
        [&[1, 1, 9, 0, 4, 1, 4, b't', b'e', b'x', b't'][..], &four_hundred_million, &[0; 9]].concat(),
        [&[1, 1, 9, 0, 8, 1, 4, b't', b'e', b'x', b't'][..], &four_hundred_million, &[0; 9]].concat(),
        // Clocks beyond what anybody counts to.
        [&[1, 1, 9][..], &largest, &[0, 1, 0]].concat(),
        [&[1, 1, 9, 0, 0][..], &largest, &[0]].concat(),
        [&[0, 1, 1, 1, 1][..], &largest].concat(),
    ];
    for bomb in bombs {
        let verdict = offered(&Bytes::from(bomb.clone()));
        assert_eq!(verdict, Verdict::Refused(Refusal::Malformed), "{bomb:?}");
    }
    let client = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10];
    let large_id = [&[1, 1][..], &client, &[0, 4, 1, 4, b't', b'e', b'x', b't', 1, b'x', 0]].concat();
    assert_eq!(offered(&Bytes::from(large_id)), Verdict::Refused(Refusal::Malformed));
}

#[test]
fn values_nested_too_deeply() {
    let nested = [[118, 1, 1, b'a'].repeat(12_000), vec![126]].concat();
    assert_eq!(refused(&[note(), value(At::TypeKey(9, 0, "block"), &nested)]), Refusal::TooDeep);
    let json = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(refused(&[item(5, At::Root("text"), &string(&json))]), Refusal::TooDeep);
    let [first, second] = paragraph();
    assert_eq!(refused(&[first, second, format(At::Type(9, 1), "link", &json)]), Refusal::TooDeep);
}

#[test]
fn elements_nested_too_deeply() {
    for depth in [100, 5_000, 20_000] {
        let mut blocks = vec![element(At::Root("rich"), "list")];
        for clock in 0..depth {
            let name = if clock % 2 == 0 { "item" } else { "list" };
            blocks.push(element(At::Type(9, clock), name));
        }
        assert_eq!(refused(&blocks), Refusal::TooDeep, "{depth}");
    }
    let mut blocks = vec![element(At::Root("rich"), "list")];
    for clock in 0..63 {
        blocks.push(element(At::Type(9, clock), if clock % 2 == 0 { "item" } else { "list" }));
    }
    assert_eq!(offered(&update(&[(9, 0, &blocks)])), Verdict::Taken, "64 is not too deep");
}

#[test]
fn roots_that_are_none_and_roots_of_another_type() {
    assert_eq!(refused(&[text(At::Root("evil"), "x")]), Refusal::Root(name("evil")));
    assert_eq!(refused(&[deleted(At::Root("evil"), 1)]), Refusal::Root(name("evil")));
    assert_eq!(refused(&[text(At::Root("rich"), "x")]), Refusal::Place);
    assert_eq!(refused(&[text(At::Root("notes"), "x")]), Refusal::Place);
    assert_eq!(refused(&[text(At::Key("text", "k"), "x")]), Refusal::Attribute(name("k")));
    assert_eq!(refused(&[value(At::Root("text"), &[126])]), Refusal::Place);
    assert_eq!(refused(&[element(At::Root("text"), "paragraph")]), Refusal::Place);
    assert_eq!(refused(&[format(At::Root("text"), "bold", "{}")]), Refusal::Mark(name("bold")));
}

#[test]
fn elements_marks_and_attributes_that_are_none() {
    assert_eq!(refused(&[element(At::Root("rich"), "blockquote")]), Refusal::Element(name("blockquote")));
    assert_eq!(refused(&[element(At::Root("rich"), "item")]), Refusal::Misplaced(name("item")));
    let [first, second] = paragraph();
    let into_paragraph = |block| [first.clone(), second.clone(), block];
    let mark = |mark, json| refused(&into_paragraph(format(At::Type(9, 1), mark, json)));
    assert_eq!(mark("underline", "{}"), Refusal::Mark(name("underline")));
    assert_eq!(mark("bold", "[]"), Refusal::MarkValue(name("bold")));
    assert_eq!(mark("bold", "{\"a\":null}"), Refusal::Attribute(name("a")));
    assert_eq!(mark("bold", "{"), Refusal::Malformed);
    assert_eq!(mark("link", r#"{"href":"javascript:alert(1)"}"#), Refusal::Address);
    assert_eq!(refused(&into_paragraph(text(At::TypeKey(9, 0, "style"), "x"))), Refusal::Attribute(name("style")));
    assert_eq!(refused(&into_paragraph(text(At::TypeKey(9, 1, "dir"), "x"))), Refusal::Attribute(name("dir")));
    let heading =
        |level| refused(&[element(At::Root("rich"), "heading"), value(At::TypeKey(9, 0, "level"), level)]);
    assert_eq!(heading(&[125, 1]), Refusal::Value(name("level")));
    assert_eq!(heading(&[119, 1, b'2']), Refusal::Value(name("level")));
    let in_list =
        [element(At::Root("rich"), "list"), element(At::Type(9, 0), "item"), element(At::Type(9, 1), "heading")];
    assert_eq!(refused(&in_list), Refusal::Misplaced(name("heading")));
    let in_break = [first.clone(), element(At::Type(9, 0), "break"), element(At::Type(9, 1), "break")];
    assert_eq!(refused(&in_break), Refusal::Place);
}

#[test]
fn keys_and_values_that_are_none() {
    let on_note = |block| refused(&[note(), block]);
    assert_eq!(on_note(value(At::TypeKey(9, 0, "color"), &[126])), Refusal::Key(name("color")));
    assert_eq!(
        on_note(value(At::TypeKey(9, 0, "block"), &[119, 3, b't', b'o', b'p'])),
        Refusal::Value(name("block"))
    );
    assert_eq!(on_note(value(At::TypeKey(9, 0, "block"), &[126])), Refusal::Value(name("block")));
    assert_eq!(on_note(value(At::TypeKey(9, 0, "seats"), &[125, 21])), Refusal::Value(name("seats")));
    assert_eq!(on_note(value(At::TypeKey(9, 0, "seats"), &[125, 0x41])), Refusal::Value(name("seats")));
    assert_eq!(on_note(value(At::TypeKey(9, 0, "text"), STRING_LEFT)), Refusal::Place);
    assert_eq!(on_note(kind(At::TypeKey(9, 0, "text"), 1)), Refusal::Place);
    assert_eq!(on_note(text(At::TypeKey(9, 0, "block"), "left")), Refusal::Value(name("block")));
    assert_eq!(on_note(value(At::Type(9, 0), STRING_LEFT)), Refusal::Place);
    assert_eq!(on_note(value(At::TypeKey(9, 0, "partner"), &[119, 1, 0])), Refusal::Value(name("partner")));
    assert_eq!(refused(&[kind(At::Key("notes", "a\0"), 1)]), Refusal::Key(name("a")));
    assert_eq!(refused(&[kind(At::Key("notes", ""), 1)]), Refusal::Key(name("")));
    let drive = [note(), kind(At::TypeKey(9, 0, "drives"), 1), value(At::TypeKey(9, 1, "care"), &[121])];
    assert_eq!(refused(&drive), Refusal::Value(name("drives")));
    assert_eq!(refused(&[value(At::Key("notes", "n"), &[126])]), Refusal::Place);
    assert_eq!(refused(&[kind(At::Key("notes", "n"), 2)]), Refusal::Place);
}

#[test]
fn what_is_far_too_long() {
    assert_eq!(refused(&[text(At::Root("text"), &"x".repeat(101))]), Refusal::TooLong);
    assert_eq!(refused(&[kind(At::Key("notes", &"n".repeat(65)), 1)]), Refusal::LongName);
    let order = [[119, 81].as_slice(), &[b'a'; 81]].concat();
    assert_eq!(refused(&[note(), value(At::TypeKey(9, 0, "order"), &order)]), Refusal::TooLong);
    let long = format!(r#"{{"title":"{}"}}"#, "x".repeat(201));
    let [first, second] = paragraph();
    assert_eq!(refused(&[first, second, format(At::Type(9, 1), "link", &long)]), Refusal::TooLong);
}

#[test]
fn contents_that_have_no_place_on_any_board() {
    assert_eq!(refused(&[item(5, At::Root("text"), &string("{}"))]), Refusal::Kind("embeds"));
    assert_eq!(refused(&[item(3, At::Root("text"), &string("abc"))]), Refusal::Kind("bytes"));
    assert_eq!(refused(&[item(2, At::Root("text"), &[1, 2, b'{', b'}'])]), Refusal::Kind("old JSON values"));
    let subdocument = [string("guid"), vec![118, 0]].concat();
    assert_eq!(refused(&[item(9, At::Root("text"), &subdocument)]), Refusal::Kind("documents in documents"));
    assert_eq!(refused(&[item(7, At::Root("rich"), &[5, 1, b'x'])]), Refusal::Kind("types of this kind"));
    assert_eq!(refused(&[item(11, At::Root("text"), &[0, 9, 0, 9, 0])]), Refusal::Malformed);
}

#[test]
fn a_message_under_too_many_client_ids() {
    let blocks = [gone(1)];
    let sections: Vec<_> = (100..1125).map(|client| (client, 0, &blocks[..])).collect();
    assert_eq!(offered(&update(&sections)), Verdict::Refused(Refusal::TooManyClients));
    assert_eq!(offered(&update(&sections[1..])), Verdict::Taken);
}

#[test]
fn what_hangs_on_something_unknown_is_no_refusal() {
    let hanging = [
        update(&[(9, 1, &[text(At::Root("text"), "x")])]),
        update(&[(9, 0, &[skipped(1), text(At::Root("text"), "x")])]),
        update(&[(9, 0, &[text(At::After(8, 0), "x")])]),
        update(&[(9, 0, &[text(At::Before(1, 100_000), "x")])]),
        update(&[(9, 0, &[text(At::Type(8, 0), "x")])]),
        // In a circle, of one and of two.
        update(&[(9, 0, &[text(At::After(9, 0), "x")])]),
        update(&[(9, 0, &[text(At::After(8, 0), "x")]), (8, 0, &[text(At::After(9, 0), "x")])]),
        with_deletions(&[], &[(8, &[(0, 1)])]),
        with_deletions(&[(9, 0, &[text(At::Root("text"), "x")])], &[(9, &[(0, 2)])]),
    ];
    for update in hanging {
        assert_eq!(offered(&update), Verdict::Hanging, "{update:?}");
    }
}

#[test]
fn clients_that_hang_on_each_other_pass_in_whatever_order_they_come() {
    let nine = [text(At::Root("text"), "a"), text(At::After(8, 0), "c"), text(At::After(8, 1), "e")];
    let eight = [text(At::After(9, 0), "b"), text(At::After(9, 1), "d"), text(At::After(9, 2), "f")];
    for sections in [[(9, 0, &nine[..]), (8, 0, &eight)], [(8, 0, &eight[..]), (9, 0, &nine)]] {
        assert_eq!(offered(&with_deletions(&sections, &[(8, &[(0, 3)])])), Verdict::Taken);
    }
}

#[test]
fn a_long_chain_of_clients_is_followed_without_recursion_and_in_time() {
    let mut sections: Vec<(u64, [Raw; 1])> = vec![(100, [text(At::Root("text"), "x")])];
    sections.extend((101..1100).map(|client| (client, [text(At::After(client - 1, 0), "x")])));
    let sections: Vec<_> = sections.iter().rev().map(|(client, blocks)| (*client, 0, &blocks[..])).collect();
    assert_eq!(offered(&update(&sections)), Verdict::Taken);
    assert_eq!(number(300), [0xac, 0x02]);
}
