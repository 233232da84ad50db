//! HTML read into passages.
//!
//! The tokenizer is html5ever's, which reads what browsers read. Its tree is not needed: a passage begins and ends with
//! the tag of any block, lists nest as their tags do, and marks are on or off. So the cost is that of one pass, however
//! deep or crooked the markup is.

use std::cell::RefCell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};

use self::builder::Builder;
use super::table_of_tags::{Meaning, Raw, meaning};
use super::{Passage, is_allowed_address};

mod builder;

/// Reads HTML, whatever it is.
pub(in crate::boards) fn read(html: &str) -> Vec<Passage> {
    let input = BufferQueue::default();
    input.push_back(html.into());
    let tokenizer = Tokenizer::new(Reader::default(), html5ever::tokenizer::TokenizerOpts::default());
    // It stops only where a script ends, and we never say that one does.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.builder.into_inner().finish()
}

#[derive(Default)]
struct Reader {
    builder: RefCell<Builder>,
    /// The tag whose content is for no one.
    hidden: RefCell<Option<String>>,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let hidden = self.hidden.take();
        if let Some(tag) = hidden {
            let is_its_end =
                matches!(&token, Token::TagToken(end) if end.kind == TagKind::EndTag && *end.name == *tag);
            if !is_its_end && token != Token::EOFToken {
                self.hidden.replace(Some(tag));
            }
            return TokenSinkResult::Continue;
        }
        match token {
            Token::CharacterTokens(text) => self.builder.borrow_mut().text(&text),
            Token::TagToken(tag) => return self.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reader {
    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        let begins = tag.kind == TagKind::StartTag;
        let mut builder = self.builder.borrow_mut();
        match meaning(&tag.name) {
            Meaning::Block => builder.separate(),
            Meaning::Heading(level) => builder.heading(begins.then_some(level)),
            Meaning::BulletList if begins => builder.begin_list(None),
            Meaning::OrderedList if begins => {
                let start = attribute(tag, "start").and_then(|start| start.trim().parse().ok());
                builder.begin_list(Some(start.unwrap_or(1)));
            }
            Meaning::BulletList | Meaning::OrderedList => builder.end_list(),
            Meaning::Item if begins => builder.begin_item(),
            Meaning::Item => builder.end_item(),
            Meaning::Bold => builder.bold(begins),
            Meaning::Italic => builder.italic(begins),
            Meaning::Link => {
                let address = attribute(tag, "href").map(|address| address.trim().to_owned());
                builder.link(address.filter(|address| begins && is_allowed_address(address)));
            }
            Meaning::Break => builder.line_break(),
            Meaning::Preformatted => builder.preformatted(begins),
            Meaning::Cell => builder.text(" "),
            Meaning::Image => builder.text(attribute(tag, "alt").unwrap_or_default()),
            Meaning::Hidden(raw) if begins => {
                self.hidden.replace(Some(tag.name.to_string()));
                return read_on(raw);
            }
            Meaning::Verbatim(raw) if begins => return read_on(raw),
            Meaning::Hidden(_) | Meaning::Verbatim(_) | Meaning::Ignored => {}
        }
        TokenSinkResult::Continue
    }
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| *attribute.name.local == *name).map(|attribute| &*attribute.value)
}

fn read_on(raw: Raw) -> TokenSinkResult<()> {
    TokenSinkResult::RawData(match raw {
        Raw::Script => RawKind::ScriptData,
        Raw::Text => RawKind::Rawtext,
        Raw::TextWithEntities => RawKind::Rcdata,
    })
}

#[cfg(test)]
mod tests;
