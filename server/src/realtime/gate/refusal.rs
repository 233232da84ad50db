//! Why an update is refused, in words that its sender can be told.

use std::fmt;

use super::reader::Malformed;

/// How much of a name is repeated to whoever sent it.
const LONGEST_NAME: usize = 40;

/// What is wrong with an update. Each is at most 120 bytes long, and repeats nothing longer than a name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("this is not an update")]
    Malformed,
    #[error("nested too deeply")]
    TooDeep,
    #[error("too many client ids in one message")]
    TooManyClients,
    #[error("{0} have no place on a board")]
    Kind(&'static str),
    #[error("unknown root {0}")]
    Root(Name),
    #[error("unknown key {0}")]
    Key(Name),
    #[error("unknown element {0}")]
    Element(Name),
    #[error("element {0} may not stand here")]
    Misplaced(Name),
    #[error("unknown attribute {0}")]
    Attribute(Name),
    #[error("unknown mark {0}")]
    Mark(Name),
    #[error("mark {0} does not have this value")]
    MarkValue(Name),
    #[error("a link to an address of this kind is not allowed")]
    Address,
    #[error("{0} does not have this value")]
    Value(Name),
    #[error("text and types of this kind may not stand here")]
    Place,
    #[error("one text is much too long")]
    TooLong,
    #[error("a name or id is too long")]
    LongName,
    #[error("its parent holds nothing")]
    Parent,
    #[error("its neighbours stand in different places")]
    Torn,
    #[error("this part of the board is of another version")]
    Foreign,
    #[error("this makes more work than any page would")]
    Work,
    #[error("another account writes under this client id")]
    Owner,
    #[error("this update cannot be applied")]
    Unapplicable,
}

impl Refusal {
    /// The same in one word, to count them by.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::TooDeep => "too_deep",
            Self::TooManyClients => "too_many_clients",
            Self::Kind(_) => "kind",
            Self::Root(_) => "root",
            Self::Key(_) => "key",
            Self::Element(_) => "element",
            Self::Misplaced(_) => "misplaced",
            Self::Attribute(_) => "attribute",
            Self::Mark(_) | Self::MarkValue(_) => "mark",
            Self::Address => "address",
            Self::Value(_) => "value",
            Self::Place => "place",
            Self::TooLong | Self::LongName => "too_long",
            Self::Parent => "parent",
            Self::Torn => "torn",
            Self::Foreign => "foreign",
            Self::Work => "work",
            Self::Owner => "owner",
            Self::Unapplicable => "unapplicable",
        }
    }
}

impl From<Malformed> for Refusal {
    fn from(Malformed: Malformed) -> Self {
        Self::Malformed
    }
}

/// A name from the network, made fit to be said: short, and only letters that cannot be mistaken for anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name(Box<str>);

impl Name {
    /// As much of `name` as can be said.
    pub(crate) fn of(name: &str) -> Self {
        let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.' | ':');
        Self(name.chars().take_while(is_plain).take(LONGEST_NAME).collect())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_short_and_repeats_no_more_than_a_name() {
        assert_eq!(Refusal::Element(Name::of("blockquote")).to_string(), "unknown element \"blockquote\"");
        assert_eq!(Refusal::Key(Name::of("a\r\nb")).to_string(), "unknown key \"a\"");
        let long = Refusal::MarkValue(Name::of(&"x".repeat(1000))).to_string();
        assert!(long.len() <= 120, "{long}");
    }
}
