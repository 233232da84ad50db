//! The shared ambition.

use yrs::{TransactionMut, WriteTxn as _};

use super::text;
use crate::boards::passages::{self, Passage};

/// A rich text of the ambition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Statement,
    Horizon,
}

impl Part {
    /// How long it may be, as in the vocabulary.
    pub(super) const fn limit(self) -> usize {
        match self {
            Self::Statement => 20_000,
            Self::Horizon => 10_000,
        }
    }

    const fn root(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Horizon => "horizon",
        }
    }
}

/// Makes the headline say this; only what differs is changed.
pub(super) fn set_headline(transaction: &mut TransactionMut<'_>, wanted: &str) {
    let headline = transaction.get_or_insert_text("headline");
    text::rewrite(transaction, &headline, wanted);
}

/// Replaces a rich text.
pub(super) fn replace(transaction: &mut TransactionMut<'_>, part: Part, passages: &[Passage]) {
    let text = transaction.get_or_insert_xml_fragment(part.root());
    passages::replace(transaction, &text, passages);
}
