//! What goes into a bin, what is out of it again, and what has no room in it.

use sea_orm::DbErr;
use uuid::Uuid;

use super::{Deleted, Deletion, MOST, Standing};
use crate::entity::bin_item;
use crate::ids;

/// How much of something.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Amount {
    pub(super) items: usize,
    pub(super) bytes: usize,
}

impl Amount {
    /// Whether there is room for another `bytes`. For one item there always is, however large it is.
    fn take(&mut self, bytes: usize, most: Self) -> bool {
        self.items += 1;
        self.bytes += bytes;
        self.items == 1 || (self.items <= most.items && self.bytes <= most.bytes)
    }
}

/// The rows of deletions in the order in which they happened: of the latest, as many as a bin holds.
pub(in crate::boards) fn fill(board: Uuid, deletions: Vec<Deletion>) -> Result<Vec<bin_item::Model>, DbErr> {
    let mut taken = Amount::default();
    let mut rows = Vec::new();
    for deletion in deletions.into_iter().rev() {
        let row = row(board, &deletion)?;
        if !taken.take(row.content.len(), MOST) {
            break;
        }
        rows.push(row);
    }
    rows.reverse();
    // Ids rise, so that of what was deleted by the same row the order stays.
    for row in &mut rows {
        row.id = ids::ordered();
    }
    Ok(rows)
}

fn row(board: Uuid, deletion: &Deletion) -> Result<bin_item::Model, DbErr> {
    Ok(bin_item::Model {
        id: Uuid::nil(),
        board_id: board,
        kind: deletion.what.kind(),
        item: deletion.what.item().to_owned(),
        content: serde_json::to_string(&deletion.what).map_err(|error| DbErr::Json(error.to_string()))?,
        deleted_at: deletion.at,
        deleted_by: deletion.by,
        deleted_seq: deletion.seq,
        copies_left: deletion.copies_left,
        returned_at: None,
        claimed_until: None,
    })
}

/// Those passages that stand on the board again.
pub(in crate::boards) fn returned(passages: &[bin_item::Model], standing: &Standing) -> Vec<Uuid> {
    let is_back = |item: &&bin_item::Model| {
        serde_json::from_str::<Deleted>(&item.content).is_ok_and(|deleted| standing.has(&deleted, item.copies_left))
    };
    passages.iter().filter(is_back).map(|item| item.id).collect()
}

/// Of what is in a bin, with the size of each, the ids of what has no room there. The first are the last to go.
pub(super) fn overflow(items: Vec<(Uuid, i64)>, most: Amount) -> Vec<Uuid> {
    let mut kept = Amount::default();
    let overflow = items.into_iter().skip_while(|(_, bytes)| kept.take(usize::try_from(*bytes).unwrap_or(0), most));
    overflow.map(|(id, _)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(sizes: &[i64]) -> Vec<(Uuid, i64)> {
        (1..).map(Uuid::from_u128).zip(sizes.iter().copied()).collect()
    }

    fn numbers(ids: &[Uuid]) -> Vec<u128> {
        ids.iter().map(Uuid::as_u128).collect()
    }

    #[test]
    fn what_comes_last_has_no_room_when_there_is_too_much() {
        let most = Amount { items: 3, bytes: 10 };
        assert_eq!(numbers(&overflow(sizes(&[1, 1, 1]), most)), []);
        assert_eq!(numbers(&overflow(sizes(&[1, 1, 1, 1, 1]), most)), [4, 5]);
        assert_eq!(numbers(&overflow(sizes(&[5, 5, 1]), most)), [3]);
        assert_eq!(numbers(&overflow(sizes(&[5, 6, 1]), most)), [2, 3], "nothing older stays where newer went");
        assert_eq!(numbers(&overflow(sizes(&[99, 1]), most)), [2], "the first stays, however large");
    }
}
