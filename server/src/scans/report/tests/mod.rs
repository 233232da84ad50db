//! Reports of partnerships of chance.

mod behaviour;
mod disclosure;

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng as Chance;
use uuid::Uuid;

use super::comparing::Earlier;
use super::making::make;
use super::said::{Answered, Said};
use crate::entity::scan_round::{Kind, Mode};
use crate::scans::instrument::{Aspect, Factor, Statement};
use crate::scans::method::{Answer, Showing};

fn partner(number: usize) -> Uuid {
    Uuid::from_u128(u128::try_from(number).unwrap() + 1)
}

fn mark(partner: Uuid) -> i16 {
    i16::try_from(partner.as_u128() % 1000).unwrap()
}

/// The statements about one factor: both in a scan, what people experience in a pulse.
fn asked(kind: Kind) -> Vec<Statement> {
    let factor = Factor::at(0, 0);
    match kind {
        Kind::Scan => factor.statements().to_vec(),
        Kind::Pulse => vec![Statement::About(factor, Aspect::Experience)],
    }
}

fn any_answer(rng: &mut Chance, unjudged: f64) -> Answer {
    if rng.f64() < unjudged { None } else { Some(rng.u8(1..=5).try_into().unwrap()) }
}

/// What so many people of a partner say.
fn people(rng: &mut Chance, kind: Kind, of: Uuid, number: usize, unjudged: f64) -> Vec<Said> {
    let person = |_| {
        let answers: BTreeMap<Statement, Answer> =
            asked(kind).into_iter().map(|statement| (statement, any_answer(rng, unjudged))).collect();
        let chosen = Factor::all().filter(|_| rng.u8(..) < 16).take(3).collect::<BTreeSet<_>>();
        Said { partner: of, answers, chosen, words: None }
    };
    (0..number).map(person).collect()
}

fn round(kind: Kind, k: usize, said: Vec<Said>) -> Answered {
    let mut invited = BTreeMap::new();
    for said in &said {
        *invited.entry(said.partner).or_default() += 1;
    }
    // In the order of their marks is the order of their numbers, whatever their ids are.
    let marks = invited.keys().map(|of: &Uuid| (*of, mark(*of))).collect();
    Answered {
        kind,
        marks,
        mode: Mode::Anonymous,
        showing: Showing::InCellsOf(k),
        instrument: 1,
        statements: asked(kind),
        invited,
        said,
    }
}

/// The rounds of a partnership in which partners come and go, and each is reported after those before it. The latest
/// stands first, as whoever reports a round reads them.
fn history(rng: &mut Chance) -> Vec<Earlier> {
    let k = if rng.bool() { 3 } else { 5 };
    let (partners, rounds) = (rng.usize(2..=6), rng.usize(1..=3));
    let mut reported: Vec<Earlier> = Vec::new();
    for number in 0..rounds {
        let kind = if rng.bool() { Kind::Scan } else { Kind::Pulse };
        let unjudged = [0.0, 0.1, 0.4][rng.usize(0..3)];
        let mut said = Vec::new();
        for of in 0..partners {
            let size = if rng.u8(..) < 40 { 0 } else { rng.usize(0..=6) };
            said.extend(people(rng, kind, partner(of), size, unjudged));
        }
        let round = round(kind, k, said);
        let made = make(&round, &reported, Vec::new());
        let id = Uuid::from_u128(u128::try_from(number).unwrap());
        reported.insert(0, Earlier::made(id, &round, made));
    }
    reported
}
