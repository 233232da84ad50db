//! Who is in the room, and who is told so.

use chrono::{DateTime, Utc};

use super::super::close::Close;
use super::super::presence::{ConnectionId, Speaker};
use super::super::protocol::Presences;
use super::Room;

impl Room {
    /// Takes what somebody says about where they are.
    pub(super) fn hear_presence(&mut self, connection: ConnectionId, presences: &Presences, now: DateTime<Utc>) {
        let Some(from) = self.connections.get(&connection) else { return };
        let speaker = Speaker {
            connection,
            author: from.visitor.author,
            owned: from.presence,
            heard_others: from.introduced,
            stamp: &from.visitor.stamp,
        };
        match self.presence.update(&speaker, presences.iter(), now) {
            Ok(Some(id)) => {
                if let Some(from) = self.connections.get_mut(&connection) {
                    from.presence = Some(id);
                }
                if !self.presence.only_renewed(id) {
                    self.tell_presence(id, connection);
                }
            }
            Ok(None) => {}
            Err(bad) => return self.close(connection, Close::refused(bad.to_string())),
        }
        self.introduce(connection);
    }

    /// Tells a connection who is here, once.
    pub(super) fn introduce(&mut self, connection: ConnectionId) {
        let Some(newcomer) = self.connections.get_mut(&connection) else { return };
        if !std::mem::replace(&mut newcomer.introduced, true) {
            let frame = self.presence.everybody_but(newcomer.presence);
            self.send(connection, frame);
        }
    }

    /// Tells everybody where `id` is, but not its own connection.
    pub(super) fn tell_presence(&mut self, id: u64, own: ConnectionId) {
        let Some(frame) = self.presence.message(std::iter::once(id)) else { return };
        let others: Vec<_> = self
            .connections
            .iter()
            .filter(|(connection, other)| **connection != own && other.introduced && other.presence != Some(id))
            .map(|(connection, _)| *connection)
            .collect();
        for connection in others {
            self.send(connection, frame.clone());
        }
    }

    /// Tells everybody who is still here, all in one message: in a room of a thousand that is a thousand messages
    /// every second instead of sixty thousand. Nobody hears of themselves.
    pub(super) fn tell_renewals(&mut self) {
        let renewed = self.presence.take_renewed();
        let Some(all) = self.presence.message(renewed.iter().copied()) else { return };
        for connection in self.all(|connection| connection.introduced) {
            let own = self.connections.get(&connection).and_then(|connection| connection.presence);
            let frame = match own.filter(|own| renewed.contains(own)) {
                Some(own) => self.presence.message(renewed.iter().copied().filter(|id| *id != own)),
                None => Some(all.clone()),
            };
            if let Some(frame) = frame {
                self.send(connection, frame);
            }
        }
    }
}
