//! Those who speak for a partner say whether it gives the room that is asked.

use uuid::Uuid;

use super::api::OwnVoice;
use super::asking::now_state;
use super::error::RoomError;
use super::lifecycle::{State, is_given_by_all, is_taken_back};
use super::{store, telling};
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::room_to_move::{self, End};
use crate::entity::room_voice;
use crate::notifications::Kind;
use crate::partnerships::{Desk, Membership};

/// Says it for one's partner. With the last one that gives it, it is given; with more than half that do not give it any
/// more, it ends. Who says the same again changes nothing but what follows from who takes part by now.
pub(super) async fn voice(
    app: &App,
    me: &Membership,
    client: &Client,
    id: Uuid,
    own: &OwnVoice,
) -> Result<(), RoomError> {
    let words = own.words()?;
    let mut desk = Desk::open(app, me, client, Action::Endorse).await?;
    let partner = desk.speaks_for().await?;
    let held = store::one(&desk.transaction, &desk.me, id).await?.ok_or(RoomError::NotFound)?;
    let state = now_state(app, &held);
    if !matches!(state, State::AskedPartners | State::Given) {
        return Err(RoomError::NotNow);
    }
    let said = room_voice::Model {
        room_id: id,
        partner_id: partner,
        gives: own.gives,
        words,
        said_by: desk.me.account_id,
        said_at: app.clock.now(),
    };
    store::put_voice(&desk.transaction, said).await?;
    telling::voiced(&mut desk, &held, partner);
    let voices = store::voices(&desk.transaction, [id]).await?;
    let active = store::active(&desk.transaction, desk.me.partnership_id).await?;
    if state == State::AskedPartners && is_given_by_all(&voices, &active) {
        let holder = held.holder.account_id;
        let room = room_to_move::Model { given_at: Some(app.clock.now()), ..held.room };
        store::put(&desk.transaction, room.clone()).await?;
        desk.settle(id).await?;
        telling::tell(&mut desk, &[holder, room.asked_by], Kind::RoomGiven, &room).await?;
        telling::happened(&mut desk, "room_to_move.given", &room, holder);
    } else if state == State::Given && is_taken_back(&voices, &active) {
        telling::end(&mut desk, held, End::TakenBack).await?;
    }
    Ok(desk.close().await?)
}
