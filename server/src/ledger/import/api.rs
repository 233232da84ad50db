//! What the import is sent and answers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::error::FieldError;
use crate::ledger::api::OwnLedgerLine;

/// Lines to be looked at.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LedgerTable {
    /// A table whose cells are separated by tabs, commas or semicolons, of at most 200,000 bytes. Its first row says in Dutch or
    /// English what stands in which column, as the export calls them; `wat` and `soort` have to be there. A column called as
    /// a partner holds what of a joint line is for that partner.
    pub(super) text: String,
    /// Whose are the lines that do not say so: your own partner's, or joint when left out.
    #[serde(default)]
    pub(super) partner_id: Option<Uuid>,
}

/// Lines to be brought in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LedgerImport {
    /// As it was looked at.
    pub(super) text: String,
    /// As it was looked at.
    #[serde(default)]
    pub(super) partner_id: Option<Uuid>,
    /// Which preview was looked at.
    pub(super) digest: String,
}

impl LedgerImport {
    /// The table, and the digest of what was looked at.
    pub(super) fn split(self) -> (LedgerTable, String) {
        (LedgerTable { text: self.text, partner_id: self.partner_id }, self.digest)
    }
}

/// What would come of a table.
#[derive(Serialize, ToSchema)]
pub(super) struct LedgerImportPreview {
    /// Name this to bring in what is shown here.
    pub(super) digest: String,
    /// One for each row that says something, in order.
    pub(super) rows: Vec<LedgerImportRow>,
    /// Whether there would be more than two hundred lines of the partner, or joint ones; then nothing can be brought in.
    pub(super) too_many: bool,
}

/// What would come of a row.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct LedgerImportRow {
    /// In which line of the text it begins, counted from 1.
    pub(super) row: u64,
    /// Null when it cannot be read as one.
    #[schema(required)]
    pub(super) line: Option<OwnLedgerLine>,
    /// Whether such a line is there already, in the ledger or in a row before it. It can be brought in all the same.
    pub(super) twice: bool,
    /// Why it cannot be brought in; empty when it can.
    pub(super) refused: Vec<FieldError>,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
pub(super) struct ImportedLines {
    /// How many lines were added.
    pub(super) added: usize,
}
