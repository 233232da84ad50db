//! What can go wrong with links.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ShareLinkError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("a value was refused")]
    Refused(FieldError),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl From<ShareLinkError> for Problem {
    fn from(error: ShareLinkError) -> Self {
        match error {
            ShareLinkError::NotFound => Self::not_found(),
            ShareLinkError::Denied(denied) => denied.into(),
            ShareLinkError::Refused(error) => Self::validation_failed(vec![error]),
            ShareLinkError::Desk(error) => error.into(),
            ShareLinkError::Database(error) => error.into(),
        }
    }
}
