//! What something costs or brings, jointly or for one partner.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    /// Whose own it is; joint without.
    pub partner_id: Option<Uuid>,
    /// Whether those who act for that partner alone see it. A joint line never is.
    pub is_private: bool,
    pub kind: Kind,
    pub nature: Nature,
    /// In one line.
    #[sea_orm(column_type = "Text")]
    pub words: String,
    /// May be empty.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// In cents or minutes; none when it is intangible.
    pub amount: Option<i64>,
    pub frequency: Frequency,
    /// The first day of the month in which it begins.
    pub from_month: Option<Date>,
    /// The first day of the last month in which it can count.
    pub until_month: Option<Date>,
    pub certainty: Certainty,
    pub written_by: Uuid,
    pub written_at: DateTimeUtc,
    pub changed_by: Uuid,
    pub changed_at: DateTimeUtc,
    /// Rises with every change.
    pub version: i64,
    /// What whoever wrote it called it when they sent it.
    pub sent_key: Option<Uuid>,
    /// The SHA-256 of what was sent by that key, in hexadecimal digits.
    pub sent_hash: Option<String>,
}

/// Which way it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = LedgerKind)]
pub enum Kind {
    /// It costs something.
    Cost,
    /// It brings something.
    Benefit,
}

/// What it is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = LedgerNature)]
pub enum Nature {
    /// In cents of a euro.
    Money,
    /// In minutes.
    Time,
    /// In words alone: it has no amount, and is in no sum.
    Intangible,
}

/// How often its amount counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = LedgerFrequency)]
pub enum Frequency {
    /// In the month in which it begins, and never again.
    Once,
    /// In every month from that in which it begins.
    Monthly,
    /// In the month in which it begins, and in the same month of every year after that.
    Yearly,
}

/// How sure it is. A later one is surer.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = LedgerCertainty)]
pub enum Certainty {
    /// Somebody expects it.
    Assumed,
    /// Those whom it concerns agreed on it.
    Agreed,
    /// It came out so.
    Realised,
}

impl ActiveModelBehavior for ActiveModel {}
