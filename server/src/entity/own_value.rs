//! A value that somebody holds for themselves.

use sea_orm::entity::prelude::*;

use super::circle::Circle;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "own_value")]
pub struct Model {
    /// Made by chance: its order tells nobody when it was written.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub account_id: Uuid,
    /// For whom they acted when they wrote it; nobody, if they guide.
    pub partner_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    /// Why they hold it; may be empty.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    pub visible_to: Circle,
    pub written_at: DateTimeUtc,
    /// Rises with every change.
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
