//! That a card hangs together with another card, with a passage of the ambition, or with a line of the ledger.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "card_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub board_id: Uuid,
    /// The key in the document. Of two cards, that which comes first by its board and its key.
    pub card_id: String,
    /// The row of the log after which it stood there.
    pub seq: i64,
    pub kind: Kind,
    /// The board of the other card, or of the passage.
    pub target_board_id: Option<Uuid>,
    pub target_card_id: Option<String>,
    pub target_seq: Option<i64>,
    /// Of the document, in which the passage stands.
    pub root: Option<String>,
    /// Where the passage begins: a Yjs relative position, in base64.
    #[sea_orm(column_type = "Text", nullable)]
    pub passage_start: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub passage_end: Option<String>,
    /// What stood there when it was linked.
    #[sea_orm(column_type = "Text", nullable)]
    pub quote: Option<String>,
    /// With the line the link goes.
    pub line_id: Option<Uuid>,
    pub made_by: Uuid,
    pub made_at: DateTimeUtc,
}

/// To what a card is linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Kind {
    Card,
    Passage,
    LedgerLine,
}

impl ActiveModelBehavior for ActiveModel {}
