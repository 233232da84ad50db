//! A document that a partnership writes together.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "board")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub kind: String,
    pub title: String,
    /// The number of the newest row in the board's log; 0 when nothing was written yet.
    pub last_seq: i64,
    pub created_at: DateTimeUtc,
    /// Of the canvases one counts; of the other kinds every board does.
    pub is_current: bool,
    /// Of which canvas it began as a copy.
    pub copied_from: Option<Uuid>,
    /// Who made it; none for those that were there from the start.
    pub made_by: Option<Uuid>,
    /// Since when it is out of sight.
    pub put_away_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
