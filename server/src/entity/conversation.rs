//! What was noted of a conversation, as plain text. Made from its board, and holds no truth.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "conversation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub board_id: Uuid,
    pub partnership_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// The row of the log at which this was read.
    pub seq: i64,
}

impl ActiveModelBehavior for ActiveModel {}
