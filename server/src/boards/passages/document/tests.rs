//! What is written, as the web's editor must find it.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use yrs::types::text::YChange;
use yrs::updates::decoder::Decode as _;
use yrs::{
    Doc, Out, ReadTxn, StateVector, Text as _, Transact as _, Update, WriteTxn as _, Xml as _, XmlFragment, XmlOut,
};

use super::super::{Passage, from_html, from_markdown};
use super::replace;
use crate::boards::rich_text;

/// A text and what we make of it. The web's `written_by_the_server.test.ts` opens it in the editor.
#[derive(Deserialize)]
struct Fixture {
    markdown: String,
    update: String,
}

fn fixture() -> Fixture {
    serde_json::from_str(include_str!("../editor_fixture.json")).unwrap()
}

fn written(passages: &[Passage]) -> Doc {
    let doc = Doc::with_client_id(1);
    let mut transaction = doc.transact_mut();
    let text = transaction.get_or_insert_xml_fragment("statement");
    replace(&mut transaction, &text, passages);
    drop(transaction);
    doc
}

/// The whole structure in words, whatever the order in which maps were written.
fn structure(doc: &Doc) -> String {
    let mut words = String::new();
    let transaction = doc.transact();
    for child in transaction.get_xml_fragment("statement").unwrap().children(&transaction) {
        describe(&mut words, child, &transaction, 0);
    }
    words
}

fn describe(words: &mut String, node: XmlOut, transaction: &impl ReadTxn, depth: usize) {
    let indent = " ".repeat(depth);
    match node {
        XmlOut::Element(element) => {
            let mut attributes: Vec<_> =
                element.attributes(transaction).map(|(name, value)| format!("{name}={value:?}")).collect();
            attributes.sort_unstable();
            writeln!(words, "{indent}{} {}", element.tag(), attributes.join(" ")).unwrap();
            for child in element.children(transaction) {
                describe(words, child, transaction, depth + 1);
            }
        }
        XmlOut::Text(text) => {
            for piece in text.diff(transaction, YChange::identity) {
                let Out::Any(inserted) = piece.insert else { panic!("only words") };
                let mut marks: Vec<_> = piece.attributes.iter().flat_map(|marks| marks.iter()).collect();
                marks.sort_by_key(|(name, _)| (*name).clone());
                let marks: Vec<_> = marks.iter().map(|(name, value)| format!("{name}={}", sorted(value))).collect();
                writeln!(words, "{indent}{inserted:?} {}", marks.join(" ")).unwrap();
            }
        }
        XmlOut::Fragment(_) => panic!("no fragments"),
    }
}

fn sorted(value: &yrs::Any) -> String {
    // Maps of this JSON value are sorted.
    serde_json::to_value(value).unwrap().to_string()
}

#[test]
fn the_editor_is_tested_with_what_is_written_now() {
    let fixture = fixture();
    let doc = written(&from_markdown(&fixture.markdown));
    let update = BASE64_STANDARD.encode(doc.transact().encode_state_as_update_v1(&StateVector::default()));
    let known = Doc::new();
    known.get_or_insert_xml_fragment("statement");
    if let Ok(bytes) = BASE64_STANDARD.decode(&fixture.update)
        && let Ok(update) = Update::decode_v1(&bytes)
    {
        known.transact_mut().apply_update(update).unwrap();
    }
    assert_eq!(structure(&known), structure(&doc), "put this into editor_fixture.json:\n{update}");
}

#[test]
fn what_is_written_reads_back_as_it_was() {
    let passages = from_markdown(&fixture().markdown);
    let doc = written(&passages);
    let transaction = doc.transact();
    let text = transaction.get_xml_fragment("statement").unwrap();
    assert_eq!(from_html(&rich_text::html(&text, &transaction)), passages);
}

#[test]
fn what_is_there_already_is_not_written_again() {
    let passages = from_markdown(&fixture().markdown);
    let doc = written(&passages);
    let mut transaction = doc.transact_mut();
    let text = transaction.get_or_insert_xml_fragment("statement");
    replace(&mut transaction, &text, &passages);
    transaction.commit();
    assert!(!transaction.has_changes());
    drop(transaction);
    let mut transaction = doc.transact_mut();
    replace(&mut transaction, &text, &passages[1..]);
    assert_eq!(from_html(&rich_text::html(&text, &transaction)), passages[1..]);
}
