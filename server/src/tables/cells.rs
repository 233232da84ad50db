//! Cells of a table that a spreadsheet opens, kept from being formulas (OWASP, CSV injection).
//!
//! A spreadsheet may take another character for the one that separates cells, as Excel does in Dutch, and then finds
//! cells within ours. So wherever one could begin, what could be a formula gets an apostrophe, which says "this is text".

/// What makes a spreadsheet take a cell for a formula, also in full width, as East Asian spreadsheets do.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// What a spreadsheet may drop, or take for the end of a cell, before it looks what comes next.
const CONTROL: [char; 4] = ['\t', '\r', '\n', '\0'];
/// What a spreadsheet may take for the end of a cell, or for the beginning of what is in one.
const BOUNDARY: [char; 6] = [',', ';', '\t', '\r', '\n', '"'];

/// The cell as it goes out.
pub(crate) fn guarded(cell: &str) -> String {
    let mut guarded = String::with_capacity(cell.len());
    for (place, part) in parts(cell) {
        if place.is_risky(part.trim_start_matches('\'')) {
            guarded.push('\'');
        }
        guarded.push_str(part);
    }
    guarded
}

/// The cell as it was before it was [`guarded`].
pub(crate) fn unguarded(cell: &str) -> String {
    let unguard = |(place, part): (Place, &'_ str)| match part.strip_prefix('\'') {
        Some(rest) if place.is_risky(rest.trim_start_matches('\'')) => rest.to_owned(),
        _ => part.to_owned(),
    };
    parts(cell).map(unguard).collect()
}

/// Where a part of a cell stands.
#[derive(Clone, Copy)]
enum Place {
    First,
    Within,
}

impl Place {
    /// Whether a cell that begins like this could be a formula.
    fn is_risky(self, part: &str) -> bool {
        let is_blank = |c: char| c == '\0' || (c.is_whitespace() && !BOUNDARY.contains(&c));
        part.trim_start_matches(is_blank).starts_with(FORMULA)
            || (matches!(self, Self::First) && part.starts_with(CONTROL))
    }
}

/// A cell in parts, each up to a boundary and with it.
fn parts(cell: &str) -> impl Iterator<Item = (Place, &str)> {
    let places = std::iter::once(Place::First).chain(std::iter::repeat(Place::Within));
    places.zip(cell.split_inclusive(BOUNDARY))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_becomes_text() {
        for cell in ["=1+1", "+31 6", "-5", "@SUM(A1)", "\r", "\0", "＝1", "  =1", "\u{a0}=1"] {
            assert_eq!(guarded(cell), format!("'{cell}"), "{cell:?}");
        }
        for cell in ["", "Samen", "'s middags", "1=1", "a@b.nl", "'", "''", "Een, twee; \"drie\"\nvier"] {
            assert_eq!(guarded(cell), cell);
        }
    }

    #[test]
    fn a_formula_within_a_cell_becomes_text_too() {
        assert_eq!(guarded("x;=1+1;y"), "x;'=1+1;y");
        assert_eq!(guarded("x,\"=1\"\n@a"), "x,\"'=1\"\n'@a");
        assert_eq!(guarded("\t=1"), "'\t'=1");
    }

    const CELLS: &str = "[='+@\\-,;\"\t\r\n\0 ＝a]{0,8}|\\PC{0,20}";

    proptest! {
        #[test]
        fn no_cell_begins_as_a_formula_does_whatever_separates_them(cell in CELLS) {
            let guarded = guarded(&cell);
            prop_assert!(!guarded.starts_with(CONTROL), "{guarded:?}");
            for separator in [',', ';', '\t'] {
                for found in guarded.split([separator, '\r', '\n']) {
                    let cell = found.trim_start_matches(|c: char| c.is_whitespace() || c == '\0' || c == '"');
                    prop_assert!(!cell.starts_with(FORMULA), "{found:?} in {guarded:?}");
                }
            }
        }

        #[test]
        fn every_cell_comes_back_as_it_was(cell in CELLS) {
            let guarded = guarded(&cell);
            prop_assert_eq!(unguarded(&guarded), cell);
        }
    }
}
