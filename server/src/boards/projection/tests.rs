//! Which row deleted what, without a database.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use uuid::Uuid;
use yrs::types::xml::XmlIn;
use yrs::{
    Doc, GetString as _, Map as _, MapPrelim, OffsetKind, Options, ReadTxn as _, StateVector, Text as _,
    Transact as _, TransactionMut, WriteTxn as _, XmlElementPrelim, XmlFragment as _, XmlOut, XmlTextPrelim,
};

use super::replica::{LoggedRow, Replica};
use crate::boards::bin::{Deleted, Deletion, Standing};
use crate::boards::kind::Kind;

const ANNA: Uuid = Uuid::from_u128(1);
const BEN: Uuid = Uuid::from_u128(2);

/// A board, and what follows it.
struct Scene {
    doc: Doc,
    replica: Replica,
    deletions: Vec<Deletion>,
}

impl Scene {
    fn new(kind: Kind) -> Self {
        let doc = Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() });
        let replica = Replica::load(kind, None).unwrap();
        Self { doc, replica, deletions: Vec::new() }
    }

    /// Somebody changes something, which becomes one row.
    fn row(&mut self, author: Uuid, change: impl FnOnce(&mut TransactionMut<'_>)) {
        let mut transaction = self.doc.transact_mut();
        change(&mut transaction);
        transaction.commit();
        let payload = Bytes::from(transaction.encode_update_v1());
        drop(transaction);
        let row = LoggedRow { seq: self.replica.seq() + 1, author, at: DateTime::<Utc>::UNIX_EPOCH, payload };
        self.deletions.extend(self.replica.follow(&row).unwrap());
    }

    fn push(&mut self, root: &'static str, tag: &'static str, words: &str) {
        self.row(ANNA, |transaction| {
            let root = transaction.get_or_insert_xml_fragment(root);
            root.push_back(transaction, block(tag, words));
        });
    }

    /// The passages that were deleted, and by whom.
    fn passages(&self) -> Vec<(&str, Uuid)> {
        let passage = |deletion: &Deletion| match &deletion.what {
            Deleted::Passage(passage) => passage.text.clone(),
            what => panic!("{what:?} is no passage"),
        };
        let texts = self.deletions.iter().map(|deletion| (passage(deletion).leak() as &str, deletion.by));
        texts.collect()
    }
}

fn block(tag: &str, words: &str) -> XmlElementPrelim {
    XmlElementPrelim::new(tag, [XmlIn::from(XmlTextPrelim::new(words))])
}

/// Takes letters out of a block.
fn cut(transaction: &mut TransactionMut<'_>, root: &'static str, place: u32, from: u32, length: u32) {
    let root = transaction.get_or_insert_xml_fragment(root);
    let Some(XmlOut::Element(element)) = root.get(transaction, place) else { panic!("no block {place}") };
    let Some(XmlOut::Text(text)) = element.get(transaction, 0) else { panic!("no text in block {place}") };
    text.remove_range(transaction, from, length);
}

#[test]
fn of_two_who_delete_in_one_moment_each_is_blamed_for_their_own() {
    let mut scene = Scene::new(Kind::Canvas);
    for id in ["a", "b"] {
        scene.row(ANNA, |transaction| {
            let notes = transaction.get_or_insert_map("notes");
            notes.insert(transaction, id, MapPrelim::from([("block", "channels"), ("order", "a0")]));
        });
    }
    for (id, author) in [("b", BEN), ("a", ANNA)] {
        scene.row(author, |transaction| drop(transaction.get_or_insert_map("notes").remove(transaction, id)));
    }
    let blamed: Vec<_> =
        scene.deletions.iter().map(|deletion| (deletion.what.item(), deletion.by, deletion.seq)).collect();
    assert_eq!(blamed, [("b", BEN, 3), ("a", ANNA, 4)]);
}

