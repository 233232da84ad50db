//! Nobody can be computed back from all the reports of a partnership.
//!
//! What was released is read here from the reports, with equations of this test's own.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng as Chance;
use num_rational::BigRational;

use super::super::basis::{ItemId, Topic};
use super::super::comparing::Earlier;
use super::history;
use crate::scans::instrument::Statement;
use crate::scans::method::{Cell, Equation, Group, Showing, fewest};

/// How many partnerships are looked at.
const PARTNERSHIPS: usize = 10_000;

fn fraction(of: usize, in_all: usize) -> BigRational {
    BigRational::new(of.into(), in_all.into())
}

/// By how much everybody's answers count in a figure in which so many cells count the same.
fn equation(topic: &Topic, item: ItemId, cells: &[Cell]) -> Equation {
    let asked: BTreeSet<Statement> = item.statements().into_iter().collect();
    let mut equation = Equation::new();
    for cell in cells {
        let judging = |statements: &BTreeSet<Statement>| statements.intersection(&asked).count();
        let of_cell = || topic.groups.iter().enumerate().filter(|(_, group)| cell.contains(&group.partner));
        let people: usize =
            of_cell().filter(|(_, group)| judging(&group.judged) > 0).map(|(_, group)| group.people).sum();
        for (number, group) in of_cell() {
            for statement in group.judged.intersection(&asked) {
                let place = topic.statements.iter().position(|of| of == statement).unwrap();
                *equation.entry(number * 10 + place).or_default() +=
                    fraction(1, cells.len() * people * judging(&group.judged));
            }
        }
    }
    equation
}

fn groups(topic: &Topic) -> Vec<Group> {
    let unknowns = |number: usize, judged: &BTreeSet<Statement>| {
        let place = |of: &Statement| topic.statements.iter().position(|one| one == of).unwrap();
        judged.iter().map(|of| number * 10 + place(of)).collect()
    };
    let of = |(number, group): (usize, &super::super::basis::Judges)| Group {
        people: group.people,
        unknowns: unknowns(number, &group.judged),
    };
    topic.groups.iter().enumerate().map(of).collect()
}

/// Cells that overlap, taken together.
fn joined(cells: impl IntoIterator<Item = Cell>) -> Vec<Cell> {
    let mut joined: Vec<Cell> = Vec::new();
    for cell in cells {
        let (touching, mut apart): (Vec<Cell>, Vec<Cell>) =
            joined.into_iter().partition(|one| !one.is_disjoint(&cell));
        apart.push(touching.into_iter().flatten().chain(cell).collect());
        joined = apart;
    }
    joined
}

fn cells_of(round: &Earlier, item: ItemId) -> Vec<Cell> {
    round.basis.topics[0].measures[&item].cells.iter().map(|cell| cell.partners.clone()).collect()
}

/// Everything that all reports say about the answers of one round.
fn released(history: &[Earlier], round: &Earlier) -> Vec<Equation> {
    let topic = &round.basis.topics[0];
    let mut released = Vec::new();
    for item in round.content.items.iter().filter(|item| item.figures.is_some()) {
        let id = ItemId::try_from(item.id.clone()).unwrap();
        let cells: Vec<Cell> =
            item.figures.as_ref().unwrap().cells.iter().map(|cell| cell.partners.clone()).collect();
        released.extend(cells.iter().map(|cell| equation(topic, id, std::slice::from_ref(cell))));
        released.push(equation(topic, id, &cells));
        released.push(equation(topic, id, &[cells.into_iter().flatten().collect()]));
    }
    for later in history {
        for comparison in &later.content.comparisons {
            let Some(earlier) = history.iter().find(|one| one.id == comparison.round_id) else { continue };
            if round.id != later.id && round.id != earlier.id {
                continue;
            }
            for item in &comparison.items {
                let id = ItemId::try_from(item.id.clone()).unwrap();
                let all = cells_of(earlier, id).into_iter().chain(cells_of(later, id));
                let mut compared = joined(all);
                compared.retain(|cell| cell.is_subset(&item.partners));
                released.push(equation(topic, id, &compared));
            }
        }
    }
    released
}

fn floor(round: &Earlier) -> usize {
    match round.showing {
        Showing::InCellsOf(k) => k,
        Showing::Openly => 1,
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "what was looked at is worth its figures")]
fn of_ten_thousand_partnerships_nobody_can_be_computed_back() {
    let mut figures = 0;
    let mut compared = 0;
    let mut revealed_by_all_partners = 0;
    for seed in 0..PARTNERSHIPS {
        let history = history(&mut Chance::with_seed(u64::try_from(seed).unwrap()));
        for round in history.iter().filter(|round| !round.basis.topics.is_empty()) {
            let (k, topic) = (floor(round), &round.basis.topics[0]);
            let equations = released(&history, round);
            figures += equations.len();
            compared += round.content.comparisons.len();
            let fewest_people = fewest(&equations, &groups(topic));
            assert!(fewest_people.protects(k), "seed {seed}: {fewest_people:?} of {k} in {:?}", round.content);
            // The same, if the score were the mean of all partners, as it first comes to mind.
            let mut naive = equations.clone();
            naive.extend(over_all_partners(round));
            revealed_by_all_partners += usize::from(!fewest(&naive, &groups(topic)).protects(k));
        }
    }
    println!(
        "{figures} figures, {compared} comparisons; {revealed_by_all_partners} if all partners were in the score"
    );
    assert!(figures > PARTNERSHIPS && compared > PARTNERSHIPS / 10, "there was something to reveal");
    assert!(revealed_by_all_partners > PARTNERSHIPS / 10, "and somebody to be revealed");
}

/// The score over every partner of whom anybody could judge.
fn over_all_partners(round: &Earlier) -> Option<Equation> {
    let (item, topic) = (round.content.items.first()?, &round.basis.topics[0]);
    item.figures.as_ref()?;
    let id = ItemId::try_from(item.id.clone()).unwrap();
    let asked = id.statements();
    let judging = |judged: &BTreeSet<Statement>| asked.iter().any(|of| judged.contains(of));
    let partners: BTreeMap<_, _> = topic
        .groups
        .iter()
        .filter(|group| judging(&group.judged))
        .map(|group| (group.partner, Cell::from([group.partner])))
        .collect();
    Some(equation(topic, id, &partners.into_values().collect::<Vec<_>>()))
}
