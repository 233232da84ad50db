//! Something that a partnership set out to do better.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "improvement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    /// The round whose report it follows from.
    pub round_id: Option<Uuid>,
    /// The factor it is about.
    pub factor: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub title: String,
    pub state: State,
    pub owner_id: Uuid,
    pub due: Date,
    /// By what it shows that it is done, or why it was dropped.
    #[sea_orm(column_type = "Text", nullable)]
    pub outcome: Option<String>,
    pub chosen_by: Uuid,
    pub chosen_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    /// Rises with every change.
    pub version: i64,
}

/// How far it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = ImprovementState)]
pub enum State {
    /// For later.
    Chosen,
    /// It is worked on; at most three are.
    Running,
    /// It is done, and it is said by what that shows.
    Done,
    /// It is worked on no more, and it is said why.
    Dropped,
}

impl ActiveModelBehavior for ActiveModel {}
