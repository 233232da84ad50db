//! The end of a chain of audit entries.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_chain")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub scope: Scope,
    /// The organisation or the partnership; nil for the platform.
    pub subject_id: Uuid,
    pub last_number: i64,
    #[sea_orm(column_type = "Blob")]
    pub last_hash: Vec<u8>,
}

/// Whose log it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Scope {
    Platform,
    Organisation,
    Partnership,
}

impl ActiveModelBehavior for ActiveModel {}
