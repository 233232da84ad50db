//! What somebody may go ahead with, until a day.

use sea_orm::entity::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "room_to_move")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    /// Whose it is, as long as they are in the partnership.
    pub membership_id: Uuid,
    /// Never changed: what partners say yes to is these words.
    #[sea_orm(column_type = "Text")]
    pub words: String,
    /// The last day.
    pub until: Date,
    pub asked_by: Uuid,
    pub asked_at: DateTimeUtc,
    /// When whose it is said that they want it.
    pub taken_at: Option<DateTimeUtc>,
    /// When the last partner gave it.
    pub given_at: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
    pub ended_how: Option<End>,
}

/// How it ended before its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = RoomEnd)]
pub enum End {
    /// Whose it was did not want it, or not any more.
    GivenBack,
    /// More than half of the partners did not give it any more.
    TakenBack,
    /// Whoever asked took the question back.
    Withdrawn,
}

impl ActiveModelBehavior for ActiveModel {}
