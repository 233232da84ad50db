//! A core quality that somebody recognises in somebody else, with an example.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recognition")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    /// In whom.
    pub about: Uuid,
    pub given_by: Uuid,
    /// The id of a core quality in a page's library, or somebody's own words.
    pub quality: String,
    #[sea_orm(column_type = "Text")]
    pub example: String,
    pub given_at: DateTimeUtc,
    pub state: State,
    pub thanked_at: Option<DateTimeUtc>,
}

/// What the one it is about does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = RecognitionState)]
pub enum State {
    /// Nothing yet.
    New,
    /// They agree; it counts, and who sees their qualities sees it.
    Accepted,
    /// They keep it out of sight; nobody else learns so.
    Hidden,
}

impl ActiveModelBehavior for ActiveModel {}
