//! The description of the JSON API, made from the code.

use actix_web::http::Method;
use actix_web::{HttpResponse, get, web};
use bytes::Bytes;
use utoipa::OpenApi;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{Content, Ref, RefOr};
use utoipa_actix_web::AppExt as _;

/// Everything about the API that no single route says.
#[derive(Debug, OpenApi)]
#[openapi(
    info(
        title = "Samenspel",
        description = "Partners at a distance write their shared ambition, business model and roles together. \
            Every error is `application/problem+json` (RFC 9457) with a stable `code`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    components(schemas(crate::error::Problem, crate::error::FieldError)),
    modifiers(&Security),
    tags(
        (name = "installation", description = "What this installation is, and its first administrator"),
        (name = "sessions", description = "Signing in and out"),
        (name = "accounts", description = "Beginning with an invitation, and one's own account"),
        (name = "organisations", description = "Organisations and their accounts, to who administers them"),
        (name = "partnerships", description = "The partnerships somebody takes part in"),
        (name = "boards", description = "What is written together"),
        (name = "business_model", description = "The canvas that counts with its costs and benefits: what is missing in it, its versions, and whether every partner stands behind one"),
        (name = "ambition", description = "Versions of the ambition, and whether every partner stands behind one"),
        (name = "assignments", description = "Who takes on which role"),
        (name = "comments", description = "What people say about what stands on a board"),
        (name = "scans", description = "Looking back together: rounds, answers that nobody can join to a person, reports"),
        (name = "improvements", description = "Doing better: at most three things at a time, and what went well"),
        (name = "phases", description = "The way from a first signal to what lasts, with evidence from what really happened"),
        (name = "profiles", description = "What people are good at and what drives them, and what others recognise in them"),
        (name = "room to move", description = "What somebody may go ahead with until a day, given by every partner"),
        (name = "brainstorms", description = "Some minutes in which everybody writes for themselves, before all of it appears on the canvas together"),
        (name = "card links", description = "What hangs on what: cards, passages of the ambition, and lines of the ledger"),
        (name = "guest remarks", description = "What people outside say about one block of a canvas, by a link"),
        (name = "contributions", description = "Give and take: what partners bring and come to get, and whether the other says so too"),
        (name = "ledger", description = "What it costs and brings, jointly and for each partner, in lines, sums and what there is to talk about"),
        (name = "values", description = "How strongly each partner holds the common values, what people value themselves, and \
            what they ask themselves when it is tense"),
        (name = "home", description = "What waits for somebody, over all their partnerships"),
        (name = "notifications", description = "What somebody is told in person, and how often by mail"),
        (name = "edits", description = "Writing on a board without Yjs"),
        (name = "live", description = "Writing together, live"),
    )
)]
pub struct Description;

struct Security;

impl utoipa::Modify for Security {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let components = openapi.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
        components.add_security_scheme(
            "cookie",
            SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new("samenspel_access"))),
        );
    }
}

/// The description as it is served, for programs and for people, and the addresses in it; made once.
#[derive(Clone, Debug)]
pub struct ApiDocument {
    json: Bytes,
    page: Bytes,
    /// Each address as its segments, where `{…}` stands for any, with the methods it answers.
    addresses: Vec<(Vec<String>, Vec<Method>)>,
}

impl ApiDocument {
    /// Renders `description` for programs and for people.
    pub fn new(description: &utoipa::openapi::OpenApi) -> Self {
        let json = json(description);
        let addresses = description.paths.paths.iter().map(|(path, item)| (segments(path), methods(item)));
        Self {
            addresses: addresses.collect(),
            page: Bytes::from(crate::openapi_page::render(&json)),
            json: Bytes::from(json),
        }
    }

    /// The methods that the address `path` answers; none when there is no such address.
    pub fn methods_of(&self, path: &str) -> &[Method] {
        let asked = segments(path);
        let fits = |known: &[String]| {
            known.len() == asked.len()
                && known.iter().zip(&asked).all(|(known, asked)| known.starts_with('{') || known == asked)
        };
        self.addresses.iter().find(|(known, _)| fits(known)).map_or(&[], |(_, methods)| methods)
    }
}

fn segments(path: &str) -> Vec<String> {
    path.split('/').map(str::to_owned).collect()
}

fn methods(item: &PathItem) -> Vec<Method> {
    [
        (&item.get, Method::GET),
        (&item.post, Method::POST),
        (&item.put, Method::PUT),
        (&item.patch, Method::PATCH),
        (&item.delete, Method::DELETE),
    ]
    .into_iter()
    .filter_map(|(operation, method)| operation.as_ref().map(|_| method))
    .collect()
}

/// The description as indented JSON, with a newline at its end.
pub fn json(description: &utoipa::openapi::OpenApi) -> String {
    description.to_pretty_json().map(|json| json + "\n").unwrap_or_default()
}

/// The description of every route, without a server: what the subcommand `openapi` prints.
pub fn describe() -> utoipa::openapi::OpenApi {
    let (_, mut description) = actix_web::App::new()
        .into_utoipa_app()
        .openapi(Description::openapi())
        .configure(crate::routes::configure)
        .split_for_parts();
    for operation in description.paths.paths.values_mut().flat_map(operations) {
        add_common_refusals(operation);
        name_problems(operation);
    }
    description
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete].into_iter().flatten()
}

/// What any route refuses that takes a session or a body, so that no route need say it.
fn add_common_refusals(operation: &mut Operation) {
    let mut common = Vec::new();
    if operation.security.is_some() {
        common.push(("400", "`invalid_request`: a cookie and a token in one request"));
    }
    if operation.request_body.is_some() {
        common.extend([
            ("400", "`invalid_request` or `malformed_json`"),
            ("413", "`payload_too_large`"),
            ("415", "`unsupported_media_type`: the body is no JSON"),
        ]);
    }
    for (status, description) in common {
        let problem = Content::new(Some(Ref::from_schema_name("Problem")));
        let refusal = ResponseBuilder::new().description(description).content("application/json", problem).build();
        operation.responses.responses.entry(status.to_owned()).or_insert(RefOr::T(refusal));
    }
}

/// Routes say that an error has a [`Problem`](crate::error::Problem) as its body; utoipa takes every body for plain
/// JSON.
fn name_problems(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && status.starts_with(['4', '5'])
            && let Some(content) = response.content.shift_remove("application/json")
        {
            response.content.insert("application/problem+json".to_owned(), content);
        }
    }
}

/// For programs.
#[get("/api/openapi.json")]
pub(crate) async fn document(described: web::Data<ApiDocument>) -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(described.json.clone())
}

/// For people.
#[get("/api/docs")]
pub(crate) async fn page(described: web::Data<ApiDocument>) -> HttpResponse {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(described.page.clone())
}
