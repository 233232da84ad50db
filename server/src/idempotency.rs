//! Sending something once more when no answer came: `Idempotency-Key`, as the IETF draft of that name has it.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use utoipa::openapi::path::ParameterIn;
use utoipa::openapi::schema::{KnownFormat, SchemaFormat};
use utoipa::{IntoParams, openapi};
use uuid::Uuid;

use crate::error::Problem;

const NAME: &str = "Idempotency-Key";

/// What somebody calls something new that they send: what they send twice by the same name is there once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct IdempotencyKey(pub(crate) Option<Uuid>);

impl FromRequest for IdempotencyKey {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(value) = request.headers().get(NAME) else { return ready(Ok(Self(None))) };
        let key = value.to_str().ok().and_then(read);
        ready(key.map(|key| Self(Some(key))).ok_or_else(|| Problem::invalid_request("Idempotency-Key is no UUID")))
    }
}

/// A UUID, in quotes or bare.
fn read(value: &str) -> Option<Uuid> {
    let value = value.trim();
    let bare = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
    Uuid::try_parse(bare).ok()
}

impl IntoParams for IdempotencyKey {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<openapi::path::Parameter> {
        let uuid = openapi::ObjectBuilder::new()
            .schema_type(openapi::Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)));
        let parameter = openapi::path::ParameterBuilder::new()
            .name(NAME)
            .parameter_in(ParameterIn::Header)
            .description(Some("Chosen by you for what you send: sent once more by the same key, it is there once"))
            .schema(Some(uuid.build()));
        vec![parameter.build()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_a_uuid_in_quotes_or_bare() {
        let key = Uuid::from_u128(0x8e03_978e_40d5_43e8_bc93_6894_a57f_9324);
        assert_eq!(read(&format!("\"{key}\"")), Some(key));
        assert_eq!(read(&format!(" {key} ")), Some(key));
        for wrong in ["", "\"\"", "abc", "\"8e03978e-40d5\""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
