//! The figures of the running server, for a Prometheus: who may read them, and where.
//!
//! They say how busy the place is, which is nobody's business but the operator's. So they are there for a program on
//! the same machine, and elsewhere for whoever has the operator's token. A web server on this machine that passes
//! everything on speaks from the same machine too; it says for whom in a header, and then the token is asked.

use actix_web::http::header::{self, HeaderMap, HeaderName};
use actix_web::{HttpRequest, HttpResponse, get, web};

use crate::app::App;
use crate::error::Problem;

/// With any of these a request was passed on for somebody else.
const PASSED_ON: [HeaderName; 6] = [
    header::FORWARDED,
    header::VIA,
    header::X_FORWARDED_FOR,
    header::X_FORWARDED_HOST,
    header::X_FORWARDED_PROTO,
    HeaderName::from_static("x-real-ip"),
];

/// What the server counts and times, in the text format of Prometheus.
///
/// For programs on the same machine; for others with the token that the operator chose (`SAMENSPEL_METRICS_TOKEN`).
#[utoipa::path(tag = "installation", security((), ("bearer" = [])), responses(
    (status = 200, description = "The figures", content_type = "text/plain", body = String),
    (status = 404, description = "`not_found`: not for whoever asks", body = Problem),
))]
#[get("/metrics")]
pub(crate) async fn metrics(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    if !may_read(&app, &request) {
        return Err(Problem::not_found());
    }
    app.rooms.queues().publish();
    Ok(HttpResponse::Ok()
        .content_type("text/plain; version=0.0.4; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(app.figures.render()))
}

fn may_read(app: &App, request: &HttpRequest) -> bool {
    let is_from_here = request.peer_addr().is_some_and(|peer| peer.ip().to_canonical().is_loopback());
    let is_passed_on = PASSED_ON.iter().any(|name| request.headers().contains_key(name));
    (is_from_here && !is_passed_on) || shows_token(app, request.headers())
}

fn shows_token(app: &App, headers: &HeaderMap) -> bool {
    let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.split_once(' '));
    match (&app.config.metrics_token, shown) {
        (Some(token), Some((scheme, shown))) => scheme.eq_ignore_ascii_case("bearer") && token.is(shown.trim()),
        _ => false,
    }
}
