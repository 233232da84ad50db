//! The one shape of every reply that is not a success: `application/problem+json` (RFC 9457) with a stable `code`.

use std::fmt;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use sea_orm::DbErr;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Denied;

/// A reply that says what went wrong, for a person (`title`, `detail`) and for a program (`code`).
///
/// Two problems with the same code and detail are the same bytes: nothing of the request is echoed, so that "not
/// found" looks the same for what does not exist and for what is not yours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the code says it all.
    #[serde(rename = "type")]
    #[schema(example = "about:blank")]
    kind: &'static str,
    /// A few English words that go with the status.
    #[schema(example = "Not found, or no access")]
    title: &'static str,
    /// The HTTP status, once more.
    #[schema(example = 404)]
    status: u16,
    /// Stable; what a program decides by.
    #[schema(example = "not_found")]
    code: &'static str,
    /// One English sentence about this occurrence.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// Which fields were refused, when fields were.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    #[serde(skip)]
    retry_after: Option<u64>,
}

/// A field that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// The field's name in the request.
    pub field: &'static str,
    /// Stable; what is wrong with it.
    pub code: &'static str,
}

impl Problem {
    /// A problem of a feature's own; `code` is stable and documented.
    pub fn new(status: StatusCode, code: &'static str, title: &'static str) -> Self {
        Self {
            kind: "about:blank",
            title,
            status: status.as_u16(),
            code,
            detail: None,
            errors: Vec::new(),
            retry_after: None,
        }
    }

    /// The same answer for what does not exist and for what somebody may not know exists.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "Not found, or no access")
    }

    /// For somebody who may see the thing, but not do this with it.
    pub fn forbidden() -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", "You may not do this")
    }

    /// For what is not possible as things stand; `code` is stable and documented.
    pub fn conflict(code: &'static str, title: &'static str) -> Self {
        Self::new(StatusCode::CONFLICT, code, title)
    }

    /// For somebody who is not signed in (any more).
    pub fn unauthenticated() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unauthenticated", "Sign in first")
    }

    /// For a request from a page that is not ours.
    pub fn bad_origin() -> Self {
        Self::new(StatusCode::FORBIDDEN, "bad_origin", "This request came from another site")
    }

    /// For a request that makes no sense as it stands.
    pub fn invalid_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_request", "The request is not valid").detailed(detail)
    }

    /// For values that were read and refused.
    pub fn validation_failed(errors: Vec<FieldError>) -> Self {
        Self {
            errors,
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "validation_failed", "Some values are not valid")
        }
    }

    /// For a failure of ours; what failed is in the log, never in the reply.
    pub fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side")
    }

    /// For a moment in which we cannot do it, and may soon.
    pub fn unavailable() -> Self {
        Self {
            retry_after: Some(2),
            ..Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", "Not possible right now, try again")
        }
    }

    /// Adds one sentence about this occurrence.
    #[must_use]
    pub fn detailed(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }

    /// Adds when to try again, in seconds from now.
    #[must_use]
    pub fn retry_after(self, seconds: u64) -> Self {
        Self { retry_after: Some(seconds), ..self }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status, self.code)
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        if let Some(seconds) = self.retry_after {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        response
            .insert_header((header::CONTENT_TYPE, "application/problem+json"))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .body(serde_json::to_vec(self).unwrap_or_default())
    }
}

impl From<Denied> for Problem {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::ByRole => Self::forbidden(),
            Denied::Concluded => {
                let title = "This partnership is concluded: it can be read, and a lead can reopen it";
                Self::new(StatusCode::FORBIDDEN, "concluded", title)
            }
        }
    }
}

/// A database that fails is our failure: logged here, once, and told to nobody.
impl From<DbErr> for Problem {
    fn from(error: DbErr) -> Self {
        tracing::error!(error = &error as &dyn std::error::Error, "the database failed");
        match error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::unavailable(),
            _ => Self::internal(),
        }
    }
}
