//! Something that happened. Never changed; forgotten after a while.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub stream_id: Uuid,
    /// Dense per stream, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// A noun with a past verb, as `card.added`.
    pub kind: String,
    pub at: DateTimeUtc,
    pub actor_id: Option<Uuid>,
    /// Ids and what changed, as a JSON object; never a text that somebody wrote.
    #[sea_orm(column_type = "Text")]
    pub data: String,
}

impl ActiveModelBehavior for ActiveModel {}
