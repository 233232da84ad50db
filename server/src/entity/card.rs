//! A card of a canvas. Made from its board, and holds no truth.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "card")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub board_id: Uuid,
    /// The key in the document.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub partnership_id: Uuid,
    pub block: String,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// A fractional index: cards of a block are sorted by it, then by id.
    #[sea_orm(column_type = "Text")]
    pub sort_key: String,
    pub partner: Option<String>,
    /// The row of the log at which this was read.
    pub seq: i64,
}

impl ActiveModelBehavior for ActiveModel {}
