//! Saying what one wishes of a role and how many one can carry, and taking that back.
//!
//! It is decided where it is decided who gets a seat, one decision at a time: so nobody is asked for a role at the moment
//! in which they say never.

use sea_orm::{ConnectionTrait, DbErr};
use serde_json::{Value, json};

use super::api::{OwnRoleCapacity, OwnRoleWish};
use super::store;
use crate::access::{Action, Denied};
use crate::app::App;
use crate::assignments::desk::Desk;
use crate::assignments::error::AssignmentError;
use crate::assignments::store::open_of;
use crate::entity::assignment::State;
use crate::entity::role_wish::Wish;
use crate::entity::shared_with::SharedWith;
use crate::entity::{assignment, role_capacity, role_wish};
use crate::notifications::{self, Kind, Notice};
use crate::partnerships::{self, Announcement, Membership};
use crate::precondition::IfMatch;

/// Says what one wishes of a role, if one did not since it was read. Before the first time, its version is 0.
pub(super) async fn put_wish(
    app: &App,
    me: &Membership,
    read: &IfMatch,
    role_id: &str,
    own: &OwnRoleWish,
) -> Result<(), AssignmentError> {
    let energy = own.energy()?;
    let desk = Desk::open(app, me).await?;
    let db = &desk.transaction;
    let me = working(db, me, Action::SpeakForOneself).await?;
    let role = desk.roles.role(role_id).ok_or(AssignmentError::RoleRemoved)?;
    let before = store::wish(db, desk.roles.board, role_id, me.account_id).await?;
    read.check(before.as_ref().map_or(0, |before| before.version))?;
    let open = open_of(db, &me, desk.roles.board, role_id).await?;
    if own.wish == Wish::Never && open.is_some() {
        return Err(AssignmentError::AnswerFirst);
    }
    let now = app.clock.now();
    let after = role_wish::Model {
        board_id: desk.roles.board,
        role_id: role_id.to_owned(),
        account_id: me.account_id,
        partnership_id: me.partnership_id,
        wish: own.wish,
        energy,
        energy_at: energy.map(|_| now),
        shared_with: own.shared_with,
        changed_at: now,
        version: before.as_ref().map_or(1, |before| before.version + 1),
    };
    store::put_wish(db, before.is_some(), after.clone()).await?;
    let held = open.filter(|open| open.state == State::Accepted);
    let mut bells = tell_if_it_drains(app, db, &me, held, [before.as_ref(), Some(&after)], &role.title).await?;
    let shared: Vec<_> = before.iter().chain([&after]).map(|state| state.shared_with).collect();
    announce(app, db, &me, &shared, wish_changed(&after)).await?;
    desk.close().await?;
    bells.push(me.partnership_id);
    app.bells.ring_all(bells);
    Ok(())
}

/// Takes back what one wished of a role, if one did not change it since it was read; also of one that left the board.
pub(super) async fn take_wish_back(
    app: &App,
    me: &Membership,
    read: &IfMatch,
    role_id: &str,
) -> Result<(), AssignmentError> {
    let desk = Desk::open(app, me).await?;
    let db = &desk.transaction;
    let me = working(db, me, Action::TakeBack).await?;
    let before = store::wish(db, desk.roles.board, role_id, me.account_id).await?;
    let before = before.ok_or(AssignmentError::NotFound)?;
    read.check(before.version)?;
    store::remove_wish(db, &before).await?;
    announce(app, db, &me, &[before.shared_with], wish_changed(&before)).await?;
    desk.close().await?;
    app.bells.ring(me.partnership_id);
    Ok(())
}

