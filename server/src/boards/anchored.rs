//! A part of a rich text, as a page names it so that it is found again whatever is written around it.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::error::FieldError;

/// In characters; a longer passage is quoted up to there.
const LONGEST_QUOTE: usize = 500;
/// In bytes, of a Yjs relative position. It holds two ids and a name at most.
const LONGEST_POSITION: usize = 100;

/// A part of a rich text. What its ends say, only a page with the document knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnchoredPassage {
    /// Where it begins: a Yjs relative position, as `encodeRelativePosition` makes it, in base64.
    pub start: String,
    /// Where it ends.
    pub end: String,
    /// What stood there then; of more than 500 characters the first are kept.
    pub quote: String,
}

impl AnchoredPassage {
    /// As it can be kept.
    ///
    /// # Errors
    /// An end is no position (`anchor`), or nothing is quoted (`quote`).
    pub fn read(self) -> Result<Self, FieldError> {
        if !is_position(&self.start) || !is_position(&self.end) {
            return Err(FieldError { field: "anchor", code: "invalid" });
        }
        let quote = quote(&self.quote);
        if quote.is_empty() {
            return Err(FieldError { field: "quote", code: "required" });
        }
        Ok(Self { quote, ..self })
    }
}

/// What stands somewhere, short enough to be kept with what is said about it, and fit for either database.
pub fn quote(text: &str) -> String {
    text.trim().replace('\0', "\u{fffd}").chars().take(LONGEST_QUOTE).collect()
}

/// Whether it can be a position.
fn is_position(given: &str) -> bool {
    let bytes = BASE64_STANDARD.decode(given);
    bytes.is_ok_and(|bytes| (1..=LONGEST_POSITION).contains(&bytes.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(start: &str, quote: &str) -> Result<String, &'static str> {
        let given = AnchoredPassage { start: start.into(), end: "AQEB".into(), quote: quote.into() };
        given.read().map(|passage| passage.quote).map_err(|error| error.code)
    }

    #[test]
    fn what_is_no_position_or_quotes_nothing_is_refused() {
        let too_long = BASE64_STANDARD.encode([1; LONGEST_POSITION + 1]);
        for bad in ["", "geen base64!", &too_long] {
            assert_eq!(read(bad, "Iets"), Err("invalid"), "{bad}");
        }
        assert_eq!(read("AQEB", " \n"), Err("required"));
        assert_eq!(read("AQEB", " Iets "), Ok("Iets".into()));
    }

    #[test]
    fn a_long_passage_is_quoted_up_to_a_point() {
        assert_eq!(quote(&format!(" {}", "é".repeat(600))).chars().count(), LONGEST_QUOTE);
        assert_eq!(quote("a\0b"), "a\u{fffd}b");
    }
}
