//! A partnership went from one phase to another.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "phase_move")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub from_phase: String,
    pub to_phase: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    /// The ids of what was missing then, as a JSON array.
    #[sea_orm(column_type = "Text")]
    pub missing: String,
    pub moved_by: Uuid,
    pub moved_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
