//! What was reported of a round: written once, when it closes.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "scan_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub round_id: Uuid,
    /// What is shown, as JSON.
    #[sea_orm(column_type = "Text")]
    pub content: String,
    /// What later rounds are compared with and checked against, as JSON; shown to nobody.
    #[sea_orm(column_type = "Text")]
    pub basis: String,
}

impl ActiveModelBehavior for ActiveModel {}
