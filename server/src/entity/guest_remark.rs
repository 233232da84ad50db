//! What somebody outside said about one block of a canvas, by a link.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "guest_remark")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    /// By which link.
    pub link_id: Uuid,
    /// Chosen by the page, so that what is sent twice is there once.
    pub sent_id: Uuid,
    pub board_id: Uuid,
    pub block: String,
    /// As they call themselves; may be empty.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub said_at: DateTimeUtc,
    /// When somebody said that it is dealt with.
    pub settled_at: Option<DateTimeUtc>,
    pub settled_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
