//! The kinds of boards, and what their documents are made of.
//!
//! `vocabulary.json` beside this file says it, for the server's gate, the web's editor and other clients alike.

use std::sync::LazyLock;

use crate::access::Action;
use crate::realtime::{Declaration, Vocabulary};

/// The version of the vocabulary. A page that speaks another one is asked to reload.
pub const VOCABULARY_VERSION: u32 = 1;

const DECLARATION: &str = include_str!("vocabulary.json");

/// What a board is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The shared ambition: a headline, a statement, and how it looks in ten years.
    Ambition,
    /// The business model: cards in nine blocks.
    Canvas,
    /// The roles that are needed.
    Roles,
    /// The values that the partners hold in common, and what they mean by them.
    Values,
    /// What was said about what came out of looking back.
    Conversation,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Ambition, Self::Canvas, Self::Roles, Self::Values, Self::Conversation];
    /// Of these a partnership has a board each from the start.
    pub const AT_THE_START: [Self; 4] = [Self::Ambition, Self::Canvas, Self::Roles, Self::Values];

    /// The name it has in the database, the API and the vocabulary.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ambition => "ambition",
            Self::Canvas => "canvas",
            Self::Roles => "roles",
            Self::Values => "values",
            Self::Conversation => "conversation",
        }
    }

    /// What a board of this kind is called until people call it otherwise.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Ambition => "Ambitie",
            Self::Canvas => "Businessmodel",
            Self::Roles => "Rollen",
            Self::Values => "Waarden",
            Self::Conversation => "Gesprek",
        }
    }

    /// The kind with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// What whoever reads a board of this kind has to be allowed.
    pub const fn reading(self) -> Action {
        match self {
            Self::Ambition | Self::Canvas | Self::Roles | Self::Values => Action::ReadBoards,
            Self::Conversation => Action::ReadReports,
        }
    }

    /// What its documents may be made of.
    pub fn vocabulary(self) -> &'static Vocabulary {
        static VOCABULARIES: LazyLock<[Vocabulary; 5]> = LazyLock::new(|| Kind::ALL.map(read));
        let [ambition, canvas, roles, values, conversation] = &*VOCABULARIES;
        match self {
            Self::Ambition => ambition,
            Self::Canvas => canvas,
            Self::Roles => roles,
            Self::Values => values,
            Self::Conversation => conversation,
        }
    }
}

/// The declaration is part of the program, and a test reads it. Were it broken nothing could be written: the empty
/// vocabulary allows nothing.
fn read(kind: Kind) -> Vocabulary {
    Declaration::read(DECLARATION)
        .and_then(|declaration| declaration.vocabulary(kind.id()))
        .inspect_err(|error| tracing::error!(error = error as &dyn std::error::Error, "nothing can be written"))
        .unwrap_or_default()
}

#[cfg(test)]
mod documentation;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::realtime::RootType;

    #[test]
    fn the_kinds_are_those_of_the_vocabulary() {
        let declaration = Declaration::read(DECLARATION).unwrap();
        assert_eq!(declaration.version, VOCABULARY_VERSION);
        let mut kinds = Kind::ALL.map(Kind::id);
        kinds.sort_unstable();
        assert_eq!(declaration.kinds().collect::<Vec<_>>(), kinds);
        for kind in Kind::ALL {
            declaration.vocabulary(kind.id()).unwrap();
        }
    }

    #[test]
    fn every_kind_has_its_own_roots() {
        let roots = |kind: Kind| kind.vocabulary().roots().collect::<Vec<_>>();
        let rich = RootType::XmlFragment;
        assert_eq!(roots(Kind::Ambition), [("headline", RootType::Text), ("horizon", rich), ("statement", rich)]);
        assert_eq!(roots(Kind::Canvas), [("notes", RootType::Map)]);
        assert_eq!(roots(Kind::Roles), [("roles", RootType::Map)]);
        assert_eq!(roots(Kind::Values), [("values", RootType::Map)]);
        assert_eq!(roots(Kind::Conversation), [("note", rich)]);
    }
}
