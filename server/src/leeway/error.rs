//! What can go wrong with room to move.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum RoomError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(FieldError),
    #[error("they have room, or it is asked for them")]
    HasRoom,
    #[error("it is over, not asked yet, or given already")]
    NotNow,
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl RoomError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(FieldError { field, code })
    }
}

impl From<RoomError> for Problem {
    fn from(error: RoomError) -> Self {
        match error {
            RoomError::NotFound => Self::not_found(),
            RoomError::Denied(denied) => denied.into(),
            RoomError::Refused(error) => Self::validation_failed(vec![error]),
            RoomError::HasRoom => Self::conflict("has_room", "They have room to move, or it is asked for them"),
            RoomError::NotNow => Self::conflict("conflict", "That is not possible (any more)"),
            RoomError::Desk(error) => error.into(),
            RoomError::Database(error) => error.into(),
        }
    }
}
