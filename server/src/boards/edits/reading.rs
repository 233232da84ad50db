//! The fields of a request, read one by one, so that all that is wrong with them is told at once.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use uuid::Uuid;

use super::error::EditError;
use super::text::{length, lines, one_line};
use crate::boards::blocks::Block;
use crate::error::FieldError;
use crate::ids;
use crate::partnerships::PartnerName;

/// Limits of the vocabulary. Two honest edits may together go beyond; a single one may not.
pub(in crate::boards) const LONGEST_CARD: usize = 500;
pub(super) const LONGEST_TITLE: usize = 100;
pub(super) const LONGEST_PURPOSE: usize = 1000;
pub(super) const LONGEST_HEADLINE: usize = 200;
pub(super) const LONGEST_NAME: usize = 100;
pub(super) const LONGEST_MEANING: usize = 1000;
const MOST_SEATS: u8 = 20;
const HEAVIEST: u8 = 3;
/// Of qualities, and of drives: more than any library has.
const MOST_CHOICES: usize = 100;
const LONGEST_CHOICE: usize = 64;

/// What is wrong with a field: a stable code.
type Wrong = &'static str;

/// Reads fields, and remembers what was wrong.
#[derive(Debug, Default)]
pub(in crate::boards) struct Reading(Vec<FieldError>);

impl Reading {
    /// What was read; nothing when it was wrong.
    pub(in crate::boards) fn field<T>(&mut self, field: &'static str, read: Result<T, Wrong>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(code) => {
                self.0.push(FieldError { field, code });
                None
            }
        }
    }

    /// The same for what may be left out.
    pub(in crate::boards) fn optional<T, U>(
        &mut self,
        field: &'static str,
        given: Option<T>,
        read: impl FnOnce(T) -> Result<U, Wrong>,
    ) -> Option<U> {
        given.and_then(|given| self.field(field, read(given)))
    }

    /// All that was read together, unless anything was wrong.
    pub(in crate::boards) fn finish<T>(self, read: Option<T>) -> Result<T, EditError> {
        read.filter(|_| self.0.is_empty()).ok_or(EditError::Refused(self.0))
    }
}

/// An id that a client chose, or a new one.
pub(in crate::boards) fn id(given: Option<&str>) -> Result<Uuid, Wrong> {
    given.map_or_else(|| Ok(ids::unordered()), Uuid::parse_str).map_err(|_| "invalid")
}

/// One of the nine blocks.
pub(in crate::boards) fn block(id: impl AsRef<str>) -> Result<&'static Block, Wrong> {
    Block::by_id(id.as_ref()).ok_or("unknown")
}

/// A partner of this partnership, or none.
pub(in crate::boards) fn partner(id: Option<&str>, partners: &[PartnerName]) -> Result<Option<Uuid>, Wrong> {
    let Some(id) = id else { return Ok(None) };
    let id = Uuid::parse_str(id).map_err(|_| "unknown")?;
    if partners.iter().any(|partner| partner.id == id) { Ok(Some(id)) } else { Err("unknown") }
}

/// A text of several lines.
pub(in crate::boards) fn text(given: impl AsRef<str>, longest: usize) -> Result<String, Wrong> {
    within(lines(given.as_ref()), longest)
}

/// A text of one line.
pub(super) fn line(given: impl AsRef<str>, longest: usize) -> Result<String, Wrong> {
    within(one_line(given.as_ref()), longest)
}

fn within(text: String, longest: usize) -> Result<String, Wrong> {
    if length(&text) <= longest { Ok(text) } else { Err("too_long") }
}

/// How many people.
pub(super) fn seats(given: i64) -> Result<u8, Wrong> {
    u8::try_from(given).ok().filter(|seats| *seats <= MOST_SEATS).ok_or("out_of_range")
}

/// Core qualities with their weights.
pub(super) fn qualities(given: BTreeMap<String, i64>) -> Result<BTreeMap<String, u8>, Wrong> {
    let weight = |weight: i64| u8::try_from(weight).ok().filter(|weight| (1..=HEAVIEST).contains(weight));
    choices(given, |given| weight(given).ok_or("out_of_range"))
}

/// Drives; each of them is wanted.
pub(super) fn drives(given: BTreeMap<String, bool>) -> Result<BTreeMap<String, bool>, Wrong> {
    choices(given, |wanted| if wanted { Ok(true) } else { Err("out_of_range") })
}

/// Which ids there are is said by the web's library, and not by the vocabulary: another client may know more.
fn choices<T, U>(
    given: BTreeMap<String, T>,
    read: impl Fn(T) -> Result<U, Wrong>,
) -> Result<BTreeMap<String, U>, Wrong> {
    let is_id = |id: &str| {
        (1..=LONGEST_CHOICE).contains(&id.len())
            && id.bytes().all(|sign| sign == b'_' || sign.is_ascii_alphanumeric())
    };
    if given.len() > MOST_CHOICES || !given.keys().all(|id| is_id(id)) {
        return Err("invalid");
    }
    given.into_iter().map(|(id, value)| Ok((id, read(value)?))).collect()
}

/// A field that is there and null, apart from one that is not there.
#[allow(clippy::option_option, reason = "left out, null and a value are three things")]
pub(super) fn nullable<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use crate::boards::edits::ambition::Part;
    use serde_json::Value;

    #[test]
    fn the_limits_are_those_of_the_vocabulary() {
        let vocabulary: Value = serde_json::from_str(include_str!("../vocabulary.json")).unwrap();
        let roots = |kind: &str| vocabulary["kinds"][kind]["roots"].clone();
        let (ambition, card, role) =
            (roots("ambition"), &roots("canvas")["notes"]["entries"], &roots("roles")["roles"]["entries"]);
        assert_eq!(ambition["headline"]["soft_limit"], LONGEST_HEADLINE);
        assert_eq!(ambition["statement"]["soft_limit"], Part::Statement.limit());
        assert_eq!(ambition["horizon"]["soft_limit"], Part::Horizon.limit());
        assert_eq!(card["text"]["soft_limit"], LONGEST_CARD);
        assert_eq!(role["title"]["soft_limit"], LONGEST_TITLE);
        assert_eq!(role["purpose"]["soft_limit"], LONGEST_PURPOSE);
        let value = &roots("values")["values"]["entries"];
        assert_eq!(value["name"]["soft_limit"], LONGEST_NAME);
        assert_eq!(value["meaning"]["soft_limit"], LONGEST_MEANING);
        assert_eq!(role["seats_min"]["maximum"], MOST_SEATS);
        assert_eq!(role["seats_max"]["maximum"], MOST_SEATS);
        assert_eq!(role["qualities"]["entries_are"]["maximum"], HEAVIEST);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let mut reading = Reading::default();
        let block = reading.field("block", block("kanaal"));
        let text = reading.field("text", text("x".repeat(501), LONGEST_CARD));
        let Err(EditError::Refused(errors)) = reading.finish(block.zip(text)) else { panic!("it was refused") };
        let told: Vec<_> = errors.iter().map(|error| (error.field, error.code)).collect();
        assert_eq!(told, [("block", "unknown"), ("text", "too_long")]);
    }

    #[test]
    fn lengths_are_counted_as_browsers_count_them() {
        assert!(text("👍".repeat(250), LONGEST_CARD).is_ok());
        assert_eq!(text("👍".repeat(251), LONGEST_CARD), Err("too_long"));
    }
}
