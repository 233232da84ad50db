//! The kinds of boards: what their documents are made of.
//!
//! `vocabulary.json` beside this file says it in full, for the server, the web's editor and other clients alike; a
//! test holds this file to it.

use crate::realtime::{RootType, Roots};

/// The version of the vocabulary. A page that speaks another one is asked to reload.
pub const VOCABULARY_VERSION: u32 = 1;

/// What a board is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The shared ambition: a headline, a statement, and how it looks in ten years.
    Ambition,
    /// The business model: cards in nine blocks.
    Canvas,
    /// The roles that are needed.
    Roles,
}

impl Kind {
    /// Every kind; a partnership has a board of each from the start.
    pub const ALL: [Self; 3] = [Self::Ambition, Self::Canvas, Self::Roles];

    /// The name it has in the database, the API and the vocabulary.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ambition => "ambition",
            Self::Canvas => "canvas",
            Self::Roles => "roles",
        }
    }

    /// What a board of this kind is called until people call it otherwise.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Ambition => "Ambitie",
            Self::Canvas => "Businessmodel",
            Self::Roles => "Rollen",
        }
    }

    /// The kind with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The roots of its documents.
    pub const fn roots(self) -> Roots {
        Roots(match self {
            Self::Ambition => &[
                ("headline", RootType::Text),
                ("statement", RootType::XmlFragment),
                ("horizon", RootType::XmlFragment),
            ],
            Self::Canvas => &[("notes", RootType::Map)],
            Self::Roles => &[("roles", RootType::Map)],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn the_kinds_are_those_of_the_vocabulary() {
        let vocabulary: Value = serde_json::from_str(include_str!("vocabulary.json")).unwrap();
        assert_eq!(vocabulary["version"], VOCABULARY_VERSION);
        let kinds = vocabulary["kinds"].as_object().unwrap();
        assert_eq!(kinds.len(), Kind::ALL.len());
        for kind in Kind::ALL {
            let roots = kinds[kind.id()]["roots"].as_object().unwrap();
            assert_eq!(roots.len(), kind.roots().0.len(), "{kind:?}");
            for (name, root_type) in kind.roots().0 {
                let expected = match root_type {
                    RootType::Text => "text",
                    RootType::Map => "map",
                    RootType::XmlFragment => "rich_text",
                };
                assert_eq!(roots[*name]["type"], expected, "{kind:?} {name}");
            }
        }
    }
}
