//! A pasted list: one card a line.

use super::rows::Said;

/// What people and word processors put before the items of a list.
const BULLETS: [char; 16] = ['-', '*', '+', '•', '‣', '◦', '▪', '▫', '●', '○', '■', '□', '–', '—', '·', '➢'];

/// Reads at most `most` lines; blank ones are left out.
pub(super) fn read(text: &str, most: usize) -> Vec<Said> {
    let items = (1..).zip(text.lines()).map(|(line, item)| (line, without_bullet(item)));
    let rows = items.filter(|(_, text)| !text.is_empty()).map(|(line, text)| Said {
        line,
        block: String::new(),
        text: text.to_owned(),
        partner: String::new(),
    });
    rows.take(most).collect()
}

/// A line without the bullet, number or letter that makes it an item, and without a box to tick.
pub(super) fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let item = bulleted(line).or_else(|| numbered(line)).unwrap_or(line);
    let boxes = ["[ ]", "[x]", "[X]", "☐", "☑", "☒"];
    boxes.iter().find_map(|mark| blank_first(item.strip_prefix(mark)?)).unwrap_or(item)
}

fn bulleted(line: &str) -> Option<&str> {
    blank_first(line.strip_prefix(BULLETS)?)
}

/// `1.`, `12)`, `(3)`, `a.` or `b)`: at most three digits, so that a year stays, or one letter.
fn numbered(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..=3).contains(&digits);
    let is_letter = inner.starts_with(|first: char| first.is_ascii_alphabetic());
    let length = if is_number { digits } else { usize::from(is_letter) };
    let rest = inner.get(length..).filter(|_| length > 0)?;
    let rest = if inner.len() < line.len() { rest.strip_prefix(')') } else { rest.strip_prefix(['.', ')']) };
    blank_first(rest?)
}

/// What comes after white space; nothing when there is none, because then the sign before belongs to the word.
fn blank_first(rest: &str) -> Option<&str> {
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_and_numbers_and_boxes_are_left_out() {
        for line in [
            "De bus",
            "- De bus",
            "  * De bus ",
            "•\tDe bus",
            "– De bus",
            "1. De bus",
            "12) De bus",
            "(3) De bus",
            "a. De bus",
            "B) De bus",
            "- [ ] De bus",
            "[x] De bus",
            "☐ De bus",
        ] {
            assert_eq!(without_bullet(line), "De bus", "{line:?}");
        }
    }

    #[test]
    fn what_only_looks_like_a_bullet_stays() {
        for line in
            ["-20% kosten", "+31 6 12345678", "2026. Het jaar", "1.5 liter", "e-mail", "*nieuw*", "(a) nd)b"]
        {
            let expected = if line == "(a) nd)b" { "nd)b" } else { line };
            assert_eq!(without_bullet(line), expected);
        }
    }

    #[test]
    fn a_row_knows_its_line_and_blank_lines_are_no_rows() {
        let rows = read("een\r\n\r\n- \n  • twee\n", 10);
        let told: Vec<_> = rows.iter().map(|row| (row.line, row.text.as_str())).collect();
        assert_eq!(told, [(1, "een"), (4, "twee")]);
        assert_eq!(read("a\nb\nc", 2).len(), 2);
    }
}
