//! What was ever released about one topic of one round, as equations over what people answered.

use std::collections::BTreeSet;

use num_rational::BigRational;

use super::basis::{ItemId, Topic};
use crate::scans::instrument::Statement;
use crate::scans::method::{Cell, Equation, Group, Measure, Showing, fewest};

/// What somebody who keeps everything knows about a topic.
#[derive(Clone, Debug)]
pub(super) struct Released<'a> {
    topic: &'a Topic,
    showing: Showing,
    equations: Vec<Equation>,
}

impl<'a> Released<'a> {
    /// Nothing yet.
    pub(super) fn nothing(topic: &'a Topic, showing: Showing) -> Self {
        Self { topic, showing, equations: Vec::new() }
    }

    /// Releases every figure of a measure, unless that would tell something of too few people: then nothing is released,
    /// and it says so.
    pub(super) fn release(&mut self, item: ItemId, measure: &Measure) -> bool {
        let figures = self.figures(item, measure);
        self.add(figures)
    }

    /// The same for the score of some cells, as a comparison shows it. It is looked at as if each of them were shown: what
    /// is safe then is safe when only their mean is, and it is told quickly.
    pub(super) fn release_score(&mut self, item: ItemId, cells: &[Cell]) -> bool {
        let figures = self.means(item, cells);
        self.add(figures)
    }

    /// Every figure of a measure was released before.
    pub(super) fn know(&mut self, item: ItemId, measure: &Measure) {
        let figures = self.figures(item, measure);
        self.equations.extend(figures);
    }

    /// The score of some cells was released before.
    pub(super) fn know_score(&mut self, item: ItemId, cells: &[Cell]) {
        let figures = self.means(item, cells);
        self.equations.extend(figures);
    }

    fn add(&mut self, figures: Vec<Equation>) -> bool {
        let Showing::InCellsOf(k) = self.showing else { return true };
        let known = self.equations.len();
        self.equations.extend(figures);
        let protects = fewest(&self.equations, &self.groups()).protects(k);
        if !protects {
            self.equations.truncate(known);
        }
        protects
    }

    fn figures(&self, item: ItemId, measure: &Measure) -> Vec<Equation> {
        let cells: Vec<Cell> = measure.cells.iter().map(|cell| cell.partners.clone()).collect();
        let mut figures = self.means(item, &cells);
        // Every cell counts the same in the score, every person in the other.
        figures.push(self.score(item, &cells));
        figures.push(self.mean(item, &cells.iter().collect::<Vec<_>>()));
        figures
    }

    fn means(&self, item: ItemId, cells: &[Cell]) -> Vec<Equation> {
        cells.iter().map(|cell| self.mean(item, &[cell])).collect()
    }

    fn score(&self, item: ItemId, cells: &[Cell]) -> Equation {
        let mut score = Equation::new();
        for cell in cells {
            for (unknown, share) in self.mean(item, &[cell]) {
                *score.entry(unknown).or_default() += share / whole(cells.len());
            }
        }
        score
    }

    /// The mean score of everybody in some cells who could judge. Somebody's score is the mean of what they judged.
    fn mean(&self, item: ItemId, cells: &[&Cell]) -> Equation {
        let asked: BTreeSet<Statement> = item.statements().into_iter().collect();
        let within = |partner| cells.iter().any(|cell| cell.contains(partner));
        let mut mean = Equation::new();
        let mut people = 0;
        for (number, group) in self.topic.groups.iter().enumerate().filter(|(_, group)| within(&group.partner)) {
            let judged: Vec<&Statement> = group.judged.intersection(&asked).collect();
            if judged.is_empty() {
                continue;
            }
            people += group.people;
            for statement in &judged {
                mean.insert(self.unknown(number, **statement), whole(1) / whole(judged.len()));
            }
        }
        for share in mean.values_mut() {
            *share /= whole(people.max(1));
        }
        mean
    }

    fn unknown(&self, group: usize, statement: Statement) -> usize {
        let place = self.topic.statements.iter().position(|&one| one == statement).unwrap_or_default();
        group * self.topic.statements.len() + place
    }

    fn groups(&self) -> Vec<Group> {
        let unknowns = |number: usize, judged: &BTreeSet<Statement>| {
            judged.iter().map(|&statement| self.unknown(number, statement)).collect()
        };
        let group = |(number, group): (usize, &super::basis::Judges)| Group {
            people: group.people,
            unknowns: unknowns(number, &group.judged),
        };
        self.topic.groups.iter().enumerate().map(group).collect()
    }
}

fn whole(number: usize) -> BigRational {
    BigRational::from_integer(number.into())
}
