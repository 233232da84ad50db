//! What can go wrong with a version.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(crate) enum VersionError {
    #[error("there is no such version, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(FieldError),
    #[error("another version is before the partners")]
    AnotherIsOpen,
    #[error("it is before the partners already as it stands")]
    SameWords,
    #[error("the version is over, or every partner stands behind it")]
    NotOpen,
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl VersionError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(FieldError { field, code })
    }
}

impl From<VersionError> for Problem {
    fn from(error: VersionError) -> Self {
        match error {
            VersionError::NotFound => Self::not_found(),
            VersionError::Denied(denied) => denied.into(),
            VersionError::Refused(error) => Self::validation_failed(vec![error]),
            VersionError::AnotherIsOpen => {
                Self::conflict("another_is_open", "One version at a time is before the partners")
            }
            VersionError::SameWords => Self::conflict("same_words", "Nothing differs from the last version"),
            VersionError::NotOpen => Self::conflict("not_open", "This version is not before the partners"),
            VersionError::Desk(error) => error.into(),
            VersionError::Database(error) => error.into(),
        }
    }
}
