//! What can go wrong with an ambition.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::boards::{CurrentError, WrittenError};
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;
use crate::precondition::PreconditionError;
use crate::versions::VersionError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum AmbitionError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(FieldError),
    #[error("there is no headline or no ambition yet")]
    NothingWritten,
    #[error("the board cannot be read")]
    Unreadable,
    #[error("what is stored cannot be read")]
    Damaged(#[from] serde_json::Error),
    #[error(transparent)]
    Version(#[from] VersionError),
    #[error(transparent)]
    Precondition(#[from] PreconditionError),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl AmbitionError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(FieldError { field, code })
    }
}

impl From<FieldError> for AmbitionError {
    fn from(error: FieldError) -> Self {
        Self::Refused(error)
    }
}

impl From<WrittenError> for AmbitionError {
    fn from(error: WrittenError) -> Self {
        match error {
            WrittenError::NotYet => Self::refused("seq", "out_of_range"),
            WrittenError::Current(error) => error.into(),
        }
    }
}

impl From<CurrentError> for AmbitionError {
    fn from(error: CurrentError) -> Self {
        match error {
            CurrentError::Unreadable(_) => Self::Unreadable,
            CurrentError::Database(error) => error.into(),
        }
    }
}

impl From<AmbitionError> for Problem {
    fn from(error: AmbitionError) -> Self {
        match error {
            AmbitionError::NotFound => Self::not_found(),
            AmbitionError::Denied(denied) => denied.into(),
            AmbitionError::Refused(error) => Self::validation_failed(vec![error]),
            AmbitionError::NothingWritten => {
                Self::conflict("nothing_written", "There is no headline or no ambition yet")
            }
            AmbitionError::Unreadable => Self::unavailable(),
            AmbitionError::Damaged(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "what is stored of an ambition cannot be read"
                );
                Self::internal()
            }
            AmbitionError::Version(error) => error.into(),
            AmbitionError::Precondition(error) => error.into(),
            AmbitionError::Desk(error) => error.into(),
            AmbitionError::Database(error) => error.into(),
        }
    }
}
