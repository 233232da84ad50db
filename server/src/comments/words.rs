//! What may be said in a comment.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::error::FieldError;
use crate::prose;

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
        let text =
            prose::sentences(given, LONGEST_TEXT).map_err(|code| wrong.push(FieldError { field: "text", code }));
        if mentions.len() > MOST_MENTIONS {
            wrong.push(FieldError { field: "mentions", code: "too_many" });
        }
        text.ok().filter(|_| wrong.is_empty()).map(|text| Self { text, mentions }).ok_or(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_says_something_and_is_not_endless() {
        let said = |text: &str| Words::read(text, Vec::new()).map(|words| words.text);
        assert_eq!(said("  Mooi!\nEn nu? \n").as_deref(), Ok("Mooi!\nEn nu?"));
        for (bad, code) in [(" \n", "required"), (&"é".repeat(4_001), "too_long")] {
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
