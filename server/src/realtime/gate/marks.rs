//! Marks on rich text: their values are JSON, read without building it.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};

use super::refusal::{Name, Refusal};

/// A mark, and what its value may hold.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) name: Box<str>,
    /// Each is a string or `null`; the first is the address when there are schemes.
    pub(super) attributes: Vec<Box<str>>,
    pub(super) schemes: Vec<Box<str>>,
    /// The longest string among the attributes, in bytes.
    pub(super) longest: usize,
}

impl Mark {
    /// Whether `json` is a value of this mark. `null` ends one.
    pub(super) fn admit(&self, json: &str) -> Result<(), Refusal> {
        if json == "null" {
            return Ok(());
        }
        let mut reader = serde_json::Deserializer::from_str(json);
        let found = Attributes(self).deserialize(&mut reader);
        found.unwrap_or_else(|_| Err(Refusal::MarkValue(Name::of(&self.name))))
    }

    fn admit_attribute(&self, name: &str, value: Option<&str>) -> Result<(), Refusal> {
        if !self.attributes.iter().any(|known| &**known == name) {
            return Err(Refusal::Attribute(Name::of(name)));
        }
        let Some(value) = value else { return Ok(()) };
        if value.len() > self.longest {
            return Err(Refusal::TooLong);
        }
        let is_address = !self.schemes.is_empty() && self.attributes.first().is_some_and(|first| &**first == name);
        if is_address && !self.is_allowed(value) { Err(Refusal::Address) } else { Ok(()) }
    }

    /// Whether an address has a scheme that cannot run anything, and nothing in it that a browser would leave out
    /// before it looks at the scheme.
    fn is_allowed(&self, address: &str) -> bool {
        let Some((scheme, rest)) = address.split_once(':') else { return false };
        let rest = if scheme.eq_ignore_ascii_case("https") { rest.strip_prefix("//") } else { Some(rest) };
        self.schemes.iter().any(|allowed| allowed.eq_ignore_ascii_case(scheme))
            && rest.is_some_and(|rest| !rest.is_empty())
            && !address
                .contains(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\u{feff}')
    }
}

/// Looks at the attributes in an object, one by one.
struct Attributes<'m>(&'m Mark);

type Outcome = Result<(), Refusal>;

impl<'de> DeserializeSeed<'de> for Attributes<'_> {
    type Value = Outcome;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Outcome, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Attributes<'_> {
    type Value = Outcome;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of strings")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Outcome, A::Error> {
        let mut outcome = Ok(());
        while let Some(Borrowed(name)) = map.next_key()? {
            if outcome.is_err() {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value = map.next_value::<Option<Borrowed<'de>>>()?;
            outcome = self.0.admit_attribute(&name, value.as_ref().map(|Borrowed(value)| &**value));
        }
        Ok(outcome)
    }
}

/// A string that is copied only when it has escapes in it.
#[derive(Deserialize)]
struct Borrowed<'a>(#[serde(borrow)] Cow<'a, str>);

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Mark {
        let boxed = |names: &[&str]| names.iter().map(|name| Box::from(*name)).collect();
        Mark {
            name: "link".into(),
            attributes: boxed(&["href", "target", "rel", "class", "title"]),
            schemes: boxed(&["https", "mailto"]),
            longest: 100,
        }
    }

    #[test]
    fn a_link_as_the_editor_writes_it_is_a_link() {
        for fine in [
            r#"{"href":"https://example.org/a?b=c#d","target":null,"rel":null,"class":null,"title":null}"#,
            r#"{"href":"MAILTO:sanne@demo.example"}"#,
            r#"{"href":"HTTPS://example.org","title":"Een \"titel\""}"#,
            r#"{"href":null}"#,
            "{}",
            "null",
        ] {
            assert_eq!(link().admit(fine), Ok(()), "{fine}");
        }
    }

    #[test]
    fn a_link_that_could_run_something_is_refused_however_it_is_written() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\\nscript:alert(1)",
            "\\u0001javascript:alert(1)",
            "data:text/html,<script>",
            "vbscript:x",
            "http://example.org",
            "https:example.org",
            "https://",
            "mailto:",
            "//example.org",
            "/hier",
            "",
            "https://a b",
            "https://a\\tb",
            "https://\\u2028b",
            "\\ufeffhttps://b",
        ] {
            let json = format!(r#"{{"href":"{address}"}}"#);
            assert_eq!(link().admit(&json), Err(Refusal::Address), "{json}");
        }
    }

    #[test]
    fn a_mark_has_only_its_own_attributes() {
        let onclick = link().admit(r#"{"href":"https://a.nl","onclick":"x"}"#);
        assert_eq!(onclick, Err(Refusal::Attribute(Name::of("onclick"))));
        let long = format!(r#"{{"title":"{}"}}"#, "x".repeat(101));
        assert_eq!(link().admit(&long), Err(Refusal::TooLong));
        for other in ["true", "[]", "1", r#"{"href":1}"#, r#"{"href":["https://a.nl"]}"#, r#""https://a.nl""#] {
            assert_eq!(link().admit(other), Err(Refusal::MarkValue(Name::of("link"))), "{other}");
        }
    }
}
