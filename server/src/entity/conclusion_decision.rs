//! What a partner says to a proposal to conclude.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "conclusion_decision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub conclusion_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    /// Otherwise it says: not yet.
    pub agrees: bool,
    /// Who said so, with the partner's mandate.
    pub decided_by: Uuid,
    pub decided_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
