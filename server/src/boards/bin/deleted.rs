//! What was deleted, and whether it stands on its board again.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::boards::api::{Content, Note, Role};
use crate::boards::piece::Piece;
use crate::entity::bin_item;

/// Something that was deleted, as it was right before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::boards) enum Deleted {
    /// A card of a canvas.
    Note(Note),
    /// A role.
    Role(Role),
    /// Words of an ambition.
    Passage(Passage),
}

/// A headline, or a block of a rich text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::boards) struct Passage {
    /// The root it stood in.
    pub(in crate::boards) root: String,
    /// How many blocks stood before it.
    pub(in crate::boards) place: u32,
    pub(in crate::boards) text: String,
    pub(in crate::boards) html: String,
    /// The block with its markup; nothing for a headline, which has none.
    pub(in crate::boards) piece: Option<Piece>,
}

/// Which row of the log deleted what.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::boards) struct Deletion {
    pub(in crate::boards) seq: i64,
    pub(in crate::boards) by: Uuid,
    pub(in crate::boards) at: DateTime<Utc>,
    pub(in crate::boards) what: Deleted,
    /// How often the text of a passage stood on the board still, right after.
    pub(in crate::boards) copies_left: i32,
}

impl Deleted {
    pub(in crate::boards) fn kind(&self) -> bin_item::Kind {
        match self {
            Self::Note(_) => bin_item::Kind::Note,
            Self::Role(_) => bin_item::Kind::Role,
            Self::Passage(_) => bin_item::Kind::Passage,
        }
    }

    /// The key it had in the document, or the root it stood in.
    pub(in crate::boards) fn item(&self) -> &str {
        match self {
            Self::Note(note) => &note.id,
            Self::Role(role) => &role.id,
            Self::Passage(passage) => &passage.root,
        }
    }

    /// Whether it is back on a board that says `content`.
    pub(in crate::boards) fn stands_on(&self, content: &Content, copies_left: i32) -> bool {
        match (self, content) {
            (Self::Note(note), Content::Canvas(canvas)) => canvas.notes.iter().any(|there| there.id == note.id),
            (Self::Role(role), Content::Roles(roles)) => roles.roles.iter().any(|there| there.id == role.id),
            (Self::Passage(passage), Content::Ambition(_)) => {
                copies(&standing(content, &passage.root), &passage.text) > copies_left
            }
            _ => false,
        }
    }
}

/// All the words among which a passage of `root` would stand. What moved from the statement to the horizon is not
/// deleted.
pub(in crate::boards) fn standing(content: &Content, root: &str) -> String {
    match content {
        Content::Ambition(ambition) if root == "headline" => ambition.headline.clone(),
        Content::Ambition(ambition) => format!("{}\n{}", ambition.statement, ambition.horizon),
        _ => String::new(),
    }
}

/// How often the words of `text` stand in `among` in this order, however they are broken into lines.
pub(in crate::boards) fn copies(among: &str, text: &str) -> i32 {
    let text = in_one_line(text);
    if text.is_empty() {
        return 0;
    }
    // Spaces around both, so that "samen" is not found in "samenspel".
    let count = in_one_line(among).matches(&text).count();
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The words with a space before and after each. A space that two words share would hide the second of "a a".
fn in_one_line(text: &str) -> String {
    text.split_whitespace().flat_map(|word| [" ", word, " "]).collect()
}

/// Of deletions in the order in which they happened, those that count: of each entry the last, and of all only what is
/// not on the board again.
pub(in crate::boards) fn remaining(deletions: Vec<Deletion>, content: &Content) -> Vec<Deletion> {
    let mut later: HashSet<(bin_item::Kind, String)> = HashSet::new();
    let mut remaining: Vec<Deletion> = deletions
        .into_iter()
        .rev()
        .filter(|deletion| {
            let is_last = matches!(deletion.what, Deleted::Passage(_))
                || later.insert((deletion.what.kind(), deletion.what.item().to_owned()));
            is_last && !deletion.what.stands_on(content, deletion.copies_left)
        })
        .collect();
    remaining.reverse();
    remaining
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_words_and_across_lines() {
        assert_eq!(copies("wij spelen samen\nen samen\tspelen", "samen"), 2);
        assert_eq!(copies("samenspel", "samen"), 0);
        assert_eq!(copies("a a a", "a"), 3);
        assert_eq!(copies("wij spelen\nsamen", "spelen samen"), 1);
        assert_eq!(copies("wij", " "), 0);
    }
}
