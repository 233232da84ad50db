//! Passages written into a document, as the web's editor writes them.

use std::sync::Arc;

use yrs::types::Attrs;
use yrs::{
    Any, Text as _, TransactionMut, Xml as _, XmlElementPrelim, XmlFragment, XmlFragmentRef, XmlTextPrelim,
    XmlTextRef,
};

use super::{List, Marks, Passage, Run};
use crate::boards::rich_text;

/// Makes a rich text hold these passages and nothing else. When it does already nothing is changed, so that nobody's
/// caret is lost for nothing.
pub(in crate::boards) fn replace(
    transaction: &mut TransactionMut<'_>,
    text: &XmlFragmentRef,
    passages: &[Passage],
) {
    if super::from_html(&rich_text::html(text, transaction)) == passages {
        return;
    }
    let length = text.len(transaction);
    text.remove_range(transaction, 0, length);
    write_all(transaction, text, passages);
}

fn write_all(transaction: &mut TransactionMut<'_>, parent: &impl XmlFragment, passages: &[Passage]) {
    for passage in passages {
        match passage {
            Passage::Paragraph(runs) => write_block(transaction, parent, "paragraph", None, runs),
            Passage::Heading { level, runs } => write_block(transaction, parent, "heading", Some(*level), runs),
            Passage::List(list) => write_list(transaction, parent, list),
        }
    }
}

fn write_list(transaction: &mut TransactionMut<'_>, parent: &impl XmlFragment, list: &List) {
    let name = if list.start.is_some() { "orderedList" } else { "bulletList" };
    let element = parent.push_back(transaction, XmlElementPrelim::empty(name));
    if let Some(start) = list.start {
        element.insert_attribute(transaction, "start", Any::from(i64::from(start)));
    }
    for item in &list.items {
        let element = element.push_back(transaction, XmlElementPrelim::empty("listItem"));
        write_all(transaction, &element, item);
    }
}

fn write_block(
    transaction: &mut TransactionMut<'_>,
    parent: &impl XmlFragment,
    name: &str,
    level: Option<u8>,
    runs: &[Run],
) {
    let element = parent.push_back(transaction, XmlElementPrelim::empty(name));
    if let Some(level) = level {
        element.insert_attribute(transaction, "level", Any::from(i32::from(level)));
    }
    // The editor keeps words that stand together in one text.
    let mut text: Option<XmlTextRef> = None;
    for run in runs {
        match run {
            Run::Break => {
                element.push_back(transaction, XmlElementPrelim::empty("hardBreak"));
                text = None;
            }
            Run::Text(words, marks) => {
                let text = text.get_or_insert_with(|| element.push_back(transaction, XmlTextPrelim::new("")));
                let end = text.len(transaction);
                text.insert_with_attributes(transaction, end, words, attributes(marks));
            }
        }
    }
}

/// The marks as the web's editor writes them: a link with all of its attributes, those that it does not have as null.
fn attributes(marks: &Marks) -> Attrs {
    let mut attributes = Attrs::new();
    if marks.bold {
        attributes.insert("bold".into(), Any::Map(Arc::default()));
    }
    if marks.italic {
        attributes.insert("italic".into(), Any::Map(Arc::default()));
    }
    if let Some(address) = &marks.link {
        let others = ["target", "rel", "class", "title"].map(|name| (name.to_owned(), Any::Null));
        let link = others.into_iter().chain([("href".to_owned(), Any::from(address.as_str()))]).collect();
        attributes.insert("link".into(), Any::Map(Arc::new(link)));
    }
    attributes
}

#[cfg(test)]
mod tests;
