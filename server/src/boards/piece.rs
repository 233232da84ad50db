//! A block of rich text outside its document: kept when it is deleted, and put back as it was.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use yrs::types::Attrs;
use yrs::types::text::YChange;
use yrs::{
    Any, Out, ReadTxn, Text as _, TransactionMut, Xml as _, XmlElementPrelim, XmlElementRef, XmlFragment, XmlOut,
    XmlTextPrelim, XmlTextRef,
};

/// No honest text nests deeper; what does is left out.
const DEEPEST: usize = 32;

/// A piece of rich text, with its marks and attributes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Piece {
    /// Words, each run with its marks.
    Text(Runs),
    /// A paragraph, a heading, a list, an item of a list, or a line break.
    Element {
        /// Which of them.
        tag: String,
        /// As the heading's level.
        attributes: BTreeMap<String, Any>,
        /// What is in it.
        children: Vec<Piece>,
    },
}

impl Piece {
    /// Takes a copy of what stands in a document.
    pub(super) fn copy(node: XmlOut, transaction: &impl ReadTxn) -> Option<Self> {
        Self::copy_within(node, transaction, DEEPEST)
    }

    fn copy_within(node: XmlOut, transaction: &impl ReadTxn, depth: usize) -> Option<Self> {
        let depth = depth.checked_sub(1)?;
        match node {
            XmlOut::Text(text) => Some(Self::Text(runs(&text, transaction))),
            XmlOut::Element(element) => Some(Self::Element {
                tag: element.tag().to_string(),
                attributes: attributes(&element, transaction),
                children: element
                    .children(transaction)
                    .filter_map(|child| Self::copy_within(child, transaction, depth))
                    .collect(),
            }),
            XmlOut::Fragment(_) => None,
        }
    }

    /// Puts it into `parent` before the child that is at `place` now; at the end when there are fewer.
    pub(super) fn insert(&self, transaction: &mut TransactionMut<'_>, parent: &impl XmlFragment, place: u32) {
        let place = place.min(parent.len(transaction));
        match self {
            Self::Text(runs) => {
                let text = parent.insert(transaction, place, XmlTextPrelim::new(""));
                for (words, marks) in runs {
                    let marks: Attrs =
                        marks.iter().map(|(mark, value)| (mark.as_str().into(), value.clone())).collect();
                    let end = text.len(transaction);
                    text.insert_with_attributes(transaction, end, words, marks);
                }
            }
            Self::Element { tag, attributes, children } => {
                let element = parent.insert(transaction, place, XmlElementPrelim::empty(tag.as_str()));
                for (name, value) in attributes {
                    element.insert_attribute(transaction, name.as_str(), value.clone());
                }
                for child in children {
                    child.insert(transaction, &element, u32::MAX);
                }
            }
        }
    }
}

/// Words of a text that are marked alike, each with its marks.
pub(super) type Runs = Vec<(String, BTreeMap<String, Any>)>;

/// The words of a text with their marks.
pub(super) fn runs(text: &XmlTextRef, transaction: &impl ReadTxn) -> Runs {
    let run = |words: &str, marks: Option<&Attrs>| {
        let marks = marks.into_iter().flatten().map(|(mark, value)| (mark.to_string(), value.clone()));
        (words.to_owned(), marks.collect())
    };
    text.diff(transaction, YChange::identity)
        .into_iter()
        .filter_map(|piece| match piece.insert {
            Out::Any(Any::String(words)) => Some(run(&words, piece.attributes.as_deref())),
            _ => None,
        })
        .collect()
}

pub(super) fn attributes(element: &XmlElementRef, transaction: &impl ReadTxn) -> BTreeMap<String, Any> {
    element
        .attributes(transaction)
        .filter_map(|(name, value)| match value {
            Out::Any(value) => Some((name.to_string(), value)),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use crate::boards::rich_text;
    use yrs::{Doc, Transact as _};

    #[test]
    fn a_block_that_was_kept_and_put_back_is_the_same_block() {
        let doc = Doc::new();
        let fragment = doc.get_or_insert_xml_fragment("statement");
        let mut transaction = doc.transact_mut();
        let list = fragment.push_back(&mut transaction, XmlElementPrelim::empty("orderedList"));
        list.insert_attribute(&mut transaction, "start", 3);
        let item = list.push_back(&mut transaction, XmlElementPrelim::empty("listItem"));
        let heading = item.push_back(&mut transaction, XmlElementPrelim::empty("heading"));
        heading.insert_attribute(&mut transaction, "level", 3);
        let text = heading.push_back(&mut transaction, XmlTextPrelim::new("samen "));
        let link = Any::from_json(r#"{"href":"https://samenspel.example/","title":null}"#).unwrap();
        let marks = Attrs::from([("link".into(), link)]);
        text.insert_with_attributes(&mut transaction, 6, "spelen", marks);
        text.insert_with_attributes(&mut transaction, 12, " wij", Attrs::new());
        let (before, block) = (rich_text::html(&fragment, &transaction), fragment.get(&transaction, 0).unwrap());

        let kept = serde_json::to_string(&Piece::copy(block, &transaction)).unwrap();
        fragment.remove_range(&mut transaction, 0, 1);
        let kept: Piece = serde_json::from_str(&kept).unwrap();
        kept.insert(&mut transaction, &fragment, 7);
        assert_eq!(rich_text::html(&fragment, &transaction), before);
        assert!(before.contains("<h3>samen <a href=\"https://samenspel.example/\""), "{before}");
        assert!(before.contains("spelen</a> wij"), "{before}");
        let again = Piece::copy(fragment.get(&transaction, 0).unwrap(), &transaction);
        assert_eq!(again, Some(kept));
    }
}
