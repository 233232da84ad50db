//! What somebody is sent who comes in.

use bytes::Bytes;

use super::super::close::Close;
use super::super::document::Unreadable;
use super::super::presence::ConnectionId;
use super::super::protocol::{self, Known};
use super::{Room, Waiting};

impl Room {
    /// Sends somebody what they lack who have `known`; those who ask too often a little later.
    pub(super) fn answer(&mut self, connection: ConnectionId, known: Known) {
        let Some(known) = self.connections.get_mut(&connection).and_then(|asking| asking.admit(known)) else {
            return;
        };
        match self.step_2(&known) {
            Ok(frame) => self.send(connection, frame),
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a room's document cannot be encoded");
                self.close(connection, Close::BUSY);
            }
        }
    }

    /// Lets the questions wait for the room again that were too many in the second that has passed.
    pub(super) fn ask_again_what_was_postponed(&mut self) {
        for (id, connection) in &mut self.connections {
            let postponed = connection.take_postponed();
            self.waiting.extend(postponed.map(|known| Waiting::Question(*id, known)));
        }
    }

    /// Encoding a large document takes milliseconds, in which the room does nothing else. When a meeting begins, or a
    /// server comes back, many come at once with nothing in hand: they get the same bytes. To name clients that never
    /// wrote here is to have nothing.
    fn step_2(&mut self, known: &Known) -> Result<Bytes, Unreadable> {
        let has_something = self.document.knows_any(known);
        if let Some(everything) = self.everything.clone().filter(|_| !has_something) {
            return Ok(everything);
        }
        let frame = protocol::step_2(&self.document.missing_from(known)?);
        if !has_something {
            self.everything = Some(frame.clone());
        }
        Ok(frame)
    }
}
