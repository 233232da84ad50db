//! A proposal to conclude a partnership.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "conclusion")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    /// Why now; may be empty.
    pub words: String,
    pub proposed_by: Uuid,
    pub proposed_at: DateTimeUtc,
    /// When a lead took it back.
    pub withdrawn_at: Option<DateTimeUtc>,
    /// When every partner had agreed and a lead concluded the partnership by it.
    pub concluded_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
