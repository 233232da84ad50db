//! How a letter looks, as text and as HTML.

use super::{Letter, LetterGroup};
use crate::entity::account::Language;

/// For those who read mail as text.
pub(super) fn plain(letter: &Letter) -> String {
    let mut parts = letter.paragraphs.clone();
    parts.extend(letter.groups.iter().map(|group| {
        let lines: Vec<_> = group.lines.iter().map(|line| format!("\n- {line}")).collect();
        format!("{}{}", group.title, lines.concat())
    }));
    if let Some(action) = &letter.action {
        parts.push(format!("{}:\n{}", action.label, action.address));
    }
    parts.push(format!("-- \n{}", letter.reason));
    if let Some(unsubscribe) = &letter.unsubscribe {
        parts.push(format!("{}:\n{}", unsubscribe.label, unsubscribe.page));
    }
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
    let groups: Vec<_> = letter.groups.iter().map(group).collect();
    let groups = groups.concat();
    let action = letter.action.as_ref().map_or_else(String::new, |action| {
        format!("<p><a href=\"{}\">{}</a></p>", escaped(&action.address), escaped(&action.label))
    });
    let reason = escaped(&letter.reason);
    let unsubscribe = letter.unsubscribe.as_ref().map_or_else(String::new, |unsubscribe| {
        format!(" <a href=\"{}\">{}</a>", escaped(&unsubscribe.page), escaped(&unsubscribe.label))
    });
    format!(
        "<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><body>{paragraphs}{groups}{action}\
         <p><small>{reason}{unsubscribe}</small></p></body></html>"
    )
}

fn group(group: &LetterGroup) -> String {
    let lines: Vec<_> = group.lines.iter().map(|line| format!("<li>{}</li>", escaped(line))).collect();
    format!("<h2>{}</h2><ul>{}</ul>", escaped(&group.title), lines.concat())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
