//! What can go wrong with an account.

use std::time::Duration;

use actix_web::http::StatusCode;
use sea_orm::{DbErr, SqlErr};

use super::password::HashError;
use crate::error::{FieldError, Problem};

/// What a client can act on, and what only we can.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// No account with this address and this password.
    #[error("the address or the password is wrong")]
    InvalidCredentials,
    /// There is no session, or it ended.
    #[error("the session is over")]
    SignedOut,
    /// A page that is not ours sent it.
    #[error("the request came from another site")]
    BadOrigin,
    /// It is not clear who asks.
    #[error("the request has a cookie and a bearer token")]
    CookieAndBearer,
    /// The password that should prove who somebody is does not.
    #[error("the current password is wrong")]
    WrongPassword,
    /// Nobody of this organisation signs in at this time.
    #[error("the organisation is suspended")]
    OrganisationSuspended,
    /// It is too early for another try.
    #[error("too many tries")]
    TooManyAttempts(Duration),
    /// The link is unknown, used or too old.
    #[error("no such link, or it was used")]
    UnknownLink,
    /// The password does not meet the rule.
    #[error("the password is too short or too long")]
    WeakPassword,
    /// Some fields were refused.
    #[error("some values were refused")]
    Refused(Vec<FieldError>),
    /// The body is not what it should be.
    #[error("the body cannot be read")]
    Unreadable(#[from] serde_json::Error),
    /// The body is longer than any that makes sense.
    #[error("the body is too long")]
    TooLong,
    /// The first administrator was made before.
    #[error("there is an administrator already")]
    AdminExists,
    /// There is an account with this address.
    #[error("this address has an account already")]
    AddressTaken,
    /// The link is unknown, used or too old.
    #[error("no such setup link, or it was used")]
    UnknownSetupLink,
    /// A password could not be hashed.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// A token could not be signed.
    #[error("a token could not be signed")]
    Signing(#[from] jsonwebtoken::errors::Error),
    /// The key is too short or too long.
    #[error("the signing key cannot be used")]
    Key(#[from] hmac::digest::InvalidLength),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl AccountError {
    /// What is wrong when an account could not be added or changed.
    pub(super) fn taken(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::AddressTaken,
            _ => error.into(),
        }
    }
}

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::InvalidCredentials => {
                Self::new(StatusCode::UNAUTHORIZED, "invalid_credentials", "The address or the password is wrong")
            }
            AccountError::WrongPassword => {
                Self::new(StatusCode::FORBIDDEN, "wrong_password", "The current password is wrong")
            }
            AccountError::TooManyAttempts(wait) => {
                Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_attempts", "Too many tries, wait a moment")
                    .retry_after(wait.as_secs().max(1))
            }
            AccountError::OrganisationSuspended => {
                Self::new(StatusCode::FORBIDDEN, "organisation_suspended", "Your organisation is suspended")
            }
            AccountError::SignedOut => Self::unauthenticated(),
            AccountError::BadOrigin => Self::bad_origin(),
            AccountError::CookieAndBearer => Self::invalid_request("Send a cookie or a token, not both."),
            AccountError::WeakPassword => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "weak_password",
                "A password has 15 to 256 characters, and is not one that is tried first",
            ),
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
            AccountError::UnknownLink | AccountError::UnknownSetupLink => Self::not_found(),
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
    Problem::conflict("conflict", "That is not possible (any more)").detailed(detail)
}
