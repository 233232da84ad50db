//! A board as Markdown, for people to read and to paste elsewhere.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};
use pulldown_cmark_to_cmark::{Error, Options, cmark_with_options};

use super::wording::Wording;
use crate::boards::api::{AmbitionContent, CommonValue, Content, Note, Role};
use crate::boards::passages::{self, MARKDOWN, Passage, events, heading, within};

type Events<'a> = Vec<Event<'a>>;

/// The board as Markdown (`CommonMark`). What looks like markup in somebody's text is escaped.
pub(super) fn render(content: &Content, wording: &Wording) -> Result<String, Error> {
    let texts = match content {
        Content::Ambition(ambition) => {
            [&ambition.statement_html, &ambition.horizon_html].map(|html| passages::from_html(html))
        }
        Content::Conversation(conversation) => [passages::from_html(&conversation.note_html), Vec::new()],
        Content::Canvas(_) | Content::Roles(_) | Content::Values(_) => [const { Vec::new() }; 2],
    };
    let mut document = Vec::new();
    let name = format!("{}: {}", wording.partnership, wording.title);
    titled(&mut document, HeadingLevel::H1, &name);
    match content {
        Content::Ambition(ambition) => write_ambition(&mut document, ambition, &texts, wording),
        Content::Conversation(_) => document.extend(events(&texts[0])),
        Content::Canvas(canvas) => write_notes(&mut document, &canvas.notes, wording),
        Content::Roles(roles) => roles.roles.iter().for_each(|role| write_role(&mut document, role, wording)),
        Content::Values(values) => values.values.iter().for_each(|value| write_value(&mut document, value)),
    }
    match written(&document) {
        // Markdown has no signs for some marks, as for a bold middle of a word. Then there are none; the words stay.
        Err(Error::Unrepresentable) => {
            document.retain(|event| !is_mark(event));
            written(&document)
        }
        written => written,
    }
}

fn written(document: &Events<'_>) -> Result<String, Error> {
    let mut markdown = String::new();
    let options = Options { increment_ordered_list_bullets: true, ..Options::default() };
    cmark_with_options(document, &mut markdown, MARKDOWN, options)?;
    markdown.push('\n');
    Ok(markdown)
}

fn is_mark(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(Tag::Strong | Tag::Emphasis) | Event::End(TagEnd::Strong | TagEnd::Emphasis))
}

fn write_ambition<'a>(
    document: &mut Events<'a>,
    ambition: &'a AmbitionContent,
    [statement, horizon]: &'a [Vec<Passage>; 2],
    wording: &Wording,
) {
    if !ambition.headline.trim().is_empty() {
        within(document, Tag::Paragraph, |document| {
            within(document, Tag::Strong, |document| lines(document, &ambition.headline));
        });
    }
    for (name, text) in [
        (wording.pick("Onze ambitie", "Our ambition"), statement),
        (wording.pick("Over tien jaar", "In ten years"), horizon),
    ] {
        titled(document, HeadingLevel::H2, name);
        document.extend(events(text));
    }
}

fn write_notes<'a>(document: &mut Events<'a>, notes: &'a [Note], wording: &'a Wording) {
    for (block, notes) in wording.blocks(notes) {
        titled(document, HeadingLevel::H2, block);
        if notes.is_empty() {
            continue;
        }
        within(document, Tag::List(None), |document| {
            for note in notes {
                within(document, Tag::Item, |document| {
                    lines(document, &note.text);
                    if let Some(partner) = &note.partner {
                        document.push(Event::Text(format!(" ({})", wording.partner(partner)).into()));
                    }
                });
            }
        });
    }
}

fn write_role<'a>(document: &mut Events<'a>, role: &'a Role, wording: &Wording) {
    titled(document, HeadingLevel::H2, &role.title);
    if !role.purpose.trim().is_empty() {
        within(document, Tag::Paragraph, |document| lines(document, &role.purpose));
    }
    let seats = if role.seats_min == role.seats_max {
        role.seats_min.to_string()
    } else {
        format!("{}–{}", role.seats_min, role.seats_max)
    };
    let qualities: Vec<String> =
        role.qualities.iter().map(|(id, weight)| format!("{} ({weight})", wording.quality(id))).collect();
    let drives: Vec<&str> = role.drives.keys().map(|id| wording.drive(id)).collect();
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

