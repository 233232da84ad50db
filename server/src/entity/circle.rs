//! Who may see something that somebody says of themselves: a column of several tables.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who may see something that somebody says of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Circle {
    /// They alone.
    Me,
    /// Those who act for the same partner.
    Partner,
    /// Everybody who takes part; not observers.
    All,
}
