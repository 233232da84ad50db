//! Months, and the years of twelve of them that a ledger counts in.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};

/// A month of a year, counted from the first one of the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i32);

impl Month {
    /// Reads `2027-03`; a month of the years 1900 to 2999.
    pub fn read(text: &str) -> Option<Self> {
        let digits =
            |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten();
        let (year, month) = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
        let (year, month): (i32, i32) = (digits(year)?, digits(month)?);
        ((1900..3000).contains(&year) && (1..=12).contains(&month)).then_some(Self(year * 12 + month - 1))
    }

    /// The month that a day is in.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year() * 12 + day.month0().cast_signed())
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        let month = self.0.rem_euclid(12).cast_unsigned() + 1;
        NaiveDate::from_ymd_opt(self.0.div_euclid(12), month, 1).unwrap_or_default()
    }

    /// So many months later.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// How many months after another; negative when before.
    pub(super) fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }
}

impl fmt::Display for Month {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:04}-{:02}", self.0.div_euclid(12), self.0.rem_euclid(12) + 1)
    }
}

/// Twelve months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The first of them.
    pub first: Month,
    /// The last of them.
    pub last: Month,
}

impl Year {
    /// The year that is `number` after the first, which begins in `begins`.
    pub fn after(begins: Month, number: i32) -> Self {
        let first = begins.plus(12 * number);
        Self { first, last: first.plus(11) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_it_is_written_and_nothing_else_is() {
        for text in ["2027-03", "1900-01", "2999-12"] {
            assert_eq!(Month::read(text).unwrap().to_string(), text);
        }
        for text in
            ["2027-13", "2027-00", "2027-3", "27-03", "+027-03", "2027-+3", "2027/03", "1899-12", "3000-01", ""]
        {
            assert_eq!(Month::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_is_twelve_months_from_whichever_it_begins_in() {
        let second = Year::after(Month::read("2026-11").unwrap(), 1);
        assert_eq!(
            (second.first.to_string(), second.last.to_string()),
            ("2027-11".to_owned(), "2028-10".to_owned())
        );
        assert_eq!(second.last.first_day().to_string(), "2028-10-01");
        assert_eq!(Month::of(second.last.first_day()), second.last);
    }
}
