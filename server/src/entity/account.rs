//! A person who can sign in.

use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation_id: Option<Uuid>,
    pub email: String,
    /// The address in lower case; unique.
    pub email_key: String,
    pub name: String,
    /// The name in lower case, to find and sort by.
    pub name_key: String,
    pub password_hash: Option<String>,
    pub platform_admin: bool,
    pub organisation_admin: bool,
    pub deactivated_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    /// In which language they are written to.
    pub language: Language,
    /// When they showed that mail to this address reaches them.
    pub verified_at: Option<DateTimeUtc>,
    /// Since when their organisation is suspended.
    pub suspended_at: Option<DateTimeUtc>,
}

/// Those who may sign in and stay: neither deactivated themselves, nor of an organisation that is suspended.
pub fn is_admitted() -> Condition {
    Condition::all().add(Column::DeactivatedAt.is_null()).add(Column::SuspendedAt.is_null())
}

/// A language of the product.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Dutch, what most people here read.
    #[default]
    Nl,
    /// English.
    En,
}

impl ActiveModelBehavior for ActiveModel {}
