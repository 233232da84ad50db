//! A legal or social party with accounts.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    /// The name in lower case, to find and sort by.
    pub name_key: String,
    pub created_at: DateTimeUtc,
    pub status: Status,
}

/// Whether an organisation takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Status {
    /// Invited, and nobody of it has accepted yet.
    Pending,
    Active,
    /// Nobody of it signs in.
    Suspended,
}

impl ActiveModelBehavior for ActiveModel {}
