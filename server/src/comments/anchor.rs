//! On what a thread hangs.

use super::api::{NewAnchor, PassageField};
use crate::boards::{AnchoredPassage, Kind as BoardKind};
use crate::entity::comment_thread::Kind;
use crate::error::FieldError;

/// As long as the longest key that a page makes, and then some.
const LONGEST_KEY: usize = 64;

/// On what a thread is to hang, as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// A card, a role or a common value, which must stand on the board.
    Entry {
        /// Which of the three.
        kind: Kind,
        /// Its key.
        item: String,
    },
    /// A part of a rich text.
    Passage {
        /// The root it stands in.
        root: &'static str,
        passage: AnchoredPassage,
    },
}

impl Anchor {
    /// # Errors
    /// What is wrong with it, or that there is no such thing on boards of this kind.
    pub(super) fn read(given: NewAnchor, board: BoardKind) -> Result<Self, Vec<FieldError>> {
        let refused = |field, code| vec![FieldError { field, code }];
        let (anchor, belongs_on) = match given {
            NewAnchor::Card { id } => (Self::Entry { kind: Kind::Card, item: id }, BoardKind::Canvas),
            NewAnchor::Role { id } => (Self::Entry { kind: Kind::Role, item: id }, BoardKind::Roles),
            NewAnchor::Value { id } => (Self::Entry { kind: Kind::Value, item: id }, BoardKind::Values),
            NewAnchor::Passage { field, start, end, quote } => {
                let passage = AnchoredPassage { start, end, quote }.read().map_err(|error| vec![error])?;
                (Self::Passage { root: root(field), passage }, BoardKind::Ambition)
            }
        };
        if board != belongs_on {
            return Err(refused("anchor", "not_on_this_board"));
        }
        match &anchor {
            Self::Entry { item, .. } if item.is_empty() || item.len() > LONGEST_KEY || item.contains('\0') => {
                Err(refused("anchor", "unknown"))
            }
            _ => Ok(anchor),
        }
    }

    /// The key to look for on the board.
    pub(super) fn item(&self) -> &str {
        match self {
            Self::Entry { item, .. } => item,
            Self::Passage { root, .. } => root,
        }
    }
}

/// The root of the document that a rich text is.
fn root(field: PassageField) -> &'static str {
    match field {
        PassageField::Statement => "statement",
        PassageField::Horizon => "horizon",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(start: &str, quote: &str) -> NewAnchor {
        let field = PassageField::Statement;
        NewAnchor::Passage { field, start: start.into(), end: "AQEB".into(), quote: quote.into() }
    }

    fn code(given: NewAnchor, board: BoardKind) -> &'static str {
        Anchor::read(given, board).map_or_else(|wrong| wrong[0].code, |_| "fine")
    }

    #[test]
    fn each_kind_of_thing_stands_on_its_own_kind_of_board() {
        let kinds = [BoardKind::Ambition, BoardKind::Canvas, BoardKind::Roles, BoardKind::Values];
        let on_all = |anchor: fn() -> NewAnchor| kinds.map(|board| code(anchor(), board));
        let not = "not_on_this_board";
        assert_eq!(on_all(|| passage("AQEB", "Iets")), ["fine", not, not, not]);
        assert_eq!(on_all(|| NewAnchor::Card { id: "a".into() }), [not, "fine", not, not]);
        assert_eq!(on_all(|| NewAnchor::Role { id: "a".into() }), [not, not, "fine", not]);
        assert_eq!(on_all(|| NewAnchor::Value { id: "a".into() }), [not, not, not, "fine"]);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for bad in ["", "a\0", &"a".repeat(65)] {
            assert_eq!(code(NewAnchor::Card { id: bad.into() }, BoardKind::Canvas), "unknown");
        }
    }
}
