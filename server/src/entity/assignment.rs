//! A role that was proposed to somebody, and what they said.

use sea_orm::entity::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assignment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership_id: Uuid,
    pub board_id: Uuid,
    /// The role's key in the document.
    pub role_id: String,
    /// Whose it is, as long as they are in the partnership.
    pub membership_id: Uuid,
    pub state: State,
    pub proposed_by: Uuid,
    pub proposed_at: DateTimeUtc,
    /// When it was accepted, declined or withdrawn.
    pub answered_at: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
}

/// How far it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = AssignmentState)]
pub enum State {
    /// A lead asked; nothing is taken by it.
    Proposed,
    /// They have the seat.
    Accepted,
    /// They said no.
    Declined,
    /// A lead took the question back.
    Withdrawn,
    /// They gave the seat back.
    Ended,
}

impl ActiveModelBehavior for ActiveModel {}
