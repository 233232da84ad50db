//! Vocabularies to test with.

use std::sync::LazyLock;

use super::{Declaration, Vocabulary};

/// One root `text`, which is plain text.
pub(crate) fn one_text() -> &'static Vocabulary {
    static ONE_TEXT: LazyLock<Vocabulary> =
        LazyLock::new(|| read(r#"{"text": {"type": "text", "longest": 1000000}}"#));
    &ONE_TEXT
}

/// A bit of everything that the product's boards have.
pub(crate) fn everything() -> &'static Vocabulary {
    static EVERYTHING: LazyLock<Vocabulary> = LazyLock::new(|| {
        read(
            r#"{
                "text": {"type": "text", "longest": 100},
                "rich": {"type": "rich_text", "longest": 1000},
                "notes": {"type": "map", "entries": {
                    "block": {"type": "string", "one_of": ["left", "right"]},
                    "text": {"type": "text", "longest": 100},
                    "order": {"type": "string", "longest": 80},
                    "partner": {"type": "string", "nullable": true},
                    "seats": {"type": "integer", "minimum": 0, "maximum": 20},
                    "drives": {"type": "map", "entries_are": {"type": "boolean", "one_of": [true]}}
                }}
            }"#,
        )
    });
    &EVERYTHING
}

fn read(roots: &str) -> Vocabulary {
    let declaration = format!(
        r#"{{
            "version": 1,
            "longest": {{"id": 64, "mark": 200}},
            "deepest": 64,
            "kinds": {{"sample": {{"roots": {roots}}}}},
            "rich_text": {{
                "elements": {{
                    "paragraph": {{"in": ["root", "item"], "inline": true}},
                    "heading": {{"in": ["root"], "inline": true, "attributes": {{"level": [2, 3]}}}},
                    "list": {{"in": ["root", "item"], "attributes": {{"start": "integer", "type": "null"}}}},
                    "item": {{"in": ["list"]}},
                    "break": {{"in": ["paragraph", "heading"]}}
                }},
                "marks": {{
                    "bold": {{}},
                    "link": {{"attributes": ["href", "title"], "schemes": ["https", "mailto"]}}
                }}
            }}
        }}"#
    );
    Declaration::read(&declaration).unwrap().vocabulary("sample").unwrap()
}
