//! How far it is with the room that somebody asks.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::entity::{membership, room_to_move, room_voice};

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RoomState)]
pub(super) enum State {
    /// Somebody else asks it for them, and they did not say that they want it.
    AskedHolder,
    /// The partners are asked.
    AskedPartners,
    /// They have it.
    Given,
    /// Its day is past, or it ended before.
    Over,
}

/// Room, whose it is, and what the partners say of it.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) room: room_to_move::Model,
    pub(super) holder: membership::Model,
    /// What a partner said before it left and came back is not among them: it is asked anew.
    pub(super) voices: Vec<room_voice::Model>,
    /// The partners that take part.
    pub(super) active: BTreeSet<Uuid>,
}

impl Held {
    /// How far it is on a day. It is worked out from who takes part on that day: when a partner leaves and all the others
    /// give it, it is given.
    pub(super) fn state(&self, today: NaiveDate) -> State {
        let room = &self.room;
        if room.ended_at.is_some() || room.until < today || self.holder.left_at.is_some() {
            return State::Over;
        }
        match (room.given_at, room.taken_at) {
            (Some(_), _) if self.is_taken_back() => State::Over,
            (Some(_), _) => State::Given,
            (None, Some(_)) if is_given_by_all(&self.voices, &self.active) => State::Given,
            (None, Some(_)) => State::AskedPartners,
            (None, None) => State::AskedHolder,
        }
    }

    /// Whether more than half of the partners do not give it any more.
    pub(super) fn is_taken_back(&self) -> bool {
        self.room.given_at.is_some() && is_taken_back(&self.voices, &self.active)
    }

    /// What a partner says of it.
    pub(super) fn said_by(&self, partner: Uuid) -> Option<&room_voice::Model> {
        self.voices.iter().find(|voice| voice.partner_id == partner)
    }
}

/// Whether all the partners that take part give it: two at least.
fn is_given_by_all(voices: &[room_voice::Model], active: &BTreeSet<Uuid>) -> bool {
    let gives = |partner: &Uuid| voices.iter().any(|voice| voice.partner_id == *partner && voice.gives);
    active.len() >= 2 && active.iter().all(gives)
}

/// Whether more than half of the partners that take part say that they do not give it.
fn is_taken_back(voices: &[room_voice::Model], active: &BTreeSet<Uuid>) -> bool {
    let against = voices.iter().filter(|voice| !voice.gives && active.contains(&voice.partner_id));
    against.count() * 2 > active.len()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn voices(said: &[(u128, bool)]) -> Vec<room_voice::Model> {
        let voice = |&(partner, gives): &(u128, bool)| room_voice::Model {
            room_id: Uuid::nil(),
            partner_id: Uuid::from_u128(partner),
            gives,
            words: String::new(),
            said_by: Uuid::nil(),
            said_at: DateTime::UNIX_EPOCH,
        };
        said.iter().map(voice).collect()
    }

    fn active(partners: &[u128]) -> BTreeSet<Uuid> {
        partners.iter().copied().map(Uuid::from_u128).collect()
    }

    #[test]
    fn it_is_given_by_all_that_take_part_and_two_at_least() {
        let said = voices(&[(1, true), (2, true), (3, false)]);
        assert!(is_given_by_all(&said, &active(&[1, 2])), "who left does not count");
        assert!(!is_given_by_all(&said, &active(&[1, 2, 3])));
        assert!(!is_given_by_all(&said, &active(&[1, 2, 4])), "who said nothing does not give it");
        assert!(!is_given_by_all(&said, &active(&[1])));
    }

    #[test]
    fn more_than_half_of_those_that_take_part_take_it_back() {
        let said = voices(&[(1, false), (2, false), (3, true), (4, true)]);
        assert!(!is_taken_back(&said, &active(&[1, 2, 3, 4])), "half is not more than half");
        assert!(is_taken_back(&said, &active(&[1, 2, 3])));
        assert!(!is_taken_back(&said, &active(&[1, 3, 4])), "who left does not count");
    }
}
