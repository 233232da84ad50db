//! Rich text as HTML and as plain text.
//!
//! Only what the vocabulary names becomes markup; of anything else the text stays.

use std::fmt::Write as _;

use yrs::types::Attrs;
use yrs::types::text::YChange;
use yrs::{Any, Out, ReadTxn, Text as _, Xml as _, XmlElementRef, XmlFragment, XmlFragmentRef, XmlOut, XmlTextRef};

/// No honest text nests deeper; what does is left out.
const DEEPEST: usize = 32;

/// The text as HTML: only elements and marks of the vocabulary, everything else escaped.
pub(super) fn html(fragment: &XmlFragmentRef, transaction: &impl ReadTxn) -> String {
    let mut html = String::new();
    for child in fragment.children(transaction) {
        write_html(&mut html, child, transaction, DEEPEST);
    }
    html
}

/// One block of a text as HTML.
pub(super) fn block_html(block: XmlOut, transaction: &impl ReadTxn) -> String {
    let mut html = String::new();
    write_html(&mut html, block, transaction, DEEPEST);
    html
}

/// One block of a text without markup.
pub(super) fn block_plain(block: XmlOut, transaction: &impl ReadTxn) -> String {
    let mut lines = vec![String::new()];
    write_plain(&mut lines, block, transaction, DEEPEST);
    lines.join("\n").trim_end_matches('\n').to_owned()
}

/// The text without markup, one line for each paragraph, heading and list item.
pub(super) fn plain(fragment: &XmlFragmentRef, transaction: &impl ReadTxn) -> String {
    let mut lines = vec![String::new()];
    for child in fragment.children(transaction) {
        write_plain(&mut lines, child, transaction, DEEPEST);
    }
    let last_line = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    lines.truncate(last_line);
    lines.join("\n")
}

fn write_html(html: &mut String, node: XmlOut, transaction: &impl ReadTxn, depth: usize) {
    if depth == 0 {
        return;
    }
    match node {
        XmlOut::Text(text) => write_marked(html, &text, transaction),
        XmlOut::Element(element) if &**element.tag() == "hardBreak" => html.push_str("<br>"),
        XmlOut::Element(element) => {
            let tag = tag(&element, transaction);
            match (tag, start(&element, transaction)) {
                (Some(tag), Some(start)) => drop(write!(html, "<{tag} start=\"{start}\">")),
                (Some(tag), None) => drop(write!(html, "<{tag}>")),
                (None, _) => {}
            }
            for child in element.children(transaction) {
                write_html(html, child, transaction, depth - 1);
            }
            if let Some(tag) = tag {
                let _ = write!(html, "</{tag}>");
            }
        }
        XmlOut::Fragment(fragment) => {
            for child in fragment.children(transaction) {
                write_html(html, child, transaction, depth - 1);
            }
        }
    }
}

fn tag(element: &XmlElementRef, transaction: &impl ReadTxn) -> Option<&'static str> {
    match &**element.tag() {
        "paragraph" => Some("p"),
        "heading" => Some(if is_level_3(element, transaction) { "h3" } else { "h2" }),
        "bulletList" => Some("ul"),
        "orderedList" => Some("ol"),
        "listItem" => Some("li"),
        _ => None,
    }
}

/// The number of a list's first item, when it is another than one would think.
fn start(element: &XmlElementRef, transaction: &impl ReadTxn) -> Option<u32> {
    let is_numbered = &**element.tag() == "orderedList";
    match element.get_attribute(transaction, "start").filter(|_| is_numbered) {
        Some(Out::Any(Any::Number(start))) => start.to_string().parse().ok().filter(|start| *start != 1),
        _ => None,
    }
}

fn is_level_3(element: &XmlElementRef, transaction: &impl ReadTxn) -> bool {
    match element.get_attribute(transaction, "level") {
        Some(Out::Any(Any::Number(level))) => level.to_string() == "3",
        Some(Out::Any(Any::String(level))) => &*level == "3",
        _ => false,
    }
}

fn write_marked(html: &mut String, text: &XmlTextRef, transaction: &impl ReadTxn) {
    for piece in text.diff(transaction, YChange::identity) {
        let Out::Any(Any::String(words)) = piece.insert else { continue };
        let marks = piece.attributes.as_deref();
        let link = marks.and_then(safe_link);
        let tags: Vec<&str> = [("bold", "strong"), ("italic", "em")]
            .into_iter()
            .filter(|(mark, _)| has(marks, mark))
            .map(|(_, tag)| tag)
            .collect();
        if let Some(address) = &link {
            let _ = write!(html, "<a href=\"{}\" rel=\"noopener noreferrer nofollow\">", escaped(address));
        }
        for tag in &tags {
            let _ = write!(html, "<{tag}>");
        }
        html.push_str(&escaped(&words));
        for tag in tags.iter().rev() {
            let _ = write!(html, "</{tag}>");
        }
        if link.is_some() {
            html.push_str("</a>");
        }
    }
}

fn has(marks: Option<&Attrs>, name: &str) -> bool {
    marks.and_then(|marks| marks.get(name)).is_some_and(|value| !matches!(value, Any::Null | Any::Bool(false)))
}

/// The address of a link, when it is of a kind that cannot run anything.
fn safe_link(marks: &Attrs) -> Option<String> {
    let Any::Map(link) = marks.get("link")? else { return None };
    let Any::String(address) = link.get("href")? else { return None };
    let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
    matches!(scheme.as_str(), "https" | "mailto").then(|| address.to_string())
}

/// Plain text as HTML.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn write_plain(lines: &mut Vec<String>, node: XmlOut, transaction: &impl ReadTxn, depth: usize) {
    if depth == 0 {
        return;
    }
    match node {
        XmlOut::Text(text) => {
            let words: String = text
                .diff(transaction, YChange::identity)
                .into_iter()
                .filter_map(|piece| {
                    if let Out::Any(Any::String(words)) = piece.insert { Some(words.to_string()) } else { None }
                })
                .collect();
            if let Some(line) = lines.last_mut() {
                line.push_str(&words);
            }
        }
        XmlOut::Element(element) => {
            for child in element.children(transaction) {
                write_plain(lines, child, transaction, depth - 1);
            }
            let ends_line = matches!(&**element.tag(), "paragraph" | "heading" | "hardBreak");
            if ends_line {
                lines.push(String::new());
            }
        }
        XmlOut::Fragment(fragment) => {
            for child in fragment.children(transaction) {
                write_plain(lines, child, transaction, depth - 1);
            }
        }
    }
}
