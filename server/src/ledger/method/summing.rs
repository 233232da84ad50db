//! Sums over a year.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::line::Line;
use super::month::{Month, Year};
use crate::entity::ledger_line::{Kind, Nature};

/// What something costs and brings in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = LedgerFigures)]
pub struct Figures {
    /// In cents of a euro.
    pub money: Totals,
    /// In minutes.
    pub time: Totals,
}

/// What goes out and what comes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = LedgerTotals)]
pub struct Totals {
    /// What it costs.
    pub cost: i64,
    /// What it brings.
    pub benefit: i64,
    /// What is left: the benefit less the cost.
    pub balance: i64,
}

/// What a year costs and brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    /// The joint lines, whole.
    pub joint: Figures,
    /// Each partner's shares of the joint lines and its own lines.
    pub partners: BTreeMap<Uuid, Figures>,
}

/// Sums a year of a ledger that begins in `begins`, for these partners.
pub fn sums(lines: &[Line], partners: &[Uuid], year: Year, begins: Month) -> Sums {
    let mut found =
        Sums { joint: Figures::default(), partners: partners.iter().map(|&id| (id, Figures::default())).collect() };
    for line in lines {
        let times = line.times_in(year, begins);
        if line.partner.is_none() {
            found.joint.count(line, times * line.amount.unwrap_or(0));
        }
        for (&partner, figures) in &mut found.partners {
            figures.count(line, times * line.amount_for(partner));
        }
    }
    found
}

impl Figures {
    fn count(&mut self, line: &Line, amount: i64) {
        match line.nature {
            Nature::Money => self.money.count(line.kind, amount),
            Nature::Time => self.time.count(line.kind, amount),
            Nature::Intangible => (),
        }
    }
}

impl Totals {
    fn count(&mut self, kind: Kind, amount: i64) {
        match kind {
            Kind::Cost => self.cost.add_assign(amount),
            Kind::Benefit => self.benefit.add_assign(amount),
        }
        self.balance = self.benefit - self.cost;
    }
}
