//! The ambition as it was put before the partners: it never changes.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ambition_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    /// From 1, in the partnership.
    pub number: i32,
    pub board_id: Uuid,
    /// The row of the board's log after which it said so.
    pub seq: i64,
    /// The ambition in one line.
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

impl ActiveModelBehavior for ActiveModel {}
