//! Whatever was written since, a document becomes what it was.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use proptest::prelude::*;
use yrs::types::Attrs;
use yrs::{
    Any, Doc, IndexedSequence as _, Map as _, MapPrelim, OffsetKind, Options, Out, ReadTxn as _, Text as _,
    TextPrelim, Transact as _, TransactionMut, WriteTxn as _, Xml as _, XmlElementPrelim, XmlFragment as _,
    XmlFragmentRef, XmlOut, XmlTextPrelim,
};

use super::past::Past;
use crate::boards::rich_text;
use crate::realtime::RootType;

const ROOTS: [(&str, RootType); 3] =
    [("headline", RootType::Text), ("statement", RootType::XmlFragment), ("notes", RootType::Map)];

/// Something that somebody does.
#[derive(Clone, Debug)]
enum Deed {
    Headline(u8, String),
    Paragraph(u8, String),
    List(u8, String),
    Type(u8, u8, String),
    Erase(u8, u8, u8),
    Bold(u8, u8, u8),
    Level(u8),
    Remove(u8),
    Card(u8, String),
    Take(u8),
}

fn deed() -> impl Strategy<Value = Deed> {
    let words = || "[a-c é👍]{1,8}";
    prop_oneof![
        (any::<u8>(), words()).prop_map(|(at, words)| Deed::Headline(at, words)),
        (any::<u8>(), words()).prop_map(|(at, words)| Deed::Paragraph(at, words)),
        (any::<u8>(), words()).prop_map(|(at, words)| Deed::List(at, words)),
        (any::<u8>(), any::<u8>(), words()).prop_map(|(block, at, words)| Deed::Type(block, at, words)),
        (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(block, at, length)| Deed::Erase(block, at, length)),
        (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(block, at, length)| Deed::Bold(block, at, length)),
        any::<u8>().prop_map(Deed::Level),
        any::<u8>().prop_map(Deed::Remove),
        (any::<u8>(), words()).prop_map(|(key, words)| Deed::Card(key % 4, words)),
        any::<u8>().prop_map(|key| Deed::Take(key % 4)),
    ]
}

fn place(at: u8, length: u32) -> u32 {
    u32::from(at) % (length + 1)
}

fn paragraph(transaction: &mut TransactionMut<'_>, parent: &impl yrs::XmlFragment, at: u32, words: &str) {
    let element = parent.insert(transaction, at, XmlElementPrelim::empty("paragraph"));
    element.push_back(transaction, XmlTextPrelim::new(words));
}

/// The first text in a block.
fn text_in(transaction: &TransactionMut<'_>, statement: &XmlFragmentRef, block: u8) -> Option<yrs::XmlTextRef> {
    let length = statement.len(transaction).checked_sub(1)?;
    let mut node = statement.get(transaction, place(block, length))?;
    loop {
        node = match node {
            XmlOut::Text(text) => return Some(text),
            XmlOut::Element(element) => element.first_child()?,
            XmlOut::Fragment(_) => return None,
        };
    }
}

fn units(transaction: &TransactionMut<'_>, text: &yrs::XmlTextRef, at: u8, length: u8) -> Option<(u32, u32)> {
    // Whole letters only, as an editor does: a thumb is two units.
    let words: String = super::past::letters(text, transaction);
    let letters: Vec<u32> = words.chars().map(|letter| u32::try_from(letter.len_utf16()).unwrap()).collect();
    let from = usize::from(at) % (letters.len() + 1);
    let to = (from + usize::from(length) % 4).min(letters.len());
    let (start, long) = (letters[..from].iter().sum(), letters[from..to].iter().sum());
    (long > 0).then_some((start, long))
}

fn act(doc: &Doc, deed: &Deed) {
    let mut transaction = doc.transact_mut();
    let headline = transaction.get_or_insert_text("headline");
    let statement = transaction.get_or_insert_xml_fragment("statement");
    let notes = transaction.get_or_insert_map("notes");
    match deed {
        Deed::Headline(at, words) => {
            let length = headline.len(&transaction);
            if *at % 3 == 0 {
                headline.remove_range(&mut transaction, 0, length);
            }
            headline.push(&mut transaction, words);
        }
        Deed::Paragraph(at, words) => {
            let at = place(*at, statement.len(&transaction));
            paragraph(&mut transaction, &statement, at, words);
        }
        Deed::List(at, words) => {
            let at = place(*at, statement.len(&transaction));
            let list = statement.insert(&mut transaction, at, XmlElementPrelim::empty("bulletList"));
            for _ in 0..2 {
                let item = list.push_back(&mut transaction, XmlElementPrelim::empty("listItem"));
                paragraph(&mut transaction, &item, 0, words);
            }
        }
        Deed::Type(block, at, words) => {
            let Some(text) = text_in(&transaction, &statement, *block) else { return };
            let place = units(&transaction, &text, *at, 1).map_or(0, |(start, _)| start);
            text.insert(&mut transaction, place, words);
        }
        Deed::Erase(block, at, length) => {
            let Some(text) = text_in(&transaction, &statement, *block) else { return };
            let Some((start, long)) = units(&transaction, &text, *at, *length) else { return };
            text.remove_range(&mut transaction, start, long);
        }
        Deed::Bold(block, at, length) => {
            let Some(text) = text_in(&transaction, &statement, *block) else { return };
            let Some((start, long)) = units(&transaction, &text, *at, *length) else { return };
            let mark = if *at % 2 == 0 { Any::Null } else { Any::Map(std::sync::Arc::default()) };
            text.format(&mut transaction, start, long, Attrs::from([("bold".into(), mark)]));
        }
        Deed::Level(block) => {
            let Some(length) = statement.len(&transaction).checked_sub(1) else { return };
            if let Some(XmlOut::Element(element)) = statement.get(&transaction, place(*block, length)) {
                element.insert_attribute(&mut transaction, "level", i32::from(*block % 3));
            }
        }
        Deed::Remove(block) => {
            let Some(length) = statement.len(&transaction).checked_sub(1) else { return };
            statement.remove_range(&mut transaction, place(*block, length), 1);
        }
        Deed::Card(key, words) => {
            let key = key.to_string();
            if let Some(Out::YMap(card)) = notes.get(&transaction, &key) {
                let Some(Out::YText(text)) = card.get(&transaction, "text") else { return };
                text.push(&mut transaction, words);
            } else {
                let card = notes.insert(&mut transaction, key, MapPrelim::from([("order", words.as_str())]));
                card.insert(&mut transaction, "text", TextPrelim::new(words.as_str()));
            }
        }
        Deed::Take(key) => drop(notes.remove(&mut transaction, &key.to_string())),
    }
}

