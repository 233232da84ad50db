//! Rich text outside a document: what scripts send and exports hold.
//!
//! Whatever it comes from, it becomes [`Passage`]s first, which can say only what the vocabulary can. Of everything else
//! the text stays and the markup goes.

mod document;
mod html;
mod markdown;
mod table_of_tags;

pub(super) use document::replace;
pub(super) use html::read as from_html;
pub(super) use markdown::{MARKDOWN, events, from_markdown, heading, within};

/// A part of a text that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Passage {
    Paragraph(Vec<Run>),
    Heading {
        /// 2 or 3.
        level: u8,
        runs: Vec<Run>,
    },
    List(List),
}

/// A list. Each item begins with a paragraph, because the editor deletes one that does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct List {
    /// The number of the first item; bullets have none.
    pub(super) start: Option<u32>,
    pub(super) items: Vec<Vec<Passage>>,
}

/// A piece of a paragraph or heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Run {
    Text(String, Marks),
    Break,
}

/// How words are marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// An address that [`is_allowed_address`].
    pub(super) link: Option<String>,
}

/// What the vocabulary lets an attribute of a mark hold, in bytes.
const LONGEST_ADDRESS: usize = 8192;

/// Only these become a link, as in the web: nothing that could run anything, and nothing that is not encrypted.
pub(super) fn is_allowed_address(address: &str) -> bool {
    let starts_with =
        |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let scheme = ["https://", "mailto:"].into_iter().find(|scheme| starts_with(scheme));
    let is_hidden = |sign: char| sign.is_whitespace() || sign.is_control() || sign == '\u{feff}';
    let is_plain = |rest: &str| !rest.is_empty() && !rest.contains(is_hidden);
    address.len() <= LONGEST_ADDRESS && scheme.is_some_and(|scheme| is_plain(&address[scheme.len()..]))
}

/// How long a text is for everybody who counts, in UTF-16 units; each passage and line break counts for one more, so
/// that a text of nothing but breaks is long too.
pub(super) fn length(passages: &[Passage]) -> usize {
    let of_runs = |runs: &[Run]| -> usize {
        let of_run = |run: &Run| if let Run::Text(text, _) = run { text.encode_utf16().count() } else { 1 };
        runs.iter().map(of_run).sum()
    };
    let of_passage = |passage: &Passage| match passage {
        Passage::Paragraph(runs) | Passage::Heading { runs, .. } => of_runs(runs),
        Passage::List(list) => list.items.iter().map(|item| length(item)).sum(),
    };
    passages.iter().map(|passage| of_passage(passage) + 1).sum::<usize>().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_encrypted_pages_and_letters_become_links() {
        for allowed in ["https://example.org", "HTTPS://example.org/a?b#c", "mailto:iemand@example.org"] {
            assert!(is_allowed_address(allowed), "{allowed}");
        }
        for refused in [
            "",
            "https://",
            "mailto:",
            "http://example.org",
            "javascript:alert(1)",
            " https://example.org",
            "https://exa mple.org",
            "https://a\nb",
            "java\u{0}script:x",
            "//example.org",
            "é",
            "https://a\u{feff}b",
            &format!("https://{}", "x".repeat(8185)),
        ] {
            assert!(!is_allowed_address(refused), "{refused}");
        }
    }

    #[test]
    fn a_text_is_as_long_as_a_browser_counts() {
        let text = |words: &str| Passage::Paragraph(vec![Run::Text(words.to_owned(), Marks::default())]);
        assert_eq!(length(&[text("één 👍")]), 6);
        assert_eq!(length(&[text("een"), text("twee")]), 8);
        assert_eq!(length(&[Passage::Paragraph(vec![Run::Break; 10])]), 10);
    }
}
