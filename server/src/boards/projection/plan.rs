//! What is to be written of a board: worked out before anything is locked, and cut into parts of which each is written
//! in a moment.

use sea_orm::DbErr;
use serde_json::{Value, json};
use uuid::Uuid;

use super::differences::{self, Difference, Entry};
use super::store::{Followed, Tables};
use crate::boards::api::{AmbitionContent, CommonValue, Content, ConversationContent, Note, Role};
use crate::boards::bin::{self, Deletion, Standing};
use crate::database::ROWS_AT_ONCE;
use crate::entity::bin_item;

/// How many changes are written in one transaction, so that whoever saves meanwhile waits for no more than that.
const AT_ONCE: usize = ROWS_AT_ONCE;

/// What was read of a board.
#[derive(Debug)]
pub(super) struct Read {
    /// The last row in it.
    pub(super) seq: i64,
    pub(super) content: Content,
    /// What was deleted on the way.
    pub(super) deletions: Vec<Deletion>,
    /// Who wrote all that is new, when it was one person.
    pub(super) author: Option<Uuid>,
}

/// What is to be written of a board.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) seq: i64,
    pub(super) author: Option<Uuid>,
    /// In the order in which they are to be written.
    pub(super) parts: Vec<Part>,
    /// What comes into the bin with the last of them.
    pub(super) deleted: Vec<bin_item::Model>,
    pub(super) returned: Returned,
}

/// What may have left the bin.
#[derive(Debug)]
pub(super) enum Returned {
    /// Nothing: nothing comes back to a board without being added to it.
    Nothing,
    /// Every card, role and value that has a row, and these passages.
    Entries(Vec<Uuid>),
}

/// What is written at once.
#[derive(Debug)]
pub(super) enum Part {
    Ambition(AmbitionContent, Vec<&'static str>),
    Conversation(ConversationContent),
    Cards(Vec<Difference<Note>>),
    Roles(Vec<Difference<Role>>),
    Values(Vec<Difference<CommonValue>>),
}

impl Plan {
    /// What makes `tables` say what was read.
    pub(super) fn new(of: &Followed, tables: Tables, read: Read) -> Result<Self, DbErr> {
        let Read { seq, content, deletions, author } = read;
        let standing = Standing::of(&content);
        let deletions = bin::remaining(deletions, &standing);
        let has_name = |deletion: &Deletion| differences::is_name(deletion.what.item());
        let deleted = bin::fill(of.board, deletions.into_iter().filter(has_name).collect())?;
        let passages = match &tables {
            Tables::Ambition(_, passages) | Tables::Conversation(_, passages) => bin::returned(passages, &standing),
            _ => Vec::new(),
        };
        let parts = parts(tables, content);
        let returned = if parts.iter().any(Part::adds) { Returned::Entries(passages) } else { Returned::Nothing };
        Ok(Self { seq, author, parts, deleted, returned })
    }
}

fn parts(tables: Tables, content: Content) -> Vec<Part> {
    match (tables, content) {
        (Tables::Ambition(was, _), Content::Ambition(is)) => {
            let is = AmbitionContent {
                headline: differences::storable(is.headline),
                statement: differences::storable(is.statement),
                horizon: differences::storable(is.horizon),
                ..is
            };
            let fields = differences::of_ambition(&was, &is);
            if fields.is_empty() { Vec::new() } else { vec![Part::Ambition(is, fields)] }
        }
        (Tables::Conversation(was, _), Content::Conversation(is)) => {
            let is = ConversationContent { note: differences::storable(is.note), ..is };
            if was == is.note { Vec::new() } else { vec![Part::Conversation(is)] }
        }
        (Tables::Cards(was), Content::Canvas(is)) => {
            in_parts(differences::between(was, differences::storable_notes(is.notes)), Part::Cards)
        }
        (Tables::Roles(was), Content::Roles(is)) => {
            in_parts(differences::between(was, differences::storable_roles(is.roles)), Part::Roles)
        }
        (Tables::Values(was), Content::Values(is)) => {
            in_parts(differences::between(was, differences::storable_values(is.values)), Part::Values)
        }
        // A board's kind never changes.
        _ => Vec::new(),
    }
}

fn in_parts<T>(differences: Vec<Difference<T>>, part: impl Fn(Vec<Difference<T>>) -> Part) -> Vec<Part> {
    let mut differences = differences.into_iter().peekable();
    let mut parts = Vec::new();
    while differences.peek().is_some() {
        parts.push(part(differences.by_ref().take(AT_ONCE).collect()));
    }
    parts
}

impl Part {
    fn adds(&self) -> bool {
        match self {
            Self::Ambition(..) | Self::Conversation(..) => true,
            Self::Cards(differences) => adds(differences),
            Self::Roles(differences) => adds(differences),
            Self::Values(differences) => adds(differences),
        }
    }

    /// The type and the data of each event that tells of it.
    pub(super) fn news(&self, board: Uuid, seq: i64) -> Vec<(String, Value)> {
        match self {
            Self::Ambition(_, fields) => {
                vec![("ambition.changed".into(), json!({ "board": board, "seq": seq, "fields": fields }))]
            }
            Self::Conversation(_) => {
                vec![("conversation.changed".into(), json!({ "board": board, "seq": seq }))]
            }
            Self::Cards(differences) => told(differences, board, seq),
            Self::Roles(differences) => told(differences, board, seq),
            Self::Values(differences) => told(differences, board, seq),
        }
    }
}

fn adds<T>(differences: &[Difference<T>]) -> bool {
    differences.iter().any(|difference| matches!(difference, Difference::Added(_)))
}

fn told<T: Entry>(differences: &[Difference<T>], board: Uuid, seq: i64) -> Vec<(String, Value)> {
    differences.iter().map(|difference| difference.event(board, seq)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boards::api::CanvasContent;
    use crate::boards::kind::Kind;

    #[test]
    fn what_is_very_different_is_written_in_parts_that_together_are_all_of_it() {
        let of = Followed { board: Uuid::nil(), partnership: Uuid::nil(), kind: Kind::Canvas, seq: 0, turn: 0 };
        let note = |number: usize| Note {
            id: number.to_string(),
            block: "channels".into(),
            text: String::new(),
            order: "a0".into(),
            partner: None,
        };
        let content = Content::Canvas(CanvasContent { seq: 1, notes: (0..1_201).map(note).collect() });
        let read = Read { seq: 1, content, deletions: Vec::new(), author: None };
        let Ok(plan) = Plan::new(&of, Tables::Cards(Vec::new()), read) else { unreachable!("nothing was deleted") };
        let news: Vec<_> = plan.parts.iter().map(|part| part.news(of.board, 1)).collect();
        assert_eq!(news.iter().map(Vec::len).collect::<Vec<_>>(), [500, 500, 201]);
        let mut cards: Vec<_> = news.iter().flatten().map(|(_, data)| data["card"].to_string()).collect();
        cards.sort_unstable();
        cards.dedup();
        assert_eq!(cards.len(), 1_201);
    }
}
