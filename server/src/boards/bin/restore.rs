//! How something comes back out of the bin: as a new edit by whoever restores it, under its old key and in its old
//! place, made and checked like any other edit.

use sea_orm::DbErr;
use uuid::Uuid;
use yrs::{
    Any, GetString as _, Map as _, MapPrelim, MapRef, ReadTxn as _, Text as _, TextPrelim, TransactionMut,
    WriteTxn as _,
};

use super::store::{self, Claim};
use super::{Deleted, Passage, copies};
use crate::accounts::Actor;
use crate::app::App;
use crate::boards::api::{CommonValue, Note, Role};
use crate::boards::edits::{Desk, EditError};
use crate::boards::rich_text;
use crate::boards::store::Board;
use crate::error::Problem;
use crate::realtime::WriteError;

/// Why something was not restored.
#[derive(Debug, thiserror::Error)]
pub(super) enum RestoreError {
    /// There is no such thing in the bin of that board.
    #[error("there is no such thing in the bin")]
    NotFound,
    /// It stands on the board.
    #[error("it is on the board already")]
    ThereAlready,
    /// Somebody is just restoring it, or did and was told that nobody knows what became of it.
    #[error("it is being restored")]
    Underway,
    /// It could not be written.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// What the bin kept cannot be read.
    #[error("what was kept cannot be read")]
    Unreadable(#[from] serde_json::Error),
}

/// Puts something back, and gives the number of the last change on the board once everybody has it.
pub(super) async fn restore(app: &App, actor: &Actor, board: &Board, item: Uuid) -> Result<i64, RestoreError> {
    let now = app.clock.now();
    let found = store::item(app.database.reader(), board, item, now).await?;
    let item = found.ok_or(RestoreError::NotFound)?;
    let (deleted, copies_left) = (serde_json::from_str::<Deleted>(&item.content)?, item.copies_left);
    let desk = Desk::open(app, actor.account_id, board.id, board.kind).await?;
    // Of two who restore the same thing at the same moment, one must not do it.
    match store::claim(&app.database, item.id, now).await? {
        Claim::Had => {}
        Claim::Elsewhere => return Err(RestoreError::Underway),
        Claim::Returned => return Err(RestoreError::ThereAlready),
    }
    match desk.write(move |transaction| Ok(put_back(transaction, &deleted, copies_left))).await {
        Ok((is_new, seq)) => {
            // The projector marks it too.
            complain(store::settle(&app.database, item.id, now).await, item.id);
            if is_new { Ok(seq) } else { Err(RestoreError::ThereAlready) }
        }
        // It may yet be found in the log: the claim ends by itself.
        Err(error @ EditError::Write(WriteError::Busy)) => Err(error.into()),
        Err(error) => {
            complain(store::release(&app.database, item.id).await, item.id);
            Err(error.into())
        }
    }
}

/// What is on the board, or is not, is so also when the bin cannot say it yet.
fn complain(outcome: Result<(), DbErr>, item: Uuid) {
    if let Err(error) = outcome {
        tracing::warn!(%item, error = &error as &dyn std::error::Error, "a bin cannot say what became of an item");
    }
}

/// Writes it as it was; false when it is there.
fn put_back(transaction: &mut TransactionMut<'_>, deleted: &Deleted, copies_left: i32) -> bool {
    match deleted {
        Deleted::Note(note) => {
            let root = transaction.get_or_insert_map("notes");
            !root.contains_key(transaction, &note.id) && put_note(transaction, &root, note)
        }
        Deleted::Role(role) => {
            let root = transaction.get_or_insert_map("roles");
            !root.contains_key(transaction, &role.id) && put_role(transaction, &root, role)
        }
        Deleted::Value(value) => {
            let root = transaction.get_or_insert_map("values");
            !root.contains_key(transaction, &value.id) && put_value(transaction, &root, value)
        }
        Deleted::Passage(passage) => {
            let is_there = copies(&standing(transaction, passage), &passage.text) > copies_left;
            !is_there && put_passage(transaction, passage)
        }
    }
}

fn put_note(transaction: &mut TransactionMut<'_>, root: &MapRef, note: &Note) -> bool {
    let (block, order) = (note.block.as_str(), note.order.as_str());
    let card = root.insert(transaction, note.id.as_str(), MapPrelim::from([("block", block), ("order", order)]));
    card.insert(transaction, "partner", note.partner.as_deref().map_or(Any::Null, Any::from));
    card.insert(transaction, "text", TextPrelim::new(note.text.as_str()));
    true
}

fn put_role(transaction: &mut TransactionMut<'_>, root: &MapRef, role: &Role) -> bool {
    let entry = root.insert(transaction, role.id.as_str(), MapPrelim::from([("order", role.order.as_str())]));
    entry.insert(transaction, "title", TextPrelim::new(role.title.as_str()));
    entry.insert(transaction, "purpose", TextPrelim::new(role.purpose.as_str()));
    entry.insert(transaction, "seats_min", i32::from(role.seats_min));
    entry.insert(transaction, "seats_max", i32::from(role.seats_max));
    let qualities = entry.insert(transaction, "qualities", MapPrelim::default());
    for (id, weight) in &role.qualities {
        qualities.insert(transaction, id.as_str(), i32::from(*weight));
    }
    let drives = entry.insert(transaction, "drives", MapPrelim::default());
    for (id, is_meant) in &role.drives {
        drives.insert(transaction, id.as_str(), *is_meant);
    }
    true
}

fn put_value(transaction: &mut TransactionMut<'_>, root: &MapRef, value: &CommonValue) -> bool {
    let entry = root.insert(transaction, value.id.as_str(), MapPrelim::from([("order", value.order.as_str())]));
    entry.insert(transaction, "name", TextPrelim::new(value.name.as_str()));
    entry.insert(transaction, "meaning", TextPrelim::new(value.meaning.as_str()));
    true
}

/// A headline takes the place of the one that is there; that one is in the bin then. A block goes where it stood.
fn put_passage(transaction: &mut TransactionMut<'_>, passage: &Passage) -> bool {
    if let Some(piece) = &passage.piece {
        let root = transaction.get_or_insert_xml_fragment(passage.root.as_str());
        piece.insert(transaction, &root, passage.place);
    } else {
        let root = transaction.get_or_insert_text(passage.root.as_str());
        let length = root.len(transaction);
        root.remove_range(transaction, 0, length);
        root.insert(transaction, 0, &passage.text);
    }
    true
}

/// The words among which the passage would stand.
fn standing(transaction: &TransactionMut<'_>, passage: &Passage) -> String {
    if passage.piece.is_none() {
        let root = transaction.get_text(passage.root.as_str());
        return root.map(|text| text.get_string(transaction)).unwrap_or_default();
    }
    let texts = ["statement", "horizon"].into_iter().filter_map(|root| transaction.get_xml_fragment(root));
    texts.map(|fragment| rich_text::plain(&fragment, transaction)).collect::<Vec<_>>().join("\n")
}

impl From<DbErr> for RestoreError {
    fn from(error: DbErr) -> Self {
        Self::Edit(error.into())
    }
}

impl From<RestoreError> for Problem {
    fn from(error: RestoreError) -> Self {
        match error {
            RestoreError::NotFound => Self::not_found(),
            RestoreError::ThereAlready => Self::conflict("conflict", "It is on the board already"),
            RestoreError::Underway => Self::unavailable(),
            RestoreError::Edit(error) => error.into(),
            RestoreError::Unreadable(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "what a bin kept cannot be read");
                Self::internal()
            }
        }
    }
}
