//! What was put before the partners, as it was then: it never changes.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    /// What it is a version of.
    pub subject: Subject,
    /// From 1, of one subject in the partnership.
    pub number: i32,
    pub board_id: Uuid,
    /// The row of the board's log after which it said so.
    pub seq: i64,
    /// What it is called, in one line.
    pub headline: String,
    /// The SHA-256 of its words as canonical JSON, in hexadecimal digits.
    pub hash: String,
    pub proposed_by: Uuid,
    pub proposed_at: DateTimeUtc,
    /// When every partner had first said yes; whether they still do is computed.
    pub shared_at: Option<DateTimeUtc>,
    pub withdrawn_by: Option<Uuid>,
    pub withdrawn_at: Option<DateTimeUtc>,
}

/// What partners stand behind together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Subject {
    /// What they want together.
    Ambition,
    /// How that works: the canvas that counts, and what it costs and brings.
    BusinessModel,
}

impl ActiveModelBehavior for ActiveModel {}
