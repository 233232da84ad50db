//! What the web writes on the boards, in the keys of the vocabulary.

use yrs::types::xml::XmlIn;
use yrs::{
    Any, ClientID, Doc, Map as _, MapPrelim, OffsetKind, Options, Out, ReadTxn as _, Text as _, TextPrelim,
    Transact as _, TransactionMut, WriteTxn as _, Xml as _, XmlElementPrelim, XmlFragment as _, XmlOut,
    XmlTextPrelim, XmlTextRef,
};

/// An empty document, counting as JavaScript does.
pub fn new_document() -> Doc {
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() })
}

/// The same, which writes under this client id in every run.
pub fn new_document_of(client: u64) -> Doc {
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::with_client_id(ClientID::new(client)) })
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

/// Names a common value.
pub fn add_value(transaction: &mut TransactionMut<'_>, id: &str, name: &str) {
    let values = transaction.get_or_insert_map("values");
    let value = values.insert(transaction, id, MapPrelim::from([("order", "a0")]));
    value.insert(transaction, "name", TextPrelim::new(name));
    value.insert(transaction, "meaning", TextPrelim::new(""));
}

/// Deletes from a plain text.
pub fn remove(transaction: &mut TransactionMut<'_>, root: &str, place: u32, length: u32) {
    transaction.get_or_insert_text(root).remove_range(transaction, place, length);
}

/// Takes a card off the canvas.
pub fn remove_card(transaction: &mut TransactionMut<'_>, id: &str) {
    transaction.get_or_insert_map("notes").remove(transaction, id);
}

/// Takes a card, a role or a value away.
pub fn remove_entry(transaction: &mut TransactionMut<'_>, root: &str, id: &str) {
    transaction.get_or_insert_map(root).remove(transaction, id);
}

/// Adds words to the end of a card.
pub fn push_to_card(transaction: &mut TransactionMut<'_>, id: &str, words: &str) {
    let card = transaction.get_or_insert_map("notes").get(transaction, id);
    let Some(Out::YMap(card)) = card else { panic!("there is no card {id}") };
    let Some(Out::YText(text)) = card.get(transaction, "text") else { panic!("a card has a text") };
    text.push(transaction, words);
}

/// Takes a block out of a rich text.
pub fn remove_block(transaction: &mut TransactionMut<'_>, root: &str, place: u32) {
    transaction.get_or_insert_xml_fragment(root).remove_range(transaction, place, 1);
}

/// Makes a heading of a block, as an editor does: another one takes its place.
pub fn make_heading(transaction: &mut TransactionMut<'_>, root: &str, place: u32, words: &str) {
    let fragment = transaction.get_or_insert_xml_fragment(root);
    fragment.remove_range(transaction, place, 1);
    let heading = XmlElementPrelim::new("heading", [XmlIn::from(XmlTextPrelim::new(words))]);
    fragment.insert(transaction, place, heading).insert_attribute(transaction, "level", 2);
}

/// Puts other words in the place of all of a plain text.
pub fn replace(transaction: &mut TransactionMut<'_>, root: &str, words: &str) {
    let text = transaction.get_or_insert_text(root);
    let length = text.len(transaction);
    text.remove_range(transaction, 0, length);
    text.push(transaction, words);
}

/// Puts words into a paragraph of a rich text, before its letter number `place`.
pub fn insert_in_block(transaction: &mut TransactionMut<'_>, root: &str, block: u32, place: u32, words: &str) {
    text_of_block(transaction, root, block).insert(transaction, place, words);
}

/// Deletes from a paragraph of a rich text.
pub fn remove_from_block(transaction: &mut TransactionMut<'_>, root: &str, block: u32, place: u32, length: u32) {
    text_of_block(transaction, root, block).remove_range(transaction, place, length);
}

/// How many blocks a rich text has.
pub fn block_count(doc: &Doc, root: &str) -> u32 {
    let transaction = doc.transact();
    transaction.get_xml_fragment(root).map_or(0, |fragment| fragment.len(&transaction))
}

fn text_of_block(transaction: &mut TransactionMut<'_>, root: &str, block: u32) -> XmlTextRef {
    let paragraph = transaction.get_or_insert_xml_fragment(root).get(transaction, block);
    let text = paragraph.and_then(XmlOut::into_xml_element).and_then(|paragraph| paragraph.get(transaction, 0));
    let Some(XmlOut::Text(text)) = text else { panic!("a paragraph has a text") };
    text
}
