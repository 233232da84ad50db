//! Something that was deleted from a board, as it was right before.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bin_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub board_id: Uuid,
    pub kind: Kind,
    /// The key in the document, or the root that a passage stood in.
    pub item: String,
    /// What it was, as JSON.
    #[sea_orm(column_type = "Text")]
    pub content: String,
    pub deleted_at: DateTimeUtc,
    pub deleted_by: Uuid,
    /// The row of the log that deleted it.
    pub deleted_seq: i64,
    /// How often a passage's text stood there still: it is back when it stands there more often.
    pub copies_left: i32,
    pub returned_at: Option<DateTimeUtc>,
    /// Somebody is putting it back, and nobody else may until then.
    pub claimed_until: Option<DateTimeUtc>,
}

/// What can be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Kind {
    Note,
    Role,
    Value,
    Passage,
}

impl ActiveModelBehavior for ActiveModel {}
