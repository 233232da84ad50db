//! A board as Markdown, for people to read and to paste elsewhere.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag};
use pulldown_cmark_to_cmark::{Error, cmark};

use super::wording::Wording;
use crate::boards::api::{AmbitionContent, Content, Note, Role};
use crate::boards::passages::{self, MARKDOWN, Passage, events, heading, within};

type Events<'a> = Vec<Event<'a>>;

/// The board as Markdown (CommonMark). What looks like markup in somebody's text is escaped.
pub(super) fn render(content: &Content, wording: &Wording) -> Result<String, Error> {
    let texts = match content {
        Content::Ambition(ambition) => {
            [&ambition.statement_html, &ambition.horizon_html].map(|html| passages::from_html(html))
        }
        Content::Canvas(_) | Content::Roles(_) => [const { Vec::new() }; 2],
    };
    let mut document = Vec::new();
    let name = format!("{}: {}", wording.partnership, wording.title);
    titled(&mut document, HeadingLevel::H1, name);
    match content {
        Content::Ambition(ambition) => write_ambition(&mut document, ambition, &texts, wording),
        Content::Canvas(canvas) => write_notes(&mut document, &canvas.notes, wording),
        Content::Roles(roles) => roles.roles.iter().for_each(|role| write_role(&mut document, role, wording)),
    }
    let mut markdown = String::new();
    cmark(document.into_iter(), &mut markdown, MARKDOWN)?;
    markdown.push('\n');
    Ok(markdown)
}

fn write_ambition<'a>(
    document: &mut Events<'a>,
    ambition: &'a AmbitionContent,
    [statement, horizon]: &'a [Vec<Passage>; 2],
    wording: &Wording,
) {
    within(document, Tag::Paragraph, |document| {
        within(document, Tag::Strong, |document| lines(document, &ambition.headline));
    });
    for (name, text) in [
        (wording.pick("Onze ambitie", "Our ambition"), statement),
        (wording.pick("Over tien jaar", "In ten years"), horizon),
    ] {
        titled(document, HeadingLevel::H2, name.to_owned());
        document.extend(events(text));
    }
}

fn write_notes<'a>(document: &mut Events<'a>, notes: &'a [Note], wording: &'a Wording) {
    for (block, notes) in wording.blocks(notes) {
        titled(document, HeadingLevel::H2, block.to_owned());
        if notes.is_empty() {
            continue;
        }
        within(document, Tag::List(None), |document| {
            for note in notes {
                within(document, Tag::Item, |document| {
                    lines(document, &note.text);
                    if let Some(partner) = &note.partner {
                        document.push(Event::Text(" ".into()));
                        within(document, Tag::Emphasis, |document| {
                            document.push(Event::Text(format!("({})", wording.partner(partner)).into()));
                        });
                    }
                });
            }
        });
    }
}

fn write_role<'a>(document: &mut Events<'a>, role: &'a Role, wording: &Wording) {
    titled(document, HeadingLevel::H2, role.title.clone());
    if !role.purpose.trim().is_empty() {
        within(document, Tag::Paragraph, |document| lines(document, &role.purpose));
    }
    let seats = if role.seats_min == role.seats_max {
        role.seats_min.to_string()
    } else {
        format!("{}–{}", role.seats_min, role.seats_max)
    };
    let qualities: Vec<String> = role.qualities.iter().map(|(id, weight)| format!("{id} ({weight})")).collect();
    let drives: Vec<&str> = role.drives.keys().map(String::as_str).collect();
    let facts = [
        (wording.pick("Plaatsen", "Seats"), seats),
        (wording.pick("Kernkwaliteiten", "Core qualities"), qualities.join(", ")),
        (wording.pick("Drijfveren", "Drives"), drives.join(", ")),
    ];
    within(document, Tag::List(None), |document| {
        for (name, fact) in facts.into_iter().filter(|(_, fact)| !fact.is_empty()) {
            within(document, Tag::Item, |document| document.push(Event::Text(format!("{name}: {fact}").into())));
        }
    });
}

fn titled(document: &mut Events<'_>, level: HeadingLevel, title: String) {
    within(document, heading(level), |document| document.push(Event::Text(title.replace('\n', " ").into())));
}

/// Somebody's plain text; its line breaks stay.
fn lines<'a>(document: &mut Events<'a>, text: &'a str) {
    for (index, line) in text.trim().lines().enumerate() {
        if index > 0 {
            document.push(Event::HardBreak);
        }
        document.push(Event::Text(CowStr::from(line.trim())));
    }
}
