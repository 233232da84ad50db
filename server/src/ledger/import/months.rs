//! Months as people write them in spreadsheets.

use crate::ledger::method::Month;

/// Reads `2027-03`, `03-2027` and `3/2027`, and a day of that month as a spreadsheet shows it: `2027-03-01`, `1-3-2027`.
pub(super) fn month(said: &str) -> Option<Month> {
    let parts: Vec<&str> = said.trim().split(['-', '/', '.']).collect();
    let (year, month) = match parts.as_slice() {
        [year, month] if year.len() == 4 => (*year, *month),
        [month, year] => (*year, *month),
        [year, month, day] if year.len() == 4 && is_number(day) => (*year, *month),
        [day, month, year] if is_number(day) => (*year, *month),
        _ => return None,
    };
    (is_number(month) && month.len() <= 2).then(|| Month::read(&format!("{year}-{month:0>2}"))).flatten()
}

fn is_number(part: &str) -> bool {
    (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_in_the_ways_people_write_it() {
        for said in ["2027-03", "03-2027", "3/2027", "2027/3", "2027-03-01", "1-3-2027", " 01.03.2027 "] {
            assert_eq!(month(said).map(|month| month.to_string()).as_deref(), Some("2027-03"), "{said}");
        }
        for said in ["", "2027", "maart 2027", "13-2027", "03-27", "1-2-3-2027", "2027-003"] {
            assert_eq!(month(said), None, "{said}");
        }
    }
}