/// Says how many roles one can carry, if one did not since it was read. It takes none away.
pub(super) async fn put_capacity(
    app: &App,
    me: &Membership,
    read: &IfMatch,
    own: &OwnRoleCapacity,
) -> Result<(), AssignmentError> {
    let roles = own.roles()?;
    let desk = Desk::open(app, me).await?;
    let db = &desk.transaction;
    let me = working(db, me, Action::SpeakForOneself).await?;
    let before = store::capacity(db, &me).await?;
    let version = before.as_ref().map_or(0, |before| before.version);
    read.check(version)?;
    let after = role_capacity::Model {
        partnership_id: me.partnership_id,
        account_id: me.account_id,
        roles,
        shared_with: own.shared_with,
        changed_at: app.clock.now(),
        version: version + 1,
    };
    let shared: Vec<_> = before.iter().chain([&after]).map(|state| state.shared_with).collect();
    store::put_capacity(db, before.is_some(), after).await?;
    announce(app, db, &me, &shared, capacity_changed(&me)).await?;
    desk.close().await?;
    app.bells.ring(me.partnership_id);
    Ok(())
}

/// Takes back how many roles one can carry, if one did not change it since it was read.
pub(super) async fn take_capacity_back(app: &App, me: &Membership, read: &IfMatch) -> Result<(), AssignmentError> {
    let desk = Desk::open(app, me).await?;
    let db = &desk.transaction;
    let me = working(db, me, Action::TakeBack).await?;
    let before = store::capacity(db, &me).await?.ok_or(AssignmentError::NotFound)?;
    read.check(before.version)?;
    store::remove_capacity(db, &before).await?;
    announce(app, db, &me, &[before.shared_with], capacity_changed(&me)).await?;
    desk.close().await?;
    app.bells.ring(me.partnership_id);
    Ok(())
}

/// Who asks, as they are in the transaction, if they may do `action` and do work of a partner.
async fn working(
    db: &impl ConnectionTrait,
    me: &Membership,
    action: Action,
) -> Result<Membership, AssignmentError> {
    let held = partnerships::hold(db, me.account_id, me.partnership_id).await?;
    let me = held.ok_or(AssignmentError::NotFound)?;
    me.may(action)?;
    if me.partner.is_none() { Err(Denied::ByRole.into()) } else { Ok(me) }
}

/// Those who lead are told that a role which somebody has costs them energy, when they begin to let that be seen.
async fn tell_if_it_drains(
    app: &App,
    db: &impl ConnectionTrait,
    me: &Membership,
    held: Option<assignment::Model>,
    states: [Option<&role_wish::Model>; 2],
    title: &str,
) -> Result<Vec<uuid::Uuid>, DbErr> {
    let [before, after] = states.map(|state| state.is_some_and(drains_in_sight));
    let Some(held) = held.filter(|_| after && !before) else { return Ok(Vec::new()) };
    let mut leads = partnerships::leads(db, me.partnership_id).await?;
    leads.retain(|&lead| lead != me.account_id);
    let notice = Notice {
        kind: Kind::RoleDrains,
        by: Some(me.account_id),
        partnership: Some(me.partnership_id),
        subject: Some(held.id),
        title: Some(title.to_owned()),
        leads_to: format!("/partnerships/{}/roles", me.partnership_id),
    };
    notifications::tell(app, db, &leads, notice).await?;
    Ok(leads)
}

fn drains_in_sight(wish: &role_wish::Model) -> bool {
    wish.shared_with != SharedWith::Nobody && wish.energy.is_some_and(|energy| energy < 0)
}

/// Those hear of it who see it, or saw it before; nobody else, and it is on no record.
async fn announce(
    app: &App,
    db: &impl ConnectionTrait,
    me: &Membership,
    shared: &[SharedWith],
    (kind, data): (&str, Value),
) -> Result<(), DbErr> {
    let audiences = partnerships::shared_audiences(db, me, shared).await?;
    let announced = audiences.into_iter().map(|audience| Announcement {
        audience,
        kind: kind.to_owned(),
        actor: Some(me.account_id),
        data: data.clone(),
    });
    partnerships::announce(db, me.partnership_id, announced.collect(), app.clock.now()).await
}

fn wish_changed(of: &role_wish::Model) -> (&'static str, Value) {
    ("role_wish.changed", json!({ "role": of.role_id, "account": of.account_id }))
}

fn capacity_changed(me: &Membership) -> (&'static str, Value) {
    ("role_capacity.changed", json!({ "account": me.account_id }))
}
