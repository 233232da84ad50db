//! What can go wrong with a business model.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::boards::CurrentError;
use crate::error::Problem;
use crate::ledger::LedgerError;
use crate::versions::VersionError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum BusinessModelError {
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("there is no card yet")]
    NothingWritten,
    #[error("it is other than what they read")]
    ChangedMeanwhile,
    #[error("the board cannot be read")]
    Unreadable,
    #[error("what is stored cannot be read")]
    Damaged(#[from] serde_json::Error),
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    #[error(transparent)]
    Version(#[from] VersionError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl From<CurrentError> for BusinessModelError {
    fn from(error: CurrentError) -> Self {
        match error {
            CurrentError::Unreadable(_) => Self::Unreadable,
            CurrentError::Database(error) => error.into(),
        }
    }
}

impl From<BusinessModelError> for Problem {
    fn from(error: BusinessModelError) -> Self {
        match error {
            BusinessModelError::Denied(denied) => denied.into(),
            BusinessModelError::NothingWritten => Self::conflict("nothing_written", "There is no card yet"),
            BusinessModelError::ChangedMeanwhile => {
                Self::conflict("changed_meanwhile", "It is other than what you read: look at it again")
            }
            BusinessModelError::Unreadable => Self::unavailable(),
            BusinessModelError::Damaged(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "what is stored of a business model cannot be read"
                );
                Self::internal()
            }
            BusinessModelError::Ledger(error) => error.into(),
            BusinessModelError::Version(error) => error.into(),
            BusinessModelError::Database(error) => error.into(),
        }
    }
}
