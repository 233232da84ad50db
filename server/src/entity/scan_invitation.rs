//! Somebody is asked to answer. When they did is not kept.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "scan_invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub round_id: Uuid,
    /// Says nothing about when or in which order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    pub partner_id: Uuid,
    /// Whether they got a ballot.
    pub sent: bool,
    /// By this they get the same ballot again; it tells nothing about the ballot.
    pub commitment: Option<Vec<u8>>,
}

impl ActiveModelBehavior for ActiveModel {}
