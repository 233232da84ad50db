//! What becomes of a proposal: the person accepts or declines, and may give the role back; a lead may withdraw it.

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::desk::{Desk, can_carry_more};
use super::error::AssignmentError;
use super::lifecycle::Step;
use super::store::{self, Listed};
use super::telling::{self, Told};
use crate::access::{Action, Denied};
use crate::accounts::Client;
use crate::app::App;
use crate::entity::assignment;
use crate::partnerships::{self, Membership};

/// Takes on a role. Once more is no mistake: whose answer got lost asks again.
pub(super) async fn accept(app: &App, me: &Membership, id: Uuid, client: &Client) -> Result<(), AssignmentError> {
    find_own(app, me, id).await?;
    let desk = Desk::open(app, me).await?;
    let db = &desk.transaction;
    let me = still_in(db, me, Step::Accept).await?;
    let Some(found) = may_go(db, &me, id, Step::Accept).await? else { return Ok(()) };
    let role = desk.roles.role(&found.role_id).ok_or(AssignmentError::RoleRemoved)?;
    if store::taken(db, &me, found.board_id, &found.role_id).await? >= u64::from(role.seats_max) {
        return Err(AssignmentError::NoSeatLeft);
    }
    if !can_carry_more(&desk, &me).await? {
        return Err(AssignmentError::AtCapacity);
    }
    let title = Some(role.title.clone());
    let went = Went { step: Step::Accept, assignment: &found, person: me.account_id, title };
    let bells = go(app, db, &me, client, went).await?;
    desk.close().await?;
    app.bells.ring_all(bells);
    Ok(())
}

/// Declines, or gives back.
pub(super) async fn let_go(
    app: &App,
    me: &Membership,
    id: Uuid,
    step: Step,
    client: &Client,
) -> Result<(), AssignmentError> {
    let own = find_own(app, me, id).await?;
    step_without_seat(app, me, &own, step, client).await
}

/// Takes a proposal back.
pub(super) async fn withdraw(app: &App, me: &Membership, id: Uuid, client: &Client) -> Result<(), AssignmentError> {
    let found = store::one(app.database.reader(), me, id).await?.ok_or(AssignmentError::NotFound)?;
    me.may(Action::ProposeAssignments)?;
    step_without_seat(app, me, &found, Step::Withdraw, client).await
}

/// What somebody does who is in the partnership, with something that takes no seat: it needs no look at the board.
async fn step_without_seat(
    app: &App,
    me: &Membership,
    of: &Listed,
    step: Step,
    client: &Client,
) -> Result<(), AssignmentError> {
    let title = telling::title_of(app, me, &of.assignment.role_id).await;
    let transaction = app.database.begin().await?;
    let me = still_in(&transaction, me, step).await?;
    let Some(found) = may_go(&transaction, &me, of.assignment.id, step).await? else { return Ok(()) };
    let went = Went { step, assignment: &found, person: of.membership.account_id, title };
    let bells = go(app, &transaction, &me, client, went).await?;
    transaction.commit().await?;
    app.bells.ring_all(bells);
    Ok(())
}

/// The assignment, if it is one's own.
async fn find_own(app: &App, me: &Membership, id: Uuid) -> Result<Listed, AssignmentError> {
    let found = store::one(app.database.reader(), me, id).await?.ok_or(AssignmentError::NotFound)?;
    if found.assignment.membership_id != me.membership_id {
        return Err(AssignmentError::Denied(Denied::ByRole));
    }
    Ok(found)
}

/// Who asks, as they are in the transaction: whatever they were when they came.
async fn still_in(db: &impl ConnectionTrait, me: &Membership, step: Step) -> Result<Membership, AssignmentError> {
    let held = partnerships::hold(db, me.account_id, me.partnership_id).await?;
    let me = held.filter(|held| held.membership_id == me.membership_id).ok_or(AssignmentError::NotFound)?;
    if let Some(action) = step.needs() {
        me.may(action)?;
    }
    Ok(me)
}

/// The assignment, locked, if the step can be made; nothing when it was made already.
async fn may_go(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
    step: Step,
) -> Result<Option<assignment::Model>, AssignmentError> {
    let found = store::lock(db, me, id).await?.ok_or(AssignmentError::NotFound)?;
    if found.state == step.leads_to() {
        return Ok(None);
    }
    if step.starts_from(found.state) { Ok(Some(found)) } else { Err(AssignmentError::Over) }
}

/// A step that is made.
struct Went<'a> {
    step: Step,
    assignment: &'a assignment::Model,
    /// Whose it is.
    person: Uuid,
    /// What the role is called.
    title: Option<String>,
}

async fn go(
    app: &App,
    db: &impl ConnectionTrait,
    me: &Membership,
    client: &Client,
    Went { step, assignment, person, title }: Went<'_>,
) -> Result<Vec<Uuid>, AssignmentError> {
    store::put_state(db, assignment, step.leads_to(), app.clock.now()).await?;
    let told = Told { deed: step.deed(), kind: step.kind(), assignment, person, title };
    Ok(telling::tell(app, db, me, client, told).await?)
}
