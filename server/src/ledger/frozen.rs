//! A ledger as it is put before the partners: the lines that all of them see, and no other.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::api::{LedgerChecks, LedgerYear};
use super::error::LedgerError;
use super::method::{Line, Month, check};
use super::reading::{begins, five_years};
use super::store::{self, Written};
use crate::access::Action;
use crate::app::App;
use crate::entity::ledger_line::{Certainty, Frequency, Kind, Nature};
use crate::partnerships::{self, Membership};

/// What it costs and brings, as it was. The fields stand in the order of their names, so that what is written is canonical
/// JSON (RFC 8785).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct FrozenLedger {
    /// The first month of its years, as `2027-01`.
    begins: String,
    /// In the order in which they were written.
    lines: Vec<FrozenLine>,
}

/// Something that it costs or brings, as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FrozenLedgerLine)]
struct FrozenLine {
    /// In cents of a euro or in minutes; null when it is intangible.
    #[schema(required)]
    amount: Option<i64>,
    certainty: Certainty,
    frequency: Frequency,
    /// The month in which it begins; null when that is the first.
    #[schema(required)]
    from: Option<String>,
    kind: Kind,
    nature: Nature,
    note: String,
    /// Whose own it is; null when it is joint.
    #[schema(required)]
    partner: Option<Uuid>,
    /// Of a joint line, what of the amount is for which partner.
    shares: Vec<FrozenShare>,
    /// The last month in which it can count; null when it goes on.
    #[schema(required)]
    until: Option<String>,
    words: String,
}

/// What of a joint line is for a partner, as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FrozenLedgerShare)]
struct FrozenShare {
    /// In the unit of the line.
    amount: i64,
    partner: Uuid,
}

/// The ledger as it stands. Of what a partner keeps to itself nothing is in it, whoever asks.
pub(crate) async fn frozen(app: &App, me: &Membership) -> Result<FrozenLedger, LedgerError> {
    let db = app.database.reader();
    let partners = partnerships::active_partners(db, me).await?;
    let mut lines = store::shown_to_all(db, me).await?;
    // Nobody stands behind what somebody brings who is not there any more.
    lines.retain(|written| written.line.partner_id.is_none_or(|partner| partners.contains(&partner)));
    let (begins, _) = begins(db, me).await?;
    Ok(FrozenLedger { begins: begins.to_string(), lines: lines.into_iter().map(FrozenLine::of).collect() })
}

/// What there is to talk about, as far as somebody sees.
pub(crate) async fn checks(app: &App, me: &Membership) -> Result<LedgerChecks, LedgerError> {
    me.may(Action::SeeOneAnother)?;
    let db = app.database.reader();
    let lines: Vec<Line> = store::all(db, me).await?.iter().map(Written::summed).collect();
    Ok(check(&lines, &partnerships::active_partners(db, me).await?).into())
}

impl FrozenLedger {
    /// Five years of it: jointly, and for each partner that it says something of or that is among `others`.
    pub(crate) fn years(&self, others: &[Uuid]) -> Vec<LedgerYear> {
        let Some(begins) = Month::read(&self.begins) else { return Vec::new() };
        let lines: Vec<Line> = self.lines.iter().map(FrozenLine::summed).collect();
        let mentioned = lines.iter().flat_map(|line| line.partner.into_iter().chain(line.shares.keys().copied()));
        let partners: BTreeSet<Uuid> = mentioned.chain(others.iter().copied()).collect();
        five_years(&lines, &Vec::from_iter(partners), begins)
    }
}

impl FrozenLine {
    fn of(Written { line, shares }: Written) -> Self {
        Self {
            amount: line.amount,
            certainty: line.certainty,
            frequency: line.frequency,
            from: line.from_month.map(|day| Month::of(day).to_string()),
            kind: line.kind,
            nature: line.nature,
            note: line.note,
            partner: line.partner_id,
            shares: shares.into_iter().map(|(partner, amount)| FrozenShare { amount, partner }).collect(),
            until: line.until_month.map(|day| Month::of(day).to_string()),
            words: line.words,
        }
    }

    fn summed(&self) -> Line {
        let month = |of: &Option<String>| of.as_deref().and_then(Month::read);
        Line {
            id: Uuid::nil(),
            partner: self.partner,
            kind: self.kind,
            nature: self.nature,
            amount: self.amount,
            frequency: self.frequency,
            from: month(&self.from),
            until: month(&self.until),
            shares: self.shares.iter().map(|share| (share.partner, share.amount)).collect(),
        }
    }
}