/// What people see of a document.
fn shown(doc: &Doc) -> (String, Past) {
    let transaction = doc.transact();
    let statement = transaction.get_xml_fragment("statement");
    let html = statement.map(|statement| rich_text::html(&statement, &transaction)).unwrap_or_default();
    let mut past = Past::read(&transaction, ROOTS.into_iter());
    past.rich_texts.clear();
    (html, past)
}

fn past(doc: &Doc) -> Past {
    Past::read(&doc.transact(), ROOTS.into_iter())
}

fn new_document() -> Doc {
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_written_since_it_becomes_what_it_was(
        before in prop::collection::vec(deed(), 0..30),
        since in prop::collection::vec(deed(), 0..30),
    ) {
        let doc = new_document();
        for deed in &before {
            act(&doc, deed);
        }
        let (was, wanted) = (past(&doc), shown(&doc));
        for deed in &since {
            act(&doc, deed);
        }
        was.restore(&mut doc.transact_mut());
        prop_assert_eq!(shown(&doc), wanted);
    }

    #[test]
    fn what_is_restored_as_it_is_changes_nothing(deeds in prop::collection::vec(deed(), 0..30)) {
        let doc = new_document();
        for deed in &deeds {
            act(&doc, deed);
        }
        let was = past(&doc);
        let mut transaction = doc.transact_mut();
        was.restore(&mut transaction);
        prop_assert!(!transaction.has_changes());
    }
}

/// Where words stand in the first block, by the letters that they are: by their places when they were pointed at.
fn pointed_at(doc: &Doc, from: u32, to: u32) -> [yrs::StickyIndex; 2] {
    let statement = doc.get_or_insert_xml_fragment("statement");
    let transaction = doc.transact_mut();
    let text = text_in(&transaction, &statement, 0).unwrap();
    [(from, yrs::Assoc::After), (to, yrs::Assoc::Before)]
        .map(|(at, assoc)| text.sticky_index(&transaction, at, assoc).unwrap())
}

#[test]
fn words_between_what_came_before_and_behind_them_stay_the_same_letters() {
    let doc = new_document();
    let statement = doc.get_or_insert_xml_fragment("statement");
    let headline = doc.get_or_insert_text("headline");
    paragraph(&mut doc.transact_mut(), &statement, 0, "Elk kind leest thuis");
    headline.push(&mut doc.transact_mut(), "Samen lezen");
    let was = past(&doc);
    let ends = pointed_at(&doc, 4, 14);
    let title = headline.sticky_index(&doc.transact(), 6, yrs::Assoc::After).unwrap();
    let text = text_in(&doc.transact_mut(), &statement, 0).unwrap();
    text.insert(&mut doc.transact_mut(), 20, ". Echt.");
    text.insert(&mut doc.transact_mut(), 0, "Nu: ");
    headline.push(&mut doc.transact_mut(), " Y");
    headline.insert(&mut doc.transact_mut(), 0, "X ");
    was.restore(&mut doc.transact_mut());
    assert_eq!(past(&doc), was);
    let places = ends.map(|end| end.get_offset(&doc.transact()).unwrap().index);
    assert_eq!(places, [4, 14], "what is said about the words stays with them");
    assert_eq!(title.get_offset(&doc.transact()).unwrap().index, 6);
}

#[test]
fn what_is_still_there_keeps_its_id_and_the_letters_around_what_changed() {
    let doc = new_document();
    let statement = doc.get_or_insert_xml_fragment("statement");
    paragraph(&mut doc.transact_mut(), &statement, 0, "Elk kind leest thuis");
    let was = past(&doc);
    let text = text_in(&doc.transact_mut(), &statement, 0).unwrap();
    text.insert(&mut doc.transact_mut(), 9, "eren lez");
    paragraph(&mut doc.transact_mut(), &statement, 0, "Nieuw");
    let end = text.sticky_index(&doc.transact(), 25, yrs::Assoc::Before);
    was.restore(&mut doc.transact_mut());
    assert_eq!(past(&doc), was, "the same nodes with the same ids");
    let found = end.unwrap().get_offset(&doc.transact()).unwrap();
    assert_eq!(found.index, 17, "what is said about a word stays with it");
}
