//! What is kept of a round beside its report: what later rounds are compared with, and what is checked whenever anything
//! more is released. It is shown to nobody.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::said::Said;
use crate::scans::instrument::{Factor, Statement};
use crate::scans::method::{Measure, Opinion};

/// One for each factor that was asked about, and each statement that is about none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Basis {
    pub(super) topics: Vec<Topic>,
}

/// Statements about one thing: whoever learns what somebody answered to one learns nothing about any other topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Topic {
    /// What was asked, in order.
    pub(super) statements: Vec<Statement>,
    /// People of one partner who could judge the same of these statements.
    pub(super) groups: Vec<Judges>,
    /// What was computed, whether it is shown or not, by what it is about.
    pub(super) measures: BTreeMap<ItemId, Measure>,
}

/// People of one partner who could judge the same statements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Judges {
    pub(super) partner: Uuid,
    pub(super) people: usize,
    pub(super) judged: BTreeSet<Statement>,
}

/// What a figure is about: a factor, by all its statements, or one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) enum ItemId {
    Factor(Factor),
    Statement(Statement),
}

impl ItemId {
    /// The statements it is about.
    pub(super) fn statements(self) -> Vec<Statement> {
        match self {
            Self::Factor(factor) => factor.statements().to_vec(),
            Self::Statement(statement) => vec![statement],
        }
    }

    /// What was said about it.
    pub(super) fn opinions(self, said: &[Said]) -> Vec<Opinion> {
        let statements = self.statements();
        let opinion = |said: &Said| Opinion {
            partner: said.partner,
            answers: statements.iter().map(|statement| said.answers.get(statement).copied().flatten()).collect(),
        };
        said.iter().map(opinion).collect()
    }
}

impl Topic {
    /// Who could judge what of `statements`.
    pub(super) fn of(statements: Vec<Statement>, said: &[Said]) -> Self {
        let mut groups: BTreeMap<(Uuid, BTreeSet<Statement>), usize> = BTreeMap::new();
        for said in said {
            let is_judged = |of: &&Statement| said.answers.get(of).copied().flatten().is_some();
            let judged = statements.iter().filter(is_judged).copied().collect();
            *groups.entry((said.partner, judged)).or_default() += 1;
        }
        let judges = |((partner, judged), people)| Judges { partner, people, judged };
        Self { statements, groups: groups.into_iter().map(judges).collect(), measures: BTreeMap::new() }
    }
}

impl TryFrom<String> for ItemId {
    type Error = crate::scans::instrument::UnknownItem;

    fn try_from(id: String) -> Result<Self, Self::Error> {
        id.parse().map(Self::Factor).or_else(|_| id.parse().map(Self::Statement))
    }
}

impl From<ItemId> for String {
    fn from(id: ItemId) -> Self {
        id.to_string()
    }
}

impl std::fmt::Display for ItemId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Factor(factor) => f.write_str(factor.id()),
            Self::Statement(statement) => statement.fmt(f),
        }
    }
}
