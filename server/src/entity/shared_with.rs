//! With whom somebody shares something about themselves: a column of several tables.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// With whom somebody shares something about themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SharedWith {
    /// Nobody but themselves.
    Nobody,
    /// Those who lead the partnership, whoever that is.
    Lead,
    /// Everybody who takes part; not observers.
    All,
}
