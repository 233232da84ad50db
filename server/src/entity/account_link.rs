//! A link that was mailed to somebody and works once, by the SHA-256 of the secret in it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false, column_type = "Blob")]
    pub hash: Vec<u8>,
    pub account_id: Uuid,
    pub purpose: Purpose,
    /// The address it was mailed to.
    pub email: String,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
}

/// What a link lets its holder do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Purpose {
    /// Choose a password and begin.
    Invitation,
    /// Choose another password.
    PasswordReset,
    /// Show that mail to the address arrives.
    Verification,
    /// Be reached at this address from now on.
    AddressChange,
}

impl ActiveModelBehavior for ActiveModel {}
