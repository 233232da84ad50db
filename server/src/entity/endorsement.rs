//! What a partner says of a version.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "endorsement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub partner_id: Uuid,
    pub answer: Answer,
    /// The wish, or what is still missing.
    #[sea_orm(column_type = "Text", nullable)]
    pub words: Option<String>,
    /// Who spoke for the partner.
    pub given_by: Uuid,
    pub given_at: DateTimeUtc,
}

/// Whether a partner stands behind exactly these words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = EndorsementAnswer)]
pub enum Answer {
    /// It does.
    Yes,
    /// It does, and would like something besides.
    YesWithWish,
    /// Not yet.
    NotYet,
}

impl Answer {
    /// Whether the partner stands behind it.
    pub fn is_yes(self) -> bool {
        matches!(self, Self::Yes | Self::YesWithWish)
    }
}

impl ActiveModelBehavior for ActiveModel {}
