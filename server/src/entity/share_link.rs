//! A link by which anybody who has it sees one thing of a partnership, for a while: its ambition, or a block of a canvas.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "share_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    /// The SHA-256 of what stands in the link; the link itself is kept nowhere.
    pub hash: Vec<u8>,
    pub made_by: Uuid,
    pub made_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub revoked_at: Option<DateTimeUtc>,
    /// The canvas of which it shows a block; none when it shows the ambition.
    pub board_id: Option<Uuid>,
    pub block: Option<String>,
    /// What is asked about the block.
    #[sea_orm(column_type = "Text", nullable)]
    pub question: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
