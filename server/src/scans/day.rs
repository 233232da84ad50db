//! Days that people name.

use chrono::{Datelike as _, NaiveDate};

use super::error::ScanError;

/// A day that a calendar shows and either database keeps: in the years from 2000 to 2199.
pub(super) fn day(field: &'static str, day: NaiveDate) -> Result<NaiveDate, ScanError> {
    if (2000..2200).contains(&day.year()) { Ok(day) } else { Err(ScanError::refused(field, "out_of_range")) }
}
