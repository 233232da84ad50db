//! A board with a long past: edits that three people really made, each in a document of their own, written straight
//! into the log, because typing them would take a day.

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use samenspel::boards::append_to_log;
use samenspel::database::Database;
use samenspel::realtime::{Append, Appended, Row};
use uuid::Uuid;
use yrs::updates::decoder::Decode as _;
use yrs::{
    Any, Doc, GetString as _, Map as _, Out, ReadTxn as _, Text as _, Transact as _, TransactionMut, Update,
    WriteTxn as _,
};

use crate::writing;

/// How many rows get the same time, and go in together.
const ROWS_AT_ONCE: usize = 250;
/// How many cards there are at most.
const CARDS: u64 = 60;

/// Edits on a canvas, one a row.
#[derive(Debug)]
pub struct LongPast {
    people: Vec<(Uuid, Doc)>,
    rows: Vec<Row>,
    /// How many of the rows each of the people has seen.
    seen: Vec<usize>,
    dice: u64,
}

impl LongPast {
    /// By these accounts, on a board that has `rows` on it.
    pub fn new(accounts: &[&str], rows: Vec<Row>) -> Self {
        let people = accounts.iter().map(|id| (id.parse().expect("an id"), writing::new_document())).collect();
        Self { people, rows, seen: vec![0; accounts.len()], dice: 0x9e37_79b9_7f4a_7c15 }
    }

    /// Makes as many edits: typing, deleting a few letters, laying and taking away cards, moving one.
    pub fn make(&mut self, edits: usize) {
        for _ in 0..edits {
            let who = usize::try_from(self.below(self.people.len() as u64)).expect("a few people");
            // One hears of the others after a moment, so edits are made beside each other all the time.
            if self.below(4) == 0 {
                self.hear(who);
            }
            let (account, doc) = self.people[who].clone();
            let dice = [self.below(100), self.below(CARDS), self.below(1 << 32), self.below(6)];
            let mut transaction = doc.transact_mut();
            edit(&mut transaction, dice);
            let payload = Bytes::from(transaction.encode_update_v1());
            self.rows.push(Row { author: account, payload });
        }
    }

    /// Writes what was made after row `after` into the log, a minute for every few hundred edits.
    pub async fn write(&self, database: &Database, board: &str, after: usize, start: DateTime<Utc>) {
        let board: Uuid = board.parse().expect("an id");
        let mut after = after;
        let mut at = start;
        while after < self.rows.len() {
            let rows: Vec<Row> = self.rows[after..].iter().take(ROWS_AT_ONCE).cloned().collect();
            let transaction = database.begin().await.unwrap();
            let append = Append { board, after: i64::try_from(after).unwrap(), rows };
            let written = append_to_log(&transaction, &append, at).await.unwrap();
            after += append.rows.len();
            assert_eq!(written, Appended::Stored { seq: i64::try_from(after).unwrap() });
            transaction.commit().await.unwrap();
            at += TimeDelta::minutes(1);
        }
    }

    /// All rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    fn hear(&mut self, who: usize) {
        let mut transaction = self.people[who].1.transact_mut();
        for row in &self.rows[self.seen[who]..] {
            transaction.apply_update(Update::decode_v1(&row.payload).unwrap()).unwrap();
        }
        self.seen[who] = self.rows.len();
    }

    /// The same numbers in every run.
    fn below(&mut self, limit: u64) -> u64 {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        self.dice % limit
    }
}

fn edit(transaction: &mut TransactionMut<'_>, [kind, card, place, length]: [u64; 4]) {
    let id = format!("card-{card}");
    let notes = transaction.get_or_insert_map("notes");
    let Some(Out::YMap(note)) = notes.get(transaction, &id) else {
        return writing::add_card(transaction, &id, "channels", "Een nieuwe kaart");
    };
    let Some(Out::YText(text)) = note.get(transaction, "text") else { return };
    let end = u64::from(text.len(transaction));
    let (place, length) = (place % (end + 1), 1 + length);
    let short = |number: u64| u32::try_from(number).expect("a short text");
    match kind {
        0 => drop(notes.remove(transaction, &id)),
        1..4 => drop(note.insert(transaction, "order", Any::from(format!("a{place}")))),
        // As much as is typed, so that a text stays as long as people make them.
        4..40 if end > 100 => text.remove_range(transaction, short(place), short(length.min(end - place))),
        4..20 => text.remove_range(transaction, short(place), short(length.min(end - place))),
        _ => text.insert(
            transaction,
            short(place),
            ["samen", " ", "e", "n", " werken", "."][short(length) as usize - 1],
        ),
    }
    debug_assert!(transaction.get_map("notes").is_some() && text.get_string(transaction).len() < 10_000);
}