#[test]
fn a_card_that_takes_the_place_of_another_under_its_key_was_not_deleted() {
    let mut scene = Scene::new(Kind::Canvas);
    for text in ["channels", "key_partners"] {
        scene.row(ANNA, |transaction| {
            let notes = transaction.get_or_insert_map("notes");
            notes.insert(transaction, "a", MapPrelim::from([("block", text), ("order", "a0")]));
        });
    }
    assert_eq!(scene.deletions, []);
}

#[test]
fn what_moves_or_changes_its_form_is_not_deleted() {
    let mut scene = Scene::new(Kind::Ambition);
    scene.push("statement", "paragraph", "Wij lezen voor.");
    scene.push("statement", "paragraph", "Ieder kind een boek.");
    scene.row(BEN, |transaction| {
        // To the horizon, as a heading.
        let [from, to] = ["statement", "horizon"].map(|root| transaction.get_or_insert_xml_fragment(root));
        from.remove_range(transaction, 1, 1);
        to.push_back(transaction, block("heading", "Ieder kind een boek."));
    });
    scene.row(BEN, |transaction| {
        // Joined: the words go to the end of another block.
        let [from, to] = ["horizon", "statement"].map(|root| transaction.get_or_insert_xml_fragment(root));
        from.remove_range(transaction, 0, 1);
        let Some(XmlOut::Element(element)) = to.get(transaction, 0) else { panic!("a paragraph") };
        let Some(XmlOut::Text(text)) = element.get(transaction, 0) else { panic!("its text") };
        text.push(transaction, " Ieder kind een boek.");
    });
    assert_eq!(scene.passages(), []);
}

#[test]
fn a_word_that_stands_elsewhere_too_does_not_hide_that_a_paragraph_is_gone() {
    let mut scene = Scene::new(Kind::Ambition);
    scene.push("statement", "paragraph", "Wij lezen voor.");
    scene.push("statement", "paragraph", "Wij lezen voor.");
    scene.row(BEN, |transaction| {
        transaction.get_or_insert_xml_fragment("statement").remove_range(transaction, 0, 1);
    });
    assert_eq!(scene.passages(), [("Wij lezen voor.", BEN)]);
    assert_eq!(scene.deletions[0].copies_left, 1);
    assert!(!Standing::of(&scene.replica.content()).has(&scene.deletions[0].what, 1));
    scene.push("horizon", "heading", "Wij lezen\u{a0}voor.");
    let standing = Standing::of(&scene.replica.content());
    assert!(standing.has(&scene.deletions[0].what, 1), "{standing:?}");
}

#[test]
fn who_deletes_letter_by_letter_is_taken_to_have_deleted_what_stood_when_they_began() {
    let mut scene = Scene::new(Kind::Ambition);
    scene.push("statement", "paragraph", "samen");
    for left in (0..5).rev() {
        scene.row(BEN, |transaction| cut(transaction, "statement", 0, left, 1));
    }
    assert_eq!(scene.passages(), [("samen", BEN)]);
    // The empty paragraph that is left is nothing to keep.
    scene.row(ANNA, |transaction| {
        transaction.get_or_insert_xml_fragment("statement").remove_range(transaction, 0, 1);
    });
    assert_eq!(scene.deletions.len(), 1);
}

#[test]
fn who_is_in_the_middle_of_deleting_when_the_tables_are_written_is_still_in_the_middle_of_it_after() {
    let mut scene = Scene::new(Kind::Ambition);
    scene.push("statement", "paragraph", "samen");
    for left in (0..5).rev() {
        scene.row(BEN, |transaction| cut(transaction, "statement", 0, left, 1));
        scene.replica.skip(&[]).unwrap();
    }
    assert_eq!(scene.passages(), [("samen", BEN)]);
}

#[test]
fn who_finishes_what_another_began_to_delete_deleted_the_rest() {
    let mut scene = Scene::new(Kind::Ambition);
    scene.push("statement", "paragraph", "samen lezen");
    scene.row(ANNA, |transaction| cut(transaction, "statement", 0, 5, 6));
    scene.row(BEN, |transaction| cut(transaction, "statement", 0, 0, 5));
    assert_eq!(scene.passages(), [("samen", BEN)]);
}

