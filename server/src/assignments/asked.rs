//! What became of the questions whether people take on roles, for who thinks about the next.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::store;
use crate::entity::assignment::State;
use crate::partnerships::Membership;

/// Somebody was asked for a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) account: Uuid,
    /// The role's key on the board.
    pub(crate) role: String,
    pub(crate) state: AskedState,
}

/// What became of it, when they were last asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AskedState {
    /// They think about it.
    Proposed,
    /// They have it.
    Accepted,
    /// They declined it or gave it back, then.
    LetGo(DateTime<Utc>),
}

/// Of everybody in the partnership, for every role of a board that they were asked for. Where a lead took the question
/// back it is as if it was never asked.
pub(crate) async fn asked(db: &impl ConnectionTrait, me: &Membership, board: Uuid) -> Result<Vec<Asked>, DbErr> {
    let mut last = BTreeMap::new();
    for listed in store::all(db, me, board).await? {
        let assignment = listed.assignment;
        let state = match assignment.state {
            State::Proposed => AskedState::Proposed,
            State::Accepted => AskedState::Accepted,
            State::Declined => AskedState::LetGo(assignment.answered_at.unwrap_or(assignment.proposed_at)),
            State::Ended => AskedState::LetGo(assignment.ended_at.unwrap_or(assignment.proposed_at)),
            State::Withdrawn => continue,
        };
        last.insert((listed.membership.account_id, assignment.role_id), state);
    }
    Ok(last.into_iter().map(|((account, role), state)| Asked { account, role, state }).collect())
}
