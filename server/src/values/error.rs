//! What can go wrong with values.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::boards::CurrentError;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;
use crate::precondition::PreconditionError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum ValuesError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(FieldError),
    #[error("the value does not stand on the board any more")]
    ValueRemoved,
    #[error("the board cannot be read")]
    Unreadable,
    #[error(transparent)]
    Precondition(#[from] PreconditionError),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl ValuesError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(FieldError { field, code })
    }
}

impl From<FieldError> for ValuesError {
    fn from(error: FieldError) -> Self {
        Self::Refused(error)
    }
}

impl From<CurrentError> for ValuesError {
    fn from(error: CurrentError) -> Self {
        match error {
            CurrentError::Unreadable(_) => Self::Unreadable,
            CurrentError::Database(error) => error.into(),
        }
    }
}

impl From<ValuesError> for Problem {
    fn from(error: ValuesError) -> Self {
        match error {
            ValuesError::NotFound => Self::not_found(),
            ValuesError::Denied(denied) => denied.into(),
            ValuesError::Refused(error) => Self::validation_failed(vec![error]),
            ValuesError::ValueRemoved => Self::conflict("value_removed", "This value is not on the board any more"),
            ValuesError::Unreadable => Self::unavailable(),
            ValuesError::Precondition(error) => error.into(),
            ValuesError::Desk(error) => error.into(),
            ValuesError::Database(error) => error.into(),
        }
    }
}
