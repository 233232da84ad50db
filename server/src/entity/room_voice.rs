//! What a partner says of the room that somebody asks.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "room_voice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub room_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    pub gives: bool,
    /// May be empty.
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub said_by: Uuid,
    pub said_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
