//! A lead asks somebody to take on a role.

use uuid::Uuid;

use super::api::NewAssignment;
use super::desk::{Desk, can_carry_more};
use super::error::AssignmentError;
use super::telling::{self, Told};
use super::{store, wishes};
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::assignment::{self, State};
use crate::entity::role_wish::Wish;
use crate::ids;
use crate::notifications::Kind;
use crate::partnerships::{self, Membership};

/// Proposes somebody for a role; gives the new assignment's id.
pub(super) async fn propose(
    app: &App,
    me: &Membership,
    wanted: &NewAssignment,
    client: &Client,
) -> Result<Uuid, AssignmentError> {
    let desk = Desk::open(app, me).await?;
    let db = &desk.transaction;
    let me = partnerships::hold(db, me.account_id, me.partnership_id).await?.ok_or(AssignmentError::NotFound)?;
    me.may(Action::ProposeAssignments)?;
    let role = desk.roles.role(&wanted.role_id).ok_or_else(|| AssignmentError::refused("role_id", "unknown"))?;
    let person = partnerships::hold(db, wanted.account_id, me.partnership_id).await?;
    let person = person.ok_or_else(|| AssignmentError::refused("account_id", "unknown"))?;
    if !may_be_asked(&person) {
        return Err(AssignmentError::refused("account_id", "acts_for_no_partner"));
    }
    let wish = wishes::wish(db, desk.roles.board, &role.id, person.account_id).await?;
    if wish.is_some_and(|wish| wish.wish == Wish::Never) || !can_carry_more(&desk, &person).await? {
        return Err(AssignmentError::NotAvailable);
    }
    // Asking for a seat that is not there would only disappoint; who has it may still give it back while others think.
    if store::taken(db, &me, desk.roles.board, &role.id).await? >= u64::from(role.seats_max) {
        return Err(AssignmentError::NoSeatLeft);
    }
    let now = app.clock.now();
    let new = assignment::Model {
        id: ids::ordered(),
        partnership_id: me.partnership_id,
        board_id: desk.roles.board,
        role_id: role.id.clone(),
        membership_id: person.membership_id,
        state: State::Proposed,
        proposed_by: me.account_id,
        proposed_at: now,
        answered_at: None,
        ended_at: None,
    };
    store::add(db, new.clone()).await.map_err(AssignmentError::asked_already)?;
    let told = Told {
        deed: "assignment.proposed",
        kind: Kind::RoleProposed,
        assignment: &new,
        person: person.account_id,
        title: Some(role.title.clone()),
    };
    let bells = telling::tell(app, db, &me, client, told).await?;
    desk.close().await?;
    app.bells.ring_all(bells);
    Ok(new.id)
}

/// Whether somebody does work of a partner: neither an observer nor a guide who acts for none.
fn may_be_asked(person: &Membership) -> bool {
    person.partner.is_some() && person.may(Action::TakeRoles).is_ok()
}
