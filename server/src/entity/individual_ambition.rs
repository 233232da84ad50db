//! What somebody wants for themselves with what a partnership wants together.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::circle::Circle;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "individual_ambition")]
pub struct Model {
    /// Made by chance: its order tells nobody when it was written.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub account_id: Uuid,
    /// For whom they acted when they wrote it; nobody, if they guide.
    pub partner_id: Option<Uuid>,
    pub kind: Kind,
    pub visible_to: Circle,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    /// The passages of the statement that answer it, as JSON.
    #[sea_orm(column_type = "Text")]
    pub passages: String,
    pub written_at: DateTimeUtc,
    /// Rises with every change.
    pub version: i64,
}

/// As what somebody wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = IndividualAmbitionKind)]
pub enum Kind {
    /// As a person.
    Personal,
    /// In their profession.
    Professional,
    /// For their organisation.
    Business,
}

impl ActiveModelBehavior for ActiveModel {}
