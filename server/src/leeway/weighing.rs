//! People say how much room they find is taken and given, whose it is and the others alike.

use uuid::Uuid;

use super::api::OwnReading;
use super::asking::now_state;
use super::error::RoomError;
use super::lifecycle::State;
use super::{store, telling};
use crate::access::{Action, Denied};
use crate::accounts::Client;
use crate::app::App;
use crate::entity::room_reading;
use crate::partnerships::{Desk, Membership};

/// Says it, instead of what one said before, while they have it.
pub(super) async fn read(
    app: &App,
    me: &Membership,
    client: &Client,
    id: Uuid,
    own: &OwnReading,
) -> Result<(), RoomError> {
    let (taken, given) = (own.taken()?, own.given()?);
    let mut desk = Desk::open(app, me, client, Action::SpeakForOneself).await?;
    if desk.me.partner.is_none() {
        return Err(Denied::ByRole.into());
    }
    let held = store::one(&desk.transaction, &desk.me, id).await?.ok_or(RoomError::NotFound)?;
    if now_state(app, &held) != State::Given {
        return Err(RoomError::NotNow);
    }
    let account_id = desk.me.account_id;
    let said = room_reading::Model { room_id: id, account_id, taken, given, said_at: app.clock.now() };
    store::put_reading(&desk.transaction, said).await?;
    telling::happened(&mut desk, "room_to_move.read", &held.room, held.holder.account_id);
    Ok(desk.close().await?)
}

/// Takes it back.
pub(super) async fn take_back(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), RoomError> {
    let mut desk = Desk::open(app, me, client, Action::TakeBack).await?;
    let held = store::one(&desk.transaction, &desk.me, id).await?.ok_or(RoomError::NotFound)?;
    if !store::remove_reading(&desk.transaction, id, desk.me.account_id).await? {
        return Err(RoomError::NotFound);
    }
    telling::happened(&mut desk, "room_to_move.read", &held.room, held.holder.account_id);
    Ok(desk.close().await?)
}
