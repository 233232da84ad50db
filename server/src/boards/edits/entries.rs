//! What cards, roles and values have in common: each is a map under a key of its board's root, with a place among the others.

use yrs::{Any, In, Map as _, MapRef, Out, ReadTxn, TextPrelim, TransactionMut};

use super::ordering::{Placed, place};
use super::text;

/// The entry with this key.
pub(super) fn entry(transaction: &impl ReadTxn, root: &MapRef, id: &str) -> Option<MapRef> {
    match root.get(transaction, id) {
        Some(Out::YMap(entry)) => Some(entry),
        _ => None,
    }
}

/// Makes room at a position among `others`, and gives the index for whatever comes there.
pub(super) fn make_room(
    transaction: &mut TransactionMut<'_>,
    root: &MapRef,
    others: &[Placed],
    position: i64,
) -> String {
    let placement = place(others, position);
    for (id, order) in placement.moved {
        if let Some(neighbour) = entry(transaction, root, &id) {
            neighbour.insert(transaction, "order", order);
        }
    }
    placement.order
}

/// Whether something with this key and index stands at a position among `others` already.
pub(super) fn stands_at(id: &str, order: &str, others: &[Placed], position: i64) -> bool {
    let before = others.iter().filter(|(other, index)| (index.as_str(), other.as_str()) < (order, id)).count();
    let wanted = usize::try_from(position.max(0)).unwrap_or(usize::MAX).min(others.len());
    before == wanted
}

/// Makes the shared text under a key say `wanted`.
pub(super) fn set_text(transaction: &mut TransactionMut<'_>, entry: &MapRef, key: &'static str, wanted: &str) {
    match entry.get(transaction, key) {
        Some(Out::YText(shared)) => text::rewrite(transaction, &shared, wanted),
        _ => drop(entry.insert(transaction, key, TextPrelim::new(wanted))),
    }
}

/// Sets a plain value, unless it stands there already: then others' simultaneous change of it is not undone.
pub(in crate::boards) fn set(transaction: &mut TransactionMut<'_>, entry: &MapRef, key: &str, value: Any) {
    if !matches!(entry.get(transaction, key), Some(Out::Any(known)) if known == value) {
        entry.insert(transaction, key.to_owned(), In::Any(value));
    }
}
