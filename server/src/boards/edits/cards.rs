//! Cards of the business model.

use std::collections::BTreeMap;

use uuid::Uuid;
use yrs::{Any, In, Map as _, MapPrelim, MapRef, ReadTxn, TextPrelim, TransactionMut, WriteTxn as _};

use super::entries::{entry, make_room, set, set_text, stands_at};
use super::error::EditError;
use super::ordering::Placed;
use crate::boards::api::Note;
use crate::boards::blocks::Block;
use crate::boards::content;

const ROOT: &str = "notes";

/// A card to be added.
#[derive(Debug)]
pub(in crate::boards) struct NewCard {
    pub(in crate::boards) id: String,
    pub(in crate::boards) block: &'static Block,
    pub(in crate::boards) text: String,
    pub(in crate::boards) partner: Option<Uuid>,
    /// From 0, in its block; at its end when left out.
    pub(in crate::boards) position: Option<i64>,
}

/// What is to be different about a card.
#[derive(Debug, Default)]
pub(super) struct CardChange {
    pub(super) block: Option<&'static Block>,
    pub(super) text: Option<String>,
    #[allow(clippy::option_option, reason = "left as it is, about nobody, and about a partner are three things")]
    pub(super) partner: Option<Option<Uuid>>,
    pub(super) position: Option<i64>,
}

/// Adds cards in this order; gives them as they are. One that is there already stays as it is.
pub(in crate::boards) fn add(
    transaction: &mut TransactionMut<'_>,
    cards: Vec<NewCard>,
) -> Result<Vec<Note>, EditError> {
    let notes = transaction.get_or_insert_map(ROOT);
    let mut blocks = by_block(transaction);
    let mut added = Vec::with_capacity(cards.len());
    for card in cards {
        if entry(transaction, &notes, &card.id).is_none() {
            let others = blocks.entry(card.block.id.to_owned()).or_default();
            let order = make_room(transaction, &notes, others, card.position.unwrap_or(i64::MAX));
            insert(transaction, &notes, &card, &order);
            if card.position.is_some() {
                blocks = by_block(transaction);
            } else {
                others.push((card.id.clone(), order));
            }
        }
        added.push(find(transaction, &notes, &card.id)?.1);
    }
    Ok(added)
}

/// Changes a card. Its text is changed by what differs; where it stands and what it says are changed apart, so that
/// others may go on writing in it.
pub(super) fn change(
    transaction: &mut TransactionMut<'_>,
    id: &str,
    change: &CardChange,
) -> Result<Note, EditError> {
    let notes = transaction.get_or_insert_map(ROOT);
    let (card, now) = find(transaction, &notes, id)?;
    if let Some(text) = &change.text {
        set_text(transaction, &card, "text", text);
    }
    if let Some(partner) = change.partner {
        set(transaction, &card, "partner", partner_value(partner));
    }
    let block = change.block.map_or(now.block.as_str(), |block| block.id);
    let is_elsewhere = block != now.block;
    if is_elsewhere || change.position.is_some() {
        let mut others = by_block(transaction).remove(block).unwrap_or_default();
        others.retain(|(other, _)| other != id);
        let position = change.position.unwrap_or(i64::MAX);
        if is_elsewhere || !stands_at(id, &now.order, &others, position) {
            let order = make_room(transaction, &notes, &others, position);
            // Always both, as the web does: of two moves at the same time one wins as a whole.
            card.insert(transaction, "block", block);
            card.insert(transaction, "order", order);
        }
    }
    Ok(find(transaction, &notes, id)?.1)
}

/// Takes a card away.
pub(super) fn remove(transaction: &mut TransactionMut<'_>, id: &str) -> Result<(), EditError> {
    let notes = transaction.get_or_insert_map(ROOT);
    find(transaction, &notes, id)?;
    notes.remove(transaction, id);
    Ok(())
}

fn find(transaction: &impl ReadTxn, notes: &MapRef, id: &str) -> Result<(MapRef, Note), EditError> {
    let card = entry(transaction, notes, id).ok_or(EditError::NotFound)?;
    let note = content::note(id.to_owned(), &card, transaction).ok_or(EditError::NotFound)?;
    Ok((card, note))
}

/// Where the cards stand, block by block.
fn by_block(transaction: &impl ReadTxn) -> BTreeMap<String, Vec<Placed>> {
    let mut blocks: BTreeMap<String, Vec<Placed>> = BTreeMap::new();
    for note in content::entries(transaction, ROOT, content::note) {
        blocks.entry(note.block).or_default().push((note.id, note.order));
    }
    blocks
}

fn insert(transaction: &mut TransactionMut<'_>, notes: &MapRef, card: &NewCard, order: &str) {
    let entry = MapPrelim::from_iter([
        ("block", In::from(card.block.id)),
        ("text", TextPrelim::new(card.text.as_str()).into()),
        ("order", order.into()),
        ("partner", partner_value(card.partner).into()),
    ]);
    notes.insert(transaction, card.id.as_str(), entry);
}

fn partner_value(partner: Option<Uuid>) -> Any {
    partner.map_or(Any::Null, |id| Any::from(id.to_string()))
}
