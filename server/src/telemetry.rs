//! Log lines, the id that ties those of one request together, and figures.

mod figures;

use std::io::IsTerminal as _;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use tracing::Instrument as _;
use tracing_subscriber::EnvFilter;

use crate::config::LogFormat;
use crate::ids;

pub use figures::Figures;

/// Nothing is told of requests to this address, by which people answer a scan: neither when one came nor that it did.
const UNTRACED: &str = "/api/v1/ballots";

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Sends log lines to standard error. `RUST_LOG` narrows or widens them.
pub fn start(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    // A second start in one process (tests) keeps the first subscriber.
    let _ = match format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().try_init(),
    };
}

/// Gives every request an id, which its log lines and its reply carry, and logs how it ended.
///
/// Only the path is logged: a query may hold a ticket.
pub async fn trace_request(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if request.path() == UNTRACED {
        return next.call(request).await;
    }
    let id = ids::unordered().simple().to_string();
    let is_api = request.path().starts_with("/api/");
    let span = tracing::info_span!("request", id, method = %request.method(), path = request.path());
    async move {
        let mut response = next.call(request).await?;
        if let Ok(value) = HeaderValue::from_str(&id) {
            response.headers_mut().insert(REQUEST_ID, value);
        }
        let status = response.status().as_u16();
        if is_api {
            tracing::info!(status, "answered");
        } else {
            tracing::debug!(status, "answered");
        }
        Ok(response)
    }
    .instrument(span)
    .await
}
