//! What a document was, taken out of it so that another can be made the same.

use std::collections::BTreeMap;

use yrs::{
    Any, BranchID, GetString as _, Map as _, MapRef, Out, ReadTxn, Transact as _, XmlElementRef, XmlFragment,
    XmlOut,
};

use crate::boards::piece::{self, Piece, Runs};
use crate::realtime::{Document, RootType, Vocabulary};

/// No honest document nests deeper; what does is left out.
const DEEPEST: usize = 32;

/// Everything under the roots of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Past {
    pub(super) texts: Vec<(String, String)>,
    pub(super) maps: Vec<(String, BTreeMap<String, Value>)>,
    pub(super) rich_texts: Vec<(String, Vec<Node>)>,
}

/// Something under a key of a map.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Plain(Any),
    Text(String),
    Map(BTreeMap<String, Value>),
}

/// A node of a rich text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    /// The client and the clock with which it came into the document: it has them as long as it is there.
    pub(super) id: (u64, u32),
    /// All of it, to be put back where it is gone.
    pub(super) piece: Piece,
    /// What is in it.
    pub(super) content: NodeContent,
}

/// What is in a node.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum NodeContent {
    Text(Runs),
    Element { attributes: BTreeMap<String, Any>, children: Vec<Node> },
}

impl Past {
    /// What stands in a document.
    pub(super) fn of(document: &Document, vocabulary: &Vocabulary) -> Self {
        Self::read(&document.doc().transact(), vocabulary.roots())
    }

    /// The same of roots with these names and types.
    pub(super) fn read<'r>(transaction: &impl ReadTxn, roots: impl Iterator<Item = (&'r str, RootType)>) -> Self {
        let mut past = Self::default();
        for (root, root_type) in roots {
            let name = root.to_owned();
            match root_type {
                RootType::Text => {
                    let text = transaction.get_text(root).map(|text| text.get_string(transaction));
                    past.texts.push((name, text.unwrap_or_default()));
                }
                RootType::Map => {
                    let map = transaction.get_map(root).map(|map| entries(&map, transaction, DEEPEST));
                    past.maps.push((name, map.unwrap_or_default()));
                }
                RootType::XmlFragment => {
                    let nodes = transaction.get_xml_fragment(root).map(|text| nodes(&text, transaction, DEEPEST));
                    past.rich_texts.push((name, nodes.unwrap_or_default()));
                }
            }
        }
        past
    }
}

fn entries(map: &MapRef, transaction: &impl ReadTxn, depth: usize) -> BTreeMap<String, Value> {
    let Some(depth) = depth.checked_sub(1) else { return BTreeMap::new() };
    let value = |(key, value): (&str, Out)| {
        let value = match value {
            Out::Any(value) => Value::Plain(value),
            Out::YText(text) => Value::Text(text.get_string(transaction)),
            Out::YMap(map) => Value::Map(entries(&map, transaction, depth)),
            _ => return None,
        };
        Some((key.to_owned(), value))
    };
    map.iter(transaction).filter_map(value).collect()
}

fn nodes(parent: &impl XmlFragment, transaction: &impl ReadTxn, depth: usize) -> Vec<Node> {
    let Some(depth) = depth.checked_sub(1) else { return Vec::new() };
    let node = |child: XmlOut| {
        let content = match &child {
            XmlOut::Text(text) => NodeContent::Text(piece::runs(text, transaction)),
            XmlOut::Element(element) => element_content(element, transaction, depth),
            XmlOut::Fragment(_) => return None,
        };
        Some(Node { id: id(&child)?, piece: Piece::copy(child, transaction)?, content })
    };
    parent.children(transaction).filter_map(node).collect()
}

fn element_content(element: &XmlElementRef, transaction: &impl ReadTxn, depth: usize) -> NodeContent {
    NodeContent::Element {
        attributes: piece::attributes(element, transaction),
        children: nodes(element, transaction, depth),
    }
}

/// With what a node came into the document.
pub(super) fn id(node: &XmlOut) -> Option<(u64, u32)> {
    match AsRef::<yrs::branch::Branch>::as_ref(node).id() {
        BranchID::Nested(id) => Some((id.client.get(), id.clock)),
        BranchID::Root(_) => None,
    }
}

/// The letters of a text, however they are marked.
#[cfg(test)]
pub(super) fn letters(text: &yrs::XmlTextRef, transaction: &impl ReadTxn) -> String {
    piece::runs(text, transaction).into_iter().map(|(words, _)| words).collect()
}
