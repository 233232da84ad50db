//! What a partner answers as a partner.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "scan_voice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub round_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    /// The answers, and the factors that were chosen, as JSON.
    #[sea_orm(column_type = "Text")]
    pub answers: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub words: Option<String>,
    /// Who gave it last, with the partner's mandate.
    pub answered_by: Uuid,
    pub answered_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
