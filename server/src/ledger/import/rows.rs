//! What each row of a table would become.

use uuid::Uuid;

use super::amounts;
use super::api::LedgerImportRow;
use super::months::month;
use super::table::{Column, Said};
use crate::entity::ledger_line::{Certainty, Frequency, Kind, Nature};
use crate::error::FieldError;
use crate::ledger::api::{OwnLedgerLine, Share};
use crate::ledger::entry::Entry;
use crate::partnerships::PartnerName;

/// What stands for all together, in the languages of the web.
const TOGETHER: [&str; 4] = ["samen", "together", "gezamenlijk", "joint"];

/// Who brings lines in, and whom these can name.
pub(super) struct Bringer {
    /// For whom they act.
    pub(super) own: Option<Uuid>,
    /// Whose are the lines that do not say so.
    pub(super) otherwise: Option<Uuid>,
    pub(super) partners: Vec<PartnerName>,
}

/// What a row would become, and as a line that makes sense when it does.
pub(super) fn row(said: &Said, bringer: &Bringer) -> (LedgerImportRow, Option<Entry>) {
    let mut refused = Vec::new();
    let line = line(said, bringer, &mut refused);
    let entry = line.as_ref().and_then(|line| {
        let read = Entry::read(line);
        read.map_err(|errors| refused.extend(errors)).ok().filter(|_| refused.is_empty())
    });
    (LedgerImportRow { row: said.line, line, twice: false, refused }, entry)
}

/// What it says; nothing when it cannot be read as a line.
fn line(said: &Said, bringer: &Bringer, refused: &mut Vec<FieldError>) -> Option<OwnLedgerLine> {
    let mut field = Reading { said, refused };
    let partner_id = field.read(Column::Whose, "partner_id", |whose| partner(whose, bringer));
    let kind = field.read(Column::Kind, "kind", kind);
    let nature = field.read(Column::Nature, "nature", |nature_said| nature(nature_said, said));
    let frequency = field.read(Column::Frequency, "frequency", frequency);
    let certainty = field.read(Column::Certainty, "certainty", certainty);
    let from = field.read(Column::From, "from", optional_month);
    let until = field.read(Column::Until, "until", optional_month);
    let is_private = field.read(Column::Private, "is_private", yes);
    let in_what = nature.unwrap_or(Nature::Money);
    let amount = field.read(Column::Amount, "amount", |amount| match amount {
        "" => Ok(None),
        _ => amounts::amount(in_what, amount).map(Some).ok_or("invalid"),
    });
    let shares = shares(said, in_what, bringer);
    let shares = shares.map_err(|code| field.refused.push(FieldError { field: "shares", code })).ok();
    Some(OwnLedgerLine {
        partner_id: partner_id?,
        is_private: is_private?,
        kind: kind?,
        nature: nature?,
        words: said.in_column(Column::Words).to_owned(),
        note: said.in_column(Column::Note).to_owned(),
        amount: amount?,
        frequency: frequency?,
        from: from?,
        until: until?,
        certainty: certainty?,
        shares: shares?,
    })
}

/// A row that is read cell by cell.
struct Reading<'row> {
    said: &'row Said,
    refused: &'row mut Vec<FieldError>,
}

impl Reading<'_> {
    /// What a cell says, or nothing and the reason why.
    fn read<T>(
        &mut self,
        column: Column,
        field: &'static str,
        read: impl FnOnce(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        let read = read(self.said.in_column(column).trim());
        read.map_err(|code| self.refused.push(FieldError { field, code })).ok()
    }
}

fn partner(said: &str, bringer: &Bringer) -> Result<Option<Uuid>, &'static str> {
    let said = said.to_lowercase();
    if said.is_empty() {
        return Ok(bringer.otherwise);
    }
    let is_meant = |partner: &&PartnerName| partner.name.trim().to_lowercase() == said;
    match bringer.partners.iter().find(is_meant) {
        Some(meant) if bringer.own == Some(meant.id) => Ok(Some(meant.id)),
        Some(_) => Err("not_yours"),
        None if TOGETHER.contains(&said.as_str()) => Ok(None),
        None => Err("unknown"),
    }
}

fn kind(said: &str) -> Result<Kind, &'static str> {
    match said.to_lowercase().as_str() {
        "kosten" | "cost" | "costs" | "kost" => Ok(Kind::Cost),
        "baten" | "baat" | "benefit" | "benefits" | "opbrengst" | "opbrengsten" => Ok(Kind::Benefit),
        "" => Err("required"),
        _ => Err("unknown"),
    }
}

/// As it is called, and otherwise as the amount looks.
fn nature(named: &str, said: &Said) -> Result<Nature, &'static str> {
    match named.to_lowercase().as_str() {
        "geld" | "money" | "euro" | "€" => Ok(Nature::Money),
        "tijd" | "time" | "uren" | "hours" => Ok(Nature::Time),
        "in woorden" | "woorden" | "in words" | "words" => Ok(Nature::Intangible),
        "" => Ok(match said.in_column(Column::Amount) {
            "" => Nature::Intangible,
            amount if amount.contains(':') || amount.contains("uur") || amount.contains("hour") => Nature::Time,
            _ => Nature::Money,
        }),
        _ => Err("unknown"),
    }
}

fn frequency(said: &str) -> Result<Frequency, &'static str> {
    match said.to_lowercase().as_str() {
        // Who says nothing of it means a bill.
        "eenmalig" | "once" | "" => Ok(Frequency::Once),
        "per maand" | "maandelijks" | "monthly" | "per month" => Ok(Frequency::Monthly),
        "per jaar" | "jaarlijks" | "yearly" | "per year" => Ok(Frequency::Yearly),
        _ => Err("unknown"),
    }
}

fn certainty(said: &str) -> Result<Certainty, &'static str> {
    match said.to_lowercase().as_str() {
        "aanname" | "aangenomen" | "assumed" | "" => Ok(Certainty::Assumed),
        "afgesproken" | "agreed" => Ok(Certainty::Agreed),
        "gerealiseerd" | "realised" | "realized" => Ok(Certainty::Realised),
        _ => Err("unknown"),
    }
}

fn optional_month(said: &str) -> Result<Option<String>, &'static str> {
    if said.is_empty() {
        return Ok(None);
    }
    month(said).map(|month| Some(month.to_string())).ok_or("invalid")
}

fn yes(said: &str) -> Result<bool, &'static str> {
    match said.to_lowercase().as_str() {
        "ja" | "yes" | "x" | "1" | "true" | "waar" => Ok(true),
        "nee" | "no" | "0" | "false" | "onwaar" | "" => Ok(false),
        _ => Err("unknown"),
    }
}

/// Of partners that take part; one that left gets nothing more.
fn shares(said: &Said, nature: Nature, bringer: &Bringer) -> Result<Vec<Share>, &'static str> {
    let share = |(partner_id, said): (Uuid, &str)| {
        let takes_part = bringer.partners.iter().any(|partner| partner.id == partner_id && partner.is_active);
        let amount = amounts::amount(nature, said).ok_or("invalid")?;
        if takes_part { Ok(Share { partner_id, amount }) } else { Err("unknown") }
    };
    said.shares().map(share).collect()
}
