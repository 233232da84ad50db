//! Opening a board that much was written on, with nothing of it in hand.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use uuid::Uuid;
use yrs::{Any, Map as _, MapPrelim, MapRef, Text as _, TextPrelim, TextRef, Transact as _};

use crate::client;
use crate::edit;
use crate::latency::{Latencies, Percentiles};
use crate::target::Target;

/// How many people wrote it, each on cards of their own.
const WRITERS: usize = 20;
/// How many characters are typed before another place is written at.
const RUN: usize = 12;
/// How many operations make a card that one goes on with another.
const CARD: usize = 500;

/// How often one comes alone, and fifty come together.
const ALONE: usize = 20;
const TOGETHER: usize = 5;
pub(crate) const CROWD: usize = 50;

/// How long joining took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    pub(crate) operations: usize,
    /// The document as it is sent, in bytes.
    pub(crate) bytes: usize,
    /// The very first, for whom the room had to load the document from the log.
    pub(crate) first: Duration,
    /// One after the other.
    pub(crate) alone: Percentiles,
    /// Fifty at once.
    pub(crate) together: Percentiles,
}

/// Opens `board`, which `operations` operations were written on, from nothing until all of it is there.
pub(crate) async fn run(target: &Target, board: Uuid, operations: usize) -> Outcome {
    let way = |person: usize| target.way(board, person);
    let began = Instant::now();
    let (opened, everything) = client::join(&way(0)).await;
    let first = began.elapsed();
    let written = edit::contents(&everything).iter().map(|(_, clocks)| clocks.len()).sum::<usize>();
    assert!(written >= operations / 2, "{written} of what was written is there");
    let join = async |person: usize, began: Instant| {
        let (_socket, again) = client::join(&way(person)).await;
        let took = began.elapsed();
        assert_eq!(again.len(), everything.len(), "everybody gets the same document");
        took
    };
    let mut alone = Latencies::default();
    for person in 0..ALONE {
        alone.record(join(person, Instant::now()).await);
    }
    let mut together = Latencies::default();
    for _ in 0..TOGETHER {
        let began = Instant::now();
        for took in join_all((0..CROWD).map(|person| join(person, began))).await {
            together.record(took);
        }
    }
    drop(opened);
    Outcome {
        operations,
        bytes: everything.len(),
        first,
        alone: alone.percentiles().unwrap_or_default(),
        together: together.percentiles().unwrap_or_default(),
    }
}

/// What people wrote, operation by operation and each as its own update: they type some characters, now and then take
/// one back, and go on elsewhere. The same in every run. Who wrote it goes by number.
pub(crate) fn written(operations: usize) -> Vec<(usize, Vec<u8>)> {
    let mut writers: Vec<Writer> = (0..WRITERS).map(Writer::new).collect();
    (0..operations).map(|operation| (operation % WRITERS, writers[operation % WRITERS].operation())).collect()
}

struct Writer {
    document: yrs::Doc,
    notes: MapRef,
    card: Option<TextRef>,
    number: usize,
    operations: usize,
    cursor: u32,
    chance: Chance,
}

impl Writer {
    fn new(number: usize) -> Self {
        let document = edit::document(0x5000_0000 + number as u64);
        let notes = document.get_or_insert_map("notes");
        let chance = Chance(0x9e37_79b9 + number as u64);
        Self { document, notes, card: None, number, operations: 0, cursor: 0, chance }
    }

    /// One operation, as the update that goes over the wire.
    fn operation(&mut self) -> Vec<u8> {
        let mut transaction = self.document.transact_mut();
        let card = if self.operations.is_multiple_of(CARD) { None } else { self.card.clone() };
        self.operations += 1;
        let Some(card) = card else {
            let id = Uuid::from_u128(((self.number as u128) << 64) | self.operations as u128).to_string();
            // Key by key: a prepared map has no order, and this is to be the same in every run.
            let note = self.notes.insert(&mut transaction, id, MapPrelim::default());
            note.insert(&mut transaction, "block", "channels");
            note.insert(&mut transaction, "order", "a0");
            note.insert(&mut transaction, "partner", Any::Null);
            self.card = Some(note.insert(&mut transaction, "text", TextPrelim::new("-")));
            self.cursor = 1;
            transaction.commit();
            return transaction.encode_update_v1();
        };
        let length = yrs::Text::len(&card, &transaction);
        if self.chance.one_in(RUN) {
            self.cursor = 1 + self.chance.below(length);
            self.cursor = self.cursor.min(length);
        }
        if self.cursor > 1 && self.chance.one_in(RUN) {
            self.cursor -= 1;
            card.remove_range(&mut transaction, self.cursor, 1);
        } else {
            let letter = char::from(b'a' + u8::try_from(self.chance.below(26)).unwrap_or(0));
            card.insert(&mut transaction, self.cursor, &letter.to_string());
            self.cursor += 1;
        }
        transaction.commit();
        transaction.encode_update_v1()
    }
}

/// Numbers that look random and are the same in every run (xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next() % u64::from(end.max(1))).unwrap_or(0)
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.next().is_multiple_of(times as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yrs::updates::decoder::Decode as _;
    use yrs::{ReadTxn as _, Update};

    #[test]
    fn what_was_written_is_one_document_and_the_same_in_every_run() {
        let updates = written(2_000);
        assert_eq!(updates.len(), 2_000);
        assert!(updates == written(2_000));
        let document = edit::document(1);
        document.get_or_insert_map("notes");
        let mut transaction = document.transact_mut();
        for (_, update) in &updates {
            transaction.apply_update(Update::decode_v1(update).unwrap()).unwrap();
        }
        assert!(!transaction.has_missing_updates());
        assert_eq!(transaction.state_vector().len(), WRITERS);
        assert!(transaction.get_map("notes").unwrap().len(&transaction) as usize >= WRITERS);
        assert!(!transaction.snapshot().delete_set.is_empty(), "some of it was taken back");
    }
}
