//! Markdown, in and out.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html::push_html};

use super::{List, Marks, Passage, Run, from_html};

/// What we understand beside `CommonMark`, so that its signs are not left as text.
pub(in crate::boards) const MARKDOWN: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// Reads Markdown. It is defined by the HTML that it means, so it is read as that; HTML in it needs no rule of its
/// own.
pub(in crate::boards) fn from_markdown(markdown: &str) -> Vec<Passage> {
    let mut html = String::with_capacity(markdown.len() * 2);
    push_html(&mut html, Parser::new_ext(markdown, MARKDOWN));
    from_html(&html)
}

/// Passages as the parts of a Markdown text.
pub(in crate::boards) fn events(passages: &[Passage]) -> Vec<Event<'_>> {
    let mut events = Vec::new();
    for passage in passages {
        write(&mut events, passage);
    }
    events
}

fn write<'a>(events: &mut Vec<Event<'a>>, passage: &'a Passage) {
    match passage {
        Passage::Paragraph(runs) => within(events, Tag::Paragraph, |events| write_runs(events, runs)),
        Passage::Heading { level, runs } => {
            // A level below ours, because an export has headings of its own above.
            let level = if *level == 2 { HeadingLevel::H3 } else { HeadingLevel::H4 };
            within(events, heading(level), |events| write_runs(events, runs));
        }
        Passage::List(list) => write_list(events, list),
    }
}

/// Items stand close together, unless one of them holds several paragraphs.
fn write_list<'a>(events: &mut Vec<Event<'a>>, List { start, items }: &'a List) {
    let is_paragraph = |passage: &&Passage| matches!(passage, Passage::Paragraph(_));
    let is_loose = items.iter().any(|item| item.iter().filter(is_paragraph).count() > 1);
    within(events, Tag::List(start.map(u64::from)), |events| {
        for item in items {
            within(events, Tag::Item, |events| {
                for passage in item {
                    match passage {
                        Passage::Paragraph(runs) if !is_loose => write_runs(events, runs),
                        passage => write(events, passage),
                    }
                }
            });
        }
    });
}

/// A heading without anything beside its level.
pub(in crate::boards) fn heading(level: HeadingLevel) -> Tag<'static> {
    Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() }
}

/// What `inside` writes, between the start and the end of `tag`.
pub(in crate::boards) fn within<'a>(
    events: &mut Vec<Event<'a>>,
    tag: Tag<'a>,
    inside: impl FnOnce(&mut Vec<Event<'a>>),
) {
    let end: TagEnd = tag.to_end();
    events.push(Event::Start(tag));
    inside(events);
    events.push(Event::End(end));
}

fn write_runs<'a>(events: &mut Vec<Event<'a>>, runs: &'a [Run]) {
    for run in runs {
        match run {
            Run::Break => events.push(Event::HardBreak),
            Run::Text(text, marks) => write_words(events, text, marks),
        }
    }
}

/// Blanks at the edges stay outside the marks: `** so **` is not bold.
fn write_words<'a>(events: &mut Vec<Event<'a>>, text: &'a str, marks: &Marks) {
    let mut tags = Vec::new();
    if let Some(address) = &marks.link {
        let (dest_url, empty) = (CowStr::from(address.clone()), CowStr::from(""));
        tags.push(Tag::Link { link_type: LinkType::Inline, dest_url, title: empty.clone(), id: empty });
    }
    tags.extend(marks.bold.then_some(Tag::Strong));
    tags.extend(marks.italic.then_some(Tag::Emphasis));
    let words = if tags.is_empty() { text } else { text.trim() };
    let before = text.find(words).unwrap_or_default();
    let ends: Vec<TagEnd> = tags.iter().rev().map(Tag::to_end).collect();
    write_plain(events, &text[..before]);
    if !words.is_empty() {
        events.extend(tags.into_iter().map(Event::Start));
        write_plain(events, words);
        events.extend(ends.into_iter().map(Event::End));
    }
    write_plain(events, &text[before + words.len()..]);
}

fn write_plain<'a>(events: &mut Vec<Event<'a>>, text: &'a str) {
    if !text.is_empty() {
        events.push(Event::Text(CowStr::from(text)));
    }
}
