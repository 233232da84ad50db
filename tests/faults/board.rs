//! The three boards as places where marks are left that can be found again.

use std::collections::BTreeSet;

use serde_json::Value;
use tests::{Boards, Seen, writing};
use yrs::TransactionMut;

/// How every mark starts, and nothing else.
pub(crate) const MARK: &str = "kill-";

/// A kind of board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Board {
    Ambition,
    Canvas,
    Roles,
}

impl Board {
    pub(crate) const ALL: [Self; 3] = [Self::Ambition, Self::Canvas, Self::Roles];

    pub(crate) fn id(self, boards: &Boards) -> &str {
        match self {
            Self::Ambition => &boards.ambition,
            Self::Canvas => &boards.canvas,
            Self::Roles => &boards.roles,
        }
    }

    /// Leaves a mark, which is one word.
    pub(crate) fn leave(self, transaction: &mut TransactionMut<'_>, mark: &str) {
        match self {
            Self::Ambition => writing::push_paragraph(transaction, "statement", mark),
            Self::Canvas => writing::add_card(transaction, mark, "channels", mark),
            Self::Roles => writing::add_role(transaction, mark, mark),
        }
    }

    /// The marks a peer sees.
    pub(crate) fn marks(self, seen: &Seen) -> BTreeSet<String> {
        match self {
            Self::Ambition => marks(&seen.xml("statement").replace(['<', '>'], " ")),
            Self::Canvas => keys(&seen.map("notes")),
            Self::Roles => keys(&seen.map("roles")),
        }
    }

    /// The marks in what the JSON API says the board holds.
    pub(crate) fn marks_in_content(self, content: &Value) -> BTreeSet<String> {
        match self {
            Self::Ambition => marks(content["statement"].as_str().expect("a statement")),
            Self::Canvas => ids(&content["notes"]),
            Self::Roles => ids(&content["roles"]),
        }
    }
}

/// The words of a text that are marks; the demo's own words are none.
fn marks(text: &str) -> BTreeSet<String> {
    text.split_whitespace().filter(|word| word.starts_with(MARK)).map(ToOwned::to_owned).collect()
}

fn keys(map: &Value) -> BTreeSet<String> {
    map.as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default()
}

fn ids(list: &Value) -> BTreeSet<String> {
    list.as_array().expect("a list").iter().map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
}
