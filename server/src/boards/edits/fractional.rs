//! Fractional indexes: keys between which there is always another, so that an item is moved by changing that item only.
//!
//! A port of the npm package `fractional-indexing` (CC0), which the web and other Yjs clients use, for its default
//! alphabet (base 62). The crates there are make other keys, or are not kept up; `fractional_vectors.json` holds what
//! the package makes. A key is an integer, whose first letter says how long it is, and a fraction without a zero at its
//! end; keys sort as plain strings.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ZERO: u8 = DIGITS[0];
const LAST: u8 = DIGITS[61];
/// How many digits follow the first letter of the longest integers, `A…` and `z…`.
const LONGEST: usize = 26;

/// Another client wrote a key that is no fractional index, or between the two there is nothing.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no key between these two")]
pub(super) struct NoKey;

/// A key after `low` and before `high`; nothing stands for the ends.
pub(super) fn between(low: Option<&str>, high: Option<&str>) -> Result<String, NoKey> {
    if low.zip(high).is_some_and(|(low, high)| low >= high) {
        return Err(NoKey);
    }
    let low = low.map(Key::read).transpose()?;
    let high = high.map(Key::read).transpose()?;
    let key = match (low, high) {
        (None, None) => vec![b'a', ZERO],
        (None, Some(high)) => before(&high)?,
        (Some(low), None) => match increased(low.integer) {
            Some(integer) => integer,
            None => [low.integer, &midpoint(low.fraction, None)?].concat(),
        },
        (Some(low), Some(high)) if low.integer == high.integer => {
            [low.integer, &midpoint(low.fraction, Some(high.fraction))?].concat()
        }
        (Some(low), Some(high)) => {
            let next = increased(low.integer).ok_or(NoKey)?;
            let is_before_high = next.as_slice() < [high.integer, high.fraction].concat().as_slice();
            if is_before_high { next } else { [low.integer, &midpoint(low.fraction, None)?].concat() }
        }
    };
    String::from_utf8(key).map_err(|_| NoKey)
}

/// `count` keys in order, after `low` and before `high`.
pub(super) fn many_between(low: Option<&str>, high: Option<&str>, count: usize) -> Result<Vec<String>, NoKey> {
    let Some(fewer) = count.checked_sub(1) else { return Ok(Vec::new()) };
    let key = between(low, high)?;
    let mut keys = Vec::with_capacity(count);
    match (low, high) {
        (_, None) => {
            keys.push(key);
            for _ in 0..fewer {
                keys.push(between(keys.last().map(String::as_str), None)?);
            }
        }
        (None, Some(_)) => {
            keys.push(key);
            for _ in 0..fewer {
                keys.push(between(None, keys.last().map(String::as_str))?);
            }
            keys.reverse();
        }
        (Some(_), Some(_)) => {
            keys.extend(many_between(low, Some(&key), count / 2)?);
            let after = many_between(Some(&key), high, fewer - count / 2)?;
            keys.push(key);
            keys.extend(after);
        }
    }
    Ok(keys)
}

/// A key, read.
struct Key<'a> {
    integer: &'a [u8],
    fraction: &'a [u8],
}

impl<'a> Key<'a> {
    fn read(key: &'a str) -> Result<Self, NoKey> {
        let digits = key.as_bytes();
        let length = 1 + digits.first().and_then(|head| digits_after(*head)).ok_or(NoKey)?;
        let (integer, fraction) = digits.split_at_checked(length).ok_or(NoKey)?;
        let is_key = digits.iter().all(u8::is_ascii_alphanumeric)
            && fraction.last() != Some(&ZERO)
            && !(fraction.is_empty() && is_smallest(integer));
        if is_key { Ok(Self { integer, fraction }) } else { Err(NoKey) }
    }
}

/// How many digits belong to an integer that begins with `head`: two at `Z` and `a`, more the further from them.
fn digits_after(head: u8) -> Option<usize> {
    match head {
        b'A'..=b'Z' => Some(usize::from(b'Z' - head) + 1),
        b'a'..=b'z' => Some(usize::from(head - b'a') + 1),
        _ => None,
    }
}

fn is_smallest(integer: &[u8]) -> bool {
    integer.first() == Some(&b'A') && integer[1..].iter().all(|digit| *digit == ZERO)
}

