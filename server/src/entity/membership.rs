//! A person in a partnership: in which role, and for which partner.

use sea_orm::entity::prelude::*;

use crate::access::Role;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub account_id: Uuid,
    pub partner_id: Option<Uuid>,
    pub role: Role,
    pub mandated: bool,
    pub created_at: DateTimeUtc,
    pub left_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
