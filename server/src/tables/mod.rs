//! Tables as spreadsheets know them: what they put on the clipboard and into files, and files that they open.

mod cells;
mod records;
mod workbook;

pub(crate) use self::cells::unguarded;
pub(crate) use self::records::{file, records};
pub(crate) use self::workbook::{Cell, Sheet, WORKBOOK, workbook};
