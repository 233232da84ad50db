//! What becomes of a proposal: the person accepts or declines, and may give the role back; a lead may withdraw it.

use sea_orm::{ConnectionTrait, DbErr};
use serde_json::json;
use uuid::Uuid;

use super::desk::Desk;
use super::error::AssignmentError;
use super::lifecycle::Step;
use super::store::{self, Listed};
use crate::access::{Action, Denied};
use crate::accounts::Client;
use crate::app::App;
use crate::audit::{self, Chain, Deed};
use crate::entity::assignment;
use crate::partnerships::{self, Announcement, Audience, Membership};

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
    go(app, db, &me, client, Step::Accept, &found, me.account_id).await?;
    desk.close().await?;
    app.bells.ring(me.partnership_id);
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
    let transaction = app.database.begin().await?;
    let me = still_in(&transaction, me, step).await?;
    let Some(found) = may_go(&transaction, &me, of.assignment.id, step).await? else { return Ok(()) };
    go(app, &transaction, &me, client, step, &found, of.membership.account_id).await?;
    transaction.commit().await?;
    app.bells.ring(me.partnership_id);
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

async fn go(
    app: &App,
    db: &impl ConnectionTrait,
    me: &Membership,
    client: &Client,
    step: Step,
    assignment: &assignment::Model,
    person: Uuid,
) -> Result<(), AssignmentError> {
    store::put_state(db, assignment, step.leads_to(), app.clock.now()).await?;
    tell(app, db, me, client, &Told { deed: step.deed(), assignment, person }).await?;
    Ok(())
}

/// What is told of an assignment.
pub(super) struct Told<'a> {
    pub(super) deed: &'static str,
    pub(super) assignment: &'a assignment::Model,
    /// Whose it is.
    pub(super) person: Uuid,
}

/// Puts it on record and tells everybody in the partnership; last in the transaction.
pub(super) async fn tell(
    app: &App,
    db: &impl ConnectionTrait,
    me: &Membership,
    client: &Client,
    told: &Told<'_>,
) -> Result<(), DbErr> {
    let now = app.clock.now();
    let Told { deed, assignment, person } = *told;
    let data = json!({ "assignment": assignment.id, "role": assignment.role_id, "account": person });
    let record = Deed {
        chain: Chain::Partnership(me.partnership_id),
        actor: Some(me.account_id),
        from: client.address,
        action: deed,
        subject: Some(assignment.id),
        data: data.clone(),
    };
    audit::record(db, record, now).await?;
    let news =
        Announcement { audience: Audience::Partnership, kind: deed.into(), actor: Some(me.account_id), data };
    partnerships::announce(db, me.partnership_id, vec![news], now).await
}
