//! Amounts as people write them in spreadsheets, read without a loss: never through floating-point numbers.

use crate::entity::ledger_line::Nature;

/// Cents of an amount of money: `€ 1.234,50`, `1,234.50`, `1234.5`, `EUR 1000`.
pub(super) fn cents(said: &str) -> Option<i64> {
    let said = said.trim();
    let bare = ["€", "EUR", "eur", "Eur"]
        .iter()
        .find_map(|sign| said.strip_prefix(sign).or_else(|| said.strip_suffix(sign)).map(str::trim));
    let (whole, fraction) = decimal(bare.unwrap_or(said))?;
    let cents = match fraction.len() {
        0 => 0,
        1 => digits(fraction)? * 10,
        2 => digits(fraction)?,
        _ => return None,
    };
    whole.checked_mul(100)?.checked_add(cents)
}

/// Minutes of a time in hours: `1:30`, `1:30:00`, `1,5`, `80`. Parts of hours are rounded to the minute.
pub(super) fn minutes(said: &str) -> Option<i64> {
    let said = said.trim();
    let bare = ["uren", "uur", "hours", "hour", "u", "h"].iter().find_map(|unit| said.strip_suffix(unit));
    let said = bare.unwrap_or(said).trim();
    if let Some((hours, minutes)) = said.split_once(':') {
        // A spreadsheet shows whole minutes with their seconds.
        let minutes = minutes.strip_suffix(":00").unwrap_or(minutes);
        let of_hour = digits(minutes).filter(|of_hour| minutes.len() == 2 && *of_hour < 60)?;
        return grouped(hours)?.checked_mul(60)?.checked_add(of_hour);
    }
    let (whole, fraction) = decimal(said)?;
    // A spreadsheet shows some figures more than are meant.
    let fraction = fraction.get(..fraction.len().min(9))?;
    let of = 10_i64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let part = if fraction.is_empty() { 0 } else { (digits(fraction)? * 60 + of / 2) / of };
    whole.checked_mul(60)?.checked_add(part)
}

/// In cents or in minutes.
pub(super) fn amount(nature: Nature, said: &str) -> Option<i64> {
    if nature == Nature::Time { minutes(said) } else { cents(said) }
}

/// The whole of a number, and the figures after its decimal mark.
///
/// The last comma or point is the decimal mark, unless three figures follow it and nothing tells otherwise: `1.234` is more
/// than a thousand.
fn decimal(said: &str) -> Option<(i64, &str)> {
    let Some(last) = said.rfind([',', '.']) else { return Some((grouped(said)?, "")) };
    let (whole, fraction) = (&said[..last], &said[last + 1..]);
    let mark = &said[last..=last];
    let is_grouping = fraction.len() == 3 && !whole.contains(if mark == "," { '.' } else { ',' }) && whole != "0";
    if is_grouping {
        return Some((grouped(said)?, ""));
    }
    if whole.contains(mark) {
        return None;
    }
    let is_number = fraction.bytes().all(|byte| byte.is_ascii_digit());
    Some((if whole.is_empty() { 0 } else { grouped(whole)? }, fraction)).filter(|_| is_number)
}

/// A whole number whose thousands may stand apart.
fn grouped(said: &str) -> Option<i64> {
    let is_blank = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’');
    let Some(mark) = said.chars().find(|&c| matches!(c, ',' | '.') || is_blank(c)) else { return digits(said) };
    let mut groups = said.split(mark);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    groups.try_fold(digits(first)?, |whole, group| {
        let group = digits(group).filter(|_| group.len() == 3)?;
        whole.checked_mul(1000)?.checked_add(group)
    })
}

fn digits(said: &str) -> Option<i64> {
    said.bytes().all(|byte| byte.is_ascii_digit()).then(|| said.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_in_the_ways_people_write_it() {
        for (said, expected) in [
            ("1234", 123_400),
            ("1234,5", 123_450),
            ("1234.50", 123_450),
            ("1.234,50", 123_450),
            ("1,234.50", 123_450),
            ("€ 1.000", 100_000),
            ("€1.000.000,01", 100_000_001),
            ("1 234,50", 123_450),
            ("1\u{a0}234", 123_400),
            ("1.234", 123_400),
            ("1,234", 123_400),
            ("0,5", 50),
            (",50", 50),
            ("1000 EUR", 100_000),
            ("0,29", 29),
            ("12,", 1200),
        ] {
            assert_eq!(cents(said), Some(expected), "{said}");
        }
        for said in [
            "",
            "x",
            "1,234,5",
            "1.23.456",
            "1,2345",
            "0,123",
            "-5",
            "1e3",
            "12.34.56",
            "€",
            "99999999999999999999",
        ] {
            assert_eq!(cents(said), None, "{said}");
        }
    }

    #[test]
    fn time_is_read_in_the_ways_people_write_it() {
        for (said, expected) in [
            ("80", 4800),
            ("1:30", 90),
            ("1.200:05", 72_005),
            ("80:05:00", 4805),
            ("1,5", 90),
            ("1.25", 75),
            ("80,08", 4805),
            ("80.08333333333333", 4805),
            ("0,333", 20),
            ("80 uur", 4800),
            ("2h", 120),
            ("1.200", 72_000),
        ] {
            assert_eq!(minutes(said), Some(expected), "{said}");
        }
        for said in ["", "uur", "1:5", "1:60", ":30", "1:30:10", "1:30:00:00", "x"] {
            assert_eq!(minutes(said), None, "{said}");
        }
    }
}
