//! What can go wrong with links to blocks, and with what is said by them.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;
use crate::realtime::ReadError;
use crate::share_links::ShareLinkError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum RemarkError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(Vec<FieldError>),
    #[error(transparent)]
    Link(#[from] ShareLinkError),
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl RemarkError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(vec![FieldError { field, code }])
    }
}

impl From<RemarkError> for Problem {
    fn from(error: RemarkError) -> Self {
        match error {
            RemarkError::NotFound => Self::not_found(),
            RemarkError::Denied(denied) => denied.into(),
            RemarkError::Refused(errors) => Self::validation_failed(errors),
            RemarkError::Link(error) => error.into(),
            RemarkError::Unreadable(_) => Self::unavailable(),
            RemarkError::Desk(error) => error.into(),
            RemarkError::Database(error) => error.into(),
        }
    }
}
