//! What the import is sent and answers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Cards to be added.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NoteImport {
    /// A list, one card a line, whose bullets and numbers are left out; or a table, separated by tabs, commas or
    /// semicolons. A table has a header that names its columns (`block`, `text` and `partner`, or `blok`, `tekst` and
    /// `partner`), or it has these columns in this order. Blocks are given by id or by name in Dutch or English,
    /// partners by id or name. At most 500 cards.
    pub(super) text: String,
    /// The block of rows that name none.
    #[schema(example = "channels")]
    pub(super) block: Option<String>,
    /// The partner of rows that name none; null or left out: all together.
    #[schema(format = "uuid")]
    pub(super) partner: Option<String>,
    /// Makes a retry safe: what was added under this id is not added again, as long as the text is the same.
    #[schema(format = "uuid")]
    pub(super) id: Option<String>,
    /// Only say what would come of it.
    #[serde(default)]
    pub(super) preview: bool,
}

/// What came of it, or would.
#[derive(Serialize, ToSchema)]
pub(super) struct ImportedNotes {
    /// One for each card, in order.
    pub(super) rows: Vec<ImportRow>,
    /// How many cards were added: none in a preview, otherwise all.
    pub(super) added: usize,
    /// The number of the last change on the board.
    pub(super) seq: i64,
}

/// A card to be.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ImportRow {
    /// The line of the text in which it begins, from 1.
    pub(super) line: u64,
    /// The block it goes into; null when that is not known.
    #[schema(required)]
    pub(super) block: Option<&'static str>,
    /// What it will say.
    pub(super) text: String,
    /// The partner it will be about; null: all together.
    #[schema(required)]
    pub(super) partner: Option<Uuid>,
    /// Why it cannot be added: `block_missing`, `block_unknown`, `text_missing`, `text_too_long` or `partner_unknown`.
    #[schema(required)]
    pub(super) problem: Option<&'static str>,
}
