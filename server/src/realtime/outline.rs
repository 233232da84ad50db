//! What is to be seen in a document, in a form in which two documents can be compared.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Map, Value, json};
use yrs::types::text::YChange;
use yrs::{Any, Array as _, Map as _, Out, ReadTxn, Text, Transact as _, Xml, XmlFragment, XmlOut};

use super::document::Document;

/// Everything to be seen in `document`; nothing when it cannot be read.
pub(super) fn outline(document: &Document) -> Option<Value> {
    let read = || {
        let transaction = document.doc().transact();
        let roots = transaction.root_refs().map(|(name, root)| (name.to_owned(), value(root, &transaction)));
        Value::Object(roots.collect())
    };
    catch_unwind(AssertUnwindSafe(read)).ok()
}

fn value(out: Out, transaction: &impl ReadTxn) -> Value {
    match out {
        Out::Any(any) => plain(&any),
        Out::YText(shared) => text(&shared, transaction),
        Out::YArray(array) => array.iter(transaction).map(|item| value(item, transaction)).collect(),
        Out::YMap(map) => Value::Object(
            map.iter(transaction).map(|(key, entry)| (key.to_owned(), value(entry, transaction))).collect(),
        ),
        Out::YXmlFragment(fragment) => children(&fragment, transaction),
        Out::YXmlElement(element) => json!({
            "element": &**element.tag(),
            "attributes": attributes(&element, transaction),
            "children": children(&element, transaction),
        }),
        Out::YXmlText(words) => {
            json!({ "attributes": attributes(&words, transaction), "words": text(&words, transaction) })
        }
        other => Value::String(other.to_string(transaction)),
    }
}

/// A text, cut only where its marks change.
fn text(text: &impl Text, transaction: &impl ReadTxn) -> Value {
    let mut pieces: Vec<(Value, Value)> = Vec::new();
    for piece in text.diff(transaction, YChange::identity) {
        let marks = piece.attributes.iter().flat_map(|marks| marks.iter());
        let marks = Value::Object(marks.map(|(name, mark)| (name.to_string(), plain(mark))).collect());
        let insert = value(piece.insert, transaction);
        match (pieces.last_mut(), insert) {
            (Some((Value::String(before), same)), Value::String(words)) if *same == marks => {
                before.push_str(&words);
            }
            (_, insert) => pieces.push((insert, marks)),
        }
    }
    pieces.into_iter().map(|(insert, marks)| json!([insert, marks])).collect()
}

fn children(parent: &impl XmlFragment, transaction: &impl ReadTxn) -> Value {
    let child = |child| match child {
        XmlOut::Element(element) => Out::YXmlElement(element),
        XmlOut::Fragment(fragment) => Out::YXmlFragment(fragment),
        XmlOut::Text(text) => Out::YXmlText(text),
    };
    parent.children(transaction).map(|found| value(child(found), transaction)).collect()
}

fn attributes(element: &impl Xml, transaction: &impl ReadTxn) -> Map<String, Value> {
    element.attributes(transaction).map(|(name, set)| (name.to_owned(), value(set, transaction))).collect()
}

fn plain(any: &Any) -> Value {
    serde_json::to_value(any).unwrap_or_else(|_| Value::String(any.to_string()))
}
