//! Where an item stands among others: the same rules as in the web's `realtime/ordering.ts`.

use super::fractional::{between, many_between};

/// The key in its map and the fractional index of an item. A list of them is sorted by index, ties by key.
pub(super) type Placed = (String, String);

/// The index of a new item, and new ones for those that have to give way.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Placement {
    pub(super) order: String,
    pub(super) moved: Vec<Placed>,
}

/// Makes room at `position` of a sorted list that does not hold the item itself; beyond its ends means at its ends.
///
/// Two people who add in the same place at once may have given out the same index. Between equals there is none, so
/// the equals behind the new item get indexes of their own.
pub(super) fn place(sorted: &[Placed], position: i64) -> Placement {
    let at = usize::try_from(position.max(0)).unwrap_or(usize::MAX).min(sorted.len());
    let (front, behind) = sorted.split_at(at);
    let before = front.last().map(|(_, order)| order.as_str());
    let equals = before.map_or(0, |before| behind.iter().take_while(|(_, order)| order.as_str() <= before).count());
    let (tied, behind) = behind.split_at(equals);
    let after = behind.first().map(|(_, order)| order.as_str());
    if tied.is_empty() {
        return between(before, after)
            .map_or_else(|_| renumber(sorted, at), |order| Placement { order, moved: Vec::new() });
    }
    match many_between(before, after, tied.len() + 1) {
        Ok(mut orders) => {
            let order = orders.remove(0);
            Placement { order, moved: renamed(tied, orders) }
        }
        Err(_) => renumber(sorted, at),
    }
}

/// Another client wrote what is no fractional index: everything gets a new one, in the order shown.
fn renumber(sorted: &[Placed], at: usize) -> Placement {
    let mut orders = many_between(None, None, sorted.len() + 1).unwrap_or_default();
    let order = if at < orders.len() { orders.remove(at) } else { String::new() };
    Placement { order, moved: renamed(sorted, orders) }
}

fn renamed(items: &[Placed], orders: Vec<String>) -> Vec<Placed> {
    items.iter().map(|(id, _)| id.clone()).zip(orders).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(items: &[(&str, &str)]) -> Vec<Placed> {
        items.iter().map(|(id, order)| ((*id).to_owned(), (*order).to_owned())).collect()
    }

    /// The ids as everybody sees them after something new was put at `position`.
    fn shown(before: &[Placed], position: i64) -> Vec<String> {
        let Placement { order, moved } = place(before, position);
        let mut after = before.to_vec();
        for (id, order) in moved {
            after.retain(|(known, _)| *known != id);
            after.push((id, order));
        }
        after.push(("new".to_owned(), order));
        after.sort_by(|one, other| (&one.1, &one.0).cmp(&(&other.1, &other.0)));
        after.into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn an_item_is_put_first_between_and_last_and_beyond_the_ends_at_the_ends() {
        let three = list(&[("a", "a0"), ("b", "a1"), ("c", "a2")]);
        for (position, expected) in [(0, 0), (1, 1), (3, 3), (-4, 0), (40, 3), (i64::MIN, 0), (i64::MAX, 3)] {
            let mut ids = vec!["a", "b", "c"];
            ids.insert(expected, "new");
            assert_eq!(shown(&three, position), ids, "{position}");
        }
        assert_eq!(place(&[], 0).order, "a0");
    }

    #[test]
    fn room_is_found_between_two_that_were_given_the_same_index_at_once() {
        let tied = list(&[("a", "a0"), ("b", "a0"), ("c", "a0"), ("d", "a1")]);
        for position in 0..=4 {
            let mut ids = vec!["a", "b", "c", "d"];
            ids.insert(position, "new");
            assert_eq!(shown(&tied, i64::try_from(position).unwrap_or_default()), ids);
        }
    }

    #[test]
    fn what_is_no_index_is_survived() {
        let strange = list(&[("a", ""), ("b", "!!"), ("c", "zz")]);
        for position in 0..=3 {
            let mut ids = vec!["a", "b", "c"];
            ids.insert(position, "new");
            assert_eq!(shown(&strange, i64::try_from(position).unwrap_or_default()), ids);
        }
    }
}
