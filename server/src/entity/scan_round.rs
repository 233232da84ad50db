//! A moment at which a partnership looks back.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "scan_round")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub kind: Kind,
    pub status: Status,
    pub planned_for: Date,
    pub planned_by: Uuid,
    pub planned_at: DateTimeUtc,
    /// From here on there is nothing before it is opened, and what there is then stays as it is.
    pub mode: Option<Mode>,
    /// The fewest people of whom anything is shown: 3 or 5.
    pub floor: Option<i16>,
    /// Which of its kind it is in the partnership, from 1.
    pub number: Option<i32>,
    /// What is asked, as a JSON list of ids.
    #[sea_orm(column_type = "Text", nullable)]
    pub statements: Option<String>,
    /// The version of the words.
    pub instrument: Option<i32>,
    /// What ballots are signed with; gone when it is closed.
    pub secret: Option<Vec<u8>>,
    pub opened_at: Option<DateTimeUtc>,
    pub closes_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    /// How often people were reminded.
    pub reminders: i16,
    /// Whether observers see the report.
    pub shared: bool,
    /// The board on which is noted what was said about its report; nothing before it is reported, and where it was
    /// reported before there were any.
    pub conversation_id: Option<Uuid>,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = ScanKind)]
pub enum Kind {
    /// All factors, two statements each.
    Scan,
    /// Four factors, one statement each, and how effort and yield compare.
    Pulse,
}

/// How far it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))", rename_all = "snake_case")]
pub enum Status {
    Planned,
    Open,
    Closed,
}

/// Whose answers they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = ScanMode)]
pub enum Mode {
    /// Everybody answers for themselves, and nobody learns who said what.
    Anonymous,
    /// Every partner gives one answer, openly.
    PartnerVoice,
}

impl ActiveModelBehavior for ActiveModel {}
