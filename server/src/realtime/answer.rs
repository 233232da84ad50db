//! What whoever writes without a connection is answered.

use std::borrow::Cow;

use tokio::sync::oneshot;

use super::close::Close;

/// Where to say what became of a write: the number of the last row in the log, once the write is in it.
pub(crate) type Answer = oneshot::Sender<Result<i64, WriteError>>;

/// Why something is not on the board; it changed nothing for anyone.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// It cannot be accepted, for this reason.
    #[error("refused: {0}")]
    Refused(Cow<'static, str>),
    /// Its author may not write here, or not any more.
    #[error("its author may not write here")]
    NotAllowed,
    /// There is no such board (any more).
    #[error("there is no such board")]
    Gone,
    /// The board cannot be loaded or written right now.
    #[error("the board cannot be written right now")]
    Busy,
}

impl From<WriteError> for Close {
    /// What a connection is told in its place.
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Refused(reason) => Self::refused(reason),
            WriteError::NotAllowed => Self::FORBIDDEN,
            WriteError::Gone => Self::NOT_FOUND,
            WriteError::Busy => Self::BUSY,
        }
    }
}
