//! Reading people out of what was pasted.

use std::collections::HashSet;

use csv::StringRecord;

use super::api::AccountImportRow;
use crate::accounts::{self, EmailAddress};
use crate::entity::account::Language;
use crate::error::FieldError;
use crate::organisations::error::OrganisationError;
use crate::tables::{records, unguarded};

/// More people at once than this are more than anybody looks through before they are invited.
const MOST_ROWS: usize = 500;

/// What the columns are called, in any language of ours.
const EMAIL: &[&str] =
    &["email", "e-mail", "mail", "email address", "e-mail address", "e-mailadres", "emailadres", "mailadres"];
const NAME: &[&str] = &["name", "full name", "naam", "volledige naam"];
const PARTS_OF_NAME: &[&str] =
    &["first name", "voornaam", "tussenvoegsel", "tussenvoegsels", "last name", "surname", "achternaam"];
const LANGUAGE: &[&str] = &["language", "taal"];
const ADMIN: &[&str] = &["admin", "administrator", "beheerder"];

/// What stands in them.
const DUTCH: &[&str] = &["nl", "nederlands", "dutch"];
const ENGLISH: &[&str] = &["en", "engels", "english"];
const YES: &[&str] = &["ja", "yes", "x", "1", "true", "waar", "admin", "administrator", "beheerder"];
const NO: &[&str] = &["", "nee", "no", "-", "0", "false", "onwaar"];

/// The people in `text`, each with what is wrong with their row by itself.
pub(super) fn read(text: &str, language: Language) -> Result<Vec<AccountImportRow>, OrganisationError> {
    let refused = |code| OrganisationError::Refused(vec![FieldError { field: "text", code }]);
    let records = table(text.trim_start_matches('\u{feff}'));
    let Some((_, first)) = records.first() else { return Err(refused("required")) };
    let (columns, people) = match Columns::named_by(first) {
        Some(columns) => (columns, &records[1..]),
        None => (Columns::seen_in(first), records.as_slice()),
    };
    match people.len() {
        0 => return Err(refused("required")),
        length if length > MOST_ROWS => return Err(refused("too_many_rows")),
        _ => {}
    }
    let mut seen = HashSet::new();
    let mut rows: Vec<_> = people.iter().map(|(line, record)| columns.row(*line, record, language)).collect();
    for row in &mut rows {
        let key = EmailAddress::parse(&row.email).map(|address| address.key());
        if key.is_some_and(|key| !seen.insert(key)) {
            row.problem = row.problem.or(Some("address_twice"));
        }
    }
    Ok(rows)
}

/// The lines, separated in the way that makes most of the first one.
fn table(text: &str) -> Vec<(u64, StringRecord)> {
    let width = |records: &[(u64, StringRecord)]| records.first().map_or(0, |(_, first)| first.len());
    let ways = [b'\t', b';', b','].map(|delimiter| records(text, delimiter, MOST_ROWS + 2));
    ways.into_iter()
        .reduce(|best, other| if width(&other) > width(&best) { other } else { best })
        .unwrap_or_default()
}

/// Which column holds what.
struct Columns {
    email: usize,
    names: Vec<usize>,
    language: Option<usize>,
    admin: Option<usize>,
}

impl Columns {
    /// As a header names them; nothing when this is no header.
    fn named_by(record: &StringRecord) -> Option<Self> {
        let titles: Vec<String> = record.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let all = |known: &[&str]| {
            let places = titles.iter().enumerate().filter(|(_, title)| known.contains(&title.as_str()));
            places.map(|(place, _)| place).collect::<Vec<_>>()
        };
        let one = |known: &[&str]| all(known).first().copied();
        let names = one(NAME).map_or_else(|| all(PARTS_OF_NAME), |name| vec![name]);
        Some(Self { email: one(EMAIL)?, names, language: one(LANGUAGE), admin: one(ADMIN) })
    }

    /// As the first row shows: the address has an @, the name stands before it or else after it, and the rest follows.
    fn seen_in(record: &StringRecord) -> Self {
        let email = record.iter().position(|cell| cell.contains('@')).unwrap_or(0);
        let rest: Vec<usize> = (0..record.len()).filter(|&column| column != email).collect();
        Self {
            email,
            names: rest.first().copied().into_iter().collect(),
            language: rest.get(1).copied(),
            admin: rest.get(2).copied(),
        }
    }

    fn row(&self, line: u64, record: &StringRecord, default: Language) -> AccountImportRow {
        let cell = |column: usize| record.get(column).map(unguarded).unwrap_or_default().trim().to_owned();
        let word = |column: Option<usize>| column.map(|column| cell(column).to_lowercase()).unwrap_or_default();
        let parts: Vec<String> =
            self.names.iter().map(|&column| cell(column)).filter(|part| !part.is_empty()).collect();
        let (beside, email) = in_brackets(&cell(self.email));
        let name = [parts.join(" "), beside].into_iter().find(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| name_in(&email));
        let (language, admin) = (language(&word(self.language), default), is_admin(&word(self.admin)));
        let address = match EmailAddress::parse(&email) {
            Some(_) => None,
            None if email.is_empty() => Some("address_missing"),
            None => Some("address_invalid"),
        };
        let is_name = accounts::name(&name).is_some();
        AccountImportRow {
            line,
            problem: address
                .or((!is_name).then_some("name_invalid"))
                .or(language.is_none().then_some("language_unknown"))
                .or(admin.is_none().then_some("admin_unknown")),
            name,
            email,
            language: language.unwrap_or(default),
            organisation_admin: admin.unwrap_or_default(),
            already_here: false,
        }
    }
}

