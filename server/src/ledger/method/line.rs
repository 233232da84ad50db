//! A line of a ledger, and how often it counts in a year.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::month::{Month, Year};
use crate::entity::ledger_line::{Frequency, Kind, Nature};

/// A line, as far as it is summed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which one.
    pub id: Uuid,
    /// Whose own it is; joint without.
    pub partner: Option<Uuid>,
    /// Which way it goes.
    pub kind: Kind,
    /// What it is counted in.
    pub nature: Nature,
    /// In cents or minutes; never negative.
    pub amount: Option<i64>,
    /// How often it counts.
    pub frequency: Frequency,
    /// The month in which it begins; the first of the ledger without.
    pub from: Option<Month>,
    /// The last month in which it can count; it goes on without.
    pub until: Option<Month>,
    /// Of a joint line, what of the amount is for which partner; never negative.
    pub shares: BTreeMap<Uuid, i64>,
}

impl Line {
    /// How often its amount counts in a year of a ledger that begins in `begins`.
    pub fn times_in(&self, year: Year, begins: Month) -> i64 {
        let from = self.from.unwrap_or(begins);
        let last = self.until.map_or(year.last, |until| until.min(year.last));
        let first = from.max(year.first);
        let months = last.since(first) + 1;
        let count = match self.frequency {
            Frequency::Once => i32::from((year.first..=last).contains(&from)),
            Frequency::Monthly => months.max(0),
            Frequency::Yearly => {
                let anniversary = first.plus((-first.since(from)).rem_euclid(12));
                i32::from(anniversary <= last)
            }
        };
        i64::from(count)
    }

    /// What of it is for a partner, each time that it counts.
    pub fn amount_for(&self, partner: Uuid) -> i64 {
        match self.partner {
            Some(own) if own == partner => self.amount.unwrap_or(0),
            Some(_) => 0,
            None => self.shares.get(&partner).copied().unwrap_or(0),
        }
    }

    /// Whether a partner has anything to do with it: it is its own, or it has a share of it.
    pub(super) fn concerns(&self, partner: Uuid) -> bool {
        match self.partner {
            Some(own) => own == partner,
            None => self.amount_for(partner) > 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(frequency: Frequency, from: Option<&str>, until: Option<&str>) -> Line {
        let month = |text: &str| Month::read(text).unwrap();
        Line {
            id: Uuid::nil(),
            partner: None,
            kind: Kind::Cost,
            nature: Nature::Money,
            amount: Some(100),
            frequency,
            from: from.map(month),
            until: until.map(month),
            shares: BTreeMap::new(),
        }
    }

    fn times(line: &Line) -> [i64; 4] {
        let begins = Month::read("2026-07").unwrap();
        [0, 1, 2, 3].map(|number| line.times_in(Year::after(begins, number), begins))
    }

    #[test]
    fn without_months_it_counts_from_the_beginning_on() {
        assert_eq!(times(&line(Frequency::Once, None, None)), [1, 0, 0, 0]);
        assert_eq!(times(&line(Frequency::Monthly, None, None)), [12, 12, 12, 12]);
        assert_eq!(times(&line(Frequency::Yearly, None, None)), [1, 1, 1, 1]);
    }

    #[test]
    fn it_counts_in_the_months_that_it_runs() {
        assert_eq!(times(&line(Frequency::Once, Some("2028-06"), None)), [0, 1, 0, 0]);
        assert_eq!(times(&line(Frequency::Monthly, Some("2027-05"), Some("2028-08"))), [2, 12, 2, 0]);
        assert_eq!(times(&line(Frequency::Yearly, Some("2027-05"), Some("2029-04"))), [1, 1, 0, 0]);
        assert_eq!(times(&line(Frequency::Yearly, Some("2027-05"), Some("2029-05"))), [1, 1, 1, 0]);
    }

    #[test]
    fn what_began_before_the_ledger_counts_from_the_ledger_on() {
        assert_eq!(times(&line(Frequency::Once, Some("2026-06"), None)), [0, 0, 0, 0]);
        assert_eq!(times(&line(Frequency::Monthly, Some("2020-01"), Some("2026-07"))), [1, 0, 0, 0]);
        assert_eq!(times(&line(Frequency::Yearly, Some("2024-06"), None)), [1, 1, 1, 1]);
    }
}
