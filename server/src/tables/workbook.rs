//! Workbooks as Excel has them, of sheets whose amounts are numbers to count on with.

use std::borrow::Cow;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// What such a file is called in HTTP.
pub(crate) const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// More than that Excel takes in no cell.
const LONGEST_CELL: usize = 32_767;

/// One sheet, with a name of at most 31 characters.
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) header: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// What stands in a cell. Text stays text, whatever it begins with: a cell is a formula only when it is written as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Text(String),
    /// In cents.
    Euros(i64),
    /// In minutes.
    Hours(i64),
    Nothing,
}

/// A file of these sheets. The same sheets make the same bytes, whenever that is.
pub(crate) fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let always = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&always));
    for sheet in sheets {
        write(workbook.add_worksheet(), sheet)?;
    }
    workbook.save_to_buffer()
}

fn write(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let euros = Format::new().set_num_format("€ #,##0.00;[Red]€ -#,##0.00").set_align(FormatAlign::Top);
    // Hours beyond a day count on; a time below nothing cannot be shown so.
    let hours = Format::new().set_num_format("0.00").set_align(FormatAlign::Top);
    worksheet.set_name(&sheet.name)?.set_freeze_panes(1, 0)?;
    for (column, words) in (0..).zip(&sheet.header) {
        worksheet.set_column_width(column, 18)?.write_string_with_format(0, column, words, &heading)?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(words) => worksheet.write_string_with_format(row, column, fitting(words), &text)?,
                Cell::Euros(cents) => worksheet.write_number_with_format(row, column, part(*cents, 100), &euros)?,
                Cell::Hours(minutes) => {
                    worksheet.write_number_with_format(row, column, part(*minutes, 60), &hours)?
                }
                Cell::Nothing => continue,
            };
        }
    }
    Ok(())
}

/// What fits in a cell: of longer words the beginning, and a sign that there is more.
fn fitting(words: &str) -> Cow<'_, str> {
    // As a spreadsheet counts: in UTF-16.
    let too_long = words.encode_utf16().nth(LONGEST_CELL).is_some();
    if !too_long {
        return Cow::Borrowed(words);
    }
    let mut room = LONGEST_CELL - 1;
    let fits = |character: &char| {
        let left = room.checked_sub(character.len_utf16());
        room = left.unwrap_or_default();
        left.is_some()
    };
    Cow::Owned(words.chars().take_while(fits).chain(['…']).collect())
}

/// A spreadsheet knows no other numbers. Amounts are below 2^53, so that no cent of them is lost.
#[allow(clippy::cast_precision_loss, reason = "amounts are below 2^53")]
fn part(amount: i64, of: i32) -> f64 {
    amount as f64 / f64::from(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_sheets_make_the_same_bytes() {
        let sheet = || Sheet {
            name: "Regels".into(),
            header: vec!["Wat".into(), "Bedrag".into()],
            rows: vec![vec![Cell::Text("=1+1".into()), Cell::Euros(-29)], vec![Cell::Nothing, Cell::Hours(90)]],
        };
        let file = workbook(&[sheet()]).unwrap();
        assert_eq!(&file[..2], b"PK");
        assert_eq!(file, workbook(&[sheet()]).unwrap());
    }

    #[test]
    fn of_words_that_fit_in_no_cell_the_beginning_is_there() {
        let long = "👍".repeat(40_000);
        let sheet = Sheet { name: "Tekst".into(), header: vec![], rows: vec![vec![Cell::Text(long.clone())]] };
        assert!(workbook(&[sheet]).is_ok());
        let cut = fitting(&long);
        assert_eq!((cut.encode_utf16().count(), cut.ends_with("👍…")), (LONGEST_CELL, true));
        let whole = "x".repeat(LONGEST_CELL);
        assert_eq!(fitting(&whole), whole);
    }
}
