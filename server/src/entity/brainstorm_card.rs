//! What somebody wrote for themselves in a silent brainstorm, until it is revealed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "brainstorm_card")]
pub struct Model {
    /// The key that it gets on the board. It is random, so that an order by it says nothing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub brainstorm_id: Uuid,
    pub account_id: Uuid,
    /// For whom they acted when they wrote it.
    pub partner_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    pub written_at: DateTimeUtc,
    /// Since when it stands on the board. Whoever takes it away there has done so for good.
    pub put_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
