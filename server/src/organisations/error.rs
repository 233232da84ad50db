//! What can go wrong with organisations and their accounts.

use sea_orm::DbErr;

use crate::accounts::AccountError;
use crate::error::{FieldError, Problem};

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(super) enum OrganisationError {
    #[error("there is no such thing, or it is not theirs")]
    NotFound,
    #[error("they may see it, and no more")]
    Forbidden,
    #[error("another organisation has this name")]
    NameTaken,
    #[error("an organisation keeps an administrator")]
    LastAdmin,
    #[error("it does not stand so that this can be done")]
    Conflict(&'static str),
    #[error("some values were refused")]
    Refused(Vec<FieldError>),
    #[error("{0} rows have a problem")]
    Rows(usize),
    #[error(transparent)]
    Account(#[from] AccountError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl From<OrganisationError> for Problem {
    fn from(error: OrganisationError) -> Self {
        match error {
            OrganisationError::NotFound => Self::not_found(),
            OrganisationError::Forbidden => Self::forbidden(),
            OrganisationError::NameTaken => Self::conflict("name_taken", "Another organisation has this name"),
            OrganisationError::LastAdmin => Self::conflict("last_admin", "An organisation keeps an administrator"),
            OrganisationError::Conflict(why) => {
                Self::conflict("conflict", "That is not possible (any more)").detailed(why)
            }
            OrganisationError::Refused(errors) => Self::validation_failed(errors),
            OrganisationError::Rows(count) => {
                Self::validation_failed(vec![FieldError { field: "text", code: "bad_rows" }])
                    .detailed(format!("Nobody was invited: {count} rows have a problem. A preview says which."))
            }
            // The organisation of whoever asks is not: who is suspended does not come this far.
            OrganisationError::Account(AccountError::OrganisationSuspended) => {
                OrganisationError::Conflict("The organisation is suspended.").into()
            }
            OrganisationError::Account(AccountError::AddressTaken) => {
                Self::conflict("address_taken", "This address has an account already")
            }
            OrganisationError::Account(error) => error.into(),
            OrganisationError::Database(error) => error.into(),
        }
    }
}
