//! What waits for somebody's answer, over all their partnerships.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::DbErr;
use uuid::Uuid;

use super::{store, wishes};
use crate::app::App;
use crate::boards::{CurrentError, DescribedRoles, described_roles};
use crate::entity::assignment::State;
use crate::entity::{assignment, partnership};
use crate::partnerships;

/// A role that was proposed to somebody, or that they have.
#[derive(Clone, Debug)]
pub(crate) struct NamedRole {
    /// The assignment.
    pub(crate) assignment: assignment::Model,
    /// The partnership.
    pub(crate) partnership: partnership::Model,
    /// What the role is called; nothing when its board cannot be read right now.
    pub(crate) title: Option<String>,
}

/// How long somebody has a role before they are asked what energy it gives them.
const SETTLING: TimeDelta = TimeDelta::weeks(6);

/// A role that somebody has for some time, and is to say of what energy it gives them.
#[derive(Clone, Debug)]
pub(crate) struct RoleCheck {
    /// The role.
    pub(crate) role: NamedRole,
    /// Since when they are asked.
    pub(crate) since: DateTime<Utc>,
}

/// The roles of which an account is to say what energy they give it, the oldest first: it has them for six weeks, and did
/// not say so since.
pub(crate) async fn role_checks_of(app: &App, account_id: Uuid) -> Result<Vec<RoleCheck>, DbErr> {
    let db = app.database.reader();
    let said = wishes::energies_of(db, account_id).await?;
    let due = |assignment: &assignment::Model| {
        let since = assignment.answered_at? + SETTLING;
        let was_said = said
            .iter()
            .any(|(board, role, at)| (*board, role) == (assignment.board_id, &assignment.role_id) && *at >= since);
        (since <= app.clock.now() && !was_said).then_some(since)
    };
    let mut held = store::in_state(db, account_id, State::Accepted).await?;
    held.retain(|(assignment, _)| due(assignment).is_some());
    let named = named(app, account_id, held).await?;
    Ok(named.into_iter().filter_map(|role| Some(RoleCheck { since: due(&role.assignment)?, role })).collect())
}

/// What waits for an account, the oldest first.
pub(crate) async fn proposals_to(app: &App, account_id: Uuid) -> Result<Vec<NamedRole>, DbErr> {
    let found = store::in_state(app.database.reader(), account_id, State::Proposed).await?;
    named(app, account_id, found).await
}

/// The roles under their names; none that do not stand on their board.
///
/// Whether a role does is asked of the board, as everywhere: the table of roles never hears of one that was there for a
/// moment only.
async fn named(
    app: &App,
    account_id: Uuid,
    found: Vec<(assignment::Model, partnership::Model)>,
) -> Result<Vec<NamedRole>, DbErr> {
    let mut boards: HashMap<Uuid, Option<DescribedRoles>> = HashMap::new();
    for (_, partnership) in &found {
        if let Entry::Vacant(place) = boards.entry(partnership.id) {
            place.insert(roles_of(app, account_id, partnership.id).await?);
        }
    }
    let proposal = |(assignment, partnership): (assignment::Model, partnership::Model)| {
        let title = match boards.get(&partnership.id)? {
            Some(roles) => Some(roles.role(&assignment.role_id)?.title.clone()),
            None => None,
        };
        Some(NamedRole { assignment, partnership, title })
    };
    Ok(found.into_iter().filter_map(proposal).collect())
}

/// Nothing when the board cannot be read: what waits elsewhere is to be seen all the same.
async fn roles_of(app: &App, account_id: Uuid, partnership_id: Uuid) -> Result<Option<DescribedRoles>, DbErr> {
    let me = partnerships::membership(app.database.reader(), account_id, partnership_id).await?;
    let Some(me) = me else { return Ok(None) };
    match described_roles(app, &me).await {
        Ok(roles) => Ok(Some(roles)),
        Err(CurrentError::Unreadable(_)) => Ok(None),
        Err(CurrentError::Database(error)) => Err(error),
    }
}
