//! The cells of a table, by what its columns are called.

use csv::StringRecord;
use uuid::Uuid;

use crate::partnerships::PartnerName;
use crate::tables::{records, unguarded};

/// More than anybody brings in at once: two hundred of one's own, and two hundred joint.
const MOST_ROWS: usize = 400;

/// What the columns are called, in any language of ours.
const NAMES: [(Column, &[&str]); 11] = [
    (Column::Whose, &["van wie", "whose", "partner"]),
    (Column::Kind, &["soort", "kind", "kosten of baten", "cost or benefit"]),
    (Column::Nature, &["in"]),
    (Column::Words, &["wat", "words", "what", "omschrijving", "description"]),
    (Column::Note, &["toelichting", "note"]),
    (Column::Amount, &["bedrag", "amount"]),
    (Column::Frequency, &["hoe vaak", "how often"]),
    (Column::From, &["vanaf", "from"]),
    (Column::Until, &["tot en met", "until"]),
    (Column::Certainty, &["zekerheid", "certainty"]),
    (Column::Private, &["alleen voor ons", "only for us"]),
];

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Whose,
    Kind,
    Nature,
    Words,
    Note,
    Amount,
    Frequency,
    From,
    Until,
    Certainty,
    Private,
    /// What of the amount is for that partner.
    Share(Uuid),
}

/// What a row says, before it is known whether that makes sense.
pub(super) struct Said {
    /// In which line of the text it begins.
    pub(super) line: u64,
    /// What its cells say, as far as anything.
    cells: Vec<(Column, String)>,
}

impl Said {
    /// What stands in that column; empty when nothing does.
    pub(super) fn in_column(&self, column: Column) -> &str {
        self.cells.iter().find(|(of, _)| *of == column).map_or("", |(_, said)| said)
    }

    /// What is said to be for which partner.
    pub(super) fn shares(&self) -> impl Iterator<Item = (Uuid, &str)> {
        self.cells.iter().filter_map(|(column, said)| match column {
            Column::Share(partner) => Some((*partner, said.as_str())),
            _ => None,
        })
    }
}

/// Reads the rows of a table.
///
/// # Errors
/// Why it is none that can be read: `required`, `no_header`, `too_many_rows`.
pub(super) fn read(text: &str, partners: &[PartnerName]) -> Result<Vec<Said>, &'static str> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err("required");
    }
    let found = [b',', b';', b'\t'].into_iter().find_map(|delimiter| {
        let records = records(text, delimiter, MOST_ROWS + 2);
        let columns = columns(&records.first()?.1, partners)?;
        Some((columns, records))
    });
    let (columns, records) = found.ok_or("no_header")?;
    let rows: Vec<Said> = records.iter().skip(1).map(|(line, record)| said(*line, record, &columns)).collect();
    if rows.is_empty() {
        return Err("required");
    }
    if rows.len() > MOST_ROWS { Err("too_many_rows") } else { Ok(rows) }
}

/// What stands in which place; nothing when this is no header.
fn columns(header: &StringRecord, partners: &[PartnerName]) -> Option<Vec<(usize, Column)>> {
    let column = |(place, cell): (usize, &str)| {
        let name = unguarded(cell).trim().to_lowercase();
        let known = NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column);
        let partner = || partners.iter().find(|partner| partner.name.trim().to_lowercase() == name);
        known.or_else(|| partner().map(|partner| Column::Share(partner.id))).map(|column| (place, column))
    };
    let mut columns: Vec<(usize, Column)> = Vec::new();
    for (place, named) in header.iter().enumerate().filter_map(column) {
        // The first that is called so.
        if columns.iter().all(|(_, before)| *before != named) {
            columns.push((place, named));
        }
    }
    let has = |wanted: Column| columns.iter().any(|(_, column)| *column == wanted);
    (has(Column::Words) && has(Column::Kind)).then_some(columns)
}

fn said(line: u64, record: &StringRecord, columns: &[(usize, Column)]) -> Said {
    let cell = |&(place, column): &(usize, Column)| {
        let said = record.get(place).map(unguarded).filter(|said| !said.trim().is_empty())?;
        Some((column, said))
    };
    Said { line, cells: columns.iter().filter_map(cell).collect() }
}
