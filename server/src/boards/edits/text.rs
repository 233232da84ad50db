//! Shared plain texts: changed by as little as possible, so that carets stand where they stood and what somebody else
//! types at the same moment stays.

use std::time::Duration;

use similar::TextDiff;
use yrs::{GetString as _, Text, TextRef, TransactionMut};

/// How long it is looked for the least that differs; after that more than that may be rewritten.
const PATIENCE: Duration = Duration::from_millis(200);

/// Makes a shared text say `wanted`.
pub(in crate::boards) fn rewrite(transaction: &mut TransactionMut<'_>, text: &TextRef, wanted: &str) {
    rewrite_letters(transaction, text, &text.get_string(transaction), wanted);
}

/// Makes the letters of a shared text, which are `before` now, `wanted`.
pub(in crate::boards) fn rewrite_letters(
    transaction: &mut TransactionMut<'_>,
    text: &impl Text,
    before: &str,
    wanted: &str,
) {
    // From the end, so that no edit moves the place of another.
    for edit in differences(before, wanted).into_iter().rev() {
        if edit.remove > 0 {
            text.remove_range(transaction, edit.index, edit.remove);
        }
        if !edit.insert.is_empty() {
            text.insert(transaction, edit.index, edit.insert);
        }
    }
}

/// How long a text is for everybody who counts: in UTF-16 units, as JavaScript and Yjs do.
pub(super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// As a browser's field gives it: a line ends with `\n`.
pub(super) fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// As the web writes into a field of one line: a line break, and what is blank before and behind it, is one space.
pub(super) fn one_line(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for (index, line) in text.split(['\n', '\r']).enumerate() {
        if index == 0 {
            joined.push_str(line);
        } else {
            joined.truncate(joined.trim_end().len());
            joined.push(' ');
            joined.push_str(line.trim_start());
        }
    }
    joined
}

/// At `index`, `remove` units make way for `insert`.
#[derive(Debug, PartialEq, Eq)]
struct Edit<'a> {
    index: u32,
    remove: u32,
    insert: &'a str,
}

/// The edits that make `after` of `before`, in their order: words that both have stay as they are, and of a word that
/// differs the letters at both ends that do not.
fn differences<'a>(before: &str, after: &'a str) -> Vec<Edit<'a>> {
    let words = TextDiff::configure().timeout(PATIENCE).diff_words(before, after);
    let length_of = |slices: &[&str]| slices.iter().map(|word| length(word)).sum::<usize>();
    let bytes_of = |slices: &[&str]| slices.iter().map(|word| word.len()).sum::<usize>();
    let (mut edits, mut units, mut old, mut new) = (Vec::new(), 0, 0, 0);
    for op in words.ops() {
        let old_words = &words.old_slices()[op.old_range()];
        let new_words = &words.new_slices()[op.new_range()];
        let (old_end, new_end) = (old + bytes_of(old_words), new + bytes_of(new_words));
        if let Some(edit) = difference(&before[old..old_end], &after[new..new_end]) {
            edits.push(Edit { index: units + edit.index, ..edit });
        }
        units += u32::try_from(length_of(old_words)).unwrap_or(u32::MAX);
        (old, new) = (old_end, new_end);
    }
    edits
}

/// The smallest single edit that makes `after` of `before`; none when they are the same. It works on whole characters,
/// so it never splits a surrogate pair.
fn difference<'a>(before: &str, after: &'a str) -> Option<Edit<'a>> {
    if before == after {
        return None;
    }
    let alike = |(one, other): &(char, char)| one == other;
    let bytes = |(one, _): (char, char)| one.len_utf8();
    let prefix: usize = before.chars().zip(after.chars()).take_while(alike).map(bytes).sum();
    let (before_rest, after_rest) = (&before[prefix..], &after[prefix..]);
    let suffix: usize = before_rest.chars().rev().zip(after_rest.chars().rev()).take_while(alike).map(bytes).sum();
    let units = |text: &str| u32::try_from(length(text)).unwrap_or(u32::MAX);
    Some(Edit {
        index: units(&before[..prefix]),
        remove: units(&before_rest[..before_rest.len() - suffix]),
        insert: &after_rest[..after_rest.len() - suffix],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use yrs::{Doc, OffsetKind, Options, Transact as _};

    #[test]
    fn only_what_differs_is_changed_and_counted_in_utf_16_units() {
        for (before, after, index, remove, insert) in [
            ("", "ham", 0, 0, "ham"),
            ("ham", "", 0, 3, ""),
            ("hamer", "hamster", 3, 0, "st"),
            ("een twee drie", "een drie", 4, 5, ""),
            ("aaa", "aa", 2, 1, ""),
            ("👍🏽 goed", "👍🏿 goed", 2, 2, "🏿"),
            ("é👍", "é👎", 1, 2, "👎"),
            ("x", "y", 0, 1, "y"),
        ] {
            assert_eq!(difference(before, after), Some(Edit { index, remove, insert }), "{before} → {after}");
        }
        assert_eq!(difference("ham", "ham"), None);
    }

    #[test]
    fn words_that_both_have_stay() {
        let edits = differences("👍 elk kind leest", "Nu: 👍 elk kind las. Echt.");
        let edits: Vec<_> = edits.iter().map(|edit| (edit.index, edit.remove, edit.insert)).collect();
        assert_eq!(edits, [(0, 0, "Nu: "), (13, 4, "as. Echt.")]);
        assert!(differences("ham", "ham").is_empty());
    }

    #[test]
    fn a_rewritten_text_says_what_was_wanted() {
        let doc = Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::default() });
        let text = doc.get_or_insert_text("text");
        let mut transaction = doc.transact_mut();
        for wanted in ["", "één 👩‍👩‍👧 twee", "één 👩‍👦 drie", "ön 👩‍👦 drie", "👍", "👎👍", ""]
        {
            rewrite(&mut transaction, &text, wanted);
            assert_eq!(text.get_string(&transaction), wanted);
        }
    }

    #[test]
    fn lines_end_as_they_do_in_a_browser() {
        assert_eq!(lines("a\r\nb\rc\nd"), "a\nb\nc\nd");
        assert_eq!(one_line("een \r\n\r\n  twee\ndrie "), "een twee drie ");
        assert_eq!(one_line("  een  regel "), "  een  regel ");
        assert_eq!(one_line("een\n"), "een ");
        assert_eq!(one_line("\n\neen"), " een");
    }
}
