//! Somebody who said that they have written what they had to write.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "brainstorm_done")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub brainstorm_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
