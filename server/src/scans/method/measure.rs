//! The figures of one factor or statement, each of whole cells and of nothing less.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::agreement::balanced_agreement;
use super::answer::{Answer, Opinion, count, mean, settled};
use super::suppression::{Cell, Marks, Showing};

/// A mean below this is not shown more precisely: it would say what everybody in the cell answered.
pub(crate) const LOWEST_SHOWN: f64 = 1.5;
/// The same for one above this.
pub(crate) const HIGHEST_SHOWN: f64 = 4.5;

/// What the people of one cell think of a factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CellMeasure {
    /// Whose people they are.
    pub(crate) partners: Cell,
    /// How many of them could judge.
    pub(crate) people: usize,
    /// The mean of their scores. Of people who answer for themselves it is from 1.5 to 4.5: one beyond that counts as that
    /// everywhere, so that no other figure tells more than this one.
    pub(crate) mean: f64,
    /// The sum of the squares by which their scores differ from their true mean.
    pub(crate) squares: f64,
}

/// What a partnership thinks of a factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Measure {
    /// Sorted.
    pub(crate) cells: Vec<CellMeasure>,
    /// Van der Eijk's *A*, from -1 to 1: of each statement, with cells of the same weight, and then their mean.
    pub(crate) agreement: f64,
}

/// What these people of these partners think of a factor; nothing when too few could judge.
pub(crate) fn measure(opinions: &[Opinion], marks: &Marks, showing: Showing) -> Option<Measure> {
    let mut judging: BTreeMap<Uuid, usize> = marks.keys().map(|&partner| (partner, 0)).collect();
    for opinion in opinions {
        *judging.entry(opinion.partner).or_default() += usize::from(opinion.score().is_some());
    }
    let cells = showing.cells(&judging, marks)?;
    let within = |cell: &Cell| opinions.iter().filter(|opinion| cell.contains(&opinion.partner)).collect();
    let people: Vec<Vec<&Opinion>> = cells.iter().map(within).collect();
    let agreement = agreement(&people)?;
    let measured =
        cells.into_iter().zip(&people).filter_map(|(cell, people)| CellMeasure::of(cell, people, showing));
    Some(Measure { cells: measured.collect(), agreement })
}

/// The share of answers that are "don't know", from 0 to 1: the mean over cells, so that no partner counts for more.
pub(crate) fn unjudged(opinions: &[Opinion], cells: &[Cell]) -> Option<f64> {
    let of_cell = |cell: &Cell| {
        let within = opinions.iter().filter(|opinion| cell.contains(&opinion.partner));
        let (unjudged, asked) = within.fold((0, 0), |(unjudged, asked), opinion| {
            (unjudged + opinion.unjudged(), asked + opinion.answers.len())
        });
        (asked > 0).then(|| count(unjudged) / count(asked))
    };
    mean(&cells.iter().filter_map(of_cell).collect::<Vec<_>>())
}

fn agreement(people: &[Vec<&Opinion>]) -> Option<f64> {
    let statements = people.iter().flatten().map(|opinion| opinion.answers.len()).max()?;
    let of_statement = |statement: usize| {
        let answers: Vec<Vec<Answer>> = people
            .iter()
            .map(|cell| cell.iter().filter_map(|opinion| opinion.answers.get(statement).copied()).collect())
            .collect();
        balanced_agreement(answers.iter().map(Vec::as_slice))
    };
    mean(&(0..statements).filter_map(of_statement).collect::<Vec<_>>())
}

impl CellMeasure {
    fn of(partners: Cell, people: &[&Opinion], showing: Showing) -> Option<Self> {
        let scores: Vec<f64> = people.iter().filter_map(|opinion| opinion.score()).collect();
        let mean = mean(&scores)?;
        let squares = settled(scores.iter().map(|score| (score - mean).powi(2)).sum());
        let shown = match showing {
            Showing::Openly => mean,
            Showing::InCellsOf(_) => mean.clamp(LOWEST_SHOWN, HIGHEST_SHOWN),
        };
        Some(Self { partners, people: scores.len(), mean: shown, squares })
    }
}

impl Measure {
    /// The partnership's score, from 1 to 5: the mean of the cells. With nobody hidden every partner counts the same.
    ///
    /// A mean over all partners beside a pooled cell would let a reader solve for a hidden partner.
    pub(crate) fn score(&self) -> f64 {
        settled(self.cells.iter().map(|cell| cell.mean).sum::<f64>() / count(self.cells.len()))
    }

    /// The same with every person counting the same.
    pub(crate) fn people_mean(&self) -> f64 {
        let people: usize = self.cells.iter().map(|cell| cell.people).sum();
        settled(self.cells.iter().map(|cell| cell.mean * count(cell.people)).sum::<f64>() / count(people))
    }

    /// How far the cells lie apart, from 0 to 3; nothing when there is only one.
    pub(crate) fn gap(&self) -> Option<f64> {
        let means = || self.cells.iter().map(|cell| cell.mean);
        let gap = means().max_by(f64::total_cmp)? - means().min_by(f64::total_cmp)?;
        (self.cells.len() > 1).then_some(settled(gap))
    }
}
