//! What people write in a field: read in one way wherever it is kept.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory as _};

/// Some sentences, with lines as a browser's field gives them: at most `longest` characters. The error is the code of
/// what is wrong.
pub(crate) fn sentences(given: &str, longest: usize) -> Result<String, &'static str> {
    let text = given.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.chars().any(|character| character.is_control() && !matches!(character, '\n' | '\t')) {
        return Err("invalid");
    }
    // What others read must stand in the order in which it was written.
    if text.contains(['\u{202d}', '\u{202e}']) {
        return Err("invalid");
    }
    if !text.chars().any(is_seen) {
        return Err("required");
    }
    if text.chars().count() > longest { Err("too_long") } else { Ok(text.to_owned()) }
}

/// Whether there is something to be seen of it: it is neither a space nor a mark that only tells how others are shown.
fn is_seen(character: char) -> bool {
    !matches!(character.general_category_group(), GeneralCategoryGroup::Other | GeneralCategoryGroup::Separator)
}

/// The same, or nothing.
pub(crate) fn none_or_sentences(given: &str, longest: usize) -> Result<String, &'static str> {
    match sentences(given, longest) {
        Err("required") => Ok(String::new()),
        read => read,
    }
}

/// The same in one line.
pub(crate) fn line(given: &str, longest: usize) -> Result<String, &'static str> {
    let text = sentences(given, longest)?;
    if text.contains('\n') { Err("invalid") } else { Ok(text) }
}

/// The same, or nothing.
pub(crate) fn none_or_line(given: &str, longest: usize) -> Result<String, &'static str> {
    match line(given, longest) {
        Err("required") => Ok(String::new()),
        read => read,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_say_something_in_lines_and_are_not_endless() {
        assert_eq!(sentences("  Mooi!\r\nEn\tnu? \n", 20).as_deref(), Ok("Mooi!\nEn\tnu?"));
        assert_eq!(sentences("👩\u{200d}👧 \u{200f}שלום", 20).as_deref(), Ok("👩\u{200d}👧 \u{200f}שלום"));
        assert_eq!(sentences(&"é".repeat(20), 20).map(|text| text.chars().count()), Ok(20));
        for (bad, code) in [
            (" \n", "required"),
            ("\u{200b}\u{2060} \u{ad}", "required"),
            ("\0", "invalid"),
            ("\u{202e}cba", "invalid"),
            (&"é".repeat(21), "too_long"),
        ] {
            assert_eq!(sentences(bad, 20), Err(code), "{bad:?}");
        }
    }

    #[test]
    fn nothing_is_something_where_it_may_be() {
        assert_eq!(none_or_sentences(" \n", 20).as_deref(), Ok(""));
        assert_eq!(none_or_sentences(" Mooi ", 20).as_deref(), Ok("Mooi"));
        assert_eq!(none_or_sentences("\0", 20), Err("invalid"));
    }

    #[test]
    fn a_line_is_one() {
        assert_eq!(line(" Elke maand \r\n", 20).as_deref(), Ok("Elke maand"));
        assert_eq!(line("Elke\nmaand", 20), Err("invalid"));
    }
}
