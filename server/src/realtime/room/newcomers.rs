//! What somebody is sent who comes in.

use bytes::Bytes;

use super::super::close::Close;
use super::super::document::Unreadable;
use super::super::presence::ConnectionId;
use super::super::protocol::{self, Known};
use super::Room;

impl Room {
    /// Sends somebody what they lack who have `known`.
    pub(super) fn answer(&mut self, connection: ConnectionId, known: &Known) {
        match self.step_2(known) {
            Ok(frame) => self.send(connection, frame),
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a room's document cannot be encoded");
                self.close(connection, Close::BUSY);
            }
        }
    }

    /// Encoding a large document takes milliseconds, in which the room does nothing else. When a meeting begins, or a
    /// server comes back, many come at once with nothing in hand: they get the same bytes.
    fn step_2(&mut self, known: &Known) -> Result<Bytes, Unreadable> {
        let has_something = *known != Known::nothing();
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
