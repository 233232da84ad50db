//! What can go wrong with links of cards.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;
use crate::realtime::ReadError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum LinkError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(FieldError),
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl LinkError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(FieldError { field, code })
    }
}

impl From<LinkError> for Problem {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::NotFound => Self::not_found(),
            LinkError::Denied(denied) => denied.into(),
            LinkError::Refused(error) => Self::validation_failed(vec![error]),
            LinkError::Unreadable(_) => Self::unavailable(),
            LinkError::Desk(error) => error.into(),
            LinkError::Database(error) => error.into(),
        }
    }
}
