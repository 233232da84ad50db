//! What is known when a round closes.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::entity::scan_round::{Kind, Mode};
use crate::scans::instrument::{Factor, Statement};
use crate::scans::method::{Answer, Marks, Showing};

/// What somebody of a partner answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) partner: Uuid,
    /// One for each statement that was asked.
    pub(crate) answers: BTreeMap<Statement, Answer>,
    /// The factors that they find most important.
    pub(crate) chosen: BTreeSet<Factor>,
    /// What they wrote to the open question.
    pub(crate) words: Option<String>,
}

/// A round whose answers are all in.
#[derive(Clone, Debug)]
pub(crate) struct Answered {
    pub(crate) kind: Kind,
    pub(crate) mode: Mode,
    /// Of whom anything is shown.
    pub(crate) showing: Showing,
    /// The version of the words.
    pub(crate) instrument: i32,
    pub(crate) statements: Vec<Statement>,
    /// The partners that were asked.
    pub(crate) marks: Marks,
    /// How many people of each partner were asked.
    pub(crate) invited: BTreeMap<Uuid, usize>,
    /// In no order.
    pub(crate) said: Vec<Said>,
}

impl Answered {
    /// The partners that the figures are of: those of whom anybody answered, and those of whom so few were asked that
    /// leaving them out would tell who did not.
    pub(super) fn shown(&self) -> Marks {
        let is_shown = |partner: &Uuid| {
            let invited = self.invited.get(partner).copied().unwrap_or_default();
            let few = matches!(self.showing, Showing::InCellsOf(k) if invited < k);
            few || self.said.iter().any(|said| said.partner == *partner)
        };
        self.marks
            .iter()
            .filter(|(partner, _)| is_shown(partner))
            .map(|(&partner, &mark)| (partner, mark))
            .collect()
    }

    /// How many people of each partner answered.
    pub(super) fn sent(&self) -> BTreeMap<Uuid, usize> {
        let mut sent: BTreeMap<Uuid, usize> = self.shown().into_keys().map(|partner| (partner, 0)).collect();
        for said in &self.said {
            *sent.entry(said.partner).or_default() += 1;
        }
        sent
    }
}
