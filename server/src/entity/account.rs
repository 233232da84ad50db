//! A person who can sign in.

use sea_orm::entity::prelude::*;

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
    pub password_hash: Option<String>,
    pub platform_admin: bool,
    pub organisation_admin: bool,
    pub deactivated_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
