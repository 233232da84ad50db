//! What is worth talking about before anybody is surprised by it.

use uuid::Uuid;

use super::line::Line;
use crate::entity::ledger_line::Kind;

/// What somebody should look at. Each list is in the order of the partners or lines that it was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    /// Partners that have neither a line of their own nor a share of a joint one.
    pub partner_missing: Vec<Uuid>,
    /// Partners that have costs, and nothing that it brings them.
    pub partner_only_costs: Vec<Uuid>,
    /// Joint lines whose shares are together more or less than the amount.
    pub shares_do_not_add_up: Vec<Uuid>,
}

/// Looks at the lines of these partners.
pub fn check(lines: &[Line], partners: &[Uuid]) -> Checks {
    let has = |partner: Uuid, kind: Kind| lines.iter().any(|line| line.kind == kind && line.concerns(partner));
    let mut found = Checks::default();
    for &partner in partners {
        match (has(partner, Kind::Cost), has(partner, Kind::Benefit)) {
            (false, false) => found.partner_missing.push(partner),
            (true, false) => found.partner_only_costs.push(partner),
            (_, true) => (),
        }
    }
    let unresolved = lines.iter().filter(|line| !adds_up(line, partners));
    found.shares_do_not_add_up = unresolved.map(|line| line.id).collect();
    found
}

/// Whether the shares of these partners are together what a joint line amounts to.
fn adds_up(line: &Line, partners: &[Uuid]) -> bool {
    match (line.partner, line.amount) {
        (None, Some(amount)) => partners.iter().map(|&partner| line.amount_for(partner)).sum::<i64>() == amount,
        _ => true,
    }
}
