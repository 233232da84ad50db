//! How a partner sees the challenge, and what it does about it already.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "partner_view")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    pub partnership_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub seeing: String,
    #[sea_orm(column_type = "Text")]
    pub doing: String,
    /// From 1, it can wait, to 5, it cannot.
    pub urgency: Option<i16>,
    pub changed_by: Uuid,
    pub changed_at: DateTimeUtc,
    /// Rises with every change.
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
