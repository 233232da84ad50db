//! What a document does with what comes in.

use super::*;
use crate::realtime::gate::samples;
use yrs::{GetString as _, Text as _};

const AUTHOR: Uuid = Uuid::from_u128(1);

fn blank() -> Document {
    Document::empty(samples::one_text())
}

fn apply(document: &mut Document, updates: &[Bytes]) -> Result<Applied, Spoiled> {
    document.apply(AUTHOR, &|_| None, updates)
}

/// The updates that somebody typing `words` sends, one for each word.
fn typed(client: u64, words: &[&str]) -> Vec<Bytes> {
    let doc = Doc::with_client_id(client);
    let text = doc.get_or_insert_text("text");
    words
        .iter()
        .map(|word| {
            let mut transaction = doc.transact_mut();
            let end = text.len(&transaction);
            text.insert(&mut transaction, end, word);
            Bytes::from(transaction.encode_update_v1())
        })
        .collect()
}

fn text(document: &Document) -> String {
    let root = document.doc.get_or_insert_text("text");
    root.get_string(&document.doc.transact())
}

#[test]
fn what_one_author_typed_becomes_one_change() {
    let mut document = blank();
    let applied = apply(&mut document, &typed(1, &["ham", "er", "en"])).unwrap();
    assert_eq!(applied.verdicts, [Verdict::Taken, Verdict::Taken, Verdict::Taken]);
    assert_eq!(text(&document), "hameren");
    let copy =
        Document::load(samples::one_text(), &[Row { author: AUTHOR, payload: applied.change.unwrap() }]).unwrap();
    assert_eq!(text(&copy), "hameren");
}

#[test]
fn an_update_that_was_there_already_changes_nothing() {
    let mut document = blank();
    let updates = typed(1, &["ham"]);
    apply(&mut document, &updates).unwrap();
    assert!(document.contains(&updates[0]));
    let again = apply(&mut document, &updates).unwrap();
    assert_eq!((again.verdicts, again.change), (vec![Verdict::Taken], None));
}

#[test]
fn what_was_deleted_is_worked_out_only_for_who_says_it_and_once_for_each_change() {
    let mut document = blank();
    let doc = Doc::with_client_id(1);
    let root = doc.get_or_insert_text("text");
    root.insert(&mut doc.transact_mut(), 0, "hamer");
    root.remove_range(&mut doc.transact_mut(), 0, 1);
    let everything = Bytes::from(doc.transact().encode_diff_v1(&StateVector::default()));
    apply(&mut document, std::slice::from_ref(&everything)).unwrap();
    assert!(document.contains(&Bytes::from_static(&[0, 0])));
    assert_eq!(document.deleted.get(), None);
    assert!(document.contains(&everything));
    assert!(document.deleted.get().is_some());
    root.remove_range(&mut doc.transact_mut(), 0, 1);
    let more = Bytes::from(doc.transact().encode_diff_v1(&StateVector::default()));
    assert!(!document.contains(&more));
    apply(&mut document, std::slice::from_ref(&more)).unwrap();
    assert!(document.contains(&more));
}

#[test]
fn an_update_without_what_came_before_it_hangs_and_leaves_no_trace() {
    let mut document = blank();
    let updates = typed(1, &["ham", "er"]);
    let applied = apply(&mut document, &updates[1..]).unwrap();
    assert_eq!((applied.verdicts, applied.change), (vec![Verdict::Hanging], None));
    apply(&mut document, &updates).unwrap();
    assert_eq!(text(&document), "hamer");
}

#[test]
fn a_reference_to_somebody_elses_missing_text_hangs_and_leaves_no_trace() {
    let first = typed(1, &["ham"]);
    let other = Doc::with_client_id(2);
    let root = other.get_or_insert_text("text");
    other.transact_mut().apply_update(Update::decode_v1(&first[0]).unwrap()).unwrap();
    let mut transaction = other.transact_mut();
    root.insert(&mut transaction, 1, "!");
    let hanging = Bytes::from(transaction.encode_update_v1());
    drop(transaction);
    let mut document = blank();
    let fine = typed(3, &["x"]).remove(0);
    let applied = apply(&mut document, &[fine, hanging.clone()]).unwrap();
    assert_eq!(applied.verdicts, [Verdict::Taken, Verdict::Hanging]);
    assert_eq!(text(&document), "x");
    let applied = apply(&mut document, &[first[0].clone(), hanging]).unwrap();
    assert_eq!(applied.verdicts, [Verdict::Taken, Verdict::Taken]);
    assert_eq!(text(&document).len(), 5);
}

#[test]
fn bytes_that_are_no_update_are_refused_beside_good_ones() {
    let mut document = blank();
    let good = typed(1, &["ham"]).remove(0);
    let applied = apply(&mut document, &[Bytes::from_static(&[1, 2, 3]), good]).unwrap();
    assert_eq!(applied.verdicts, [Verdict::Refused(Refusal::Malformed), Verdict::Taken]);
    assert_eq!(text(&document), "ham");
}

#[test]
fn a_deletion_of_something_unknown_hangs() {
    let doc = Doc::with_client_id(1);
    let root = doc.get_or_insert_text("text");
    root.insert(&mut doc.transact_mut(), 0, "ham");
    let before = doc.transact().state_vector();
    root.remove_range(&mut doc.transact_mut(), 0, 1);
    let deletion = Bytes::from(doc.transact().encode_diff_v1(&before));
    let mut document = blank();
    assert_eq!(apply(&mut document, &[deletion]).unwrap().verdicts, [Verdict::Hanging]);
}
