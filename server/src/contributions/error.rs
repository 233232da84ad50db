//! What can go wrong with contributions.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;
use crate::precondition::PreconditionError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum ContributionError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(FieldError),
    #[error(transparent)]
    Precondition(#[from] PreconditionError),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl ContributionError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(FieldError { field, code })
    }
}

impl From<ContributionError> for Problem {
    fn from(error: ContributionError) -> Self {
        match error {
            ContributionError::NotFound => Self::not_found(),
            ContributionError::Denied(denied) => denied.into(),
            ContributionError::Refused(error) => Self::validation_failed(vec![error]),
            ContributionError::Precondition(error) => error.into(),
            ContributionError::Desk(error) => error.into(),
            ContributionError::Database(error) => error.into(),
        }
    }
}
