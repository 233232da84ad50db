//! What can go wrong with an assignment.

use sea_orm::{DbErr, SqlErr};

use crate::access::Denied;
use crate::boards::CurrentError;
use crate::error::{FieldError, Problem};
use crate::precondition::PreconditionError;

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum AssignmentError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error(transparent)]
    Denied(#[from] Denied),
    #[error("some values were refused")]
    Refused(FieldError),
    #[error("they were asked for this role already")]
    AskedAlready,
    #[error("all seats of the role are taken")]
    NoSeatLeft,
    #[error("the role does not stand on the board any more")]
    RoleRemoved,
    #[error("they say they cannot be asked, or can carry no more")]
    NotAvailable,
    #[error("they have as many roles as they said they can carry")]
    AtCapacity,
    #[error("they have the role or are asked for it")]
    AnswerFirst,
    #[error("it was answered, withdrawn or given back before")]
    Over,
    #[error("the board goes on too quickly, or too many wait")]
    Busy,
    #[error(transparent)]
    Precondition(#[from] PreconditionError),
    #[error(transparent)]
    Roles(CurrentError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl AssignmentError {
    pub(super) fn refused(field: &'static str, code: &'static str) -> Self {
        Self::Refused(FieldError { field, code })
    }

    /// What is wrong when an assignment could not be added.
    pub(super) fn asked_already(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::AskedAlready,
            _ => error.into(),
        }
    }
}

impl From<CurrentError> for AssignmentError {
    fn from(error: CurrentError) -> Self {
        match error {
            CurrentError::Database(error) => Self::Database(error),
            error @ CurrentError::Unreadable(_) => Self::Roles(error),
        }
    }
}

impl From<AssignmentError> for Problem {
    fn from(error: AssignmentError) -> Self {
        match error {
            AssignmentError::NotFound => Self::not_found(),
            AssignmentError::Denied(denied) => denied.into(),
            AssignmentError::Refused(error) => Self::validation_failed(vec![error]),
            AssignmentError::AskedAlready => {
                Self::conflict("already_proposed", "They were asked for this role already")
            }
            AssignmentError::NoSeatLeft => Self::conflict("no_seat_left", "All seats of this role are taken"),
            AssignmentError::RoleRemoved => {
                Self::conflict("role_removed", "This role is not on the board any more")
            }
            AssignmentError::NotAvailable => {
                Self::conflict("not_available", "They are not available for this role")
            }
            AssignmentError::AtCapacity => {
                Self::conflict("at_capacity", "You have as many roles as you said you can carry")
            }
            AssignmentError::AnswerFirst => {
                Self::conflict("answer_first", "You have this role or are asked for it: answer that first")
            }
            AssignmentError::Precondition(error) => error.into(),
            AssignmentError::Over => Self::conflict("conflict", "That is not possible (any more)"),
            AssignmentError::Busy | AssignmentError::Roles(_) => Self::unavailable(),
            AssignmentError::Database(error) => error.into(),
        }
    }
}
