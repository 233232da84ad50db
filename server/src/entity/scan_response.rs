//! What somebody of a partner answered: no account, no time, no order.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "scan_response")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub round_id: Uuid,
    /// Random, and another one whenever it is written anew.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partner_id: Uuid,
    /// The answers, and the factors that were chosen, as JSON.
    #[sea_orm(column_type = "Text")]
    pub answers: String,
    /// What was written to the open question, until it is closed.
    #[sea_orm(column_type = "Text", nullable)]
    pub words: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
