//! Those who speak for a partner say whether it gives the room that is asked.

use sea_orm::DbErr;
use uuid::Uuid;

use super::api::OwnVoice;
use super::asking::now_state;
use super::error::RoomError;
use super::lifecycle::{Held, State};
use super::{store, telling};
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::room_to_move::{self, End};
use crate::entity::room_voice;
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
    let was = now_state(app, &held);
    if !matches!(was, State::AskedPartners | State::Given) {
        return Err(RoomError::NotNow);
    }
    if held.said_by(partner).is_none_or(|before| (before.gives, &before.words) != (own.gives, &words)) {
        let said = room_voice::Model {
            room_id: id,
            partner_id: partner,
            gives: own.gives,
            words,
            said_by: desk.me.account_id,
            said_at: app.clock.now(),
        };
        store::put_voice(&desk.transaction, said).await?;
        telling::voiced(&mut desk, &held, partner).await?;
    }
    let is_remembered = held.room.given_at.is_some();
    if was == State::Given && !is_remembered {
        // It became so when a partner left; from now on it takes more than half to end it.
        remember_given(&desk, &held).await?;
    }
    let held = store::one(&desk.transaction, &desk.me, id).await?.ok_or(RoomError::NotFound)?;
    if held.is_taken_back() {
        telling::end(&mut desk, held, End::TakenBack).await?;
    } else if now_state(app, &held) == State::Given && !is_remembered {
        remember_given(&desk, &held).await?;
        telling::given(&mut desk, &held).await?;
    }
    Ok(desk.close().await?)
}

async fn remember_given(desk: &Desk<'_>, held: &Held) -> Result<(), DbErr> {
    let room = room_to_move::Model { given_at: Some(desk.app.clock.now()), ..held.room.clone() };
    store::put(&desk.transaction, room).await
}
