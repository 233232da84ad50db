//! A schema as an indented outline: one line a field, what belongs to it below it.

use std::fmt::Write as _;

use serde_json::Value;

use super::markup::{dash, escaped, inline, prose};
use super::text;

/// Schemas that contain themselves are followed no deeper.
const DEEPEST: usize = 6;

/// Knows where the named schemas are.
pub(super) struct Outline<'a> {
    named: &'a Value,
}

impl<'a> Outline<'a> {
    pub(super) fn new(description: &'a Value) -> Self {
        Self { named: &description["components"]["schemas"] }
    }

    /// The whole outline of a body.
    pub(super) fn render(&self, schema: &Value) -> String {
        let about = text(self.resolved(schema), "description");
        prose(about) + &self.below(schema, DEEPEST)
    }

    /// A few words: `text (uuid) or null`, `list of Partner`, `one of "lead", "member"`.
    pub(super) fn type_name(&self, schema: &Value) -> String {
        let schema = self.resolved(schema);
        if let Some(choices) = choices(schema) {
            let mut names: Vec<String> = choices.iter().map(|choice| self.type_name(choice)).collect();
            names.dedup();
            return names.join(" or ");
        }
        if let Some(values) = schema["enum"].as_array() {
            let values: Vec<String> = values.iter().map(|value| escaped(&value.to_string())).collect();
            return values.join(" or ");
        }
        let kinds = match &schema["type"] {
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            kind => vec![kind.as_str().unwrap_or("anything")],
        };
        let names: Vec<String> = kinds.into_iter().map(|kind| self.kind(kind, schema)).collect();
        names.join(" or ")
    }

    fn kind(&self, kind: &str, schema: &Value) -> String {
        match kind {
            "array" => format!("list of {}", self.type_name(&schema["items"])),
            "object" if schema["additionalProperties"].is_object() => {
                format!("object of {}", self.type_name(&schema["additionalProperties"]))
            }
            "integer" => match (&schema["minimum"], &schema["maximum"]) {
                (Value::Number(least), Value::Number(most)) => format!("whole number {least} to {most}"),
                _ => "whole number".into(),
            },
            "null" => "null".into(),
            kind => match text(schema, "format") {
                "" => escaped(kind),
                format => format!("{} ({})", escaped(kind), escaped(format)),
            },
        }
    }

    /// The list of what is inside a schema; nothing for a plain value.
    fn below(&self, schema: &Value, depth: usize) -> String {
        let schema = self.resolved(schema);
        if depth == 0 {
            return String::new();
        }
        if let Some(choices) = choices(schema) {
            let choices: Vec<&Value> = choices.iter().filter(|choice| choice["type"] != "null").collect();
            if let [only] = choices[..] {
                return self.below(only, depth);
            }
            return self.alternatives(&choices, depth);
        }
        if schema["items"].is_object() {
            return self.below(&schema["items"], depth - 1);
        }
        self.fields(schema, depth)
    }

    fn alternatives(&self, choices: &[&Value], depth: usize) -> String {
        let mut html = String::from("<ul class=\"outline\">\n");
        for choice in choices {
            let about = [*choice, self.resolved(choice)].map(|described| text(described, "description"));
            let about = about.into_iter().find(|about| !about.is_empty()).unwrap_or("One shape.");
            let _ = writeln!(html, "<li class=\"choice\">{}{}</li>", inline(about), self.below(choice, depth - 1));
        }
        html + "</ul>\n"
    }

    fn fields(&self, schema: &Value, depth: usize) -> String {
        let Some(fields) = schema["properties"].as_object() else { return String::new() };
        let required = schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
        // The description sorts by name; what is always there comes first.
        let (always, sometimes): (Vec<_>, Vec<_>) =
            fields.iter().partition(|(name, _)| required.iter().any(|always| always == name.as_str()));
        let mut html = String::from("<ul class=\"outline\">\n");
        for (fields, optional) in [(always, ""), (sometimes, ", optional")] {
            for (name, field) in fields {
                let _ = writeln!(
                    html,
                    "<li><code>{name}</code> <span class=\"type\">{kind}{optional}</span>{about}{below}</li>",
                    name = escaped(name),
                    kind = self.type_name(field),
                    about = dash(about(field)),
                    below = self.below(field, depth - 1),
                );
            }
        }
        html + "</ul>\n"
    }

    fn resolved<'b>(&self, schema: &'b Value) -> &'b Value
    where
        'a: 'b,
    {
        match schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next()) {
            Some(name) => &self.named[name],
            None => schema,
        }
    }
}

fn choices(schema: &Value) -> Option<&Vec<Value>> {
    ["oneOf", "anyOf", "allOf"].into_iter().find_map(|key| schema[key].as_array())
}

/// What a field is; where it may be null, the description is inside.
fn about(field: &Value) -> &str {
    let inside = choices(field).into_iter().flatten().map(|choice| text(choice, "description"));
    std::iter::once(text(field, "description")).chain(inside).find(|about| !about.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_field_is_told_in_words_and_what_belongs_to_it_below_it() {
        let description = json!({"components": {"schemas": {
            "Partner": {"type": "object", "required": ["mark"], "properties": {
                "name": {"type": ["string", "null"], "format": "uuid"},
                "mark": {"type": "integer", "minimum": 1, "maximum": 8},
            }},
            "List": {"type": "object", "required": ["items"], "properties": {
                "items": {"type": "array", "items": {"$ref": "#/components/schemas/Partner"}},
            }},
        }}});
        let html = Outline::new(&description).render(&json!({"$ref": "#/components/schemas/List"}));
        assert!(html.contains("<code>items</code> <span class=\"type\">list of object</span>"), "{html}");
        assert!(html.contains("<code>mark</code> <span class=\"type\">whole number 1 to 8</span>"), "{html}");
        assert!(
            html.contains("<code>name</code> <span class=\"type\">string (uuid) or null, optional</span>"),
            "{html}"
        );
        assert!(html.find("mark").unwrap() < html.find("name</code>").unwrap());
    }

    #[test]
    fn a_schema_that_contains_itself_ends() {
        let description = json!({"components": {"schemas": {
            "Node": {"type": "object", "properties": {"child": {"$ref": "#/components/schemas/Node"}}},
        }}});
        let html = Outline::new(&description).render(&json!({"$ref": "#/components/schemas/Node"}));
        assert_eq!(html.matches("<code>child</code>").count(), DEEPEST);
    }
}
