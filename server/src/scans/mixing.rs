//! Orders and ids that follow from nothing, so that neither tells who came when.

use uuid::Uuid;

use crate::entity::scan_response;
use crate::ids;

/// Answers in another order, under other ids.
pub(super) fn mixed(responses: Vec<scan_response::Model>) -> Vec<scan_response::Model> {
    let renamed = responses.into_iter().map(|response| scan_response::Model { id: ids::unordered(), ..response });
    shuffled(renamed.collect())
}

/// Anything in another order.
pub(super) fn shuffled<T>(items: Vec<T>) -> Vec<T> {
    let mut keyed: Vec<(Uuid, T)> = items.into_iter().map(|item| (ids::unordered(), item)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, item)| item).collect()
}
