//! Where it is decided who gets a seat: one decision at a time, while the roles stay as the board describes them.

use std::time::Duration;

use sea_orm::{DatabaseTransaction, DbErr};
use tokio::time::timeout;

use super::error::AssignmentError;
use super::{store, wishes};
use crate::app::App;
use crate::boards::{DescribedRoles, described_roles};
use crate::partnerships::Membership;
use crate::realtime::Turn;

/// How long a decision waits for those before it: longer than fifty take on a machine that has ten times as much to do
/// as it can, because who is told that a seat is gone need not ask again, and who is told to come back does.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often the roles are read again because somebody wrote on their board meanwhile.
const TRIES: usize = 20;

/// A transaction in which the roles stay as they were read.
pub(super) struct Desk {
    pub(super) transaction: DatabaseTransaction,
    pub(super) roles: DescribedRoles,
    turn: Turn,
}

impl Desk {
    /// Waits for its turn, and begins.
    ///
    /// Between reading the roles and locking their board somebody may write: then they are read again. That many who
    /// accept at once do not keep each other waiting there for the lock, with a board that goes on the while, each waits
    /// for their turn before they read.
    pub(super) async fn open(app: &App, me: &Membership) -> Result<Self, AssignmentError> {
        let waiting = timeout(PATIENCE, app.turns.wait(me.partnership_id)).await;
        let turn = waiting.ok().flatten().ok_or(AssignmentError::Busy)?;
        for _ in 0..TRIES {
            let roles = described_roles(app, me).await?;
            let transaction = app.database.begin().await?;
            if roles.are_current(&transaction).await? {
                return Ok(Self { transaction, roles, turn });
            }
        }
        Err(AssignmentError::Busy)
    }

    /// Makes it so, and lets the next one decide.
    pub(super) async fn close(self) -> Result<(), AssignmentError> {
        let Self { transaction, turn, .. } = self;
        transaction.commit().await?;
        drop(turn);
        Ok(())
    }
}

/// Whether somebody has fewer roles than they said they can carry. Who did not say can carry any number.
pub(super) async fn can_carry_more(desk: &Desk, person: &Membership) -> Result<bool, DbErr> {
    let Some(most) = wishes::capacity(&desk.transaction, person).await? else { return Ok(true) };
    let held = store::held(&desk.transaction, person, desk.roles.board).await?;
    let standing = held.iter().filter(|role| desk.roles.role(role).is_some()).count();
    Ok(i64::try_from(standing).unwrap_or(i64::MAX) < i64::from(most.roles))
}
