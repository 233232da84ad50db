//! An organisation taking part in one partnership.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "partner")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub organisation_id: Uuid,
    /// The number, from 1, of the colour and shape this partner has everywhere.
    pub mark: i16,
    pub status: Status,
    pub created_at: DateTimeUtc,
    /// Who asked them; none for the organisation that began it.
    pub invited_by: Option<Uuid>,
    /// What whoever asked by an address calls them, until they say yes: whose address it is, is not told before.
    pub invited_name: Option<String>,
    /// When the organisation said yes, also if it has left since.
    pub joined_at: Option<DateTimeUtc>,
}

/// Whether the organisation consented, and whether it is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
pub enum Status {
    Invited,
    Active,
    Left,
}

impl ActiveModelBehavior for ActiveModel {}
