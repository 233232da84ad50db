//! How many of those who were asked answered, and what they find important.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::answer::{count, mean};
use super::suppression::{Cell, Marks, Showing};

/// Below this share of answers a report is limited.
const ENOUGH: f64 = 0.6;

/// How many answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Response {
    /// How many people were asked.
    pub(crate) invited: usize,
    /// How many of them answered.
    pub(crate) sent: usize,
    /// The mean over cells of the share of people who answered, from 0 to 1.
    pub(crate) balanced: f64,
    /// The share of cells of which somebody answered, from 0 to 1.
    pub(crate) coverage: f64,
}

impl Response {
    /// The share of people who answered, from 0 to 1.
    pub(crate) fn share(&self) -> f64 {
        if self.invited == 0 { 0.0 } else { count(self.sent) / count(self.invited) }
    }

    /// Whether too few answered to say much.
    pub(crate) fn is_limited(&self) -> bool {
        self.share() < ENOUGH || self.coverage < 1.0
    }
}

/// How many of `invited` answered. Partners of whom few people were asked are counted together, as they are in
/// everything: how many of one person answered is who did.
pub(crate) fn response(
    invited: &BTreeMap<Uuid, usize>,
    sent: &BTreeMap<Uuid, usize>,
    marks: &Marks,
    showing: Showing,
) -> Response {
    let of = |counts: &BTreeMap<Uuid, usize>, cell: &Cell| -> usize {
        cell.iter().filter_map(|partner| counts.get(partner)).sum()
    };
    let everybody = || vec![invited.keys().copied().collect()];
    let cells = showing.cells(invited, marks).unwrap_or_else(everybody);
    let asked: Vec<(usize, usize)> = cells.iter().map(|cell| (of(invited, cell), of(sent, cell))).collect();
    let shares: Vec<f64> = asked.iter().map(|&(asked, sent)| count(sent) / count(asked.max(1))).collect();
    let covered = asked.iter().filter(|&&(_, sent)| sent > 0).count();
    Response {
        invited: invited.values().sum(),
        sent: sent.values().sum(),
        balanced: mean(&shares).unwrap_or_default(),
        coverage: count(covered) / count(asked.len().max(1)),
    }
}

/// How important people find each factor, from 0 to 1: the mean over cells of the share of people who chose it.
pub(crate) fn importance<F: Copy + Ord>(
    choices: &[(Uuid, BTreeSet<F>)],
    factors: &[F],
    cells: &[Cell],
) -> BTreeMap<F, f64> {
    let share = |factor: &F, cell: &Cell| {
        let within = || choices.iter().filter(|(partner, _)| cell.contains(partner));
        let chosen = within().filter(|(_, chosen)| chosen.contains(factor)).count();
        (within().count() > 0).then(|| count(chosen) / count(within().count()))
    };
    let of = |factor: &F| {
        let shares: Vec<f64> = cells.iter().filter_map(|cell| share(factor, cell)).collect();
        (*factor, mean(&shares).unwrap_or_default())
    };
    factors.iter().map(of).collect()
}
