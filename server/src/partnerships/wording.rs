//! What may stand where a name or a text of a partnership stands.

/// Longer names do not fit where names are shown.
pub(super) const LONGEST_NAME: usize = 100;
/// A challenge is a few sentences.
pub(super) const LONGEST_CHALLENGE: usize = 2000;

/// A name: one line that says something and fits where names are shown.
pub(super) fn name(text: &str) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= LONGEST_NAME && !text.contains(char::is_control);
    fits.then(|| text.to_owned())
}

/// What none of the partners can solve alone: some sentences, or nothing yet.
pub(super) fn challenge(text: &str) -> Option<String> {
    let text = text.trim();
    let is_clean = !text.chars().any(|character| character.is_control() && character != '\n');
    (is_clean && text.chars().count() <= LONGEST_CHALLENGE).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_that_says_something() {
        assert_eq!(name("  Taal in het gezin ").as_deref(), Some("Taal in het gezin"));
        for bad in ["", "  ", "twee\nregels", &"a".repeat(101)] {
            assert!(name(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn a_challenge_may_have_lines_and_may_be_empty() {
        assert_eq!(challenge("Eén.\nTwee.\n").as_deref(), Some("Eén.\nTwee."));
        assert_eq!(challenge(" ").as_deref(), Some(""));
        assert!(challenge("\u{7}").is_none() && challenge(&"a".repeat(2001)).is_none());
    }
}
