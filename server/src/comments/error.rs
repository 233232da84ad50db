//! What can go wrong with a comment.

use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::realtime::ReadError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum CommentError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(Vec<FieldError>),
    #[error("nothing more fits into the thread")]
    ThreadFull,
    #[error("the comment was deleted before")]
    Deleted,
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl CommentError {
    /// One value that was refused.
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(vec![FieldError { field, code }])
    }
}

impl From<Vec<FieldError>> for CommentError {
    fn from(errors: Vec<FieldError>) -> Self {
        Self::Refused(errors)
    }
}

impl From<CommentError> for Problem {
    fn from(error: CommentError) -> Self {
        match error {
            CommentError::NotFound => Self::not_found(),
            CommentError::Denied(denied) => denied.into(),
            CommentError::Refused(errors) => Self::validation_failed(errors),
            CommentError::ThreadFull => Self::conflict("thread_full", "Nothing more fits into this thread"),
            CommentError::Deleted => Self::conflict("conflict", "It was deleted already"),
            CommentError::Unreadable(_) => Self::unavailable(),
            CommentError::Database(error) => error.into(),
        }
    }
}
