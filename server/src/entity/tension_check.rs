//! What somebody asked themselves at a tense moment.

use sea_orm::entity::prelude::*;

use super::shared_with::SharedWith;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tension_check")]
pub struct Model {
    /// Made by chance: its order tells nobody when it was written.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub account_id: Uuid,
    /// For whom they acted when they wrote it; nobody, if they guide.
    pub partner_id: Option<Uuid>,
    /// Whether we still believe in it; may be empty, as the others.
    #[sea_orm(column_type = "Text")]
    pub belief: String,
    /// What I get out of it.
    #[sea_orm(column_type = "Text")]
    pub benefit: String,
    /// Why there is no success.
    #[sea_orm(column_type = "Text")]
    pub success: String,
    /// Why the effort is unequal.
    #[sea_orm(column_type = "Text")]
    pub effort: String,
    pub shared_with: SharedWith,
    pub written_at: DateTimeUtc,
    /// Rises with every change.
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
