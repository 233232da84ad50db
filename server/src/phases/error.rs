//! What can keep somebody from moving to a phase.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum PhaseError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(FieldError),
    #[error("somebody moved it meanwhile")]
    MovedMeanwhile,
    #[error("what is stored cannot be read")]
    Damaged(#[from] serde_json::Error),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl PhaseError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(FieldError { field, code })
    }
}

impl From<PhaseError> for Problem {
    fn from(error: PhaseError) -> Self {
        match error {
            PhaseError::NotFound => Self::not_found(),
            PhaseError::Denied(denied) => denied.into(),
            PhaseError::Refused(error) => Self::validation_failed(vec![error]),
            PhaseError::MovedMeanwhile => {
                Self::conflict("moved_meanwhile", "The partnership is in another phase by now")
            }
            PhaseError::Damaged(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "what is stored of a phase cannot be read"
                );
                Self::internal()
            }
            PhaseError::Desk(error) => error.into(),
            PhaseError::Database(error) => error.into(),
        }
    }
}
