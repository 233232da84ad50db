//! A role that is described on a board. Made from it, and holds no truth.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "role")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub board_id: Uuid,
    /// The key in the document.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub partnership_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    pub seats_min: i16,
    pub seats_max: i16,
    /// Core qualities by id with their weight, as a JSON object.
    #[sea_orm(column_type = "Text")]
    pub qualities: String,
    /// Drives by id, as a JSON object.
    #[sea_orm(column_type = "Text")]
    pub drives: String,
    /// A fractional index: roles are sorted by it, then by id.
    #[sea_orm(column_type = "Text")]
    pub sort_key: String,
    /// The row of the log at which this was read.
    pub seq: i64,
    /// When it disappeared from the board; undo brings it back.
    pub removed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
