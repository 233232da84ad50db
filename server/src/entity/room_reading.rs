//! How much room somebody finds is taken, and given.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "room_reading")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub room_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// From -2, far too little, to 2, far too much; 0 is just right.
    pub taken: i16,
    /// The same.
    pub given: i16,
    pub said_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
