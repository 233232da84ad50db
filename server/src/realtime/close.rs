//! Why a connection is closed.

use std::borrow::Cow;

/// A WebSocket close code and a reason in a few words.
///
/// `y-websocket` does not reconnect after 4400 to 4499; after anything else it does, with growing pauses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Close {
    /// The code.
    pub code: u16,
    /// The reason; at most 123 bytes reach the client.
    pub reason: Cow<'static, str>,
}

impl Close {
    /// The server restarts; come back.
    pub const RESTARTING: Self = Self::fixed(1012, "restarting");
    /// Sign in again, or get a new ticket.
    pub const SIGNED_OUT: Self = Self::fixed(4401, "sign in again");
    /// Not allowed, or not any more.
    pub const FORBIDDEN: Self = Self::fixed(4403, "not allowed");
    /// No such board, or no access to it.
    pub const NOT_FOUND: Self = Self::fixed(4404, "no such board");
    /// A message of more than [`super::protocol::LONGEST_FRAME`] bytes.
    pub const TOO_LARGE: Self = Self::fixed(4413, "message too large");
    /// The page speaks another version of the vocabulary; reload it.
    pub const OUTDATED: Self = Self::fixed(4426, "this page is outdated, reload it");
    /// What one may do here is another than before; come back.
    pub const CHANGED: Self = Self::fixed(4512, "what you may do here changed, come back");
    /// The server is busy, or this connection cannot keep up; come back.
    pub const BUSY: Self = Self::fixed(4513, "busy, come back");

    const fn fixed(code: u16, reason: &'static str) -> Self {
        Self { code, reason: Cow::Borrowed(reason) }
    }

    /// The reason without the names in it, which came from outside: there are few of these, to count by.
    pub(super) fn class(&self) -> Cow<'static, str> {
        match &self.reason {
            Cow::Borrowed(reason) => Cow::Borrowed(reason),
            Cow::Owned(reason) => {
                let ours: Vec<_> =
                    reason.split('"').step_by(2).map(str::trim).filter(|ours| !ours.is_empty()).collect();
                Cow::Owned(ours.join(" … "))
            }
        }
    }

    /// An update that changed nothing for anyone, because it cannot be accepted.
    pub fn refused(reason: impl Into<Cow<'static, str>>) -> Self {
        Self { code: 4422, reason: reason.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_counted_without_what_their_senders_called_things() {
        let class = |reason: &str| Close::refused(reason.to_owned()).class();
        assert_eq!(class("unknown element \"blockquote\""), "unknown element");
        assert_eq!(class("element \"heading\" may not stand here"), "element … may not stand here");
        assert_eq!(class("nested too deeply"), "nested too deeply");
        assert_eq!(Close::FORBIDDEN.class(), "not allowed");
    }
}
