//! What can go wrong with silent brainstorms. Nothing of it says what others wrote, or how much.

use sea_orm::DbErr;
use tokio::task::JoinError;

use crate::access::Denied;
use crate::boards::PutError;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum BrainstormError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(FieldError),
    #[error("one is on at this board")]
    AnotherIsOn,
    #[error("it was revealed or stopped")]
    Over,
    #[error("others reveal it for too long already")]
    Busy,
    #[error(transparent)]
    Put(#[from] PutError),
    #[error(transparent)]
    Interrupted(#[from] JoinError),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl BrainstormError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(FieldError { field, code })
    }
}

impl From<BrainstormError> for Problem {
    fn from(error: BrainstormError) -> Self {
        match error {
            BrainstormError::NotFound => Self::not_found(),
            BrainstormError::Denied(denied) => denied.into(),
            BrainstormError::Refused(error) => Self::validation_failed(vec![error]),
            BrainstormError::AnotherIsOn => Self::conflict("another_is_on", "One is on at this board"),
            BrainstormError::Over => Self::conflict("over", "It was revealed or stopped"),
            BrainstormError::Busy => Self::unavailable(),
            BrainstormError::Put(PutError::NotAllowed) => Self::forbidden(),
            BrainstormError::Put(PutError::Failed(problem)) => problem,
            BrainstormError::Put(PutError::Database(error)) | BrainstormError::Database(error) => error.into(),
            BrainstormError::Interrupted(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a brainstorm could not be revealed");
                Self::internal()
            }
            BrainstormError::Desk(error) => error.into(),
        }
    }
}
