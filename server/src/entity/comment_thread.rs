//! What is said about one thing on a board: a card, a role, a common value, or a passage of a text.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comment_thread")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub board_id: Uuid,
    pub kind: Kind,
    /// The key of the card, role or value in the document, or the root that the passage stands in.
    pub item: String,
    /// Where the passage begins and ends: Yjs relative positions, in base64.
    #[sea_orm(column_type = "Text", nullable)]
    pub passage_start: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub passage_end: Option<String>,
    /// What stood there when it was said.
    #[sea_orm(column_type = "Text")]
    pub quote: String,
    /// The row of the log after which it stood there.
    pub seq: i64,
    pub created_at: DateTimeUtc,
    pub resolved_at: Option<DateTimeUtc>,
    pub resolved_by: Option<Uuid>,
}

/// What can be commented on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Kind {
    Card,
    Role,
    Value,
    Passage,
}

impl ActiveModelBehavior for ActiveModel {}
