//! The web app, embedded in the binary and compressed when it was built.

use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, ResponseError as _};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::error::Problem;
use crate::openapi::ApiDocument;

#[derive(RustEmbed)]
#[folder = "../web/dist"]
#[allow_missing = true]
struct Files;

/// Answers whatever no route knows: a file of the web app, its page for an address within it, or "not found".
pub(crate) async fn serve(request: HttpRequest, known: Data<ApiDocument>) -> Result<HttpResponse, Problem> {
    let methods = known.methods_of(request.path());
    if !methods.is_empty() {
        return Ok(wrong_method(methods));
    }
    let path = request.path().trim_start_matches('/');
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    if path.starts_with("api/") || path == "api" || path.starts_with("health/") || !is_read {
        return Err(Problem::not_found());
    }
    if let Some(response) = file(&request, path) {
        return Ok(response);
    }
    let is_page = !path.rsplit('/').next().unwrap_or(path).contains('.');
    let page = if is_page { file(&request, "index.html") } else { None };
    page.ok_or_else(|| {
        Problem::not_found().detailed(if Files::iter().next().is_none() {
            "The web app was not built into this server; run `make build`."
        } else {
            "There is no such page."
        })
    })
}

/// The answer to a method that a known address does not have; routes leave it to whoever comes last.
fn wrong_method(methods: &[Method]) -> HttpResponse {
    let names: Vec<&str> = methods.iter().map(Method::as_str).collect();
    let problem = Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "This address does not answer this method",
    );
    let mut response = problem.error_response();
    if let Ok(names) = HeaderValue::from_str(&names.join(", ")) {
        response.headers_mut().insert(header::ALLOW, names);
    }
    response
}

fn file(request: &HttpRequest, path: &str) -> Option<HttpResponse> {
    let plain = Files::get(path)?;
    let content_type = mime_guess::from_path(path).first_or_octet_stream();
    let etag = etag(&plain);
    let is_current = is_current(request, &etag);
    let mut response = if is_current { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    // The names of built files carry a hash of their content; the page that names them must be asked for each time.
    let caching = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    response
        .insert_header((header::CONTENT_TYPE, with_charset(content_type.as_ref())))
        .insert_header((header::CACHE_CONTROL, caching))
        .insert_header((header::VARY, "accept-encoding"));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        response.insert_header((header::ETAG, etag));
    }
    if is_current {
        return Some(response.finish());
    }
    let (body, encoding) = compressed(request, path).unwrap_or((plain, None));
    if let Some(encoding) = encoding {
        response.insert_header((header::CONTENT_ENCODING, encoding));
    }
    Some(response.body(body.data.into_owned()))
}

fn compressed(request: &HttpRequest, path: &str) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let accepted = request.headers().get(header::ACCEPT_ENCODING)?.to_str().ok()?;
    [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(encoding, _)| accepted.split(',').any(|offer| offer.trim().split(';').next() == Some(encoding)))
        .find_map(|(encoding, suffix)| Some((Files::get(&format!("{path}.{suffix}"))?, Some(encoding))))
}

fn etag(file: &EmbeddedFile) -> String {
    use std::fmt::Write as _;
    let hash = file.metadata.sha256_hash();
    hash[..8].iter().fold(String::from("W/\""), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }) + "\""
}

fn is_current(request: &HttpRequest, etag: &str) -> bool {
    request.headers().get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes())
}

fn with_charset(content_type: &str) -> String {
    if content_type.starts_with("text/") && !content_type.contains("charset") {
        format!("{content_type}; charset=utf-8")
    } else {
        content_type.to_owned()
    }
}
