//! A shared ambition as plain text. Made from its board, and holds no truth.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ambition")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub board_id: Uuid,
    pub partnership_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub headline: String,
    #[sea_orm(column_type = "Text")]
    pub statement: String,
    #[sea_orm(column_type = "Text")]
    pub horizon: String,
    /// Since when there is one.
    pub horizon_since: Option<DateTimeUtc>,
    /// The row of the log at which this was read.
    pub seq: i64,
}

impl ActiveModelBehavior for ActiveModel {}
