//! What a partner brings, or comes to get.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contribution")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    /// Which partner says it.
    pub partner_id: Uuid,
    pub direction: Direction,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    /// May be empty.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    /// For which partner it is, or from which it is wanted; none yet, or all.
    pub with_partner_id: Option<Uuid>,
    /// Who said for that partner that it is so.
    pub confirmed_by: Option<Uuid>,
    pub confirmed_at: Option<DateTimeUtc>,
    pub written_by: Uuid,
    pub written_at: DateTimeUtc,
    /// Rises with every change.
    pub version: i64,
}

/// Which way something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The partner brings it.
    Brings,
    /// The partner comes to get it.
    Seeks,
}

impl ActiveModelBehavior for ActiveModel {}
