//! What the import of accounts takes and answers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::entity::account::Language;

/// People to be invited.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountImport {
    /// A table, separated by tabs, semicolons or commas, or a list of addresses. A header names the columns (`name`,
    /// `email`, `language`, `admin`, or the same in Dutch; names may be in parts); without one the address is found by
    /// its @, and the name stands beside it. At most 500 people.
    pub(super) text: String,
    /// In which language people are written to of whom the table does not say; Dutch when left out.
    #[serde(default)]
    pub(super) language: Language,
    /// Only say what would come of it.
    #[serde(default)]
    pub(super) preview: bool,
}

/// What came of it, or would.
#[derive(Serialize, ToSchema)]
pub(super) struct ImportedAccounts {
    /// One for each person, in order.
    pub(super) rows: Vec<AccountImportRow>,
    /// How many were invited: nobody in a preview, otherwise whoever is not here yet.
    pub(super) invited: usize,
}

/// Somebody who is to have an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct AccountImportRow {
    /// The line of the text in which they stand, from 1.
    pub(super) line: u64,
    /// What they will be called; taken from the address when the table does not say.
    pub(super) name: String,
    /// As it stands there.
    pub(super) email: String,
    pub(super) language: Language,
    /// Whether they will administer the organisation.
    pub(super) organisation_admin: bool,
    /// Whether they have an account of this organisation already; they are left out then.
    pub(super) already_here: bool,
    /// Why they cannot be invited: `address_missing`, `address_invalid`, `address_twice`, `address_elsewhere`,
    /// `name_invalid`, `language_unknown` or `admin_unknown`.
    #[schema(required)]
    pub(super) problem: Option<&'static str>,
}
