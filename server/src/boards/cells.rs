//! Cells of a table that a spreadsheet opens, kept from being formulas (OWASP, CSV injection).

/// What makes a spreadsheet take a cell for a formula, also in full width, as East Asian spreadsheets do.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// What a spreadsheet may drop, or take for the end of a cell, before it looks what comes next.
const CONTROL: [char; 4] = ['\t', '\r', '\n', '\0'];

/// The cell as it goes out: whatever could be a formula gets an apostrophe before it, which says "this is text".
pub(super) fn guarded(cell: &str) -> String {
    if is_risky(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell as it was before it was [`guarded`].
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_risky(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

fn is_risky(cell: &str) -> bool {
    cell.starts_with(CONTROL) || cell.trim_start().starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_becomes_text() {
        for cell in ["=1+1", "+31 6", "-5", "@SUM(A1)", "\t=1", "\r", "\n=1", "\0", "＝1", "  =1", "\u{a0}=1"] {
            assert_eq!(guarded(cell), format!("'{cell}"), "{cell:?}");
        }
        for cell in ["", "Samen", "'s middags", "1=1", "a@b.nl", "'", "''"] {
            assert_eq!(guarded(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_as_a_formula_does(cell in "[='+@\\-\t\r\n\0 ＝a]{0,6}|\\PC{0,20}") {
            let guarded = guarded(&cell);
            prop_assert!(!guarded.starts_with(FORMULA) && !guarded.starts_with(CONTROL), "{guarded:?}");
            prop_assert!(!guarded.trim_start().starts_with(FORMULA), "{guarded:?}");
        }

        #[test]
        fn every_cell_comes_back_as_it_was(cell in "[='+@\\-\t\r\n\0 ＝a]{0,6}|\\PC{0,20}") {
            let guarded = guarded(&cell);
            prop_assert_eq!(unguarded(&guarded), cell);
        }
    }
}
