//! What somebody says about taking on a role.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shared_with::SharedWith;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "role_wish")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub board_id: Uuid,
    /// The role's key in the document.
    #[sea_orm(primary_key, auto_increment = false)]
    pub role_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    pub partnership_id: Uuid,
    pub wish: Wish,
    /// From -2, it costs much energy, to 2, it gives much; nothing if they do not say.
    pub energy: Option<i16>,
    /// When they last said so.
    pub energy_at: Option<DateTimeUtc>,
    pub shared_with: SharedWith,
    pub changed_at: DateTimeUtc,
    /// Rises with every change.
    pub version: i64,
}

/// Whether somebody would take on a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// They would like to.
    Gladly,
    /// They would.
    Fine,
    /// They are not suggested for it; a lead may still ask.
    RatherNot,
    /// A veto: nobody asks them.
    Never,
}

impl ActiveModelBehavior for ActiveModel {}
