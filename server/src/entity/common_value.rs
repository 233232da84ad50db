//! A value that partners hold in common, as their board describes it. Made from it, and holds no truth.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "common_value")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub board_id: Uuid,
    /// The key in the document.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub partnership_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub meaning: String,
    /// A fractional index: values are sorted by it, then by id.
    #[sea_orm(column_type = "Text")]
    pub sort_key: String,
    /// The row of the log at which this was read.
    pub seq: i64,
    /// When it disappeared from the board; undo brings it back.
    pub removed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
