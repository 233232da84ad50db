//! A person in a partnership: in which role, and for which partner.

use sea_orm::entity::prelude::*;

use super::{account, partnership};
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

impl Related<account::Entity> for Entity {
    fn to() -> RelationDef {
        Self::belongs_to(account::Entity).from(Column::AccountId).to(account::Column::Id).into()
    }
}

impl Related<partnership::Entity> for Entity {
    fn to() -> RelationDef {
        Self::belongs_to(partnership::Entity).from(Column::PartnershipId).to(partnership::Column::Id).into()
    }
}

impl ActiveModelBehavior for ActiveModel {}
