//! What can go wrong with profiles.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;
use crate::precondition::PreconditionError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProfileError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(FieldError),
    #[error("they recognised this quality in this person before")]
    RecognisedBefore,
    #[error("what is stored cannot be read")]
    Damaged(#[from] serde_json::Error),
    #[error(transparent)]
    Precondition(#[from] PreconditionError),
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl ProfileError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(FieldError { field, code })
    }
}

impl From<FieldError> for ProfileError {
    fn from(error: FieldError) -> Self {
        Self::Refused(error)
    }
}

impl From<ProfileError> for Problem {
    fn from(error: ProfileError) -> Self {
        match error {
            ProfileError::NotFound => Self::not_found(),
            ProfileError::Denied(denied) => denied.into(),
            ProfileError::Refused(error) => Self::validation_failed(vec![error]),
            ProfileError::RecognisedBefore => {
                Self::conflict("recognised_before", "You recognised this quality in this person before")
            }
            ProfileError::Damaged(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "what is stored of a profile cannot be read"
                );
                Self::internal()
            }
            ProfileError::Precondition(error) => error.into(),
            ProfileError::Desk(error) => error.into(),
            ProfileError::Database(error) => error.into(),
        }
    }
}
