//! How the demo writes on a board.

use std::sync::Arc;

use yrs::types::Attrs;
use yrs::{
    Any, Doc, OffsetKind, Options, ReadTxn as _, StateVector, Text as _, Transact as _, TransactionMut, Xml as _,
    XmlElementPrelim, XmlFragment, XmlTextPrelim,
};

use crate::ids;

/// A document nobody has written in. What is written in it is written under a client id of its own.
pub(super) fn blank() -> Doc {
    // 32 bits, as in every Yjs client.
    let client_id = u64::from(u32::from_le_bytes(ids::secret()));
    let client_id = yrs::ClientID::new(client_id);
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::with_client_id(client_id) })
}

/// Everything written in `document`, as one update.
pub(super) fn update(document: &Doc) -> Vec<u8> {
    document.transact().encode_state_as_update_v1(&StateVector::default())
}

/// The `place`th key of a list, from 0, as `fractional-indexing` makes them at a list's end.
pub(super) fn order_key(place: usize) -> String {
    const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    format!("a{}", char::from(DIGITS[place % DIGITS.len()]))
}

/// A piece of rich text.
pub(super) enum Passage {
    Paragraph(&'static [Words]),
    Heading(&'static str),
    Bullets(&'static [&'static str]),
}

/// Words in a paragraph.
pub(super) enum Words {
    Plain(&'static str),
    Bold(&'static str),
}

/// Writes `passages` at the end of a rich text.
pub(super) fn write_passages(transaction: &mut TransactionMut<'_>, text: &impl XmlFragment, passages: &[Passage]) {
    for passage in passages {
        match passage {
            Passage::Paragraph(words) => write_paragraph(transaction, text, words),
            Passage::Heading(words) => {
                let heading = text.push_back(transaction, XmlElementPrelim::empty("heading"));
                heading.insert_attribute(transaction, "level", Any::from(2_i32));
                heading.push_back(transaction, XmlTextPrelim::new(*words));
            }
            Passage::Bullets(items) => {
                let list = text.push_back(transaction, XmlElementPrelim::empty("bulletList"));
                for words in *items {
                    let item = list.push_back(transaction, XmlElementPrelim::empty("listItem"));
                    write_paragraph(transaction, &item, &[Words::Plain(words)]);
                }
            }
        }
    }
}

fn write_paragraph(transaction: &mut TransactionMut<'_>, parent: &impl XmlFragment, words: &[Words]) {
    let paragraph = parent.push_back(transaction, XmlElementPrelim::empty("paragraph"));
    let text = paragraph.push_back(transaction, XmlTextPrelim::new(""));
    for words in words {
        let end = text.len(transaction);
        let (words, marks) = match words {
            Words::Plain(words) => (words, Attrs::new()),
            Words::Bold(words) => (words, Attrs::from([("bold".into(), Any::Map(Arc::default()))])),
        };
        text.insert_with_attributes(transaction, end, words, marks);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sort_in_the_order_of_their_places() {
        let keys: Vec<String> = (0..62).map(order_key).collect();
        assert_eq!(keys[..3], ["a0", "a1", "a2"]);
        assert!(keys.is_sorted());
    }
}
