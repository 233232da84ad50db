//! What waits for somebody's answer, over all their partnerships.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use sea_orm::DbErr;
use uuid::Uuid;

use super::store;
use crate::app::App;
use crate::boards::{CurrentError, DescribedRoles, described_roles};
use crate::entity::{assignment, partnership};
use crate::partnerships;

/// A role that was proposed to somebody and waits for their answer.
#[derive(Clone, Debug)]
pub(crate) struct Proposal {
    /// The assignment.
    pub(crate) assignment: assignment::Model,
    /// The partnership.
    pub(crate) partnership: partnership::Model,
    /// What the role is called; nothing when its board cannot be read right now.
    pub(crate) title: Option<String>,
}

/// What waits for an account, the oldest first; nothing about roles that do not stand on their board.
///
/// Whether a role does is asked of the board, as everywhere: the table of roles never hears of one that was there for a
/// moment only.
pub(crate) async fn proposals_to(app: &App, account_id: Uuid) -> Result<Vec<Proposal>, DbErr> {
    let found = store::proposed_to(app.database.reader(), account_id).await?;
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
        Some(Proposal { assignment, partnership, title })
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
