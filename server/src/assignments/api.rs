//! What goes over the line about assignments.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::store::Listed;
use crate::boards::DescribedRoles;
use crate::entity::assignment::State;

/// Whom a role is proposed to.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAssignment {
    /// The role, by its key on the board.
    pub(super) role_id: String,
    /// Somebody who acts for a partner here.
    pub(super) account_id: Uuid,
}

/// Who has a role, and who was asked.
#[derive(Serialize, ToSchema)]
pub(super) struct AssignmentList {
    items: Vec<Assignment>,
    /// Always null: there are as many as seats and people allow.
    #[schema(required)]
    next: Option<String>,
}

/// A role that somebody has, or is asked for.
#[derive(Serialize, ToSchema)]
pub(super) struct Assignment {
    id: Uuid,
    /// The role, by its key on the board.
    role_id: String,
    account_id: Uuid,
    /// What the person is called.
    name: String,
    /// The partner they act for.
    #[schema(required)]
    partner_id: Option<Uuid>,
    state: State,
    /// The role does not stand on the board at this moment. It all goes on when somebody puts it back.
    suspended: bool,
    /// The account of whoever asked.
    proposed_by: Uuid,
    proposed_at: DateTime<Utc>,
    /// Since when they have it; null while they were only asked.
    #[schema(required)]
    accepted_at: Option<DateTime<Utc>>,
}

impl AssignmentList {
    pub(super) fn new(found: Vec<Listed>, roles: &DescribedRoles) -> Self {
        Self { items: found.into_iter().map(|listed| Assignment::new(listed, roles)).collect(), next: None }
    }
}

impl Assignment {
    pub(super) fn new(listed: Listed, roles: &DescribedRoles) -> Self {
        let Listed { assignment, membership, name } = listed;
        Self {
            id: assignment.id,
            suspended: roles.role(&assignment.role_id).is_none(),
            role_id: assignment.role_id,
            account_id: membership.account_id,
            name,
            partner_id: membership.partner_id,
            state: assignment.state,
            proposed_by: assignment.proposed_by,
            proposed_at: assignment.proposed_at,
            accepted_at: assignment.answered_at,
        }
    }
}
