//! A board kept whole as it was after one row of its log. A cache: it can be made again from the log at any time.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "board_snapshot")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub board_id: Uuid,
    /// The last row of the log that is in it.
    pub seq: i64,
    pub made_at: DateTimeUtc,
    /// A Yjs update (lib0 v1) that makes the document out of nothing.
    #[sea_orm(column_type = "Blob")]
    pub state: Vec<u8>,
    /// Which account first wrote under which client id: 8 bytes, little endian, and the 16 of the account's id; again
    /// and again.
    #[sea_orm(column_type = "Blob")]
    pub owners: Vec<u8>,
    /// CRC-32 of all the others but `made_at`.
    pub checksum: i64,
    /// When it was found damaged and set apart. It is never used again, but kept for a look.
    pub damaged_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
