//! Room to move, as those who take part see it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::api::{Reading, Room, RoomList, Voice};
use super::asking::now_state;
use super::error::RoomError;
use super::lifecycle::{Held, State};
use super::store;
use crate::access::Action;
use crate::app::App;
use crate::entity::room_to_move::End;
use crate::entity::room_voice;
use crate::partnerships::{self, Membership, Person};

/// All of it.
pub(super) async fn list(app: &App, me: &Membership) -> Result<RoomList, RoomError> {
    me.may(Action::SeeOneAnother)?;
    let found = store::all(app.database.reader(), me).await?;
    Ok(RoomList { items: shown(app, me, found).await?, next: None })
}

/// One of it.
pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<Room, RoomError> {
    let found = store::one(app.database.reader(), me, id).await?.into_iter().collect();
    shown(app, me, found).await?.pop().ok_or(RoomError::NotFound)
}

async fn shown(app: &App, me: &Membership, found: Vec<Held>) -> Result<Vec<Room>, RoomError> {
    let db = app.database.reader();
    let readings = store::readings(db, found.iter().map(|held| held.room.id)).await?;
    let of_rooms = found.iter().flat_map(|held| [held.holder.account_id, held.room.asked_by]);
    let said = found
        .iter()
        .flat_map(|held| &held.voices)
        .map(|voice| voice.said_by)
        .chain(readings.iter().map(|reading| reading.account_id));
    let names = partnerships::authors(db, me, of_rooms.chain(said).collect::<Vec<_>>()).await?;
    let person = |id: Uuid| Person::new(id, names.get(&id));
    let voice = |voice: room_voice::Model| Voice {
        partner_id: voice.partner_id,
        gives: voice.gives,
        said_by: person(voice.said_by),
        said_at: voice.said_at,
        words: voice.words,
    };
    let readings_of = |room: Uuid| {
        readings.iter().filter(move |reading| reading.room_id == room).map(|reading| Reading {
            person: person(reading.account_id),
            taken: reading.taken,
            given: reading.given,
            said_at: reading.said_at,
        })
    };
    let room = |held: Held| Room {
        state: now_state(app, &held),
        given_at: given_at(app, &held),
        ended_how: held.room.ended_how.or_else(|| held.is_taken_back().then_some(End::TakenBack)),
        holder: person(held.holder.account_id),
        readings: readings_of(held.room.id).collect(),
        asked_by: person(held.room.asked_by),
        id: held.room.id,
        words: held.room.words,
        until: held.room.until,
        asked_at: held.room.asked_at,
        ended_at: held.room.ended_at,
        voices: held.voices.into_iter().map(voice).collect(),
    };
    Ok(found.into_iter().map(room).collect())
}

/// Since when it is given. When it became so because a partner left, since the last one said so.
fn given_at(app: &App, held: &Held) -> Option<DateTime<Utc>> {
    let last = || held.voices.iter().map(|voice| voice.said_at).max();
    held.room.given_at.or_else(|| (now_state(app, held) == State::Given).then(last).flatten())
}
