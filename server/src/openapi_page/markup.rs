//! Text of the description as HTML.

/// `text` as it stands, between tags or in an attribute.
pub(super) fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut html, c| {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
        html
    })
}

/// One sentence or more: `like this` becomes code.
pub(super) fn inline(text: &str) -> String {
    let pieces = text.split('`').enumerate();
    pieces.fold(String::new(), |html, (place, piece)| match (place % 2, escaped(piece)) {
        (0, words) => html + &words,
        (_, code) => html + "<code>" + &code + "</code>",
    })
}

/// Paragraphs, which an empty line parts; nothing for no text.
pub(super) fn prose(text: &str) -> String {
    let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    paragraphs.fold(String::new(), |html, paragraph| html + "<p>" + &inline(paragraph) + "</p>\n")
}

/// What a thing is, after its name; nothing for no text.
pub(super) fn dash(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" <span class=\"about\">{}</span>", inline(text)) }
}
