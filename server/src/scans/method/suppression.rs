//! Which partners are shown by themselves, and which only together.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

/// Partners that are shown as one. No figure is ever computed of fewer.
pub(crate) type Cell = BTreeSet<Uuid>;

/// The partners of a round, with their marks: the numbers by which they are known in the partnership.
pub(crate) type Marks = BTreeMap<Uuid, i16>;

/// Of whom figures may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Showing {
    /// Of every partner: each answers with one voice, and openly.
    Openly,
    /// Of at least so many people together.
    InCellsOf(usize),
}

impl Showing {
    /// How partners are shown of whom so many people answered; nothing when too few did.
    pub(crate) fn cells(self, answered: &BTreeMap<Uuid, usize>, marks: &Marks) -> Option<Vec<Cell>> {
        match self {
            Self::InCellsOf(k) => cells(answered, marks, k),
            Self::Openly => {
                let answering = answered.iter().filter(|&(_, &people)| people > 0);
                let each: Vec<Cell> = answering.map(|(&partner, _)| Cell::from([partner])).collect();
                (each.len() >= FEWEST_PARTNERS).then_some(each)
            }
        }
    }
}

/// Fewer answers than this over all partners are no report.
const FEWEST_ANSWERS: usize = 5;
/// Fewer partners than this are no partnership.
const FEWEST_PARTNERS: usize = 2;

/// How partners are shown of whom so many people answered: in cells of at least `k` people each. Nothing when too few
/// answered for any report.
///
/// A partner of whom fewer than `k` people answered is hidden. While something is hidden, and is one partner or fewer
/// than `k` people, the smallest of the shown ones is hidden as well: otherwise what is hidden could be computed from the
/// whole and the rest. Of several that are as small it is the one with the highest mark, so that neither ids nor the
/// order of anything decide. All that is hidden is shown as one. The cells are sorted.
pub(crate) fn cells(answered: &BTreeMap<Uuid, usize>, marks: &Marks, k: usize) -> Option<Vec<Cell>> {
    let answering = answered.values().filter(|&&people| people > 0).count();
    if answering < FEWEST_PARTNERS || answered.values().sum::<usize>() < FEWEST_ANSWERS.max(k) {
        return None;
    }
    let (mut shown, mut hidden): (BTreeMap<Uuid, usize>, BTreeMap<Uuid, usize>) =
        answered.iter().partition(|&(_, &people)| people >= k);
    while !hidden.is_empty() && (hidden.len() < 2 || hidden.values().sum::<usize>() < k) {
        let size =
            |(partner, people): &(&Uuid, &usize)| (**people, std::cmp::Reverse(marks.get(*partner).copied()));
        // Whoever is hidden alone has others to be hidden with: at least two partners answered.
        let Some(smallest) = shown.iter().min_by_key(size).map(|(&partner, _)| partner) else { break };
        hidden.extend(shown.remove_entry(&smallest));
    }
    let mut cells: Vec<Cell> = shown.into_keys().map(|partner| Cell::from([partner])).collect();
    cells.extend(Some(hidden.into_keys().collect::<Cell>()).filter(|pooled| !pooled.is_empty()));
    cells.sort();
    Some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_partners_that_are_as_small_one_is_hidden_and_the_ids_do_not_decide_which() {
        let partner = |number: u128| Uuid::from_u128(number);
        for ids in [[1, 2, 3, 4], [4, 3, 2, 1], [2, 4, 1, 3]] {
            let [first, second, third, small] = ids.map(partner);
            let answered = BTreeMap::from([(first, 3), (second, 3), (third, 3), (small, 1)]);
            let marks = Marks::from([(first, 1), (second, 2), (third, 3), (small, 4)]);
            let cells = cells(&answered, &marks, 3).unwrap();
            assert!(cells.contains(&Cell::from([third, small])), "{cells:?}");
            assert_eq!(cells.len(), 3);
        }
    }
}
