//! What may stand where a name or a text of a partnership stands.

/// Longer names do not fit where names are shown.
pub(super) const LONGEST_NAME: usize = 100;
/// What is told in a few sentences is told in these.
const LONGEST_SENTENCES: usize = 2000;

/// A name: one line that says something and fits where names are shown.
pub(super) fn name(text: &str) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= LONGEST_NAME && !text.contains(char::is_control);
    fits.then(|| text.to_owned())
}

/// Some sentences, or nothing: a challenge, or why something is so.
pub(super) fn sentences(text: &str) -> Option<String> {
    let text = text.trim();
    let is_clean = !text.chars().any(|character| character.is_control() && character != '\n');
    (is_clean && text.chars().count() <= LONGEST_SENTENCES).then(|| text.to_owned())
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
    fn sentences_may_have_lines_and_may_be_none() {
        assert_eq!(sentences("Eén.\nTwee.\n").as_deref(), Some("Eén.\nTwee."));
        assert_eq!(sentences(" ").as_deref(), Some(""));
        assert!(sentences("\u{7}").is_none() && sentences(&"a".repeat(2001)).is_none());
    }
}
