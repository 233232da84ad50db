//! Room to move, as those who take part see it.

use uuid::Uuid;

use super::api::{Reading, Room, RoomList, Voice};
use super::asking::now_state;
use super::error::RoomError;
use super::store::{self, Held};
use crate::access::Action;
use crate::app::App;
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
    let ids: Vec<Uuid> = found.iter().map(|held| held.room.id).collect();
    let voices = store::voices(db, ids.iter().copied()).await?;
    let readings = store::readings(db, ids).await?;
    let of_rooms = found.iter().flat_map(|held| [held.holder.account_id, held.room.asked_by]);
    let said = voices.iter().map(|voice| voice.said_by).chain(readings.iter().map(|reading| reading.account_id));
    let names = partnerships::authors(db, me, of_rooms.chain(said).collect::<Vec<_>>()).await?;
    let person = |id: Uuid| Person::new(id, names.get(&id));
    let voices_of = |room: Uuid| {
        voices.iter().filter(move |voice| voice.room_id == room).map(|voice| Voice {
            partner_id: voice.partner_id,
            gives: voice.gives,
            words: voice.words.clone(),
            said_by: person(voice.said_by),
            said_at: voice.said_at,
        })
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
        holder: person(held.holder.account_id),
        voices: voices_of(held.room.id).collect(),
        readings: readings_of(held.room.id).collect(),
        asked_by: person(held.room.asked_by),
        id: held.room.id,
        words: held.room.words,
        until: held.room.until,
        asked_at: held.room.asked_at,
        given_at: held.room.given_at,
        ended_at: held.room.ended_at,
        ended_how: held.room.ended_how,
    };
    Ok(found.into_iter().map(room).collect())
}
