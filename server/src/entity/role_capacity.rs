//! How many roles somebody can carry in a partnership.

use sea_orm::entity::prelude::*;

use super::shared_with::SharedWith;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "role_capacity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partnership_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    pub roles: i16,
    pub shared_with: SharedWith,
    pub changed_at: DateTimeUtc,
    /// Rises with every change.
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
