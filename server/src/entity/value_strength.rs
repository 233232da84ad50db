//! How strongly a partner holds a common value.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "value_strength")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub board_id: Uuid,
    /// The value's key in the document.
    #[sea_orm(primary_key, auto_increment = false)]
    pub value_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    pub partnership_id: Uuid,
    /// From 0, not at all, to 4, as strongly as can be.
    pub strength: i16,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub given_by: Uuid,
    pub given_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
