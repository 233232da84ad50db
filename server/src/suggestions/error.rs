//! What can go wrong with a suggestion.

use actix_web::error::BlockingError;
use sea_orm::DbErr;

use crate::access::Denied;
use crate::boards::CurrentError;
use crate::error::Problem;
use crate::profiles::ProfileError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum SuggestionError {
    #[error("there is no such role or person, or they are not available for it")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error(transparent)]
    Roles(#[from] CurrentError),
    #[error(transparent)]
    Profiles(#[from] ProfileError),
    #[error("the server is going down")]
    Stopping(#[from] BlockingError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl From<SuggestionError> for Problem {
    fn from(error: SuggestionError) -> Self {
        match error {
            SuggestionError::NotFound => Self::not_found(),
            SuggestionError::Denied(denied) => denied.into(),
            SuggestionError::Roles(CurrentError::Database(error)) | SuggestionError::Database(error) => {
                error.into()
            }
            SuggestionError::Roles(CurrentError::Unreadable(_)) | SuggestionError::Stopping(_) => {
                Self::unavailable()
            }
            SuggestionError::Profiles(error) => error.into(),
        }
    }
}
