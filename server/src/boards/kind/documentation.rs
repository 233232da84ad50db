//! `docs/vocabulary.md` says for people what `vocabulary.json` says for programs.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::DECLARATION;

const PAGE: &str = include_str!("../../../../docs/vocabulary.md");

#[test]
fn the_page_for_people_says_what_the_vocabulary_says() {
    let tables = tables();
    let (_, written) = PAGE.split_once("<!-- compared with vocabulary.json from here on -->\n\n").unwrap();
    assert!(written == tables, "docs/vocabulary.md should end with:\n\n{tables}");
}

fn tables() -> String {
    let vocabulary: Value = serde_json::from_str(DECLARATION).unwrap();
    let mut page = "| board | where | what may be there |\n|---|---|---|\n".to_owned();
    for (kind, declared) in object(&vocabulary["kinds"]) {
        for (root, part) in object(&declared["roots"]) {
            write_part(&mut page, kind, root, part);
        }
    }
    let rich_text = &vocabulary["rich_text"];
    page.push_str("\n| element | may stand in | holds text | attributes |\n|---|---|---|---|\n");
    for (name, element) in object(&rich_text["elements"]) {
        let holds_text = if element["inline"] == true { "yes" } else { "no" };
        let attributes = element["attributes"].as_object().into_iter().flatten();
        let attributes: Vec<_> =
            attributes.map(|(name, values)| format!("`{name}`: {}", values_of(values))).collect();
        let _ =
            writeln!(page, "| `{name}` | {} | {holds_text} | {} |", names(&element["in"]), attributes.join("; "));
    }
    page.push_str("\n| mark | attributes | schemes of its address |\n|---|---|---|\n");
    for (name, mark) in object(&rich_text["marks"]) {
        let _ = writeln!(page, "| `{name}` | {} | {} |", names(&mark["attributes"]), names(&mark["schemes"]));
    }
    let longest = &vocabulary["longest"];
    let _ = write!(
        page,
        "\nAt most {} bytes: an id that people's pages choose, and a string that has no length of its own. At most {} \
         bytes: an attribute of a mark. At most {} types in each other.\n",
        longest["id"], longest["mark"], vocabulary["deepest"]
    );
    page
}

fn write_part(page: &mut String, kind: &str, at: &str, part: &Value) {
    let what = match part["type"].as_str().unwrap() {
        "text" => format!("plain text; {}", lengths(part)),
        "rich_text" => format!("rich text; {}", lengths(part)),
        "map" => "a map".to_owned(),
        "string" => string(part),
        "integer" => format!("an integer from {} to {}", part["minimum"], part["maximum"]),
        "boolean" => values_of(&part["one_of"]),
        other => panic!("{other}"),
    };
    let _ = writeln!(page, "| {kind} | `{at}` | {what} |");
    if let Some(entries) = part["entries"].as_object() {
        for (name, entry) in entries {
            write_part(page, kind, &format!("{at}.ID.{name}"), entry);
        }
    }
    if part["entries_are"].is_object() {
        write_part(page, kind, &format!("{at}.ID"), &part["entries_are"]);
    }
}

fn lengths(part: &Value) -> String {
    format!("meant for {} letters, a piece has at most {}", part["soft_limit"], part["longest"])
}

fn string(part: &Value) -> String {
    let mut what = match part["one_of"].as_array() {
        Some(_) => format!("one of {}", names(&part["one_of"])),
        None => "a string".to_owned(),
    };
    if let Some(longest) = part["longest"].as_u64() {
        let _ = write!(what, " of at most {longest} bytes");
    }
    if part["nullable"] == true {
        what.push_str(", or `null`");
    }
    what
}

fn names(list: &Value) -> String {
    let names = list.as_array().into_iter().flatten().filter_map(Value::as_str);
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn values_of(values: &Value) -> String {
    match values.as_array() {
        Some(values) => values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(" or "),
        None => values.as_str().unwrap().to_owned(),
    }
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap()
}
