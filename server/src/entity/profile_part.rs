//! A part of what somebody says of themselves.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::circle::Circle;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "profile_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub partnership_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub part: Part,
    /// For whom they acted when they said it; nobody, if they guide.
    pub partner_id: Option<Uuid>,
    /// What it says, as JSON.
    #[sea_orm(column_type = "Text")]
    pub content: String,
    pub visible_to: Circle,
    pub changed_at: DateTimeUtc,
    /// Rises with every change.
    pub version: i64,
}

/// A part of a profile, which is seen by whom its owner chooses.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = ProfilePart)]
pub enum Part {
    /// What they are good at by nature.
    Qualities,
    /// What they do it for.
    Drives,
    /// What they know.
    Expertise,
    /// What they want to learn.
    Learning,
}

impl ActiveModelBehavior for ActiveModel {}
