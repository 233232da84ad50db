//! Who is here: the awareness of `y-websocket`, made so that nobody speaks under another's name and no ghost stays.
//!
//! A connection owns one client id. Clients echo the states of others; those entries are ignored. The server keeps a
//! rising clock of its own for each id and stamps into every state who its owner is.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::protocol::{self, PresenceEntry};
use bytes::Bytes;

/// The number of a connection, never given twice by one process.
pub(crate) type ConnectionId = u64;

/// The longest state of one client, in bytes of JSON.
const LONGEST_STATE: usize = 32 << 10;

/// How long an id that left is remembered.
const GONE: TimeDelta = TimeDelta::minutes(2);

/// Everybody in a room.
#[derive(Debug, Default)]
pub(crate) struct Presence {
    known: HashMap<u64, Known>,
    /// Whose last word was what they had said before: that they are still there.
    renewed: BTreeSet<u64>,
}

#[derive(Debug)]
struct Known {
    author: Uuid,
    owner: Option<ConnectionId>,
    clock: u32,
    /// JSON with the stamp; none when the client left.
    state: Option<String>,
}

/// Somebody who speaks about their own presence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Speaker<'a> {
    pub(crate) connection: ConnectionId,
    pub(crate) author: Uuid,
    /// The id the connection owns already.
    pub(crate) owned: Option<u64>,
    /// Whether it was told of others, so that what it says may be an echo.
    pub(crate) heard_others: bool,
    /// Goes under `user` into the state.
    pub(crate) stamp: &'a Value,
}

/// A state that is not a JSON object, or too long.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("awareness is not a JSON object")]
pub(crate) struct BadState;

impl Presence {
    /// Takes what `speaker` says about itself and returns the id it speaks under, when it said something about that.
    pub(crate) fn update<'e>(
        &mut self,
        speaker: &Speaker<'_>,
        mut entries: impl Iterator<Item = PresenceEntry<'e>>,
        now: DateTime<Utc>,
    ) -> Result<Option<u64>, BadState> {
        let own = match speaker.owned {
            Some(id) => entries.find(|entry| entry.id == id),
            None => entries.find(|entry| entry.state != "null" && self.may_claim(speaker, entry.id)),
        };
        let Some(entry) = own else { return Ok(None) };
        if speaker.owned.is_some() && self.owner(entry.id) != Some(speaker.connection) {
            // A newer connection of the same person took it over.
            return Ok(None);
        }
        let state = stamped(entry.state, speaker.stamp)?;
        let clock = next_clock(self.known.get(&entry.id).map(|known| known.clock), now);
        let known = Known { author: speaker.author, owner: Some(speaker.connection), clock, state };
        let before = self.known.get(&entry.id);
        if before.is_some_and(|before| before.owner == known.owner && before.state == known.state) {
            self.renewed.insert(entry.id);
        } else {
            self.renewed.remove(&entry.id);
        }
        self.known.insert(entry.id, known);
        Ok(Some(entry.id))
    }

    /// A fresh id is anybody's. One that was here before comes back only to the same person: from a connection that
    /// is gone, or to a new connection that heard nobody yet and therefore echoes nobody.
    fn may_claim(&self, speaker: &Speaker<'_>, id: u64) -> bool {
        self.known
            .get(&id)
            .is_none_or(|known| known.author == speaker.author && (known.owner.is_none() || !speaker.heard_others))
    }

    fn owner(&self, id: u64) -> Option<ConnectionId> {
        self.known.get(&id).and_then(|known| known.owner)
    }

    /// Whether `id` said nothing but that it is still there. Clients do every 15 seconds, and forget whoever did not for
    /// 30; so the others must hear of it, but need not hear of each at once.
    pub(crate) fn only_renewed(&self, id: u64) -> bool {
        self.renewed.contains(&id)
    }

    /// Who did, since this was asked last.
    pub(crate) fn take_renewed(&mut self) -> BTreeSet<u64> {
        std::mem::take(&mut self.renewed)
    }

    /// Which account is here under `id`, or was a moment ago.
    pub(crate) fn holder(&self, id: u64) -> Option<Uuid> {
        self.known.get(&id).map(|known| known.author)
    }

    /// Forgets where `connection` is, unless a newer one took its id over. Returns whether others must hear it.
    pub(crate) fn leave(&mut self, connection: ConnectionId, id: u64, now: DateTime<Utc>) -> bool {
        match self.known.get_mut(&id) {
            Some(known) if known.owner == Some(connection) => {
                self.renewed.remove(&id);
                known.owner = None;
                known.state = None;
                known.clock = next_clock(Some(known.clock), now);
                true
            }
            _ => false,
        }
    }

    /// Forgets ids that left a while ago: by now nobody echoes them any more. Who is connected and says that they are
    /// nowhere has not left.
    pub(crate) fn forget_long_gone(&mut self, now: DateTime<Utc>) {
        let long_ago = next_clock(None, now - GONE);
        self.known.retain(|_, known| known.owner.is_some() || known.clock > long_ago);
    }

    /// What others are told about `ids`; nothing about nobody.
    pub(crate) fn message(&self, ids: impl Iterator<Item = u64>) -> Option<Bytes> {
        let entries: Vec<_> = ids
            .filter_map(|id| self.known.get(&id).map(|known| (id, known.clock, known.state.as_deref())))
            .collect();
        (!entries.is_empty()).then(|| protocol::awareness(entries.into_iter()))
    }

    /// What somebody is told who comes in, or asks: everybody but themselves.
    pub(crate) fn everybody_but(&self, own: Option<u64>) -> Bytes {
        let here: Vec<_> = self
            .known
            .iter()
            .filter(|(id, known)| known.state.is_some() && Some(**id) != own)
            .map(|(id, known)| (*id, known.clock, known.state.as_deref()))
            .collect();
        protocol::awareness(here.into_iter())
    }
}

