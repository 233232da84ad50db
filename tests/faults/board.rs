//! The three boards as places where marks are left that can be found again.

use std::collections::BTreeSet;

use serde_json::Value;
use tests::{Boards, Seen, writing};
use yrs::TransactionMut;

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
            Self::Ambition => words(&seen.xml("statement").replace(['<', '>'], " ")),
            Self::Canvas => keys(&seen.map("notes")),
            Self::Roles => keys(&seen.map("roles")),
        }
    }

    /// The marks in what the JSON API says the board holds.
    pub(crate) fn marks_in_content(self, content: &Value) -> BTreeSet<String> {
        match self {
            Self::Ambition => words(content["statement"].as_str().expect("a statement")),
            Self::Canvas => ids(&content["notes"]),
            Self::Roles => ids(&content["roles"]),
        }
    }
}

/// The marks in a text. The demo's own words, and the names of its markup, are none.
fn words(text: &str) -> BTreeSet<String> {
    text.split_whitespace().filter(|word| is_mark(word)).map(ToOwned::to_owned).collect()
}

/// Marks are named `k`, the number of the kill, `w`, the number of the writer, and what tells them apart.
fn is_mark(word: &str) -> bool {
    let number = word.strip_prefix('k').and_then(|rest| rest.split_once('w')).map(|(kill, _)| kill);
    number.is_some_and(|kill| kill.parse::<usize>().is_ok())
}

fn keys(map: &Value) -> BTreeSet<String> {
    map.as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default()
}

fn ids(list: &Value) -> BTreeSet<String> {
    list.as_array().expect("a list").iter().map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
}
