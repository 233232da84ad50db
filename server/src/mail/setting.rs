//! How a letter looks, as text and as HTML.

use super::Letter;
use crate::entity::account::Language;

/// For those who read mail as text.
pub(super) fn plain(letter: &Letter) -> String {
    let mut parts = letter.paragraphs.clone();
    if let Some(action) = &letter.action {
        parts.push(format!("{}:\n{}", action.label, action.address));
    }
    parts.push(format!("-- \n{}", letter.reason));
    parts.join("\n\n")
}

/// For everybody else.
pub(super) fn html(letter: &Letter, language: Language) -> String {
    let language = match language {
        Language::Nl => "nl",
        Language::En => "en",
    };
    let paragraphs: Vec<_> = letter.paragraphs.iter().map(|text| format!("<p>{}</p>", escaped(text))).collect();
    let paragraphs = paragraphs.concat();
    let action = letter.action.as_ref().map_or_else(String::new, |action| {
        format!("<p><a href=\"{}\">{}</a></p>", escaped(&action.address), escaped(&action.label))
    });
    let reason = escaped(&letter.reason);
    format!(
        "<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><body>{paragraphs}{action}\
         <p><small>{reason}</small></p></body></html>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
