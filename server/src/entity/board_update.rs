//! One row of a board's log: what one author wrote, as a Yjs update (lib0 v1). Never changed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "board_update")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub board_id: Uuid,
    /// Dense per board, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    pub author_id: Uuid,
    pub at: DateTimeUtc,
    #[sea_orm(column_type = "Blob")]
    pub payload: Vec<u8>,
    /// CRC-32 of all the others; none in rows that were written before there were checksums.
    pub checksum: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