fn before(high: &Key<'_>) -> Result<Vec<u8>, NoKey> {
    if is_smallest(high.integer) {
        return Ok([high.integer, &midpoint(&[], Some(high.fraction))?].concat());
    }
    if !high.fraction.is_empty() {
        return Ok(high.integer.to_vec());
    }
    decreased(high.integer).ok_or(NoKey)
}

/// The next integer; none after the largest.
fn increased(integer: &[u8]) -> Option<Vec<u8>> {
    let mut next = integer.to_vec();
    for digit in next[1..].iter_mut().rev() {
        if *digit == LAST {
            *digit = ZERO;
        } else {
            *digit = DIGITS[value(*digit) + 1];
            return Some(next);
        }
    }
    let head = match integer[0] {
        b'z' => return None,
        b'Z' => b'a',
        head => head + 1,
    };
    Some(with_head(head, ZERO))
}

/// The integer before; none before the smallest.
fn decreased(integer: &[u8]) -> Option<Vec<u8>> {
    let mut next = integer.to_vec();
    for digit in next[1..].iter_mut().rev() {
        if *digit == ZERO {
            *digit = LAST;
        } else {
            *digit = DIGITS[value(*digit) - 1];
            return Some(next);
        }
    }
    let head = match integer[0] {
        b'A' => return None,
        b'a' => b'Z',
        head => head - 1,
    };
    Some(with_head(head, LAST))
}

fn with_head(head: u8, digit: u8) -> Vec<u8> {
    let mut integer = vec![digit; 1 + digits_after(head).unwrap_or(LONGEST)];
    integer[0] = head;
    integer
}

/// A fraction between two, where none as the upper one stands for 1.
fn midpoint(low: &[u8], high: Option<&[u8]>) -> Result<Vec<u8>, NoKey> {
    let (mut low, mut high, mut middle) = (low, high, Vec::new());
    loop {
        if high.is_some_and(|high| low >= high) {
            return Err(NoKey);
        }
        if let Some(upper) = high {
            let shared = (0..upper.len()).take_while(|&at| low.get(at).unwrap_or(&ZERO) == &upper[at]).count();
            if shared > 0 {
                middle.extend_from_slice(&upper[..shared]);
                (low, high) = (low.get(shared..).unwrap_or_default(), Some(&upper[shared..]));
                continue;
            }
        }
        let least = low.first().map_or(0, |digit| value(*digit));
        let most = high.and_then(<[u8]>::first).map_or(DIGITS.len(), |digit| value(*digit));
        if most - least > 1 {
            middle.push(DIGITS[(least + most).div_ceil(2)]);
            return Ok(middle);
        }
        if let Some([first, _, ..]) = high {
            middle.push(*first);
            return Ok(middle);
        }
        middle.push(DIGITS[least]);
        (low, high) = (low.get(1..).unwrap_or_default(), None);
    }
}

fn value(digit: u8) -> usize {
    usize::from(match digit {
        b'0'..=b'9' => digit - b'0',
        b'A'..=b'Z' => digit - b'A' + 10,
        _ => digit.saturating_sub(b'a') + 36,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use serde::Deserialize;

    type Between = (Option<String>, Option<String>, Option<String>);
    type Many = (Option<String>, Option<String>, usize, Vec<String>);

    #[derive(Deserialize)]
    struct Vectors {
        between: Vec<Between>,
        many: Vec<Many>,
    }

    fn vectors() -> Vectors {
        serde_json::from_str(include_str!("fractional_vectors.json")).unwrap()
    }

    #[test]
    fn a_key_between_two_is_the_one_that_the_npm_package_makes() {
        for (low, high, expected) in vectors().between {
            let key = between(low.as_deref(), high.as_deref());
            assert_eq!(key.ok(), expected, "between {low:?} and {high:?}");
        }
    }

    #[test]
    fn several_keys_between_two_are_those_that_the_npm_package_makes() {
        for (low, high, count, expected) in vectors().many {
            assert_eq!(many_between(low.as_deref(), high.as_deref(), count), Ok(expected), "{low:?} {high:?}");
        }
    }

    #[test]
    fn what_is_no_key_is_not_built_upon() {
        for strange in ["", "a", "0", "!!", "a0\u{e9}", "a 0", "a00", "A00000000000000000000000000"] {
            assert_eq!(between(Some(strange), None), Err(NoKey), "{strange}");
        }
        assert_eq!(between(Some("a1"), Some("a0")), Err(NoKey));
    }
}
