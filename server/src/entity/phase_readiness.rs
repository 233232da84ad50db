//! How far a partner is with a phase.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "phase_readiness")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub phase: String,
    pub partnership_id: Uuid,
    pub readiness: Readiness,
    pub given_by: Uuid,
    pub given_at: DateTimeUtc,
}

/// How far a partner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Readiness {
    /// It looks around.
    Exploring,
    /// It thinks it over.
    Deliberating,
    /// As far as it is concerned, yes.
    Ready,
}

impl ActiveModelBehavior for ActiveModel {}