/// `Sanne Mulder <sanne@example.org>`, as mail programs write it: the name and the address.
fn in_brackets(cell: &str) -> (String, String) {
    match cell.strip_suffix('>').and_then(|rest| rest.split_once('<')) {
        Some((name, address)) => (name.trim().trim_matches('"').to_owned(), address.trim().to_owned()),
        None => (String::new(), cell.to_owned()),
    }
}

/// What somebody is likely called whose address this is: `sanne.mulder@…` is Sanne Mulder.
fn name_in(email: &str) -> String {
    let mailbox = email.split('@').next().unwrap_or_default();
    let words = mailbox.split(['.', '_', '-']).filter(|word| !word.is_empty());
    let capitalised = words.map(|word| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    });
    capitalised.collect::<Vec<_>>().join(" ")
}

fn language(word: &str, default: Language) -> Option<Language> {
    match word {
        "" => Some(default),
        word if DUTCH.contains(&word) => Some(Language::Nl),
        word if ENGLISH.contains(&word) => Some(Language::En),
        _ => None,
    }
}

fn is_admin(word: &str) -> Option<bool> {
    if NO.contains(&word) { Some(false) } else { YES.contains(&word).then_some(true) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    /// Line, name, address, language, whether they administer, and the problem.
    type Told = (u64, String, String, Language, bool, Option<&'static str>);

    fn told(text: &str) -> Vec<Told> {
        let rows = read(text, Language::Nl).unwrap().into_iter();
        rows.map(|row| (row.line, row.name, row.email, row.language, row.organisation_admin, row.problem)).collect()
    }

    fn person(line: u64, name: &str, email: &str) -> Told {
        (line, name.into(), email.into(), Language::Nl, false, None)
    }

    #[test]
    fn a_header_says_which_column_is_which_whatever_separates_them() {
        for separator in ["\t", ";", ","] {
            let lines = [
                ["Beheerder", "E-mailadres", "Afdeling", "Naam", "Taal"],
                ["ja", "sanne@x.example", "Balie", "Sanne Mulder", "Engels"],
                ["", "joris@x.example", "", "Joris Vermeer", ""],
            ];
            let text = lines.map(|cells| cells.join(separator)).join("\r\n");
            let mut sanne = person(2, "Sanne Mulder", "sanne@x.example");
            (sanne.3, sanne.4) = (Language::En, true);
            assert_eq!(told(&text), [sanne, person(3, "Joris Vermeer", "joris@x.example")], "{separator:?}");
        }
    }

    #[test]
    fn a_name_may_be_in_parts() {
        let text = "voornaam;tussenvoegsel;achternaam;email\nMarijke;de;Wit;m@x.example\nRuud;;Peters;r@x.example";
        assert_eq!(
            told(text),
            [person(2, "Marijke de Wit", "m@x.example"), person(3, "Ruud Peters", "r@x.example")]
        );
    }

    #[test]
    fn without_a_header_the_address_is_known_by_its_sign() {
        for text in
            ["Sanne Mulder,sanne@x.example", "sanne@x.example\tSanne Mulder", "Sanne Mulder <sanne@x.example>"]
        {
            assert_eq!(told(text), [person(1, "Sanne Mulder", "sanne@x.example")], "{text}");
        }
        let list = "sanne.mulder@x.example\n\njoris@x.example\n";
        let expected = [person(1, "Sanne Mulder", "sanne.mulder@x.example"), person(3, "Joris", "joris@x.example")];
        assert_eq!(told(list), expected);
    }

    #[test]
    fn every_row_says_what_is_wrong_with_it() {
        let text = "naam,email,taal,beheerder\nA,a@x.example,nl,ja\nB,geen adres,,\nC,,,\nD,A@X.example,,\n\
             E,e@x.example,frans,\nF,f@x.example,,misschien\n";
        let problems: Vec<_> = told(text).into_iter().map(|row| row.5).collect();
        let expected = [
            None,
            Some("address_invalid"),
            Some("address_missing"),
            Some("address_twice"),
            Some("language_unknown"),
            Some("admin_unknown"),
        ];
        assert_eq!(problems, expected);
        let long = format!("{},a@x.example", "x".repeat(101));
        assert_eq!(told(&long)[0].5, Some("name_invalid"));
    }

    #[test]
    fn five_hundred_people_are_read_and_not_one_more() {
        let people = |count: usize| (0..count).map(|n| format!("mens{n}@x.example\n")).collect::<Vec<_>>().concat();
        assert_eq!(read(&people(500), Language::Nl).unwrap().len(), 500);
        for text in [people(501), "naam,email\n".into(), " \n".into()] {
            assert!(matches!(read(&text, Language::Nl), Err(OrganisationError::Refused(_))));
        }
    }
}