fn stamped(state: &str, stamp: &Value) -> Result<Option<String>, BadState> {
    if state.len() > LONGEST_STATE {
        return Err(BadState);
    }
    let state: Option<Map<String, Value>> = serde_json::from_str(state).map_err(|_| BadState)?;
    Ok(state.map(|mut state| {
        state.insert("user".to_owned(), stamp.clone());
        Value::Object(state).to_string()
    }))
}

/// Clients remember the clock of an id they saw, also over a restart of the server, and ignore anything not newer. So
/// a clock starts at the time, in eighths of a second since the start of 2026 (until 2043), and then rises.
fn next_clock(last: Option<u32>, now: DateTime<Utc>) -> u32 {
    const START_OF_2026: i64 = 1_767_225_600_000;
    let eighths = u32::try_from((now.timestamp_millis() - START_OF_2026) / 125).unwrap_or(1);
    last.map_or(eighths, |last| eighths.max(last.saturating_add(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000 + second, 0).unwrap()
    }

    /// Says one state.
    fn say(
        presence: &mut Presence,
        speaker: &Speaker<'_>,
        id: u64,
        state: &str,
        second: i64,
    ) -> Result<Option<u64>, BadState> {
        presence.update(speaker, [PresenceEntry { id, state }].into_iter(), at(second))
    }

    fn speaker(connection: ConnectionId, author: u128, owned: Option<u64>, stamp: &Value) -> Speaker<'_> {
        Speaker { connection, author: Uuid::from_u128(author), owned, heard_others: false, stamp }
    }

    #[test]
    fn the_name_is_the_servers_whatever_the_client_says() {
        let mut presence = Presence::default();
        let stamp = json!({"name": "Sanne"});
        let forged = r#"{"user":{"name":"Joris"},"cursor":3}"#;
        assert_eq!(say(&mut presence, &speaker(1, 1, None, &stamp), 7, forged, 0), Ok(Some(7)));
        let state = presence.known[&7].state.clone().unwrap();
        assert_eq!(serde_json::from_str::<Value>(&state).unwrap(), json!({"user": {"name": "Sanne"}, "cursor": 3}));
    }

    #[test]
    fn an_echo_of_somebody_else_is_ignored_also_after_they_left() {
        let mut presence = Presence::default();
        let stamp = json!({});
        say(&mut presence, &speaker(1, 1, None, &stamp), 7, "{}", 0).unwrap();
        let echo = r#"{"cursor":1}"#;
        let other = Speaker { heard_others: true, ..speaker(2, 2, None, &stamp) };
        assert_eq!(say(&mut presence, &other, 7, echo, 1), Ok(None));
        assert!(presence.leave(1, 7, at(2)));
        assert_eq!(say(&mut presence, &other, 7, echo, 3), Ok(None));
    }

    #[test]
    fn a_new_connection_of_the_same_person_takes_the_id_over_and_the_old_ones_end_does_not_remove_it() {
        let mut presence = Presence::default();
        let stamp = json!({});
        say(&mut presence, &speaker(1, 1, None, &stamp), 7, "{}", 0).unwrap();
        assert_eq!(say(&mut presence, &speaker(2, 1, None, &stamp), 7, "{}", 1), Ok(Some(7)));
        assert!(!presence.leave(1, 7, at(2)));
        assert_eq!(say(&mut presence, &speaker(1, 1, Some(7), &stamp), 7, "{}", 3), Ok(None));
        assert!(presence.known[&7].state.is_some());
    }

    #[test]
    fn the_clock_of_an_id_rises_also_over_a_restart() {
        let mut before = Presence::default();
        let stamp = json!({});
        for second in 0..20 {
            say(&mut before, &speaker(1, 1, (second > 0).then_some(7), &stamp), 7, "{}", second).unwrap();
        }
        let mut after = Presence::default();
        say(&mut after, &speaker(1, 1, None, &stamp), 7, "{}", 30).unwrap();
        assert!(after.known[&7].clock > before.known[&7].clock);
    }

    #[test]
    fn who_says_the_same_again_is_renewed_and_who_says_something_else_is_not() {
        let mut presence = Presence::default();
        let stamp = json!({});
        let says = |presence: &mut Presence, state: Value| {
            let owned = presence.known.contains_key(&7).then_some(7);
            say(presence, &speaker(1, 1, owned, &stamp), 7, &state.to_string(), 0).unwrap();
            presence.only_renewed(7)
        };
        assert!(!says(&mut presence, json!({"cursor": 1})));
        assert!(says(&mut presence, json!({"cursor": 1})));
        assert!(!says(&mut presence, json!({"cursor": 2})), "that is news");
        assert!(says(&mut presence, json!({"cursor": 2})));
        assert_eq!(presence.take_renewed(), BTreeSet::from([7]));
        assert!(presence.take_renewed().is_empty());
        says(&mut presence, json!({"cursor": 2}));
        presence.leave(1, 7, at(1));
        assert!(presence.take_renewed().is_empty(), "who left is not still there");
    }

    #[test]
    fn who_left_is_remembered_for_a_while_and_then_forgotten() {
        let mut presence = Presence::default();
        let stamp = json!({});
        say(&mut presence, &speaker(1, 1, None, &stamp), 7, "{}", 0).unwrap();
        presence.forget_long_gone(at(600));
        assert!(presence.known.contains_key(&7), "still here");
        presence.leave(1, 7, at(600));
        presence.forget_long_gone(at(660));
        assert!(presence.known.contains_key(&7));
        presence.forget_long_gone(at(721));
        assert!(presence.known.is_empty());
    }

    #[test]
    fn who_is_connected_is_not_forgotten_however_long_they_say_nothing() {
        let mut presence = Presence::default();
        let stamp = json!({});
        say(&mut presence, &speaker(1, 1, None, &stamp), 7, "{}", 0).unwrap();
        say(&mut presence, &speaker(1, 1, Some(7), &stamp), 7, "null", 1).unwrap();
        presence.forget_long_gone(at(600));
        assert_eq!(say(&mut presence, &speaker(2, 2, None, &stamp), 7, "{}", 601), Ok(None), "it is another's");
        assert_eq!(say(&mut presence, &speaker(1, 1, Some(7), &stamp), 7, "{}", 602), Ok(Some(7)));
    }

    #[test]
    fn a_state_that_is_no_object_is_refused() {
        let mut presence = Presence::default();
        let stamp = json!({});
        for state in ["[1]", "\"x\"", "{", ""] {
            assert_eq!(say(&mut presence, &speaker(1, 1, None, &stamp), 7, state, 0), Err(BadState), "{state}");
        }
    }
}
