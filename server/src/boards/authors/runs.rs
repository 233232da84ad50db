//! The words of a document, by who wrote them.

use std::collections::HashMap;
use std::mem::ManuallyDrop;

use uuid::Uuid;
use yrs::types::text::YChange;
use yrs::{
    Any, Out, ReadTxn as _, Snapshot, Text, Transact as _, TransactionMut, XmlElementRef, XmlFragment, XmlOut,
};

use super::api::{WrittenRun, WrittenText};
use crate::realtime::{Document, RootType, Vocabulary};

/// No honest text nests deeper; what does is left out.
const DEEPEST: usize = 32;

/// The texts of a document that nobody else looks at: looking for who wrote what cuts its pieces smaller.
pub(super) fn texts(document: &Document, vocabulary: &Vocabulary) -> Vec<WrittenText> {
    let owners: HashMap<u64, Uuid> = document.owners().into_iter().collect();
    // Should yrs panic, the transaction is not dropped by unwinding: that would end the process.
    let mut transaction = ManuallyDrop::new(document.doc().transact_mut());
    let mut reader = Reader { now: transaction.snapshot(), never: Snapshot::default(), owners, lines: Vec::new() };
    let mut texts = Vec::new();
    for (root, root_type) in vocabulary.roots() {
        reader.lines = vec![Vec::new()];
        match root_type {
            RootType::Text => {
                let Some(text) = transaction.get_text(root) else { continue };
                reader.read_text(&text, &mut transaction);
            }
            RootType::XmlFragment => {
                let Some(fragment) = transaction.get_xml_fragment(root) else { continue };
                reader.read_children(&fragment, &mut transaction, DEEPEST);
            }
            RootType::Map => continue,
        }
        texts.push(WrittenText { root: root.to_owned(), lines: reader.take_lines() });
    }
    drop(ManuallyDrop::into_inner(transaction));
    texts
}

struct Reader {
    /// All that stands there.
    now: Snapshot,
    /// Nothing: held against this, every piece of a text was added by somebody.
    never: Snapshot,
    owners: HashMap<u64, Uuid>,
    lines: Vec<Vec<WrittenRun>>,
}

impl Reader {
    fn read_children(&mut self, parent: &impl XmlFragment, transaction: &mut TransactionMut<'_>, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else { return };
        let children: Vec<XmlOut> = parent.children(&*transaction).collect();
        for child in children {
            match child {
                XmlOut::Text(text) => self.read_text(&text, transaction),
                XmlOut::Element(element) => {
                    self.read_children(&element, transaction, depth);
                    if ends_line(&element) {
                        self.lines.push(Vec::new());
                    }
                }
                XmlOut::Fragment(fragment) => self.read_children(&fragment, transaction, depth),
            }
        }
    }

    fn read_text(&mut self, text: &impl Text, transaction: &mut TransactionMut<'_>) {
        let pieces = text.diff_range(transaction, Some(&self.now), Some(&self.never), |change: YChange| change);
        for piece in pieces {
            let Out::Any(Any::String(words)) = piece.insert else { continue };
            let owner = piece.ychange.and_then(|change| self.owners.get(&change.id.client.get()));
            self.add(&words, owner.copied().unwrap_or_default());
        }
    }

    /// Words that follow each other by the same person are one run.
    fn add(&mut self, words: &str, account_id: Uuid) {
        let Some(line) = self.lines.last_mut() else { return };
        match line.last_mut() {
            Some(last) if last.account_id == account_id => last.text.push_str(words),
            _ => line.push(WrittenRun { text: words.to_owned(), account_id }),
        }
    }

    /// Without the empty ones at the end, as in the plain text.
    fn take_lines(&mut self) -> Vec<Vec<WrittenRun>> {
        let last = self.lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
        self.lines.truncate(last);
        std::mem::take(&mut self.lines)
    }
}

fn ends_line(element: &XmlElementRef) -> bool {
    matches!(&**element.tag(), "paragraph" | "heading" | "hardBreak")
}
