//! The description of the API as a page to read: no script, no inline style, one stylesheet.

mod markup;
mod outline;

use std::fmt::Write as _;

use actix_web::http::header;
use actix_web::{HttpResponse, get};
use serde_json::{Map, Value, json};

use self::markup::{escaped, prose};
use self::outline::Outline;

const STYLE: &str = include_str!("openapi_page/style.css");

/// In the order in which people think of them.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The stylesheet of the page.
#[get("/api/docs.css")]
pub(crate) async fn style() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(STYLE)
}

/// Renders the description `json` as HTML without script or inline style.
pub(crate) fn render(json: &str) -> String {
    let description: Value = serde_json::from_str(json).unwrap_or_default();
    let groups = groups(&description);
    let title = text(&description["info"], "title");
    let mut page = String::new();
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} API</title>\n<link rel=\"stylesheet\" href=\"/api/docs.css\">\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#content\">Skip to the content</a>\n\
         <header>\n<h1>{title} API <small>{version}</small></h1>\n{about}\n\
         <p>For programs: <a href=\"/api/openapi.json\">openapi.json</a>. Every error has <a href=\"#errors\">one shape</a>.</p>\n</header>\n{contents}\n\
         <main id=\"content\" tabindex=\"-1\">\n",
        title = escaped(title),
        version = escaped(text(&description["info"], "version")),
        about = prose(text(&description["info"], "description")),
        contents = contents(&groups),
    );
    let outline = Outline::new(&description);
    page += &errors(&outline);
    for group in &groups {
        page += &section(group, &outline);
    }
    page + "</main>\n</body>\n</html>\n"
}

/// The operations under one tag.
struct Group<'a> {
    name: &'a str,
    about: &'a str,
    operations: Vec<Operation<'a>>,
}

/// One method of one address.
struct Operation<'a> {
    method: &'static str,
    path: &'a str,
    described: &'a Value,
}

impl Operation<'_> {
    fn anchor(&self) -> String {
        let path = self.path.trim_start_matches('/').replace(['/', '{', '}'], "-");
        format!("{}-{path}", self.method)
    }

    fn summary(&self) -> &str {
        text(self.described, "summary")
    }
}

/// All operations, under the tags in the order in which the description names them.
fn groups(description: &Value) -> Vec<Group<'_>> {
    let tags = description["tags"].as_array().map(Vec::as_slice).unwrap_or_default();
    let groups = tags.iter().map(|tag| {
        let name = text(tag, "name");
        let operations =
            operations(description).filter(|operation| operation.described["tags"][0] == name).collect();
        Group { name, about: text(tag, "description"), operations }
    });
    groups.filter(|group| !group.operations.is_empty()).collect()
}

fn operations(description: &Value) -> impl Iterator<Item = Operation<'_>> {
    let paths = description["paths"].as_object().into_iter().flatten();
    paths.flat_map(|(path, methods)| {
        METHODS.into_iter().filter_map(move |method| {
            Some(Operation { method, path: path.as_str(), described: methods.get(method)? })
        })
    })
}

