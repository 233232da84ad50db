//! What has become different on a board since its tables were written.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::boards::api::{AmbitionContent, CommonValue, Note, Role};

/// The longest key of an entry, and the longest name in one, that a table holds. Honest ones are UUIDs.
const LONGEST_NAME: usize = 64;

/// What has become of one entry.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Difference<T> {
    Added(T),
    Changed(T, Vec<&'static str>),
    Removed(String),
}

/// A card, a role or a value.
pub(super) trait Entry {
    /// What it is called in the types of events.
    const NOUN: &'static str;

    fn id(&self) -> &str;

    /// The names of the fields in which the two differ.
    fn differs_from(&self, other: &Self) -> Vec<&'static str>;
}

impl Entry for Note {
    const NOUN: &'static str = "card";

    fn id(&self) -> &str {
        &self.id
    }

    fn differs_from(&self, other: &Self) -> Vec<&'static str> {
        named([
            ("block", self.block != other.block),
            ("text", self.text != other.text),
            ("order", self.order != other.order),
            ("partner", self.partner != other.partner),
        ])
    }
}

impl Entry for Role {
    const NOUN: &'static str = "role";

    fn id(&self) -> &str {
        &self.id
    }

    fn differs_from(&self, other: &Self) -> Vec<&'static str> {
        named([
            ("title", self.title != other.title),
            ("purpose", self.purpose != other.purpose),
            ("seats_min", self.seats_min != other.seats_min),
            ("seats_max", self.seats_max != other.seats_max),
            ("qualities", self.qualities != other.qualities),
            ("drives", self.drives != other.drives),
            ("order", self.order != other.order),
        ])
    }
}

impl Entry for CommonValue {
    const NOUN: &'static str = "value";

    fn id(&self) -> &str {
        &self.id
    }

    fn differs_from(&self, other: &Self) -> Vec<&'static str> {
        named([
            ("name", self.name != other.name),
            ("meaning", self.meaning != other.meaning),
            ("order", self.order != other.order),
        ])
    }
}

/// The names of the parts in which two ambitions differ.
pub(super) fn of_ambition(was: &AmbitionContent, is: &AmbitionContent) -> Vec<&'static str> {
    named([
        ("headline", was.headline != is.headline),
        ("statement", was.statement != is.statement),
        ("horizon", was.horizon != is.horizon),
    ])
}

fn named<const N: usize>(fields: [(&'static str, bool); N]) -> Vec<&'static str> {
    fields.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

/// What made `was` into `is`.
pub(super) fn between<T: Entry>(was: Vec<T>, is: Vec<T>) -> Vec<Difference<T>> {
    let mut was: BTreeMap<String, T> = was.into_iter().map(|entry| (entry.id().to_owned(), entry)).collect();
    let mut differences = Vec::new();
    for entry in is {
        match was.remove(entry.id()) {
            None => differences.push(Difference::Added(entry)),
            Some(before) => {
                let fields = entry.differs_from(&before);
                if !fields.is_empty() {
                    differences.push(Difference::Changed(entry, fields));
                }
            }
        }
    }
    differences.extend(was.into_keys().map(Difference::Removed));
    differences
}

impl<T: Entry> Difference<T> {
    /// The type and the data of the event that tells of it.
    pub(super) fn event(&self, board: Uuid, seq: i64) -> (String, Value) {
        let (verb, id) = match self {
            Self::Added(entry) => ("added", entry.id()),
            Self::Changed(entry, _) => ("changed", entry.id()),
            Self::Removed(id) => ("removed", id.as_str()),
        };
        let mut data = json!({ "board": board, "seq": seq, T::NOUN: id });
        if let Self::Changed(_, fields) = self {
            data["fields"] = json!(fields);
        }
        (format!("{}.{verb}", T::NOUN), data)
    }
}

/// Those cards that a table can hold, in letters that it can hold.
pub(super) fn storable_notes(notes: Vec<Note>) -> Vec<Note> {
    let fits = notes
        .into_iter()
        .filter(|note| is_name(&note.id) && is_name(&note.block) && note.partner.as_deref().is_none_or(is_name));
    fits.map(|note| Note { text: storable(note.text), order: storable(note.order), ..note }).collect()
}

/// Those roles that a table can hold, in letters that it can hold.
pub(super) fn storable_roles(roles: Vec<Role>) -> Vec<Role> {
    let fits = roles.into_iter().filter(|role| is_name(&role.id));
    let storable = |role: Role| Role {
        title: storable(role.title),
        purpose: storable(role.purpose),
        order: storable(role.order),
        ..role
    };
    fits.map(storable).collect()
}

/// Those values that a table can hold, in letters that it can hold.
pub(super) fn storable_values(values: Vec<CommonValue>) -> Vec<CommonValue> {
    let fits = values.into_iter().filter(|value| is_name(&value.id));
    let storable = |value: CommonValue| CommonValue {
        name: storable(value.name),
        meaning: storable(value.meaning),
        order: storable(value.order),
        ..value
    };
    fits.map(storable).collect()
}

/// Whether a table can hold it as a name.
pub(super) fn is_name(name: &str) -> bool {
    name.chars().count() <= LONGEST_NAME && !name.contains('\0')
}

/// PostgreSQL keeps every character but this one.
pub(super) fn storable(text: String) -> String {
    if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(id: &str, text: &str) -> Note {
        Note { id: id.into(), block: "channels".into(), text: text.into(), order: "a0".into(), partner: None }
    }

    #[test]
    fn what_is_the_same_is_no_difference_and_everything_else_is_named() {
        let was = vec![note("a", "een"), note("b", "twee"), note("c", "drie")];
        let is = vec![note("a", "een"), Note { block: "key_partners".into(), ..note("b", "2") }, note("d", "vier")];
        let differences = between(was, is);
        let told: Vec<_> = differences.iter().map(|difference| difference.event(Uuid::nil(), 7)).collect();
        assert_eq!(told[0].0, "card.changed");
        assert_eq!(told[0].1, json!({ "board": Uuid::nil(), "seq": 7, "card": "b", "fields": ["block", "text"] }));
        assert_eq!(told[1], ("card.added".into(), json!({ "board": Uuid::nil(), "seq": 7, "card": "d" })));
        assert_eq!(told[2], ("card.removed".into(), json!({ "board": Uuid::nil(), "seq": 7, "card": "c" })));
        assert_eq!(told.len(), 3);
    }

    #[test]
    fn what_no_table_can_hold_is_left_out_and_costs_nobody_else_their_row() {
        let endless = note(&"x".repeat(65), "");
        let notes = storable_notes(vec![endless, note("a", "nul\0"), note("b\0", "")]);
        assert_eq!(notes, [note("a", "nul\u{fffd}")]);
    }
}
