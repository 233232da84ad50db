//! The events for one audience within a partnership, numbered by themselves.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_stream")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub audience: Audience,
    /// The partnership, the partner or the account that it is for.
    pub subject_id: Uuid,
    /// The number of the newest event; 0 when there was none yet.
    pub last_number: i64,
}

/// Whom events are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Audience {
    Partnership,
    Partner,
    Account,
}

impl ActiveModelBehavior for ActiveModel {}
