//! Snapshots of documents that three people wrote on at the same time, and deleted from.

use std::collections::HashMap;

use yrs::updates::decoder::Decode as _;
use yrs::{
    Any, Doc, Map as _, MapPrelim, OffsetKind, Options, Text as _, TextPrelim, Transact as _, TransactionMut,
    Update, WriteTxn as _, Xml as _, XmlElementPrelim, XmlFragment as _, XmlTextPrelim,
};

use super::*;
use crate::realtime::gate::samples;

/// The same numbers for every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 % u64::from(limit.max(1))).unwrap()
    }
}

/// Rows as three people write them who see each other's edits late.
fn written_by_three(edits: usize, seed: u64) -> Vec<Row> {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let people: Vec<Doc> = (1..=3)
        .map(|client| {
            let id = yrs::ClientID::new(client);
            let doc = Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::with_client_id(id) });
            doc.get_or_insert_text("text");
            doc.get_or_insert_map("notes");
            doc.get_or_insert_xml_fragment("rich");
            doc
        })
        .collect();
    let mut known = [0; 3];
    let mut rows: Vec<Row> = Vec::new();
    for _ in 0..edits {
        let who = dice.below(3) as usize;
        let doc = &people[who];
        if dice.below(4) == 0 {
            for row in &rows[known[who]..] {
                doc.transact_mut().apply_update(Update::decode_v1(&row.payload).unwrap()).unwrap();
            }
            known[who] = rows.len();
        }
        let mut transaction = doc.transact_mut();
        edit(&mut transaction, &mut dice);
        let payload = Bytes::from(transaction.encode_update_v1());
        rows.push(Row { author: Uuid::from_u128(who as u128), payload });
    }
    rows
}

fn edit(transaction: &mut TransactionMut<'_>, dice: &mut Dice) {
    let text = transaction.get_or_insert_text("text");
    let cards = transaction.get_or_insert_map("notes");
    let rich = transaction.get_or_insert_xml_fragment("rich");
    let card = format!("card {}", dice.below(12));
    match dice.below(9) {
        0..3 => {
            let place = dice.below(text.len(transaction) + 1);
            text.insert(transaction, place, ["ham", "er", "en 🔨"][dice.below(3) as usize]);
        }
        3 => {
            let place = dice.below(text.len(transaction) / 2);
            let length = dice.below(6).min(text.len(transaction) - place);
            text.remove_range(transaction, place, length);
        }
        4 => {
            let entries = [("block", Any::from("channels")), ("seats", Any::from(i64::from(dice.below(20))))];
            let made = cards.insert(transaction, card, MapPrelim::from(entries));
            made.insert(transaction, "text", TextPrelim::new("een kaart"));
        }
        5 => drop(cards.remove(transaction, &card)),
        6 => {
            let place = dice.below(rich.len(transaction) + 1);
            let heading = rich.insert(transaction, place, XmlElementPrelim::empty("heading"));
            heading.insert_attribute(transaction, "level", Any::from(i64::from(2 + dice.below(2))));
            heading.insert_attribute(transaction, "start", Any::Null);
            let words = heading.insert(transaction, 0, XmlTextPrelim::new("wat we samen willen"));
            let link = HashMap::from([("href".to_owned(), Any::from("https://voorbeeld.nl"))]);
            let marks = [("bold".into(), Any::from(true)), ("link".into(), Any::from(link))];
            words.format(transaction, dice.below(10), 5, marks.into_iter().collect());
        }
        7 if rich.len(transaction) > 0 => {
            let place = dice.below(rich.len(transaction));
            rich.remove_range(transaction, place, 1);
        }
        _ => text.push(transaction, "."),
    }
}

fn load(start: Option<&Snapshot>, rows: &[Row]) -> Document {
    match start {
        None => Document::load(samples::everything(), rows).unwrap(),
        Some(start) => Document::load_from(samples::everything(), start, rows).unwrap(),
    }
}

#[test]
fn a_snapshot_and_what_came_after_it_say_what_all_rows_say() {
    for seed in 1..=8 {
        let rows = written_by_three(300, seed);
        let whole = load(None, &rows);
        for cut in (0..=rows.len()).step_by(25) {
            let kept =
                snapshot(&load(None, &rows[..cut]), samples::everything(), i64::try_from(cut).unwrap()).unwrap();
            let document = load(Some(&kept), &rows[cut..]);
            assert_eq!(outline(&document), outline(&whole), "seed {seed}, kept at {cut}");
            assert!(has_all_of(&document, &whole), "seed {seed}, kept at {cut}");
        }
    }
}

#[test]
fn a_snapshot_of_a_snapshot_and_rows_says_the_same_again() {
    let rows = written_by_three(600, 42);
    let mut kept: Option<Snapshot> = None;
    for (part, seq) in rows.chunks(50).zip((50..).step_by(50)) {
        kept = snapshot(&load(kept.as_ref(), part), samples::everything(), seq);
        assert!(kept.is_some(), "{seq}");
    }
    assert_eq!(outline(&load(kept.as_ref(), &[])), outline(&load(None, &rows)));
}

#[test]
fn a_snapshot_of_something_else_is_not_faithful() {
    let rows = written_by_three(200, 7);
    let document = load(None, &rows);
    let faithful = snapshot(&document, samples::everything(), 200).unwrap();
    assert!(faithful.is_faithful(&document, samples::everything()));
    let of_less = snapshot(&load(None, &rows[..190]), samples::everything(), 190).unwrap();
    assert!(!of_less.is_faithful(&document, samples::everything()), "it lacks the last rows");
    let deletion = load(Some(&faithful), &[]);
    let text = deletion.doc().get_or_insert_text("text");
    text.remove_range(&mut deletion.doc().transact_mut(), 0, 1);
    assert!(!faithful.is_faithful(&deletion, samples::everything()), "what was deleted would come back");
    let cut_short = Snapshot { state: faithful.state.slice(..faithful.state.len() - 1), ..faithful };
    assert!(!cut_short.is_faithful(&document, samples::everything()));
}

#[test]
fn a_board_is_kept_whole_when_it_has_grown_by_enough_rows_or_bytes() {
    let row = |size| Row { author: Uuid::nil(), payload: Bytes::from(vec![0; size]) };
    let mut growth = Growth::default();
    growth.add(Growth::by(&vec![row(10); 499]));
    assert!(!growth.is_due());
    growth.add(Growth::by(&[row(10)]));
    assert!(growth.is_due());
    growth.start_again();
    assert!(!growth.is_due());
    growth.add(Growth::by(&[row(1 << 20)]));
    assert!(growth.is_due(), "one row that is large enough");
}

#[test]
fn a_large_board_is_kept_whole_less_often() {
    let state = Bytes::from(vec![0; 1 << 20]);
    let mut growth = Growth::since(&Snapshot { seq: 1, state, owners: Vec::new() });
    growth.add(Growth { rows: 2_047, ..Growth::default() });
    assert!(!growth.is_due());
    growth.add(Growth { rows: 1, ..Growth::default() });
    assert!(growth.is_due());
}