#[test]
fn typing_in_between_begins_anew() {
    let mut scene = Scene::new(Kind::Ambition);
    scene.push("statement", "paragraph", "samen lezen");
    scene.row(BEN, |transaction| cut(transaction, "statement", 0, 5, 6));
    scene.row(BEN, |transaction| {
        let root = transaction.get_or_insert_xml_fragment("statement");
        let Some(XmlOut::Element(element)) = root.get(transaction, 0) else { panic!("a paragraph") };
        let Some(XmlOut::Text(text)) = element.get(transaction, 0) else { panic!("its text") };
        text.push(transaction, " spelen");
    });
    scene.row(BEN, |transaction| cut(transaction, "statement", 0, 0, 12));
    assert_eq!(scene.passages(), [("samen spelen", BEN)]);
}

#[test]
fn a_headline_is_deleted_when_it_is_emptied_or_another_takes_its_place() {
    let mut scene = Scene::new(Kind::Ambition);
    let put = |scene: &mut Scene, author, words: &'static str| {
        scene.row(author, |transaction| {
            let text = transaction.get_or_insert_text("headline");
            let length = text.len(transaction);
            text.remove_range(transaction, 0, length);
            text.push(transaction, words);
        });
    };
    put(&mut scene, ANNA, "Samen lezen");
    put(&mut scene, BEN, "Samen leren lezen");
    assert_eq!(scene.passages(), []);
    put(&mut scene, BEN, "Iets anders");
    assert_eq!(scene.passages(), [("Samen leren lezen", BEN)]);
    put(&mut scene, ANNA, "");
    assert_eq!(scene.passages()[1..], [("Iets anders", ANNA)]);
    let headline = scene.doc.transact().get_text("headline").unwrap();
    assert_eq!(headline.get_string(&scene.doc.transact()), "");
}

#[test]
fn a_headline_that_is_deleted_letter_by_letter_is_one_deletion() {
    let mut scene = Scene::new(Kind::Ambition);
    scene.row(ANNA, |transaction| transaction.get_or_insert_text("headline").push(transaction, "Samen lezen"));
    for left in (0..11).rev() {
        scene.row(BEN, |transaction| transaction.get_or_insert_text("headline").remove_range(transaction, left, 1));
    }
    assert_eq!(scene.passages(), [("Samen lezen", BEN)]);
}

#[test]
fn a_headline_is_replaced_when_another_is_typed_onto_what_was_left_of_it() {
    let mut scene = Scene::new(Kind::Ambition);
    scene.row(ANNA, |transaction| transaction.get_or_insert_text("headline").push(transaction, "Samen lezen"));
    for left in (1..11).rev() {
        scene.row(BEN, |transaction| transaction.get_or_insert_text("headline").remove_range(transaction, left, 1));
    }
    assert_eq!(scene.passages(), []);
    for letter in ["t", "e", "r", "k"] {
        scene.row(BEN, |transaction| transaction.get_or_insert_text("headline").push(transaction, letter));
    }
    assert_eq!(scene.passages(), [("Samen lezen", BEN)]);
}

#[test]
fn rows_that_were_seen_before_are_taken_in_without_looking() {
    let mut scene = Scene::new(Kind::Ambition);
    scene.push("statement", "paragraph", "Wij lezen voor.");
    let state = scene.doc.transact().encode_state_as_update_v1(&StateVector::default());
    let row = LoggedRow { seq: 1, author: ANNA, at: DateTime::<Utc>::UNIX_EPOCH, payload: Bytes::from(state) };
    let mut replica = Replica::load(Kind::Ambition, None).unwrap();
    assert!(replica.skip(&[LoggedRow { seq: 2, ..row.clone() }]).is_err(), "row 1 is missing");
    replica.skip(&[row]).unwrap();
    assert_eq!(replica.seq(), 1);
    assert_eq!(serde_json::to_value(replica.content()).unwrap()["statement"], serde_json::json!("Wij lezen voor."));
}
