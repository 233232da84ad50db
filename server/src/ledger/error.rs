//! What can go wrong with a ledger.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;
use crate::precondition::PreconditionError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LedgerError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(Vec<FieldError>),
    #[error(transparent)]
    Precondition(#[from] PreconditionError),
    #[error("what was looked at would be something else now")]
    ShownAnew,
    #[error("what is shown cannot be written down")]
    Unwritable(#[source] serde_json::Error),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl LedgerError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(vec![FieldError { field, code }])
    }
}

impl From<LedgerError> for Problem {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::NotFound => Self::not_found(),
            LedgerError::Denied(denied) => denied.into(),
            LedgerError::Refused(errors) => Self::validation_failed(errors),
            LedgerError::Precondition(error) => error.into(),
            LedgerError::ShownAnew => {
                Self::conflict("changed_meanwhile", "Something else would come of it than was shown: look again")
            }
            LedgerError::Unwritable(error) => {
                tracing::error!(%error, "what is shown of an import cannot be written down");
                Self::internal()
            }
            LedgerError::Desk(error) => error.into(),
            LedgerError::Database(error) => error.into(),
        }
    }
}
