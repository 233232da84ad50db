//! Makes a document what another one was, by as little as possible.

use std::collections::{BTreeMap, HashSet};

use yrs::types::Attrs;
use yrs::{
    Any, In, Map as _, MapPrelim, MapRef, Out, Text as _, TextPrelim, TransactionMut, WriteTxn as _, Xml as _,
    XmlElementRef, XmlFragment, XmlOut, XmlTextRef,
};

use super::past::{Node, NodeContent, Past, Value, id};
use crate::boards::edits::{rewrite, rewrite_letters, set};
use crate::boards::piece::{self, Piece, Runs};

impl Past {
    /// Makes the document of this transaction what this was.
    pub(super) fn restore(&self, transaction: &mut TransactionMut<'_>) {
        for (root, wanted) in &self.texts {
            let text = transaction.get_or_insert_text(root.as_str());
            rewrite(transaction, &text, wanted);
        }
        for (root, wanted) in &self.maps {
            let map = transaction.get_or_insert_map(root.as_str());
            restore_map(transaction, &map, wanted);
        }
        for (root, wanted) in &self.rich_texts {
            let text = transaction.get_or_insert_xml_fragment(root.as_str());
            restore_children(transaction, &text, wanted);
        }
    }
}

fn restore_map(transaction: &mut TransactionMut<'_>, map: &MapRef, wanted: &BTreeMap<String, Value>) {
    let superfluous: Vec<String> =
        map.keys(transaction).filter(|key| !wanted.contains_key(*key)).map(ToOwned::to_owned).collect();
    for key in superfluous {
        map.remove(transaction, &key);
    }
    for (key, value) in wanted {
        match (map.get(transaction, key), value) {
            (Some(Out::YText(text)), Value::Text(wanted)) => rewrite(transaction, &text, wanted),
            (Some(Out::YMap(inner)), Value::Map(wanted)) => restore_map(transaction, &inner, wanted),
            (_, Value::Plain(wanted)) => set(transaction, map, key, wanted.clone()),
            _ => drop(map.insert(transaction, key.as_str(), prelim(value))),
        }
    }
}

fn prelim(value: &Value) -> In {
    match value {
        Value::Plain(value) => In::Any(value.clone()),
        Value::Text(text) => TextPrelim::new(text.as_str()).into(),
        Value::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.as_str(), prelim(value)));
            entries.collect::<MapPrelim>().into()
        }
    }
}

/// Nodes never change places, so those that are still there stand in the order in which they stood.
fn restore_children(transaction: &mut TransactionMut<'_>, parent: &impl XmlFragment, wanted: &[Node]) {
    let known: HashSet<(u64, u32)> = wanted.iter().map(|node| node.id).collect();
    let mut place = 0;
    for node in wanted {
        match find(transaction, parent, place, node, &known) {
            Some(at) => {
                remove(transaction, parent, place, at);
                if let Some(there) = parent.get(transaction, place).filter(|there| id(there) == Some(node.id)) {
                    restore_node(transaction, &there, node);
                }
            }
            None => node.piece.insert(transaction, parent, place),
        }
        place += 1;
    }
    let end = parent.len(transaction);
    remove(transaction, parent, place, end);
}

/// Where a node is, from a place on; or else one that is the same and came there since, as when it was restored before.
fn find(
    transaction: &TransactionMut<'_>,
    parent: &impl XmlFragment,
    place: u32,
    node: &Node,
    known: &HashSet<(u64, u32)>,
) -> Option<u32> {
    let mut alike = None;
    for at in place..parent.len(transaction) {
        let there = parent.get(transaction, at)?;
        match id(&there) {
            Some(id) if id == node.id => return Some(at),
            // What follows is of the nodes after this one.
            Some(id) if known.contains(&id) => return alike,
            _ if alike.is_none() && Piece::copy(there, transaction).as_ref() == Some(&node.piece) => {
                alike = Some(at);
            }
            _ => {}
        }
    }
    alike
}

fn remove(transaction: &mut TransactionMut<'_>, parent: &impl XmlFragment, from: u32, to: u32) {
    if to > from {
        parent.remove_range(transaction, from, to - from);
    }
}

fn restore_node(transaction: &mut TransactionMut<'_>, there: &XmlOut, node: &Node) {
    match (there, &node.content) {
        (XmlOut::Text(text), NodeContent::Text(wanted)) => restore_runs(transaction, text, wanted),
        (XmlOut::Element(element), NodeContent::Element { attributes, children }) => {
            restore_attributes(transaction, element, attributes);
            restore_children(transaction, element, children);
        }
        // What came into the document as one thing is never another.
        _ => {}
    }
}

fn restore_attributes(
    transaction: &mut TransactionMut<'_>,
    element: &XmlElementRef,
    wanted: &BTreeMap<String, Any>,
) {
    let there = piece::attributes(element, transaction);
    for name in there.keys().filter(|name| !wanted.contains_key(*name)) {
        element.remove_attribute(transaction, name);
    }
    for (name, value) in wanted.iter().filter(|(name, value)| there.get(*name) != Some(*value)) {
        element.insert_attribute(transaction, name.as_str(), value.clone());
    }
}

/// First the letters, then how they are marked.
fn restore_runs(transaction: &mut TransactionMut<'_>, text: &XmlTextRef, wanted: &Runs) {
    let letters = |runs: &Runs| runs.iter().map(|(words, _)| words.as_str()).collect::<String>();
    let (before, after) = (letters(&piece::runs(text, transaction)), letters(wanted));
    rewrite_letters(transaction, text, &before, &after);
    let there = piece::runs(text, transaction);
    if there == *wanted {
        return;
    }
    let known: HashSet<&String> = there.iter().chain(wanted).flat_map(|(_, marks)| marks.keys()).collect();
    let mut at = 0;
    for (words, marks) in wanted {
        let length = u32::try_from(words.encode_utf16().count()).unwrap_or(u32::MAX);
        let mark = |name: &&String| ((**name).as_str().into(), marks.get(*name).cloned().unwrap_or(Any::Null));
        text.format(transaction, at, length, known.iter().map(mark).collect::<Attrs>());
        at += length;
    }
}
