//! A room on trial: bytes go in, and what they did comes out. No socket, no database, no time of its own.
//!
//! For the mutants and the fuzz targets, which must get at a room without a server around it.

use std::time::Instant;

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use uuid::Uuid;
use yrs::Doc;

use super::super::close::Close;
use super::super::document::Document;
use super::super::gate::{Refusal, Vocabulary};
use super::super::log::{Appended, Row, Snapshot};
use super::super::presence::ConnectionId;
use super::super::protocol::Known;
use super::{Effect, Input, Room, Visitor};

/// A room with its log in memory, which answers every append and every reload at once.
pub struct Trial {
    vocabulary: &'static Vocabulary,
    room: Room,
    log: Vec<Row>,
    now: DateTime<Utc>,
    connections: ConnectionId,
    sent: Vec<(ConnectionId, Bytes)>,
    closed: Vec<(ConnectionId, Close)>,
    reloads: usize,
}

/// What a frame did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// An update: it is in the log, or said nothing new.
    Taken,
    /// An update that hangs on something the room does not have; its sender was asked for that.
    Hanging,
    /// No update: a question was answered, presence passed on, or the frame ignored.
    Heard,
    /// Its sender is sent away.
    Closed(Close),
}

/// How a room can be harmed by what it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Harm {
    /// Nobody can come in any more.
    #[error("the log cannot be loaded")]
    LogUnreadable,
    /// Who comes in cannot be sent the document.
    #[error("the document cannot be encoded")]
    CannotBeEncoded,
    /// A snapshot of it would be of no use.
    #[error("the encoded document cannot be loaded")]
    StateUnreadable,
}

impl Trial {
    /// The room that `log` makes.
    ///
    /// # Errors
    /// [`Harm::LogUnreadable`] when it makes none.
    pub fn open(vocabulary: &'static Vocabulary, log: Vec<Row>) -> Result<Self, Harm> {
        let document = Document::load(vocabulary, &log).map_err(|_| Harm::LogUnreadable)?;
        Ok(Self {
            vocabulary,
            room: Room::new(document, number(&log)),
            log,
            now: DateTime::from_timestamp(1_795_000_000, 0).unwrap_or_default(),
            connections: 0,
            sent: Vec::new(),
            closed: Vec::new(),
            reloads: 0,
        })
    }

    /// Somebody comes in who may write. What the room says to them first is not kept.
    pub fn join(&mut self, account: Uuid) -> ConnectionId {
        self.connections += 1;
        let connection = self.connections;
        let stamp = json!({"id": account});
        let visitor = Visitor { author: account, stamp, may_write: true, wants_saved: true };
        self.happen(Input::Join { connection, visitor });
        self.sent.retain(|(to, _)| *to != connection);
        connection
    }

    /// Somebody leaves.
    pub fn leave(&mut self, connection: ConnectionId) {
        self.happen(Input::Leave { connection });
        self.closed.retain(|(closed, _)| *closed != connection);
    }

    /// Somebody says something, an eighth of a second after whatever was said before.
    pub fn hear(&mut self, connection: ConnectionId, frame: Bytes) -> Outcome {
        let received = self.received(connection);
        self.now += TimeDelta::milliseconds(125);
        self.happen(Input::Frame { connection, frame, received: Instant::now() });
        if let Some((_, close)) = self.closed.iter().find(|(closed, _)| *closed == connection) {
            return Outcome::Closed(close.clone());
        }
        let hangs = self.room.connections.get(&connection).is_some_and(|from| from.hanging.is_some());
        match (self.received(connection) > received, hangs) {
            (false, _) => Outcome::Heard,
            (true, true) => Outcome::Hanging,
            (true, false) => Outcome::Taken,
        }
    }

    /// What the room said since this was last asked, and to whom.
    pub fn said(&mut self) -> Vec<(ConnectionId, Bytes)> {
        std::mem::take(&mut self.sent)
    }

    /// Everything written so far, in order.
    pub fn log(&self) -> &[Row] {
        &self.log
    }

    /// How often the room threw its document away, because an update that was let through spoiled it.
    pub fn reloads(&self) -> usize {
        self.reloads
    }

    /// Who was sent away.
    pub fn sent_away(&self) -> impl Iterator<Item = ConnectionId> {
        self.closed.iter().map(|(connection, _)| *connection)
    }

    /// The account that a client id belongs to: whoever wrote first under it, or is present under it.
    pub fn owner(&self, client: u64) -> Option<Uuid> {
        let mut owners = self.room.document.owners().into_iter();
        let first = owners.find(|(owned, _)| *owned == client).map(|(_, owner)| owner);
        first.or_else(|| self.room.presence.holder(client))
    }

    /// Whether this tells somebody that the client id they write under is another's.
    pub fn refuses_the_client_id(close: &Close) -> bool {
        *close == Close::refused(Refusal::Owner.to_string())
    }

    /// The room's document, to look into.
    pub fn doc(&self) -> &Doc {
        self.room.document.doc()
    }

    /// The room's document, encoded.
    ///
    /// # Errors
    /// [`Harm::CannotBeEncoded`].
    pub fn state(&self) -> Result<Vec<u8>, Harm> {
        encoded(&self.room.document)
    }

    /// What whoever comes next is sent: after a restart, from the log.
    pub fn after_restart(&self) -> Result<Vec<u8>, Harm> {
        encoded(&Document::load(self.vocabulary, &self.log).map_err(|_| Harm::LogUnreadable)?)
    }

    /// What whoever comes next is sent: from a snapshot, which is the document as it is encoded now.
    pub fn after_snapshot(&self) -> Result<Vec<u8>, Harm> {
        let (state, owners) = (Bytes::from(self.state()?), self.room.document.owners());
        let snapshot = Snapshot { seq: number(&self.log), state, owners };
        let document = Document::load_from(self.vocabulary, &snapshot, &[]);
        encoded(&document.map_err(|_| Harm::StateUnreadable)?)
    }

    fn received(&self, connection: ConnectionId) -> u64 {
        self.room.connections.get(&connection).map_or(0, |from| from.received)
    }

    fn happen(&mut self, input: Input) {
        let mut effects = self.room.handle(input, self.now);
        while !effects.is_empty() {
            let mut answer = None;
            for effect in effects {
                match effect {
                    Effect::Send { connection, frame } => self.sent.push((connection, frame)),
                    Effect::Close { connection, close } => self.closed.push((connection, close)),
                    Effect::Append { rows, .. } => {
                        self.log.extend(rows);
                        answer = Some(Input::Appended(Ok(Appended::Stored { seq: number(&self.log) })));
                    }
                    Effect::Reload => {
                        self.reloads += 1;
                        answer = Document::load(self.vocabulary, &self.log)
                            .ok()
                            .map(|document| Input::Loaded { document, seq: number(&self.log) });
                    }
                    Effect::Acknowledged { .. } | Effect::GiveUp => {}
                }
            }
            effects = answer.map_or_else(Vec::new, |answer| self.room.handle(answer, self.now));
        }
    }
}

/// The number of the last row.
fn number(log: &[Row]) -> i64 {
    i64::try_from(log.len()).unwrap_or(i64::MAX)
}

fn encoded(document: &Document) -> Result<Vec<u8>, Harm> {
    document.missing_from(&Known::nothing()).map_err(|_| Harm::CannotBeEncoded)
}
