//! A ledger as a file, as whoever takes it along sees it: CSV and XLSX for a spreadsheet, JSON for a program.
//!
//! It is made of what they read and of nothing else, and says nothing of when it was made: so a line that a partner keeps to
//! itself changes no byte of what anybody else takes along.

mod handlers;
mod sheets;
mod wording;

pub(super) use self::handlers::export_ledger;

/// The lines of a ledger as the rows of a file, for who reads them back.
#[cfg(test)]
pub(super) fn lines_as_text(
    ledger: &super::api::Ledger,
    language: crate::files::Language,
    partners: Vec<crate::partnerships::PartnerName>,
) -> Vec<Vec<String>> {
    sheets::lines_as_text(ledger, &wording::Wording { language, partners })
}
