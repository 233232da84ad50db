//! Every address the server answers, one line a feature.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::JsonPayloadError;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::{JsonConfig, PathConfig, QueryConfig};
use utoipa_actix_web::scope;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::Problem;
use crate::{
    accounts, ambition, assignments, boards, brainstorms, business_model, comments, contributions, founding,
    health, home, installation, ledger, leeway, links, mail, metrics, notifications, organisations, partnerships,
    phases, profiles, remarks, scans, suggestions, values,
};

/// The longest JSON body that is read, in bytes.
const LONGEST_BODY: usize = 1 << 20;

/// Adds every route.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(health::live).service(health::ready).service(metrics::metrics).service(
        scope::scope("/api/v1")
            .service(installation::installation)
            .configure(mail::routes)
            .configure(accounts::routes)
            .configure(notifications::routes)
            .configure(organisations::routes)
            .configure(partnerships::routes)
            .configure(boards::routes)
            .configure(founding::routes)
            .configure(ambition::routes)
            .configure(assignments::routes)
            .configure(business_model::routes)
            .configure(comments::routes)
            .configure(scans::routes)
            .configure(values::routes)
            .configure(profiles::routes)
            .configure(contributions::routes)
            .configure(ledger::routes)
            .configure(leeway::routes)
            .configure(suggestions::routes)
            .configure(phases::routes)
            .configure(remarks::routes)
            .configure(brainstorms::routes)
            .configure(links::routes)
            .configure(home::routes),
    );
}

/// Makes what actix refuses by itself look like every other problem.
pub(crate) fn refusals() -> (JsonConfig, PathConfig, QueryConfig) {
    let json = JsonConfig::default().limit(LONGEST_BODY).error_handler(|error, _| refused_json(&error).into());
    // An id that is no id names nothing: the same answer as for one that names nothing.
    let path = PathConfig::default().error_handler(|_, _| Problem::not_found().into());
    let query = QueryConfig::default().error_handler(|error, _| Problem::invalid_request(error.to_string()).into());
    (json, path, query)
}

fn refused_json(error: &JsonPayloadError) -> Problem {
    match error {
        JsonPayloadError::Overflow { .. } | JsonPayloadError::OverflowKnownLength { .. } => {
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "payload_too_large", "The request is too large")
        }
        JsonPayloadError::ContentType => Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
            "Send the body as application/json",
        ),
        JsonPayloadError::Deserialize(error) if error.is_data() => Problem::invalid_request(error.to_string()),
        _ => Problem::new(StatusCode::BAD_REQUEST, "malformed_json", "The body is not JSON"),
    }
}

/// Tells browsers to load and do nothing but what we send them.
pub(crate) async fn harden(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let is_api = request.path().starts_with("/api/");
    let mut response = next.call(request).await?;
    let status = response.status();
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_api && status != StatusCode::SWITCHING_PROTOCOLS && !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    Ok(response)
}

const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'";
