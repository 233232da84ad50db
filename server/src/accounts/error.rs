//! What can go wrong with an account.

use actix_web::http::StatusCode;
use sea_orm::DbErr;

use super::password::HashError;
use crate::error::{FieldError, Problem};

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AccountError {
    #[error("the address or the password is wrong")]
    InvalidCredentials,
    #[error("the session is over")]
    SignedOut,
    #[error("the request came from another site")]
    BadOrigin,
    #[error("the request has a cookie and a bearer token")]
    CookieAndBearer,
    #[error("the password is too short or too long")]
    WeakPassword,
    #[error("some values were refused")]
    Refused(Vec<FieldError>),
    #[error("the body cannot be read")]
    Unreadable(#[from] serde_json::Error),
    #[error("the body is too long")]
    TooLong,
    #[error("there is an administrator already")]
    AdminExists,
    #[error("this address has an account already")]
    AddressTaken,
    #[error("no such setup link, or it was used")]
    UnknownSetupLink,
    #[error(transparent)]
    Hash(#[from] HashError),
    #[error("a token could not be signed")]
    Signing(#[from] jsonwebtoken::errors::Error),
    #[error("the signing key cannot be used")]
    Key(#[from] hmac::digest::InvalidLength),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::InvalidCredentials => {
                Self::new(StatusCode::UNAUTHORIZED, "invalid_credentials", "The address or the password is wrong")
            }
            AccountError::SignedOut => Self::unauthenticated(),
            AccountError::BadOrigin => Self::bad_origin(),
            AccountError::CookieAndBearer => Self::invalid_request("Send a cookie or a token, not both."),
            AccountError::WeakPassword => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "weak_password", "A password has 15 to 256 characters")
            }
            AccountError::Refused(errors) => Self::validation_failed(errors),
            AccountError::Unreadable(error) if error.is_data() => Self::invalid_request(error.to_string()),
            AccountError::Unreadable(_) => {
                Self::new(StatusCode::BAD_REQUEST, "malformed_json", "The body is not JSON")
            }
            AccountError::TooLong => {
                Self::new(StatusCode::PAYLOAD_TOO_LARGE, "payload_too_large", "The request is too large")
            }
            AccountError::AdminExists => conflict("There is an administrator already."),
            AccountError::AddressTaken => conflict("This address has an account already."),
            AccountError::UnknownSetupLink => Self::not_found(),
            AccountError::Hash(HashError::Busy) => Self::unavailable(),
            AccountError::Database(error) => error.into(),
            AccountError::Hash(_) | AccountError::Signing(_) | AccountError::Key(_) => {
                tracing::error!(error = &error as &dyn std::error::Error, "signing in failed");
                Self::internal()
            }
        }
    }
}

fn conflict(detail: &str) -> Problem {
    Problem::new(StatusCode::CONFLICT, "conflict", "That is not possible (any more)").detailed(detail)
}
