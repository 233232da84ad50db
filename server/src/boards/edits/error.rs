//! What can go wrong with an edit.

use actix_web::http::StatusCode;
use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::realtime::{ReadError, WriteError};

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(in crate::boards) enum EditError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("the board is of another kind")]
    WrongKind,
    #[error("some values were refused")]
    Refused(Vec<FieldError>),
    #[error("{0} rows have a problem")]
    Rows(usize),
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error("the change could not be made")]
    Draft(#[from] tokio::task::JoinError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl EditError {
    /// One field was refused.
    pub(in crate::boards) fn field(field: &'static str, code: &'static str) -> Self {
        Self::Refused(vec![FieldError { field, code }])
    }
}

impl From<EditError> for Problem {
    fn from(error: EditError) -> Self {
        match error {
            EditError::NotFound | EditError::Write(WriteError::Gone) => Self::not_found(),
            EditError::Denied(denied) => denied.into(),
            EditError::Write(WriteError::NotAllowed) => Self::forbidden(),
            EditError::WrongKind => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "wrong_kind", "A board of this kind does not have this")
            }
            EditError::Refused(errors) => Self::validation_failed(errors),
            EditError::Rows(count) => Self::validation_failed(vec![FieldError { field: "text", code: "bad_rows" }])
                .detailed(format!("Nothing was added: {count} rows have a problem. A preview says which.")),
            EditError::Write(WriteError::Refused(reason)) => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "update_refused", "The board does not take this")
                    .detailed(reason)
            }
            EditError::Read(_) | EditError::Write(WriteError::Busy) => Self::unavailable(),
            EditError::Draft(_) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a change could not be made");
                Self::internal()
            }
            EditError::Database(error) => error.into(),
        }
    }
}
