//! Months as people write them in spreadsheets.

use crate::ledger::method::Month;

/// As people and spreadsheets call them, in the languages of the web; a spreadsheet shows `2027-01` as `jan-27`.
const NAMES: [&[&str]; 12] = [
    &["jan", "januari", "january"],
    &["feb", "februari", "february"],
    &["mrt", "maart", "mar", "march"],
    &["apr", "april"],
    &["mei", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["aug", "augustus", "august"],
    &["sep", "sept", "september"],
    &["okt", "oktober", "oct", "october"],
    &["nov", "november"],
    &["dec", "december"],
];

/// Reads `2027-03`, `03-2027`, `3/2027`, `mrt-27` and `maart 2027`, and a day of that month as a spreadsheet shows it:
/// `2027-03-01`, `1-3-2027`.
pub(super) fn month(said: &str) -> Option<Month> {
    let parts: Vec<&str> = said.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    if let [name, year] = parts.as_slice()
        && let Some(place) = named(name)
    {
        let century = if year.len() == 2 && is_number(year) { "20" } else { "" };
        return Month::read(&format!("{century}{year}-{:02}", place + 1));
    }
    let (year, month) = match parts.as_slice() {
        [year, month] if year.len() == 4 => (*year, *month),
        [month, year] => (*year, *month),
        [year, month, day] if year.len() == 4 && is_number(day) => (*year, *month),
        [day, month, year] if is_number(day) => (*year, *month),
        _ => return None,
    };
    (is_number(month) && month.len() <= 2).then(|| Month::read(&format!("{year}-{month:0>2}"))).flatten()
}

/// Which month is called so, counted from nothing.
fn named(said: &str) -> Option<usize> {
    let said = said.to_lowercase();
    NAMES.iter().position(|names| names.contains(&said.as_str()))
}

fn is_number(part: &str) -> bool {
    (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_in_the_ways_people_write_it() {
        for said in [
            "2027-03",
            "03-2027",
            "3/2027",
            "2027/3",
            "2027-03-01",
            "1-3-2027",
            " 01.03.2027 ",
            "mrt-27",
            "Maart 2027",
            "mar-27",
        ] {
            assert_eq!(month(said).map(|month| month.to_string()).as_deref(), Some("2027-03"), "{said}");
        }
        for said in ["", "2027", "maart", "maart 27 2027", "mrt-1", "13-2027", "03-27", "1-2-3-2027", "2027-003"] {
            assert_eq!(month(said), None, "{said}");
        }
    }
}
