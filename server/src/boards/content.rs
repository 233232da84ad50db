//! What is written on a board, read out of its document.

use std::collections::BTreeMap;

use yrs::{Any, Doc, GetString as _, Map as _, MapRef, Out, ReadTxn, Transact as _};

use super::api::{
    AmbitionContent, CanvasContent, CommonValue, Content, ConversationContent, Note, Role, RolesContent,
    ValuesContent,
};
use super::kind::Kind;
use super::rich_text;
use crate::realtime::Document;

/// Reads a board's document, whose last row in the log is `seq`. What is not of the vocabulary is left out.
pub(super) fn read(kind: Kind, document: &Document, seq: i64) -> Content {
    match kind {
        Kind::Ambition => Content::Ambition(ambition(document.doc(), seq)),
        Kind::Canvas => {
            Content::Canvas(CanvasContent { seq, notes: entries(&document.doc().transact(), "notes", note) })
        }
        Kind::Roles => {
            Content::Roles(RolesContent { seq, roles: entries(&document.doc().transact(), "roles", role) })
        }
        Kind::Values => {
            Content::Values(ValuesContent { seq, values: entries(&document.doc().transact(), "values", value) })
        }
        Kind::Conversation => {
            let (note, note_html) = rich(&document.doc().transact(), "note");
            Content::Conversation(ConversationContent { seq, note, note_html })
        }
    }
}

pub(super) fn ambition(doc: &Doc, seq: i64) -> AmbitionContent {
    let transaction = doc.transact();
    let headline = transaction.get_text("headline").map(|text| text.get_string(&transaction)).unwrap_or_default();
    let (statement, statement_html) = rich(&transaction, "statement");
    let (horizon, horizon_html) = rich(&transaction, "horizon");
    AmbitionContent { seq, headline, statement, statement_html, horizon, horizon_html }
}

/// The rich text of a root as plain text, and as HTML.
fn rich(transaction: &impl ReadTxn, root: &str) -> (String, String) {
    transaction.get_xml_fragment(root).map_or_else(Default::default, |fragment| {
        (rich_text::plain(&fragment, transaction), rich_text::html(&fragment, transaction))
    })
}

/// The entries of the root map `name` in the order that people gave them; ties by id, as in the web.
pub(super) fn entries<T: Ordered, R: ReadTxn>(
    transaction: &R,
    name: &str,
    read: impl Fn(String, &MapRef, &R) -> Option<T>,
) -> Vec<T> {
    let Some(root) = transaction.get_map(name) else { return Vec::new() };
    let mut entries: Vec<T> = root
        .iter(transaction)
        .filter_map(
            |(id, value)| {
                if let Out::YMap(entry) = value { read(id.to_string(), &entry, transaction) } else { None }
            },
        )
        .collect();
    entries.sort_by(|a, b| a.place().cmp(&b.place()));
    entries
}

/// Something with a place among others.
pub(super) trait Ordered {
    /// What it is sorted by.
    fn place(&self) -> (&str, &str);
}

impl Ordered for Note {
    fn place(&self) -> (&str, &str) {
        (&self.order, &self.id)
    }
}

impl Ordered for Role {
    fn place(&self) -> (&str, &str) {
        (&self.order, &self.id)
    }
}

impl Ordered for CommonValue {
    fn place(&self) -> (&str, &str) {
        (&self.order, &self.id)
    }
}

/// The card under the key `id`; nothing when it is none.
pub(super) fn note(id: String, entry: &MapRef, transaction: &impl ReadTxn) -> Option<Note> {
    Some(Note {
        id,
        block: string(entry, transaction, "block")?,
        text: text(entry, transaction, "text"),
        order: string(entry, transaction, "order").unwrap_or_default(),
        partner: string(entry, transaction, "partner"),
    })
}

/// The role under the key `id`.
#[allow(clippy::unnecessary_wraps, reason = "the same shape as the other readers of an entry")]
pub(super) fn role(id: String, entry: &MapRef, transaction: &impl ReadTxn) -> Option<Role> {
    let seats = |key| entry.get(transaction, key).as_ref().and_then(integer).unwrap_or(0);
    let (one, other) = (seats("seats_min"), seats("seats_max"));
    Some(Role {
        id,
        title: text(entry, transaction, "title"),
        purpose: text(entry, transaction, "purpose"),
        // Two people may each have set one of the two; as on the page, what is shown is always a range.
        seats_min: one.min(other),
        seats_max: one.max(other),
        qualities: map(entry, transaction, "qualities", |value| integer(&value)),
        drives: map(entry, transaction, "drives", |value| {
            matches!(value, Out::Any(Any::Bool(true))).then_some(true)
        }),
        order: string(entry, transaction, "order").unwrap_or_default(),
    })
}

/// The common value under the key `id`.
#[allow(clippy::unnecessary_wraps, reason = "the same shape as the other readers of an entry")]
pub(super) fn value(id: String, entry: &MapRef, transaction: &impl ReadTxn) -> Option<CommonValue> {
    Some(CommonValue {
        id,
        name: text(entry, transaction, "name"),
        meaning: text(entry, transaction, "meaning"),
        order: string(entry, transaction, "order").unwrap_or_default(),
    })
}

fn string(entry: &MapRef, transaction: &impl ReadTxn, key: &str) -> Option<String> {
    match entry.get(transaction, key) {
        Some(Out::Any(Any::String(value))) => Some(value.to_string()),
        _ => None,
    }
}

fn text(entry: &MapRef, transaction: &impl ReadTxn, key: &str) -> String {
    match entry.get(transaction, key) {
        Some(Out::YText(text)) => text.get_string(transaction),
        _ => String::new(),
    }
}

fn integer(value: &Out) -> Option<u8> {
    match value {
        Out::Any(Any::Number(number)) => number.to_string().parse().ok(),
        _ => None,
    }
}

fn map<T>(
    entry: &MapRef,
    transaction: &impl ReadTxn,
    key: &str,
    read: impl Fn(Out) -> Option<T>,
) -> BTreeMap<String, T> {
    let Some(Out::YMap(map)) = entry.get(transaction, key) else { return BTreeMap::new() };
    map.iter(transaction).filter_map(|(id, value)| Some((id.to_string(), read(value)?))).collect()
}
