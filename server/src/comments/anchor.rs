//! On what a thread hangs.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::api::{NewAnchor, PassageField};
use crate::boards::Kind as BoardKind;
use crate::entity::comment_thread::Kind;
use crate::error::FieldError;

/// In characters; a longer passage is quoted up to there.
pub(super) const LONGEST_QUOTE: usize = 500;
/// As long as the longest key that a page makes, and then some.
const LONGEST_KEY: usize = 64;
/// In bytes, of a Yjs relative position. It holds two ids and a name at most.
const LONGEST_POSITION: usize = 100;

/// On what a thread is to hang, as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// A card or a role, which must stand on the board.
    Entry {
        /// Which of the two.
        kind: Kind,
        /// Its key.
        item: String,
    },
    /// A part of a rich text.
    Passage {
        /// The root it stands in.
        root: &'static str,
        start: String,
        end: String,
        /// What the page says that stands there.
        quote: String,
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
            NewAnchor::Passage { field, start, end, quote } => {
                if !is_position(&start) || !is_position(&end) {
                    return Err(refused("anchor", "invalid"));
                }
                let quote = self::quote(&quote);
                if quote.is_empty() {
                    return Err(refused("quote", "required"));
                }
                (Self::Passage { root: root(field), start, end, quote }, BoardKind::Ambition)
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

/// What stands somewhere, short enough to be kept with every thread, and fit for either database.
pub(super) fn quote(text: &str) -> String {
    text.trim().replace('\0', "\u{fffd}").chars().take(LONGEST_QUOTE).collect()
}

/// Whether it can be a position: what it says, only a page with the document knows.
fn is_position(given: &str) -> bool {
    let bytes = BASE64_STANDARD.decode(given);
    bytes.is_ok_and(|bytes| (1..=LONGEST_POSITION).contains(&bytes.len()))
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
        let kinds = [BoardKind::Ambition, BoardKind::Canvas, BoardKind::Roles];
        let on_all = |anchor: fn() -> NewAnchor| kinds.map(|board| code(anchor(), board));
        let not = "not_on_this_board";
        assert_eq!(on_all(|| passage("AQEB", "Iets")), ["fine", not, not]);
        assert_eq!(on_all(|| NewAnchor::Card { id: "a".into() }), [not, "fine", not]);
        assert_eq!(on_all(|| NewAnchor::Role { id: "a".into() }), [not, not, "fine"]);
    }

    #[test]
    fn what_is_no_position_or_key_or_quotes_nothing_is_refused() {
        let too_long = BASE64_STANDARD.encode([1; LONGEST_POSITION + 1]);
        for bad in ["", "geen base64!", &too_long] {
            assert_eq!(code(passage(bad, "Iets"), BoardKind::Ambition), "invalid", "{bad}");
        }
        assert_eq!(code(passage("AQEB", " \n"), BoardKind::Ambition), "required");
        for bad in ["", "a\0", &"a".repeat(65)] {
            assert_eq!(code(NewAnchor::Card { id: bad.into() }, BoardKind::Canvas), "unknown");
        }
    }

    #[test]
    fn a_long_passage_is_quoted_up_to_a_point() {
        assert_eq!(quote(&format!(" {}", "é".repeat(600))).chars().count(), LONGEST_QUOTE);
        assert_eq!(quote("a\0b"), "a\u{fffd}b");
    }
}
