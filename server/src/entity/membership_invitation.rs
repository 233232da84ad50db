//! Somebody who is asked to take part for no partner, and has not answered.

use sea_orm::entity::prelude::*;

use crate::access::Role;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership_invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub account_id: Uuid,
    /// A lead who acts for no partner guides; an observer reads along.
    pub role: Role,
    /// What whoever asked calls them: whose address it is, is not told before they say yes.
    pub name: String,
    pub invited_by: Uuid,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
