//! Which words of an ambition, or of the note of a conversation, were deleted.
//!
//! People delete words in many ways. What counts as deleted is a headline that was emptied or replaced as a whole, and
//! a block of a rich text (a paragraph, a heading, a list) that is gone or empty, with words in it
//! that do not stand anywhere in the new text. So a paragraph that becomes a heading, moves, or is joined with
//! another was not deleted. Who holds the backspace key deletes in many rows; what is kept is what stood there when
//! they began.

use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;
use yrs::{BranchID, Doc, GetString as _, ReadTxn as _, Transact as _, XmlFragment as _};

use super::replica::LoggedRow;
use crate::boards::bin::{Deleted, Deletion, Passage, copies};
use crate::boards::piece::Piece;
use crate::boards::rich_text;

const HEADLINE: &str = "headline";
const RICH_TEXTS: [&str; 3] = ["statement", "horizon", "note"];

/// What a board said before a row, and what its authors are in the middle of deleting.
#[derive(Debug, Default)]
pub(super) struct Passages {
    /// As of the last look; nothing when something was written since.
    before: Option<Blocks>,
    shrinking: HashMap<Key, Shrinking>,
}

/// Whether a row that deletes something puts something there too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Adds {
    Nothing,
    Something,
}

/// The headline, or the id of a block.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Key {
    Headline,
    Block(u64, u32),
}

type Blocks = BTreeMap<Key, Passage>;

/// A block from which one author has taken something, row after row, and added nothing.
#[derive(Debug)]
struct Shrinking {
    by: Uuid,
    /// As it was when they began.
    start: Passage,
    /// What is left of it.
    left: String,
}

impl Passages {
    /// Something may have changed unseen, and nobody is in the middle of anything.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Something was added and nothing deleted. Who deletes a headline but for its first letters and types another
    /// one there, replaces it when they begin to type.
    pub(super) fn added_to(&mut self, doc: &Doc, row: &LoggedRow) -> Option<Deletion> {
        self.before = None;
        let now = headline(doc);
        if self.shrinking.get(&Key::Headline).is_none_or(|begun| begun.left == now) {
            return None;
        }
        let begun = self.shrinking.remove(&Key::Headline).filter(|begun| is_another(&begun.start.text, &now))?;
        let row = LoggedRow { author: begun.by, ..row.clone() };
        Some(deletion(begun.start, &row, &blocks(doc)))
    }

    /// Looks at the document before a row that deletes something.
    pub(super) fn look(&mut self, doc: &Doc) {
        if self.before.is_none() {
            self.before = Some(blocks(doc));
        }
    }

    /// Looks at the document after it, and says what was deleted. Nothing is replaced by a row that adds nothing.
    pub(super) fn compare(&mut self, doc: &Doc, row: &LoggedRow, adds: Adds) -> Vec<Deletion> {
        let after = blocks(doc);
        let Some(before) = self.before.replace(after.clone()) else { return Vec::new() };
        let mut deletions = Vec::new();
        for (key, was) in &before {
            let left = after.get(key).map_or("", |is| is.text.as_str());
            if left == was.text || is_blank(&was.text) {
                continue;
            }
            let start = self.start(key, was, row.author);
            let replaced = adds == Adds::Something && *key == Key::Headline && is_another(&start.text, left);
            if is_blank(left) || replaced {
                if loses_words(&start, was, &before, &after) {
                    deletions.push(deletion(start, row, &after));
                }
            } else if left.len() < was.text.len() {
                let left = left.to_owned();
                self.shrinking.insert(key.clone(), Shrinking { by: row.author, start, left });
            }
        }
        deletions
    }

    /// The block as it was when `author` began to delete in it.
    fn start(&mut self, key: &Key, was: &Passage, author: Uuid) -> Passage {
        let begun = self.shrinking.remove(key).filter(|begun| begun.by == author && begun.left == was.text);
        begun.map_or_else(|| was.clone(), |begun| begun.start)
    }
}

fn deletion(start: Passage, row: &LoggedRow, after: &Blocks) -> Deletion {
    let copies_left = copies(&standing_beside(&start, after), &start.text);
    Deletion { seq: row.seq, by: row.author, at: row.at, what: Deleted::Passage(start), copies_left }
}

fn headline(doc: &Doc) -> String {
    let transaction = doc.transact();
    transaction.get_text(HEADLINE).map(|text| text.get_string(&transaction)).unwrap_or_default()
}

/// All blocks with something in them, and the headline.
fn blocks(doc: &Doc) -> Blocks {
    let headline = headline(doc);
    let transaction = doc.transact();
    let html = rich_text::escaped(&headline);
    let headline = Passage { root: HEADLINE.into(), place: 0, text: headline, html, piece: None };
    let mut found = Blocks::from([(Key::Headline, headline)]);
    for root in RICH_TEXTS {
        let Some(fragment) = transaction.get_xml_fragment(root) else { continue };
        for (place, block) in (0..).zip(fragment.children(&transaction)) {
            let BranchID::Nested(id) = AsRef::<yrs::branch::Branch>::as_ref(&block).id() else { continue };
            let passage = Passage {
                root: root.into(),
                place,
                text: rich_text::block_plain(block.clone(), &transaction),
                html: rich_text::block_html(block.clone(), &transaction),
                piece: Piece::copy(block, &transaction),
            };
            found.insert(Key::Block(id.client.get(), id.clock), passage);
        }
    }
    found
}

/// Whether words that stood in the passage when its author began to delete stand nowhere any more.
fn loses_words(start: &Passage, was: &Passage, before: &Blocks, after: &Blocks) -> bool {
    let (stood, stands) = (standing_beside(start, before), standing_beside(start, after));
    let mut lost = HashMap::new();
    for (text, by) in [(&stood, 1), (&was.text, -1), (&start.text, 1), (&stands, -1)] {
        for word in words(text) {
            *lost.entry(word).or_insert(0) += by;
        }
    }
    words(&start.text).any(|word| lost[word] > 0)
}

/// All text among which the passage would stand.
fn standing_beside(passage: &Passage, blocks: &Blocks) -> String {
    let is_headline = passage.root == HEADLINE;
    let texts = blocks.values().filter(|block| (block.root == HEADLINE) == is_headline);
    texts.map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Whether a headline is another one: no word of it is left, and hardly a letter at its ends.
fn is_another(was: &str, is: &str) -> bool {
    let kept: HashSet<&str> = words(is).collect();
    let same = |(a, b): &(char, char)| a == b;
    let ahead = was.chars().zip(is.chars()).take_while(same).count();
    let behind = was.chars().rev().zip(is.chars().rev()).take_while(same).count();
    words(was).all(|word| !kept.contains(word)) && (ahead + behind) * 2 < was.chars().count()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_blank(text: &str) -> bool {
    words(text).next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_that_is_typed_on_or_corrected_is_the_same_headline() {
        assert!(!is_another("Samen", "Samenspel"));
        assert!(!is_another("Wij spelen samen", "Wij leren samen"));
        assert!(!is_another("Samenspelen", "Samenspeln"));
        assert!(is_another("Samen tegen armoede", "N"));
        assert!(is_another("Samen tegen armoede", "Niemand alleen"));
    }
}
