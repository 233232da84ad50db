//! Room is asked for somebody, they take it or not, and the question is taken back.

use uuid::Uuid;

use super::api::NewRoom;
use super::error::RoomError;
use super::lifecycle::{Held, State};
use super::{store, telling};
use crate::access::{Action, Denied};
use crate::accounts::Client;
use crate::app::App;
use crate::entity::room_to_move::{self, End};
use crate::ids;
use crate::notifications::Kind;
use crate::partnerships::{Desk, Membership, hold};

/// Asks it for oneself or for somebody else; gives its id. For somebody else, they say first whether they want it.
pub(super) async fn ask(app: &App, me: &Membership, client: &Client, new: &NewRoom) -> Result<Uuid, RoomError> {
    let now = app.clock.now();
    let (words, until) = (new.words()?, new.until(now.date_naive())?);
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    if desk.me.partner.is_none() {
        return Err(Denied::ByRole.into());
    }
    let holder = hold(&desk.transaction, new.account_id, desk.me.partnership_id).await?;
    let holder = holder.filter(|holder| holder.partner.is_some() && holder.may(Action::TakeRoles).is_ok());
    let holder = holder.ok_or_else(|| RoomError::refused("account_id", "unknown"))?;
    let all = store::all(&desk.transaction, &desk.me).await?;
    let is_open = |held: &Held| now_state(app, held) != State::Over;
    if all.iter().any(|held| held.holder.id == holder.membership_id && is_open(held)) {
        return Err(RoomError::HasRoom);
    }
    let is_own = holder.account_id == desk.me.account_id;
    let room = room_to_move::Model {
        id: ids::ordered(),
        partnership_id: desk.me.partnership_id,
        membership_id: holder.membership_id,
        words,
        until,
        asked_by: desk.me.account_id,
        asked_at: now,
        taken_at: is_own.then_some(now),
        given_at: None,
        ended_at: None,
        ended_how: None,
    };
    store::add(&desk.transaction, room.clone()).await?;
    if is_own {
        telling::ask_partners(&mut desk, &room).await?;
    } else {
        telling::tell(&mut desk, &[holder.account_id], Kind::RoomAsked, &room).await?;
    }
    telling::happened(&mut desk, "room_to_move.asked", &room, holder.account_id);
    desk.close().await?;
    Ok(room.id)
}

/// Says that one wants what somebody else asked for one. Once more is no mistake.
pub(super) async fn take(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), RoomError> {
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    let held = own(&desk, id).await?;
    match now_state(app, &held) {
        State::AskedHolder => {}
        State::AskedPartners | State::Given => return Ok(()),
        State::Over => return Err(RoomError::NotNow),
    }
    let room = room_to_move::Model { taken_at: Some(app.clock.now()), ..held.room };
    store::put(&desk.transaction, room.clone()).await?;
    desk.settle(id).await?;
    telling::ask_partners(&mut desk, &room).await?;
    telling::happened(&mut desk, "room_to_move.taken", &room, held.holder.account_id);
    Ok(desk.close().await?)
}

/// Does not want it, or not any more. Nobody asks why.
pub(super) async fn give_back(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), RoomError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let held = own(&desk, id).await?;
    if held.room.ended_how == Some(End::GivenBack) {
        return Ok(());
    }
    if now_state(app, &held) == State::Over {
        return Err(RoomError::NotNow);
    }
    telling::end(&mut desk, held, End::GivenBack).await?;
    Ok(desk.close().await?)
}

/// Takes the question back, before it was given.
pub(super) async fn withdraw(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), RoomError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let held = store::one(&desk.transaction, &desk.me, id).await?.ok_or(RoomError::NotFound)?;
    if held.room.asked_by != desk.me.account_id {
        return Err(Denied::ByRole.into());
    }
    if held.room.ended_how == Some(End::Withdrawn) {
        return Ok(());
    }
    match now_state(app, &held) {
        State::AskedHolder | State::AskedPartners => {}
        State::Given | State::Over => return Err(RoomError::NotNow),
    }
    telling::end(&mut desk, held, End::Withdrawn).await?;
    Ok(desk.close().await?)
}

/// How far it is now.
pub(super) fn now_state(app: &App, held: &Held) -> State {
    held.state(app.clock.now().date_naive())
}

/// One's own. Whoever sees it may not decide whether somebody else wants it.
async fn own(desk: &Desk<'_>, id: Uuid) -> Result<Held, RoomError> {
    let held = store::one(&desk.transaction, &desk.me, id).await?.ok_or(RoomError::NotFound)?;
    if held.holder.id == desk.me.membership_id { Ok(held) } else { Err(Denied::ByRole.into()) }
}
