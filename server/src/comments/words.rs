//! What may be said in a comment.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::error::FieldError;

/// In characters. Longer thoughts belong on a board.
const LONGEST_TEXT: usize = 4_000;
/// As many as anybody would look at.
const MOST_MENTIONS: usize = 20;

/// A text and whom it mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) text: String,
    /// Each once; whether they are here is looked at when it is said.
    pub(super) mentions: BTreeSet<Uuid>,
}

impl Words {
    /// # Errors
    /// What is wrong with either.
    pub(super) fn read(given: &str, mentions: Vec<Uuid>) -> Result<Self, Vec<FieldError>> {
        let mentions: BTreeSet<Uuid> = mentions.into_iter().collect();
        let mut wrong = Vec::new();
        let text = text(given).map_err(|code| wrong.push(FieldError { field: "text", code }));
        if mentions.len() > MOST_MENTIONS {
            wrong.push(FieldError { field: "mentions", code: "too_many" });
        }
        text.ok().filter(|_| wrong.is_empty()).map(|text| Self { text, mentions }).ok_or(wrong)
    }
}

/// Some sentences, with lines as a browser's field gives them.
fn text(given: &str) -> Result<String, &'static str> {
    let text = given.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.is_empty() {
        return Err("required");
    }
    if text.chars().any(|character| character.is_control() && !matches!(character, '\n' | '\t')) {
        return Err("invalid");
    }
    if text.chars().count() > LONGEST_TEXT { Err("too_long") } else { Ok(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Result<String, Vec<FieldError>> {
        Words::read(text, Vec::new()).map(|words| words.text)
    }

    #[test]
    fn a_comment_says_something_in_lines_and_is_not_endless() {
        assert_eq!(said("  Mooi!\r\nEn\tnu? \n").as_deref(), Ok("Mooi!\nEn\tnu?"));
        assert_eq!(said(&"é".repeat(4_000)).map(|text| text.chars().count()), Ok(4_000));
        for (bad, code) in [(" \n", "required"), ("\0", "invalid"), (&"é".repeat(4_001), "too_long")] {
            assert_eq!(said(bad), Err(vec![FieldError { field: "text", code }]));
        }
    }

    #[test]
    fn who_is_mentioned_twice_is_mentioned_once_and_nobody_mentions_a_crowd() {
        let crowd: Vec<Uuid> = (0..21).map(Uuid::from_u128).collect();
        let twice = Words::read("Hoi", [&crowd[..20], &crowd[..20]].concat());
        assert_eq!(twice.map(|words| words.mentions.len()), Ok(20));
        assert_eq!(Words::read("Hoi", crowd), Err(vec![FieldError { field: "mentions", code: "too_many" }]));
    }
}