fn write_value<'a>(document: &mut Events<'a>, value: &'a CommonValue) {
    titled(document, HeadingLevel::H2, &value.name);
    if !value.meaning.trim().is_empty() {
        within(document, Tag::Paragraph, |document| lines(document, &value.meaning));
    }
}

fn titled(document: &mut Events<'_>, level: HeadingLevel, title: &str) {
    within(document, heading(level), |document| document.push(Event::Text(title.replace('\n', " ").into())));
}

/// Somebody's plain text; its line breaks stay.
fn lines<'a>(document: &mut Events<'a>, text: &'a str) {
    for (index, line) in text.trim().lines().enumerate() {
        if index > 0 {
            document.push(Event::HardBreak);
        }
        if !line.trim().is_empty() {
            document.push(Event::Text(CowStr::from(line.trim())));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use crate::boards::api::CanvasContent;
    use crate::boards::passages::{Run, from_markdown};
    use crate::files::Language;
    use proptest::prelude::*;

    fn wording() -> Wording {
        let (partnership, title) = ("Taal *in* het gezin".to_owned(), "Business\nmodel".to_owned());
        Wording { language: Language::En, partnership, title, partners: Vec::new() }
    }

    fn ambition(html: &str) -> Content {
        Content::Ambition(AmbitionContent {
            seq: 1,
            headline: String::new(),
            statement: String::new(),
            statement_html: html.to_owned(),
            horizon: String::new(),
            horizon_html: String::new(),
        })
    }

    fn words(runs: &[Run]) -> String {
        runs.iter().map(|run| if let Run::Text(text, _) = run { text.as_str() } else { "" }).collect()
    }

    #[test]
    fn a_rich_text_comes_back_from_its_markdown() {
        let html = "<h2>Waarom</h2><p>Een <strong>vette</strong> <strong><em>zin</em></strong>,<br>met <a href=\"https://example.org/a_b\">\
            een adres</a> en 1*2*3 = [x](y) &lt;b&gt; #geen.</p><ol start=\"3\"><li><p>drie</p><ul><li><p>thuis</p></li></ul>\
            </li><li><p>vier</p></li></ol><h3>Slot</h3><p>1. geen lijst</p><p>- ook niet</p>";
        let markdown = render(&ambition(html), &wording()).unwrap();
        let read = from_markdown(&markdown);
        let expected = passages::from_html(html);
        let from = read.len() - expected.len() - 1;
        // Headings come one level lower, because the export has its own above.
        let same = |(read, expected): (&Passage, &Passage)| match (read, expected) {
            (Passage::Heading { runs: read, .. }, Passage::Heading { runs: expected, .. }) => read == expected,
            (read, expected) => read == expected,
        };
        assert!(read[from..].iter().zip(&expected).all(same), "{markdown}\n{read:#?}");
    }

    #[test]
    fn a_mark_that_markdown_cannot_say_costs_no_word() {
        let html = "<p>on<strong>ge</strong>woon <strong>!</strong>a<em> b</em>c</p>".repeat(3);
        let read = from_markdown(&render(&ambition(&html), &wording()).unwrap());
        let paragraphs = read.iter().filter_map(|passage| match passage {
            Passage::Paragraph(runs) => Some(words(runs)),
            _ => None,
        });
        assert_eq!(paragraphs.collect::<Vec<_>>(), ["ongewoon !a bc"; 3]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn whatever_a_card_says_is_text(text in "\\PC{1,40}", block in "channels|eigen_blok") {
            let note = Note { id: "1".into(), block, text: text.clone(), order: "a0".into(), partner: None };
            let content = Content::Canvas(CanvasContent { seq: 1, notes: vec![note] });
            let read = from_markdown(&render(&content, &wording()).unwrap());
            let said = |passage: &Passage| match passage {
                Passage::List(list) => Some(list.items[0][0].clone()),
                _ => None,
            };
            let card = read.iter().find_map(said);
            if !text.trim().is_empty() {
                let Some(Passage::Paragraph(runs)) = card else { panic!("no card: {read:?}") };
                let blankless = |text: &str| text.split_whitespace().collect::<String>();
                prop_assert_eq!(blankless(&words(&runs)), blankless(&text));
            }
        }
    }
}
