//! What goes over the line about who wrote what.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who wrote what stands on a board.
#[derive(Serialize, ToSchema)]
pub(in crate::boards) struct BoardAuthors {
    /// The number of the last change in it.
    pub(super) seq: i64,
    /// The texts of an ambition or a conversation; none on other boards.
    pub(super) texts: Vec<WrittenText>,
    /// Everybody who wrote of it.
    pub(super) people: Vec<TextAuthor>,
}

/// A text, by who wrote which words of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct WrittenText {
    /// As `headline` or `statement`.
    pub(super) root: String,
    /// One for each paragraph, heading and item of a list, as in the plain text.
    pub(super) lines: Vec<Vec<WrittenRun>>,
}

/// Words that one person wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct WrittenRun {
    pub(super) text: String,
    pub(super) account_id: Uuid,
}

/// Somebody who wrote, and may have left since.
#[derive(Serialize, ToSchema)]
pub(super) struct TextAuthor {
    pub(super) account_id: Uuid,
    pub(super) name: String,
    /// For whom they act, or did when they left; null for somebody who guides.
    #[schema(required)]
    pub(super) partner_id: Option<Uuid>,
}
