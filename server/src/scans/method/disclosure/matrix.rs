//! The smallest number of people on whom any combination of equations depends.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;
use num_traits::Zero as _;

use super::{Equation, Group, Unknown};

/// More combinations than this are not tried: what cannot be checked is not released.
const MOST_TRIES: usize = 50_000;

/// What was found about a set of equations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fewest {
    /// No figure depends on anybody.
    Nobody,
    /// Some combination depends on so many people, and none on fewer.
    People(usize),
    /// It cannot be told in reasonable time.
    Unknown,
}

impl Fewest {
    /// Whether no combination depends on fewer than `k` people, for all that can be told.
    pub(crate) fn protects(self, k: usize) -> bool {
        match self {
            Self::Nobody => true,
            Self::People(people) => people >= k,
            Self::Unknown => false,
        }
    }

    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Nobody, other) | (other, Self::Nobody) => other,
            (Self::People(one), Self::People(another)) => Self::People(one.min(another)),
        }
    }
}

/// The smallest number of people on whom any linear combination of `equations` depends.
pub(crate) fn fewest(equations: &[Equation], groups: &[Group]) -> Fewest {
    let blocks = blocks(reduced(equations), groups);
    blocks.iter().map(|(rows, groups)| fewest_of_block(rows, groups)).fold(Fewest::Nobody, Fewest::or)
}

/// The same space of equations by rows each of which has an unknown that no other has (reduced row echelon form).
fn reduced(equations: &[Equation]) -> Vec<Equation> {
    let mut rows: BTreeMap<Unknown, Equation> = BTreeMap::new();
    for equation in equations {
        let mut new = equation.clone();
        new.retain(|_, share| !share.is_zero());
        let known: Vec<Unknown> = new.keys().copied().filter(|unknown| rows.contains_key(unknown)).collect();
        for unknown in known {
            eliminate(&mut new, unknown, &rows[&unknown]);
        }
        let Some((&lead, share)) = new.first_key_value() else { continue };
        let share = share.clone();
        for value in new.values_mut() {
            *value /= &share;
        }
        for row in rows.values_mut() {
            eliminate(row, lead, &new);
        }
        rows.insert(lead, new);
    }
    rows.into_values().collect()
}

/// Takes `unknown` out of `row`, with a row in which it counts once.
fn eliminate(row: &mut Equation, unknown: Unknown, by: &Equation) {
    let Some(times) = row.get(&unknown).cloned() else { return };
    for (&unknown, share) in by {
        let left = row.get(&unknown).cloned().unwrap_or_default() - &times * share;
        if left.is_zero() {
            row.remove(&unknown);
        } else {
            row.insert(unknown, left);
        }
    }
}

type Block<'a> = (Vec<Equation>, Vec<&'a Group>);

/// The rows by what hangs together: no combination over two blocks depends on fewer people than its part in one of them.
fn blocks(rows: Vec<Equation>, groups: &[Group]) -> Vec<Block<'_>> {
    let of_unknown: BTreeMap<Unknown, usize> =
        groups.iter().enumerate().flat_map(|(n, group)| group.unknowns.iter().map(move |&of| (of, n))).collect();
    let mut blocks: Vec<(Vec<Equation>, BTreeSet<usize>)> = Vec::new();
    for row in rows {
        let touched = row.keys().filter_map(|unknown| of_unknown.get(unknown).copied()).collect();
        let (joined, apart): (Vec<_>, Vec<_>) =
            blocks.into_iter().partition(|(_, known)| !known.is_disjoint(&touched));
        let mut block = (vec![row], touched);
        for (rows, touched) in joined {
            block.0.extend(rows);
            block.1.extend(touched);
        }
        blocks = apart;
        blocks.push(block);
    }
    let with_groups = |(rows, touched): (Vec<Equation>, BTreeSet<usize>)| {
        (rows, touched.into_iter().map(|n| &groups[n]).collect())
    };
    blocks.into_iter().map(with_groups).collect()
}

/// Of all combinations of a block's rows, those that depend on fewest people leave out as many kinds of unknowns as the
/// rows allow: one fewer than there are rows. Each choice of them leaves one combination.
fn fewest_of_block(rows: &[Equation], groups: &[&Group]) -> Fewest {
    let column = |unknown: Unknown| -> Vec<BigRational> {
        rows.iter().map(|row| row.get(&unknown).cloned().unwrap_or_default()).collect()
    };
    let columns: Vec<(usize, Vec<Vec<BigRational>>)> = groups
        .iter()
        .map(|group| (group.people, group.unknowns.iter().map(|&unknown| column(unknown)).collect()))
        .collect();
    // What is left out together need not be tried twice.
    let kinds: BTreeSet<Vec<BigRational>> =
        columns.iter().flat_map(|(_, columns)| columns.iter().filter_map(|column| direction(column))).collect();
    let kinds: Vec<&Vec<BigRational>> = kinds.iter().collect();
    let left_out = rows.len() - 1;
    if combinations(kinds.len(), left_out) > MOST_TRIES {
        return Fewest::Unknown;
    }
    let mut found = Fewest::Nobody;
    choose(&kinds, left_out, &mut Vec::new(), &mut |chosen| {
        let Some(weights) = only_combination(chosen, rows.len()) else { return };
        let depends =
            |columns: &Vec<Vec<BigRational>>| columns.iter().any(|column| !dot(&weights, column).is_zero());
        let people = columns.iter().filter(|(_, columns)| depends(columns)).map(|(people, _)| people).sum();
        found = found.or(Fewest::People(people));
    });
    found
}

