//! Something in which the views of partners touch.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "overlap")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    /// Of which partners' views, and what stands there, as JSON.
    #[sea_orm(column_type = "Text")]
    pub parts: String,
    pub marked_by: Uuid,
    pub marked_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
