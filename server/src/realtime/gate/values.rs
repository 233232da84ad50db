//! Values that are neither text nor types: lib0's `Any` and JSON, looked through without building them.

use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::reader::{Malformed, Reader};
use super::refusal::Refusal;

/// How deep a value may be nested. `yrs` and browsers read values by recursion.
pub(crate) const DEEPEST_VALUE: u8 = 64;

/// A value, as far as any vocabulary looks into it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scalar<'a> {
    Null,
    Boolean(bool),
    Integer(i64),
    String(&'a str),
    /// A number that is no integer, JavaScript's `BigInt` and `undefined`, a list, a map, or bytes.
    Other,
}

/// Reads one `Any`.
pub(super) fn any<'a>(reader: &mut Reader<'a>) -> Result<Scalar<'a>, Refusal> {
    any_within(reader, DEEPEST_VALUE)
}

fn any_within<'a>(reader: &mut Reader<'a>, depth: u8) -> Result<Scalar<'a>, Refusal> {
    Ok(match reader.byte()? {
        126 => Scalar::Null,
        125 => integer(reader.signed()?),
        124 => number(f64::from(f32::from_be_bytes(array(reader)?))),
        123 => number(f64::from_be_bytes(array(reader)?)),
        122 => {
            array::<8>(reader)?;
            Scalar::Other
        }
        121 => Scalar::Boolean(false),
        120 => Scalar::Boolean(true),
        119 => Scalar::String(reader.string()?),
        118 => {
            let depth = depth.checked_sub(1).ok_or(Refusal::TooDeep)?;
            for _ in 0..reader.count(2)? {
                reader.string()?;
                any_within(reader, depth)?;
            }
            Scalar::Other
        }
        117 => {
            let depth = depth.checked_sub(1).ok_or(Refusal::TooDeep)?;
            for _ in 0..reader.count(1)? {
                any_within(reader, depth)?;
            }
            Scalar::Other
        }
        116 => {
            reader.buffer()?;
            Scalar::Other
        }
        127 => Scalar::Other,
        _ => return Err(Refusal::Malformed),
    })
}

fn array<const N: usize>(reader: &mut Reader<'_>) -> Result<[u8; N], Malformed> {
    reader.take(N)?.try_into().map_err(|_| Malformed)
}

/// Beyond what a JavaScript number holds exactly, browsers refuse to read an integer, and all that comes with it.
fn integer(number: i64) -> Scalar<'static> {
    const LARGEST_EXACT: u64 = (1 << 53) - 1;
    if number.unsigned_abs() <= LARGEST_EXACT { Scalar::Integer(number) } else { Scalar::Other }
}

/// Writers choose the shortest form that holds a number, so an integer may come as a float too.
fn number(number: f64) -> Scalar<'static> {
    #[allow(clippy::cast_possible_truncation, reason = "what is too large for an integer is not taken for one")]
    if number.fract() == 0.0 { integer(number as i64) } else { Scalar::Other }
}

/// Checks that `text` is JSON and not nested too deeply.
pub(crate) fn check_json(text: &str) -> Result<(), Refusal> {
    let (mut depth, mut in_string, mut escaped) = (0_u8, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth = depth.checked_add(1).filter(|depth| *depth <= DEEPEST_VALUE).ok_or(Refusal::TooDeep)?;
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    serde_json::from_str::<Sound>(text).map(|Sound| ()).map_err(|_| Refusal::Malformed)
}

/// JSON that can be built. What serde itself ignores, it does not look into: it lets a number through that is larger
/// than any, and half of a surrogate pair.
struct Sound;

impl<'de> Deserialize<'de> for Sound {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Sound {
    type Value = Self;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Self, A::Error> {
        while values.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self, A::Error> {
        while entries.next_entry::<Self, Self>()?.is_some() {}
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Scalar<'_>, Refusal> {
        any(&mut Reader::new(bytes))
    }

    #[test]
    fn an_integer_is_one_however_it_is_written() {
        assert_eq!(read(&[125, 2]), Ok(Scalar::Integer(2)));
        assert_eq!(read(&[124, 0x40, 0, 0, 0]), Ok(Scalar::Integer(2)));
        assert_eq!(read(&[123, 0x40, 0, 0, 0, 0, 0, 0, 0]), Ok(Scalar::Integer(2)));
        assert_eq!(read(&[125, 0x42]), Ok(Scalar::Integer(-2)));
        assert_eq!(read(&[124, 0x40, 0x20, 0, 0]), Ok(Scalar::Other));
        assert_eq!(read(&[123, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0]), Ok(Scalar::Other), "infinity");
        assert_eq!(read(&[122, 0, 0, 0, 0, 0, 0, 0, 2]), Ok(Scalar::Other), "a BigInt is no number to a page");
        let beyond = [125, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x40];
        assert_eq!(read(&beyond), Ok(Scalar::Other), "browsers cannot read it");
    }

    #[test]
    fn what_is_nested_too_deeply_is_refused_before_it_exhausts_a_stack() {
        let nested = |depth: usize| [[117, 1].repeat(depth), vec![126]].concat();
        assert_eq!(read(&nested(64)), Ok(Scalar::Other));
        assert_eq!(read(&nested(65)), Err(Refusal::TooDeep));
        assert_eq!(read(&nested(1_000_000)), Err(Refusal::TooDeep));
        let json = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(check_json(&json(64)), Ok(()));
        assert_eq!(check_json(&json(65)), Err(Refusal::TooDeep));
        assert_eq!(check_json(&json(1_000_000)), Err(Refusal::TooDeep));
    }

    #[test]
    fn json_is_json() {
        for fine in ["{}", "null", "\"[[[\\\"[\"", "{\"a\":[1,\"]\"]}"] {
            assert_eq!(check_json(fine), Ok(()), "{fine}");
        }
        for broken in ["", "{", "undefined", "{}{}", "[1,]", "1e999", "{\"a\":[\"\\ud800\"]}", "{\"\\ud800\":1}"] {
            assert_eq!(check_json(broken), Err(Refusal::Malformed), "{broken}");
        }
    }
}
