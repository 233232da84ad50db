//! When a partnership last looked at what it wants in ten years.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "horizon_review")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partnership_id: Uuid,
    pub reviewed_by: Option<Uuid>,
    pub reviewed_at: Option<DateTimeUtc>,
    /// When the leads were last reminded.
    pub reminded_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
