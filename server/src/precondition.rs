//! Changing only what one has read: `If-Match` with the version of what is changed.

use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpRequest};
use utoipa::openapi::path::ParameterIn;
use utoipa::{IntoParams, openapi};

use crate::error::Problem;

/// The version that whoever asks has read, as far as they say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IfMatch(Option<String>);

/// Why something is not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PreconditionError {
    /// They do not say which version they read, or not as a number in quotes.
    #[error("no version was named")]
    Missing,
    /// Somebody changed it since.
    #[error("it was changed since")]
    Changed,
}

impl IfMatch {
    /// Whether it is the version that there is now.
    pub(crate) fn check(&self, version: i64) -> Result<(), PreconditionError> {
        let read = self.0.as_deref().map(str::trim).and_then(|tag| tag.strip_prefix('"')?.strip_suffix('"'));
        let read: i64 = read.and_then(|read| read.parse().ok()).ok_or(PreconditionError::Missing)?;
        if read == version { Ok(()) } else { Err(PreconditionError::Changed) }
    }
}

/// It is looked at when it is clear what is changed and whether they may: so it never fails by itself.
impl FromRequest for IfMatch {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let value = request.headers().get(header::IF_MATCH).and_then(|value| value.to_str().ok());
        ready(Ok(Self(value.map(str::to_owned))))
    }
}

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<openapi::path::Parameter> {
        let text = openapi::ObjectBuilder::new().schema_type(openapi::Type::String).examples(["\"3\""]);
        let parameter = openapi::path::ParameterBuilder::new()
            .name("If-Match")
            .parameter_in(ParameterIn::Header)
            .required(openapi::Required::True)
            .description(Some("The version you read, in quotes"))
            .schema(Some(text.build()));
        vec![parameter.build()]
    }
}

impl From<PreconditionError> for Problem {
    fn from(error: PreconditionError) -> Self {
        match error {
            PreconditionError::Missing => Self::new(
                StatusCode::PRECONDITION_REQUIRED,
                "precondition_required",
                "Say which version you read, as If-Match: \"3\"",
            ),
            PreconditionError::Changed => Self::new(
                StatusCode::PRECONDITION_FAILED,
                "changed_meanwhile",
                "Somebody changed it since you read it",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_version_that_was_read_is_changed() {
        for (named, found) in [
            (Some("\"3\""), Ok(())),
            (Some("\"2\""), Err(PreconditionError::Changed)),
            (Some("3"), Err(PreconditionError::Missing)),
            (Some("*"), Err(PreconditionError::Missing)),
            (None, Err(PreconditionError::Missing)),
        ] {
            assert_eq!(IfMatch(named.map(str::to_owned)).check(3), found, "{named:?}");
        }
    }
}
