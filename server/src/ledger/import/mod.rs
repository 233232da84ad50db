//! Lines brought in from a spreadsheet: what an export wrote, or a list that somebody kept.
//!
//! A preview says of each row what it would become. What is brought in is what the preview showed, all of it or nothing:
//! the import names the preview by its digest, in which also stands which rows are in the ledger already. So whoever sends
//! the same once more, because an answer got lost, is told to look again and brings nothing in twice.

mod amounts;
mod api;
mod bringing;
mod handlers;
mod months;
#[cfg(test)]
mod round_trip;
mod rows;
mod table;

pub(super) use self::handlers::{import_ledger, preview_ledger_import};