/// A column as far as it matters for being left out: scaled so that its first share is one. Nothing if it is all zero.
fn direction(column: &[BigRational]) -> Option<Vec<BigRational>> {
    let first = column.iter().find(|share| !share.is_zero())?.clone();
    Some(column.iter().map(|share| share / &first).collect())
}

/// The weights of the rows that leave out all of `columns`, if there is only one way.
fn only_combination(columns: &[&Vec<BigRational>], rows: usize) -> Option<Vec<BigRational>> {
    let equations: Vec<Equation> =
        columns.iter().map(|column| column.iter().cloned().enumerate().collect()).collect();
    let solved = reduced(&equations);
    if solved.len() + 1 != rows {
        return None;
    }
    let leads: BTreeMap<Unknown, &Equation> =
        solved.iter().filter_map(|row| Some((*row.first_key_value()?.0, row))).collect();
    let free = (0..rows).find(|row| !leads.contains_key(row))?;
    let one = BigRational::from_integer(1.into());
    let weight = |row: usize| match leads.get(&row) {
        Some(solved) => -solved.get(&free).cloned().unwrap_or_default(),
        None => one.clone(),
    };
    Some((0..rows).map(weight).collect())
}

fn dot(weights: &[BigRational], column: &[BigRational]) -> BigRational {
    weights.iter().zip(column).map(|(weight, share)| weight * share).sum()
}

/// How many ways there are to choose; as many as there are numbers when it is more.
fn combinations(of: usize, chosen: usize) -> usize {
    (0..chosen.min(of.saturating_sub(chosen)))
        .try_fold(1_usize, |ways, n| Some(ways.checked_mul(of - n)? / (n + 1)))
        .unwrap_or(usize::MAX)
}

/// Tries every way to choose `count` of `kinds`.
fn choose<'a, T>(kinds: &[&'a T], count: usize, chosen: &mut Vec<&'a T>, each: &mut impl FnMut(&[&'a T])) {
    if count == 0 {
        return each(chosen);
    }
    for (n, kind) in kinds.iter().enumerate().take((kinds.len() + 1).saturating_sub(count)) {
        chosen.push(kind);
        choose(&kinds[n + 1..], count - 1, chosen, each);
        chosen.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(of: i64, in_all: i64) -> BigRational {
        BigRational::new(of.into(), in_all.into())
    }

    fn equation(shares: &[(Unknown, i64, i64)]) -> Equation {
        shares.iter().map(|&(unknown, of, in_all)| (unknown, share(of, in_all))).collect()
    }

    fn groups(people: &[usize]) -> Vec<Group> {
        people.iter().enumerate().map(|(n, &people)| Group { people, unknowns: vec![n] }).collect()
    }

    /// Three partners of 5, 3 and 2 people; the last two are shown as one.
    fn pooled() -> (Vec<Equation>, Vec<Group>) {
        (vec![equation(&[(0, 1, 5)]), equation(&[(1, 1, 5), (2, 1, 5)])], groups(&[5, 3, 2]))
    }

    #[test]
    fn cells_protect_everybody_in_them() {
        let (equations, groups) = pooled();
        assert_eq!(fewest(&equations, &groups), Fewest::People(5));
    }

    #[test]
    fn a_mean_over_all_partners_beside_a_pooled_cell_gives_two_people_away() {
        let (mut equations, groups) = pooled();
        equations.push(equation(&[(0, 1, 15), (1, 1, 9), (2, 1, 6)]));
        assert_eq!(fewest(&equations, &groups), Fewest::People(2));
    }

    #[test]
    fn the_same_mean_over_cells_does_not() {
        let (mut equations, groups) = pooled();
        equations.push(equation(&[(0, 1, 10), (1, 1, 10), (2, 1, 10)]));
        assert_eq!(fewest(&equations, &groups), Fewest::People(5));
    }

    #[test]
    fn a_whole_beside_a_part_of_it_gives_the_rest_away() {
        let equations = [equation(&[(0, 1, 1), (1, 1, 1)]), equation(&[(0, 1, 1)])];
        assert_eq!(fewest(&equations, &groups(&[5, 1])), Fewest::People(1));
    }

    #[test]
    fn somebody_counts_as_long_as_one_of_their_answers_does() {
        // One person answered both statements, four only the second. The score less the second leaves that one.
        let groups = [Group { people: 1, unknowns: vec![0, 1] }, Group { people: 4, unknowns: vec![2] }];
        let score = equation(&[(0, 1, 2), (1, 1, 2), (2, 1, 1)]);
        let second = equation(&[(1, 1, 1), (2, 1, 1)]);
        assert_eq!(fewest(std::slice::from_ref(&score), &groups), Fewest::People(5));
        assert_eq!(fewest(&[score, second], &groups), Fewest::People(1));
    }

    #[test]
    fn nothing_released_reveals_nobody() {
        assert_eq!(fewest(&[], &groups(&[1])), Fewest::Nobody);
    }
}
