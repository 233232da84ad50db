//! A mail that waits to be sent. It goes in with what it tells of, and is taken away once it was handed on.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outgoing_mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub recipient: String,
    pub subject: String,
    #[sea_orm(column_type = "Text")]
    pub html: String,
    #[sea_orm(column_type = "Text")]
    pub plain: String,
    /// The address that ends mail like this with one request (RFC 8058).
    #[sea_orm(column_type = "Text", nullable)]
    pub unsubscribe: Option<String>,
    pub created_at: DateTimeUtc,
    /// When it is tried (again).
    pub due_at: DateTimeUtc,
    pub attempts: i32,
}

impl ActiveModelBehavior for ActiveModel {}
