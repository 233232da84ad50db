//! What somebody writes down, read: whether it makes sense by itself.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::api::OwnLedgerLine;
use super::method::Month;
use crate::entity::ledger_line::{Certainty, Frequency, Kind, Nature};
use crate::error::FieldError;
use crate::prose;

/// In characters.
const LONGEST_WORDS: usize = 200;
const LONGEST_NOTE: usize = 1000;
/// In cents or minutes. A thousand such lines, each month of five years, are summed without overflow.
const LARGEST: i64 = 1_000_000_000_000;

/// A line that makes sense by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) partner: Option<Uuid>,
    pub(super) is_private: bool,
    pub(super) kind: Kind,
    pub(super) nature: Nature,
    pub(super) words: String,
    pub(super) note: String,
    pub(super) amount: Option<i64>,
    pub(super) frequency: Frequency,
    pub(super) from: Option<Month>,
    pub(super) until: Option<Month>,
    pub(super) certainty: Certainty,
    /// More than nothing, each.
    pub(super) shares: BTreeMap<Uuid, i64>,
}

impl Entry {
    /// Reads what somebody writes down.
    ///
    /// # Errors
    /// All that makes no sense, one for each field.
    pub(super) fn read(own: &OwnLedgerLine) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let words = said(&mut errors, "words", prose::line(&own.words, LONGEST_WORDS));
        let note = said(&mut errors, "note", prose::none_or_sentences(&own.note, LONGEST_NOTE));
        let from = said(&mut errors, "from", month(own.from.as_deref()));
        let until = said(&mut errors, "until", month(own.until.as_deref()));
        let shares = said(&mut errors, "shares", shares(own));
        said(&mut errors, "amount", amount(own));
        said(&mut errors, "until", ends(own.frequency, from, until));
        if own.is_private && own.partner_id.is_none() {
            errors.push(FieldError { field: "is_private", code: "joint" });
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Self {
            partner: own.partner_id,
            is_private: own.is_private,
            kind: own.kind,
            nature: own.nature,
            words,
            note,
            amount: own.amount,
            frequency: own.frequency,
            from,
            until,
            certainty: own.certainty,
            shares,
        })
    }
}

/// What was read, or nothing and the reason why.
fn said<T: Default>(errors: &mut Vec<FieldError>, field: &'static str, read: Result<T, &'static str>) -> T {
    read.unwrap_or_else(|code| {
        errors.push(FieldError { field, code });
        T::default()
    })
}

fn month(given: Option<&str>) -> Result<Option<Month>, &'static str> {
    given.map(|text| Month::read(text).ok_or("invalid")).transpose()
}

fn amount(own: &OwnLedgerLine) -> Result<(), &'static str> {
    match (own.nature, own.amount) {
        (Nature::Intangible, None) => Ok(()),
        (Nature::Intangible, Some(_)) => Err("intangible"),
        (_, None) => Err("required"),
        (_, Some(amount)) if (1..=LARGEST).contains(&amount) => Ok(()),
        (_, Some(_)) => Err("out_of_range"),
    }
}

fn ends(frequency: Frequency, from: Option<Month>, until: Option<Month>) -> Result<(), &'static str> {
    match (frequency, until) {
        (Frequency::Once, Some(_)) => Err("once"),
        (_, Some(until)) if from.is_some_and(|from| until < from) => Err("before_from"),
        _ => Ok(()),
    }
}

fn shares(own: &OwnLedgerLine) -> Result<BTreeMap<Uuid, i64>, &'static str> {
    if !own.shares.is_empty() && (own.partner_id.is_some() || own.nature == Nature::Intangible) {
        return Err("not_shared");
    }
    let mut read = BTreeMap::new();
    for share in &own.shares {
        if !(0..=LARGEST).contains(&share.amount) {
            return Err("out_of_range");
        }
        if read.insert(share.partner_id, share.amount).is_some() {
            return Err("twice");
        }
    }
    read.retain(|_, amount| *amount > 0);
    Ok(read)
}