fn contents(groups: &[Group<'_>]) -> String {
    let mut html = String::from("<nav aria-label=\"Contents\">\n<ul>\n");
    for Group { name, operations, .. } in groups {
        let _ = write!(html, "<li><a href=\"#{name}\">{name}</a>\n<ul>\n", name = escaped(name));
        for operation in operations {
            let _ = writeln!(
                html,
                "<li><a href=\"#{anchor}\"><span class=\"method\">{method}</span> <code>{path}</code></a></li>",
                anchor = operation.anchor(),
                method = operation.method,
                path = broken(operation.path),
            );
        }
        html += "</ul></li>\n";
    }
    html + "</ul>\n</nav>"
}

/// What every refusal looks like, told once.
fn errors(outline: &Outline<'_>) -> String {
    let problem = json!({ "$ref": "#/components/schemas/Problem" });
    format!(
        "<section aria-labelledby=\"errors\">\n<h2 id=\"errors\">Errors</h2>\n\
         <p>Whatever is not a success has this body, as <code>application/problem+json</code>.</p>\n{}</section>\n",
        outline.render(&problem)
    )
}

fn section(group: &Group<'_>, outline: &Outline<'_>) -> String {
    let name = escaped(group.name);
    let mut html =
        format!("<section aria-labelledby=\"{name}\">\n<h2 id=\"{name}\">{name}</h2>\n{}\n", prose(group.about));
    for operation in &group.operations {
        let _ = write!(
            html,
            "<article aria-labelledby=\"{anchor}\">\n<h3 id=\"{anchor}\"><span class=\"method {method}\">{method}</span> \
             <code>{path}</code></h3>\n<p class=\"summary\">{summary}</p>\n{about}{signed_in}{parameters}{body}{responses}</article>\n",
            anchor = operation.anchor(),
            method = operation.method,
            path = broken(operation.path),
            summary = markup::inline(operation.summary()),
            about = prose(text(operation.described, "description")),
            signed_in = if operation.described["security"].is_array() {
                "<p class=\"note\">For somebody who is signed in.</p>\n"
            } else {
                ""
            },
            parameters = parameters(operation.described, outline),
            body = request_body(operation.described, outline),
            responses = responses(operation.described, outline),
        );
    }
    html + "</section>\n"
}

fn parameters(operation: &Value, outline: &Outline<'_>) -> String {
    let Some(parameters) = operation["parameters"].as_array().filter(|list| !list.is_empty()) else {
        return String::new();
    };
    let mut html = String::from("<h4>Parameters</h4>\n<ul class=\"outline\">\n");
    for parameter in parameters {
        let _ = writeln!(
            html,
            "<li><code>{name}</code> <span class=\"type\">{kind}, in the {place}{optional}</span>{about}</li>",
            name = escaped(text(parameter, "name")),
            kind = outline.type_name(&parameter["schema"]),
            place = escaped(text(parameter, "in")),
            optional = if parameter["required"] == true { "" } else { ", optional" },
            about = markup::dash(text(parameter, "description")),
        );
    }
    html + "</ul>\n"
}

fn request_body(operation: &Value, outline: &Outline<'_>) -> String {
    let Some(content) = operation["requestBody"]["content"].as_object() else { return String::new() };
    format!("<h4>Body</h4>\n{}", schemas(content, outline))
}

fn responses(operation: &Value, outline: &Outline<'_>) -> String {
    let mut html = String::from("<h4>Replies</h4>\n<ul class=\"replies\">\n");
    for (status, reply) in operation["responses"].as_object().into_iter().flatten() {
        let is_success = status.starts_with('2') || status.starts_with('1');
        // What a refusal looks like is told once, at the top.
        let body = reply["content"].as_object().filter(|_| is_success);
        let body = body.map(|content| {
            format!("<details open><summary>The body</summary>\n{}</details>", schemas(content, outline))
        });
        let _ = writeln!(
            html,
            "<li><strong class=\"{class}\">{status}</strong> {about}{body}</li>",
            class = if is_success { "good" } else { "refused" },
            about = markup::inline(text(reply, "description")),
            body = body.unwrap_or_default(),
        );
    }
    html + "</ul>\n"
}

fn schemas(content: &Map<String, Value>, outline: &Outline<'_>) -> String {
    content.iter().fold(String::new(), |html, (media_type, body)| {
        html + &format!("<p class=\"type\">{}</p>\n", escaped(media_type)) + &outline.render(&body["schema"])
    })
}

/// A path that may be broken where a slash stands, so that it fits on a phone.
fn broken(path: &str) -> String {
    escaped(path).replace('/', "/<wbr>")
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> String {
        render(&crate::openapi::json(&crate::openapi::describe()))
    }

    #[test]
    fn every_operation_has_a_heading_and_is_in_the_contents() {
        let description = serde_json::to_value(crate::openapi::describe()).unwrap();
        let page = page();
        let mut count = 0;
        for operation in operations(&description) {
            let anchor = operation.anchor();
            assert_eq!(page.matches(&format!("id=\"{anchor}\"")).count(), 1, "{anchor}");
            assert!(page.contains(&format!("href=\"#{anchor}\"")), "{anchor}");
            count += 1;
        }
        assert!(count > 5);
    }

    #[test]
    fn the_page_has_no_script_and_no_style_of_its_own() {
        let page = page();
        for forbidden in ["<script", "<style", " style=", " onclick="] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
    }

    #[test]
    fn what_a_description_says_is_text_and_never_markup() {
        let page = render(r#"{"info":{"title":"<b>","description":"a <img> & `<i>`"}}"#);
        assert!(page.contains("&lt;b&gt; API") && page.contains("a &lt;img&gt; &amp; <code>&lt;i&gt;</code>"));
    }
}
