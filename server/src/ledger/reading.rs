//! A ledger, as those who take part see it.

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::api::{Beginning, Ledger, LedgerChecks, LedgerLine, LedgerOfPartner, LedgerYear, Share};
use super::error::LedgerError;
use super::method::{Line, Month, Sums, Year, check, sums};
use super::store::{self, Written};
use crate::access::Action;
use crate::app::App;
use crate::entity::ledger_line::Certainty;
use crate::partnerships::{self, Membership, Person};

/// How many years are looked ahead.
const YEARS: i32 = 5;

/// All of it; summed as far as it is at least so sure.
pub(super) async fn ledger(app: &App, me: &Membership, at_least: Option<Certainty>) -> Result<Ledger, LedgerError> {
    me.may(Action::SeeOneAnother)?;
    let db = app.database.reader();
    let written = store::all(db, me).await?;
    let (begins, version) = begins(db, me).await?;
    let partners = partnerships::active_partners(db, me).await?;
    let all: Vec<Line> = written.iter().map(Written::summed).collect();
    let sure = written.iter().filter(|written| at_least.is_none_or(|least| written.line.certainty >= least));
    let sure: Vec<Line> = sure.map(Written::summed).collect();
    Ok(Ledger {
        beginning: Beginning { month: begins.to_string(), version },
        years: five_years(&sure, &partners, begins),
        checks: LedgerChecks::from(check(&all, &partners)),
        lines: shown(app, me, written).await?,
    })
}

/// The month in which its years begin, and the version of whoever chose that.
pub(super) async fn begins(db: &impl ConnectionTrait, me: &Membership) -> Result<(Month, i64), LedgerError> {
    if let Some(chosen) = store::beginning(db, me).await? {
        return Ok((Month::of(chosen.begins), chosen.version));
    }
    let founded_at = partnerships::founded_at(db, me).await?.ok_or(LedgerError::NotFound)?;
    Ok((Month::of(founded_at.date_naive()), 0))
}

/// What five years from that month cost and bring, jointly and for each of these partners.
pub(super) fn five_years(lines: &[Line], partners: &[Uuid], begins: Month) -> Vec<LedgerYear> {
    let year = |number: i32| {
        let year = Year::after(begins, number);
        shown_year(year, &sums(lines, partners, year, begins), partners)
    };
    (0..YEARS).map(year).collect()
}

/// One of its lines.
pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<LedgerLine, LedgerError> {
    let found = store::one(app.database.reader(), me, id).await?.into_iter().collect();
    shown(app, me, found).await?.pop().ok_or(LedgerError::NotFound)
}

async fn shown(app: &App, me: &Membership, found: Vec<Written>) -> Result<Vec<LedgerLine>, LedgerError> {
    let by: Vec<Uuid> = found.iter().map(|written| written.line.changed_by).collect();
    let names = partnerships::authors(app.database.reader(), me, by).await?;
    let line = |Written { line, shares }: Written| LedgerLine {
        id: line.id,
        partner_id: line.partner_id,
        is_private: line.is_private,
        kind: line.kind,
        nature: line.nature,
        words: line.words,
        note: line.note,
        amount: line.amount,
        frequency: line.frequency,
        from: line.from_month.map(|day| Month::of(day).to_string()),
        until: line.until_month.map(|day| Month::of(day).to_string()),
        certainty: line.certainty,
        shares: shares.into_iter().map(|(partner_id, amount)| Share { partner_id, amount }).collect(),
        changed_by: Person::new(line.changed_by, names.get(&line.changed_by)),
        changed_at: line.changed_at,
        version: line.version,
    };
    Ok(found.into_iter().map(line).collect())
}

fn shown_year(year: Year, sums: &Sums, partners: &[Uuid]) -> LedgerYear {
    let of_partner = |&partner_id: &Uuid| LedgerOfPartner {
        partner_id,
        figures: sums.partners.get(&partner_id).copied().unwrap_or_default(),
    };
    LedgerYear {
        from: year.first.to_string(),
        until: year.last.to_string(),
        joint: sums.joint,
        partners: partners.iter().map(of_partner).collect(),
    }
}
