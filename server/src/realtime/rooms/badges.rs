//! What connections are let in by, and how it is taken from them.

use std::collections::HashSet;
use std::sync::atomic::Ordering;

use tokio::sync::broadcast;
use uuid::Uuid;

use super::{Rooms, lock};
use crate::realtime::close::Close;
use crate::realtime::presence::ConnectionId;

impl Rooms {
    /// Closes, within a moment, every connection that carries `badge`: a session, an account, a membership.
    pub fn revoke(&self, badge: Uuid, close: Close) {
        // Nobody is connected when nobody listens.
        let _ = self.shared.revoked.send((badge, close));
    }

    /// Every badge that a connection carries at this moment.
    pub fn badges(&self) -> HashSet<Uuid> {
        lock(&self.shared.badges).values().flatten().copied().collect()
    }

    /// Hears of every badge that is revoked from now on. Ask for it before you look whether somebody may come in, so
    /// that nothing is revoked unheard in between.
    pub fn revocations(&self) -> Revocations {
        Revocations(self.shared.revoked.subscribe())
    }

    /// Lets a connection that is in no room carry badges.
    pub(in crate::realtime) fn wear(&self, badges: Vec<Uuid>) -> Worn {
        let connection = self.shared.next_connection.fetch_add(1, Ordering::Relaxed);
        lock(&self.shared.badges).insert(connection, badges);
        Worn { connection, rooms: self.clone() }
    }
}

/// Hears which badges are revoked.
#[derive(Debug)]
pub struct Revocations(broadcast::Receiver<(Uuid, Close)>);

impl Revocations {
    /// Waits until one of `badges` is revoked.
    pub(in crate::realtime) async fn of(&mut self, badges: &[Uuid]) -> Close {
        loop {
            match self.0.recv().await {
                Ok((badge, close)) if badges.contains(&badge) => return close,
                Ok(_) => {}
                // Who missed some must prove once more who they are.
                Err(_) => return Close::BUSY,
            }
        }
    }
}

/// Badges that a connection carries, until this is dropped.
pub(in crate::realtime) struct Worn {
    connection: ConnectionId,
    rooms: Rooms,
}

impl Worn {
    /// The number of the connection.
    pub(in crate::realtime) fn number(&self) -> u64 {
        self.connection
    }
}

impl Drop for Worn {
    fn drop(&mut self) {
        lock(&self.rooms.shared.badges).remove(&self.connection);
    }
}
