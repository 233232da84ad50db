//! A joint undertaking of two or more partners.

use sea_orm::entity::prelude::*;

use crate::access::Stage;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "partnership")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub challenge: String,
    pub status: Status,
    /// The id of one of the seven phases.
    pub phase: String,
    pub created_at: DateTimeUtc,
}

/// How far a partnership is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Status {
    Draft,
    Active,
    Concluded,
    Archived,
}

impl Status {
    /// What it means for what may be done.
    pub fn stage(self) -> Stage {
        match self {
            Self::Draft | Self::Active => Stage::Underway,
            Self::Concluded | Self::Archived => Stage::Concluded,
        }
    }
}

impl ActiveModelBehavior for ActiveModel {}
