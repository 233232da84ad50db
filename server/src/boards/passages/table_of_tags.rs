//! What the tags of HTML mean to us. A tag that is not here is markup to be ignored; its text stays.

/// The meaning of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// What is inside stands by itself.
    Block,
    /// A heading of our level 2 or 3.
    Heading(u8),
    BulletList,
    OrderedList,
    Item,
    Bold,
    Italic,
    Link,
    Break,
    /// White space counts.
    Preformatted,
    /// A cell of a table stands apart from the next, in the same line.
    Cell,
    /// An image: what it says instead stays.
    Image,
    /// No text for people. The tokenizer must be told how it ends.
    Hidden(Raw),
    /// Text for people, in which tags are no tags.
    Verbatim(Raw),
    Ignored,
}

/// How the tokenizer reads on, as the standard says for each of these tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    Script,
    Text,
    TextWithEntities,
}

/// What a tag means.
pub(super) fn meaning(tag: &str) -> Meaning {
    match tag {
        "p" | "div" | "section" | "article" | "header" | "footer" | "main" | "nav" | "aside" | "address"
        | "blockquote" | "figure" | "figcaption" | "dl" | "dt" | "dd" | "table" | "caption" | "thead" | "tbody"
        | "tfoot" | "tr" | "hr" | "form" | "fieldset" | "legend" | "details" | "summary" | "body" | "html"
        | "center" | "hgroup" | "search" | "option" => Meaning::Block,
        "h1" | "h2" => Meaning::Heading(2),
        "h3" | "h4" | "h5" | "h6" => Meaning::Heading(3),
        "ul" | "menu" | "dir" => Meaning::BulletList,
        "ol" => Meaning::OrderedList,
        "li" => Meaning::Item,
        "b" | "strong" => Meaning::Bold,
        "i" | "em" => Meaning::Italic,
        "a" => Meaning::Link,
        "br" => Meaning::Break,
        "pre" | "listing" => Meaning::Preformatted,
        "td" | "th" => Meaning::Cell,
        "img" => Meaning::Image,
        "script" => Meaning::Hidden(Raw::Script),
        "style" | "iframe" | "noembed" | "noframes" => Meaning::Hidden(Raw::Text),
        "title" => Meaning::Hidden(Raw::TextWithEntities),
        "xmp" => Meaning::Verbatim(Raw::Text),
        "textarea" => Meaning::Verbatim(Raw::TextWithEntities),
        _ => Meaning::Ignored,
    }
}
