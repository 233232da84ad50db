//! What was deleted, and whether it stands on its board again.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::boards::api::{CommonValue, Content, Note, Role};
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
    /// A common value.
    Value(CommonValue),
    /// Words of a text.
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
            Self::Value(_) => bin_item::Kind::Value,
            Self::Passage(_) => bin_item::Kind::Passage,
        }
    }

    /// The key it had in the document, or the root it stood in.
    pub(in crate::boards) fn item(&self) -> &str {
        match self {
            Self::Note(note) => &note.id,
            Self::Role(role) => &role.id,
            Self::Value(value) => &value.id,
            Self::Passage(passage) => &passage.root,
        }
    }
}

/// What stands on a board, read once to be asked often.
#[derive(Debug, Default)]
pub(in crate::boards) struct Standing {
    entries: HashSet<String>,
    headline: String,
    /// Of all rich texts of the board: what moved from one to the other is not deleted.
    rich_texts: String,
}

impl Standing {
    /// What `content` says.
    pub(in crate::boards) fn of(content: &Content) -> Self {
        match content {
            Content::Ambition(ambition) => Self {
                headline: in_one_line(&ambition.headline),
                rich_texts: in_one_line(&format!("{}\n{}", ambition.statement, ambition.horizon)),
                ..Self::default()
            },
            Content::Conversation(conversation) => {
                Self { rich_texts: in_one_line(&conversation.note), ..Self::default() }
            }
            Content::Canvas(canvas) => {
                Self { entries: canvas.notes.iter().map(|note| note.id.clone()).collect(), ..Self::default() }
            }
            Content::Roles(roles) => {
                Self { entries: roles.roles.iter().map(|role| role.id.clone()).collect(), ..Self::default() }
            }
            Content::Values(values) => {
                Self { entries: values.values.iter().map(|value| value.id.clone()).collect(), ..Self::default() }
            }
        }
    }

    /// Whether something is there that was deleted when a passage's text stood there still so often.
    pub(in crate::boards) fn has(&self, deleted: &Deleted, copies_left: i32) -> bool {
        match deleted {
            Deleted::Note(_) | Deleted::Role(_) | Deleted::Value(_) => self.entries.contains(deleted.item()),
            Deleted::Passage(passage) => {
                let among = if passage.root == "headline" { &self.headline } else { &self.rich_texts };
                count(among, &passage.text) > copies_left
            }
        }
    }
}

/// How often the words of `text` stand in `among` in this order, however they are broken into lines.
pub(in crate::boards) fn copies(among: &str, text: &str) -> i32 {
    count(&in_one_line(among), text)
}

/// How often `text` stands in words that are [`in_one_line`].
fn count(among: &str, text: &str) -> i32 {
    let text = in_one_line(text);
    if text.is_empty() {
        return 0;
    }
    // Spaces around both, so that "samen" is not found in "samenspel".
    i32::try_from(among.matches(&text).count()).unwrap_or(i32::MAX)
}

/// The words with a space before and after each. A space that two words share would hide the second of "a a".
fn in_one_line(text: &str) -> String {
    text.split_whitespace().flat_map(|word| [" ", word, " "]).collect()
}

/// Of deletions in the order in which they happened, those that count: of each entry the last, and of all only what is
/// not on the board again.
pub(in crate::boards) fn remaining(deletions: Vec<Deletion>, standing: &Standing) -> Vec<Deletion> {
    let mut later: HashSet<(bin_item::Kind, String)> = HashSet::new();
    let mut remaining: Vec<Deletion> = deletions
        .into_iter()
        .rev()
        .filter(|deletion| {
            let is_last = matches!(deletion.what, Deleted::Passage(_))
                || later.insert((deletion.what.kind(), deletion.what.item().to_owned()));
            is_last && !standing.has(&deletion.what, deletion.copies_left)
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
