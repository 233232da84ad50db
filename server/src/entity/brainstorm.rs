//! Some minutes in which everybody writes for themselves, about one block of a canvas.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "brainstorm")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub board_id: Uuid,
    pub block: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub question: Option<String>,
    pub begun_by: Uuid,
    pub begun_at: DateTimeUtc,
    /// When the time is up, which ends nothing.
    pub ends_at: DateTimeUtc,
    /// Since when nothing is written any more, because the cards are on their way to the board.
    pub closed_at: Option<DateTimeUtc>,
    /// Since when all of them are there.
    pub revealed_at: Option<DateTimeUtc>,
    pub stopped_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
