//! A pasted table: what a spreadsheet puts on the clipboard, or into a CSV file.

use csv::StringRecord;

use super::list::without_bullet;
use super::rows::Said;
use crate::boards::blocks::Block;
use crate::tables::{records, unguarded};

/// What the columns are called, in any language of ours.
const BLOCK: [&str; 3] = ["block", "blok", "bouwsteen"];
const TEXT: [&str; 5] = ["text", "tekst", "card", "kaart", "kaartje"];
const PARTNER: [&str; 4] = ["partner", "partij", "organisation", "organisatie"];

/// Reads at most `most` rows; nothing when this is no table.
pub(super) fn read(text: &str, most: usize) -> Option<Vec<Said>> {
    // A file first: its cells may hold tabs, while the first line from a clipboard holds nothing but tabs between cells.
    let file = [b',', b';'].into_iter().find_map(|delimiter| {
        let records = records(text, delimiter, most + 1);
        is_table(&records).then(|| rows(&records, most))
    });
    let has_inner_tab = |line: &str| without_bullet(line).contains('\t');
    file.or_else(|| text.lines().any(has_inner_tab).then(|| rows(&records(text, b'\t', most + 1), most)))
}

/// Commas stand in sentences too, so more is asked than that there are some: a header, or a block in every row.
fn is_table(records: &[(u64, StringRecord)]) -> bool {
    let names_block = |(_, record): &(u64, StringRecord)| {
        (2..=3).contains(&record.len()) && record.get(0).and_then(Block::called).is_some()
    };
    let Some((_, first)) = records.first() else { return false };
    if first.iter().any(|cell| cell.contains('\t')) {
        return false;
    }
    (first.len() > 1 && Columns::named_by(first).is_some()) || records.iter().all(names_block)
}

fn rows(records: &[(u64, StringRecord)], most: usize) -> Vec<Said> {
    let named = records.first().and_then(|(_, first)| Columns::named_by(first));
    let (columns, records) = match named {
        Some(columns) => (columns, &records[1..]),
        None => (Columns::in_order(records), records),
    };
    let row = |(line, record): &(u64, StringRecord)| {
        let cell =
            |column: Option<usize>| column.and_then(|column| record.get(column)).map(unguarded).unwrap_or_default();
        Said { line: *line, block: cell(columns.block), text: cell(columns.text), partner: cell(columns.partner) }
    };
    records.iter().map(row).take(most).collect()
}

/// Which column holds what.
struct Columns {
    block: Option<usize>,
    text: Option<usize>,
    partner: Option<usize>,
}

impl Columns {
    /// As a header names them; nothing when this is no header.
    fn named_by(record: &StringRecord) -> Option<Self> {
        let names: Vec<String> = record.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let column = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
        let columns = Self { block: column(&BLOCK), text: column(&TEXT), partner: column(&PARTNER) };
        columns.text.is_some().then_some(columns)
    }

    /// Block, text, partner; or only the text, when there is one column.
    fn in_order(records: &[(u64, StringRecord)]) -> Self {
        let is_one_column = records.iter().all(|(_, record)| record.len() < 2);
        if is_one_column {
            return Self { block: None, text: Some(0), partner: None };
        }
        Self { block: Some(0), text: Some(1), partner: Some(2) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(u64, String, String, String)> {
        let rows = read(text, 100).unwrap();
        rows.into_iter().map(|row| (row.line, row.block, row.text, row.partner)).collect()
    }

    fn row(line: u64, block: &str, text: &str, partner: &str) -> (u64, String, String, String) {
        (line, block.to_owned(), text.to_owned(), partner.to_owned())
    }

    #[test]
    fn a_header_says_which_column_is_which() {
        let expected = [row(2, "Kanalen", "De bus", "Zorggroep Maas"), row(3, "", "Twee,\nregels", "")];
        for text in [
            "Partner\tOpmerking\tTekst\tBlok\r\nZorggroep Maas\tx\tDe bus\tKanalen\r\n\t\t\"Twee,\nregels\"\t\r\n",
            "blok,tekst,partner\nKanalen,De bus,Zorggroep Maas\n,\"Twee,\nregels\",\n",
            "block;text;partner\nKanalen;De bus;Zorggroep Maas\n;\"Twee,\nregels\";\n",
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn without_a_header_the_columns_are_block_text_and_partner() {
        assert_eq!(
            told("Kanalen\tDe bus\nKosten?\tDe bus"),
            [row(1, "Kanalen", "De bus", ""), row(2, "Kosten?", "De bus", "")]
        );
        assert_eq!(
            told("channels,De bus\n\nkanalen,\"De tram, ook\",x"),
            [row(1, "channels", "De bus", ""), row(3, "kanalen", "De tram, ook", "x")]
        );
    }

    #[test]
    fn a_list_with_commas_or_tabbed_bullets_is_no_table() {
        for text in
            ["Een, twee, drie\nKanalen, en meer", "•\tEen\n•\tTwee", "\t- Een\n\t\t- Twee", "Tekst\nTwee", ""]
        {
            assert_eq!(read(text, 100), None, "{text}");
        }
    }

    #[test]
    fn an_apostrophe_that_keeps_a_formula_from_being_one_is_taken_away() {
        assert_eq!(
            told("block,text\nchannels,'=1+1\nchannels,'s middags"),
            [row(2, "channels", "=1+1", ""), row(3, "channels", "'s middags", "")]
        );
    }
}
