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
                self.tell_presence(id, connection);
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
        let Some(frame) = self.presence.message(id) else { return };
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
}
