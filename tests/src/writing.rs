//! What the web writes on the three boards, in the keys of the vocabulary.

use yrs::types::xml::XmlIn;
use yrs::{
    Any, Doc, Map as _, MapPrelim, OffsetKind, Options, Text as _, TextPrelim, TransactionMut, WriteTxn as _,
    XmlElementPrelim, XmlFragment as _, XmlTextPrelim,
};

/// An empty document, counting as JavaScript does.
pub fn new_document() -> Doc {
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() })
}

/// Adds words to the end of a plain text.
pub fn push(transaction: &mut TransactionMut<'_>, root: &str, words: &str) {
    transaction.get_or_insert_text(root).push(transaction, words);
}

/// Adds a paragraph to the end of a rich text.
pub fn push_paragraph(transaction: &mut TransactionMut<'_>, root: &str, words: &str) {
    let paragraph = XmlElementPrelim::new("paragraph", [XmlIn::from(XmlTextPrelim::new(words))]);
    transaction.get_or_insert_xml_fragment(root).push_back(transaction, paragraph);
}

/// Lays a card on the canvas.
pub fn add_card(transaction: &mut TransactionMut<'_>, id: &str, block: &str, words: &str) {
    let notes = transaction.get_or_insert_map("notes");
    let note = notes.insert(transaction, id, MapPrelim::from([("block", block), ("order", "a0")]));
    note.insert(transaction, "partner", Any::Null);
    note.insert(transaction, "text", TextPrelim::new(words));
}

/// Describes a role.
pub fn add_role(transaction: &mut TransactionMut<'_>, id: &str, title: &str) {
    let roles = transaction.get_or_insert_map("roles");
    let role = roles.insert(transaction, id, MapPrelim::from([("order", "a0")]));
    role.insert(transaction, "title", TextPrelim::new(title));
    role.insert(transaction, "purpose", TextPrelim::new(""));
    role.insert(transaction, "seats_min", 1);
    role.insert(transaction, "seats_max", 2);
    role.insert(transaction, "qualities", MapPrelim::default());
    role.insert(transaction, "drives", MapPrelim::default());
}

/// Deletes from a plain text.
pub fn remove(transaction: &mut TransactionMut<'_>, root: &str, place: u32, length: u32) {
    transaction.get_or_insert_text(root).remove_range(transaction, place, length);
}

/// Takes a card off the canvas.
pub fn remove_card(transaction: &mut TransactionMut<'_>, id: &str) {
    transaction.get_or_insert_map("notes").remove(transaction, id);
}
