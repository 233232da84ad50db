//! What the bin's routes answer.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{Deleted, KEPT};
use crate::boards::api::{CommonValue, Note, Role};
use crate::entity::bin_item;
use crate::partnerships::Author;

/// One page of a bin.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BinPage {
    /// What was deleted, the latest first.
    pub items: Vec<BinItem>,
    /// Where the next page begins; none on the last.
    #[schema(required)]
    pub next: Option<String>,
}

/// Something that was deleted, as it was right before. One of `note`, `role`, `value` and `passage` says what it was.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BinItem {
    /// What it is restored by.
    pub id: Uuid,
    /// What it was.
    pub kind: BinKind,
    /// When it was deleted.
    pub deleted_at: DateTime<Utc>,
    /// When it cannot be restored any more.
    pub expires_at: DateTime<Utc>,
    /// Who deleted it.
    pub deleted_by: DeletedBy,
    /// The card.
    #[schema(required)]
    pub note: Option<Note>,
    /// The role.
    #[schema(required)]
    pub role: Option<Role>,
    /// The common value.
    #[schema(required)]
    pub value: Option<CommonValue>,
    /// The words of an ambition.
    #[schema(required)]
    pub passage: Option<BinPassage>,
}

/// What can be in a bin.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum BinKind {
    /// A card.
    Note,
    /// A role.
    Role,
    /// A common value.
    Value,
    /// A headline, or a paragraph, heading or list of an ambition.
    Passage,
}

/// Who deleted something.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DeletedBy {
    /// Their account.
    pub account_id: Uuid,
    /// Their name.
    pub name: String,
    /// The partner they act or acted for.
    #[schema(required)]
    pub partner_id: Option<Uuid>,
}

/// Words of an ambition.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BinPassage {
    /// `headline`, `statement` or `horizon`.
    pub root: String,
    /// The words.
    pub text: String,
    /// The words with their markup; the escaped words for a headline.
    pub html: String,
}

/// Something is on its board again.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Restored {
    /// The number of the last change on the board, at which everybody has it.
    pub seq: i64,
}

/// Which page of a bin.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct BinQuery {
    /// `next` of the page before.
    pub cursor: Option<Uuid>,
}

impl BinItem {
    /// Reads out what the bin kept; `authors` are those who deleted.
    pub(super) fn new(item: &bin_item::Model, authors: &HashMap<Uuid, Author>) -> Result<Self, serde_json::Error> {
        let (mut note, mut role, mut value, mut passage) = (None, None, None, None);
        let kind = match serde_json::from_str(&item.content)? {
            Deleted::Note(was) => {
                note = Some(was);
                BinKind::Note
            }
            Deleted::Role(was) => {
                role = Some(was);
                BinKind::Role
            }
            Deleted::Value(was) => {
                value = Some(was);
                BinKind::Value
            }
            Deleted::Passage(was) => {
                passage = Some(BinPassage { root: was.root, text: was.text, html: was.html });
                BinKind::Passage
            }
        };
        let known = authors.get(&item.deleted_by);
        let name = known.map(|known| known.name.clone()).unwrap_or_default();
        let partner_id = known.and_then(|known| known.partner_id);
        Ok(Self {
            id: item.id,
            kind,
            deleted_at: item.deleted_at,
            expires_at: item.deleted_at + KEPT,
            deleted_by: DeletedBy { account_id: item.deleted_by, name, partner_id },
            note,
            role,
            value,
            passage,
        })
    }
}
