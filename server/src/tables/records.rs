//! The lines of a table as text.

use csv::{Error, ReaderBuilder, StringRecord, Terminator, WriterBuilder};

use super::cells::guarded;

/// Without it Excel takes UTF-8 for something else.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Records that say something, with the lines they begin in; at most `most`.
pub(crate) fn records(text: &str, delimiter: u8, most: usize) -> Vec<(u64, StringRecord)> {
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut seen, mut line) = (0, 1);
    let with_line = reader.records().map_while(Result::ok).map(|record| {
        // A record's position is before the line break and the blank lines that lead to it.
        let from = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(seen);
        let bytes = text.as_bytes();
        let breaks = bytes.iter().skip(from).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        line += bytes.iter().take(from + breaks).skip(seen).map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        seen = from + breaks;
        (line, record)
    });
    with_line.filter(|(_, record)| record.iter().any(|cell| !cell.trim().is_empty())).take(most).collect()
}

/// A file (RFC 4180) for a spreadsheet. No cell can be taken for a formula.
pub(crate) fn file(rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.into());
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    writer.into_inner().map_err(|error| Error::from(error.into_error()))
}
