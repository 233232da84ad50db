//! How far the tables that are made from a board have followed its log.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "projection")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub board_id: Uuid,
    /// The row of the log at which they were read.
    pub seq: i64,
    pub at: DateTimeUtc,
    /// How often they were written. Whoever finds another number than before has to look anew what is in them.
    pub turn: i64,
}

impl ActiveModelBehavior for ActiveModel {}
