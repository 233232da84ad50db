//! What somebody is called, and what an organisation is.

/// Longer names do not fit where names are shown.
const LONGEST_NAME: usize = 100;

/// A name without the blanks around it, if it fits where names are shown.
pub fn name(text: &str) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= LONGEST_NAME && !text.contains(char::is_control);
    fits.then(|| text.to_owned())
}
