//! What can go wrong with a scan.

use actix_web::http::StatusCode;
use sea_orm::DbErr;

use crate::access::Denied;
use crate::error::{FieldError, Problem};
use crate::partnerships::DeskError;
use crate::precondition::PreconditionError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum ScanError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(FieldError),
    #[error("another round is open")]
    AnotherIsOpen,
    #[error("too few people act for partners")]
    TooFewPeople,
    #[error("it was opened before")]
    OpenedBefore,
    #[error("it is not open")]
    NotOpen,
    #[error("they were not asked")]
    NotAsked,
    #[error("they sent their answers")]
    SentBefore,
    #[error("no such ballot was handed out")]
    NoBallot,
    #[error("it was not reported yet")]
    NotReported,
    #[error("three improvement points are worked on")]
    ThreeAreRunning,
    #[error("nobody works on it yet")]
    NotRunning,
    #[error("it is done or dropped")]
    Ended,
    #[error(transparent)]
    Desk(#[from] DeskError),
    #[error(transparent)]
    Precondition(#[from] PreconditionError),
    #[error("what is stored cannot be read")]
    Unreadable(#[from] serde_json::Error),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl ScanError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(FieldError { field, code })
    }
}

impl From<FieldError> for ScanError {
    fn from(error: FieldError) -> Self {
        Self::Refused(error)
    }
}

impl From<ScanError> for Problem {
    fn from(error: ScanError) -> Self {
        match error {
            ScanError::NotFound => Self::not_found(),
            ScanError::Denied(denied) => denied.into(),
            ScanError::Refused(error) => Self::validation_failed(vec![error]),
            ScanError::AnotherIsOpen => {
                Self::conflict("another_is_open", "One round at a time: another one is open")
            }
            ScanError::TooFewPeople => Self::conflict("too_few_people", "Too few people act for partners"),
            ScanError::OpenedBefore => Self::conflict("opened_before", "It was opened before"),
            ScanError::NotOpen => Self::conflict("not_open", "It is not open"),
            ScanError::NotAsked => forbidden("not_asked", "You are not asked in this round"),
            ScanError::SentBefore => Self::conflict("sent_before", "Your answers were sent"),
            ScanError::NoBallot => forbidden("no_ballot", "No such ballot was handed out"),
            ScanError::NotReported => Self::conflict("not_reported", "There is no report yet"),
            ScanError::ThreeAreRunning => {
                Self::conflict("three_are_running", "Three improvement points at a time: finish or drop one first")
            }
            ScanError::NotRunning => Self::conflict("not_running", "Nobody works on it yet"),
            ScanError::Ended => Self::conflict("ended", "It is done or dropped"),
            ScanError::Desk(error) => error.into(),
            ScanError::Precondition(error) => error.into(),
            ScanError::Unreadable(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a scan cannot be read");
                Self::internal()
            }
            ScanError::Database(error) => error.into(),
        }
    }
}

fn forbidden(code: &'static str, title: &'static str) -> Problem {
    Problem::new(StatusCode::FORBIDDEN, code, title)
}
