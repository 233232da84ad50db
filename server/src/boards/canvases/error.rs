//! What can go wrong with canvases.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;
use crate::realtime::ReadError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum CanvasError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error("the one that counts cannot be put away")]
    IsCurrent,
    #[error("one that was put away cannot count")]
    IsPutAway,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(Vec<FieldError>),
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl CanvasError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(vec![FieldError { field, code }])
    }
}

impl From<CanvasError> for Problem {
    fn from(error: CanvasError) -> Self {
        match error {
            CanvasError::NotFound => Self::not_found(),
            CanvasError::IsCurrent => Self::conflict("is_current", "The one that counts cannot be put away"),
            CanvasError::IsPutAway => Self::conflict("put_away", "One that was put away cannot count"),
            CanvasError::Denied(denied) => denied.into(),
            CanvasError::Refused(errors) => Self::validation_failed(errors),
            CanvasError::Unreadable(_) => Self::unavailable(),
            CanvasError::Desk(error) => error.into(),
            CanvasError::Database(error) => error.into(),
        }
    }
}
