//! What the gate lets through and what it does not, in documents with a bit of everything.

mod bytes;
mod cost;
mod hostile;
mod killers;
mod places;

use ::bytes::Bytes;
use uuid::Uuid;
use yrs::types::Attrs;
use yrs::updates::decoder::Decode as _;
use yrs::{
    Any, Doc, In, Map as _, MapPrelim, ReadTxn as _, StateVector, Text as _, TextPrelim, Transact as _,
    TransactionMut, Update, WriteTxn as _, Xml as _, XmlElementPrelim, XmlFragment as _, XmlTextPrelim,
};

use super::samples;
use crate::realtime::document::{Document, Verdict};
use crate::realtime::log::{Row, Snapshot};

const SANNE: Uuid = Uuid::from_u128(1);
const JORIS: Uuid = Uuid::from_u128(2);

/// A board, and the log that it is written to.
struct Board {
    document: Document,
    log: Vec<Row>,
}

impl Board {
    fn blank() -> Self {
        Self { document: Document::empty(samples::everything()), log: Vec::new() }
    }

    fn offer(&mut self, author: Uuid, update: &Bytes) -> Verdict {
        let applied = self.document.apply(author, &|_| None, std::slice::from_ref(update)).unwrap();
        self.log.extend(applied.change.map(|payload| Row { author, payload }));
        applied.verdicts.into_iter().next().unwrap()
    }

    /// Loaded anew from its log.
    fn reloaded(self) -> Self {
        Self { document: Document::load(samples::everything(), &self.log).unwrap(), log: self.log }
    }

    fn encoded(&self) -> Vec<u8> {
        self.document.doc().transact().encode_state_as_update_v1(&StateVector::default())
    }
}

/// Somebody's own document.
struct Page(Doc);

impl Page {
    fn new(client: u64) -> Self {
        Self(Doc::with_client_id(client))
    }

    /// What is sent for what `write` does.
    fn writes(&self, write: impl FnOnce(&mut TransactionMut<'_>)) -> Bytes {
        let mut transaction = self.0.transact_mut();
        write(&mut transaction);
        Bytes::from(transaction.encode_update_v1())
    }

    fn hears(&self, update: &[u8]) {
        self.0.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
    }

    fn everything(&self) -> Bytes {
        Bytes::from(self.0.transact().encode_state_as_update_v1(&StateVector::default()))
    }
}

/// Writes a bit of everything.
fn write_everything(transaction: &mut TransactionMut<'_>) {
    transaction.get_or_insert_text("text").insert(transaction, 0, "Hameren 🔨");
    let rich = transaction.get_or_insert_xml_fragment("rich");
    let heading = rich.push_back(transaction, XmlElementPrelim::empty("heading"));
    heading.insert_attribute(transaction, "level", Any::from(2_i32));
    heading.push_back(transaction, XmlTextPrelim::new("Kop"));
    let list = rich.push_back(transaction, XmlElementPrelim::empty("list"));
    list.insert_attribute(transaction, "start", Any::from(3.0));
    list.insert_attribute(transaction, "type", Any::Null);
    let item = list.push_back(transaction, XmlElementPrelim::empty("item"));
    let paragraph = item.push_back(transaction, XmlElementPrelim::empty("paragraph"));
    let text = paragraph.push_back(transaction, XmlTextPrelim::new("vet en los"));
    text.format(transaction, 0, 3, Attrs::from([("bold".into(), Any::Map(std::sync::Arc::default()))]));
    // With one attribute only: `yrs` writes several in whatever order.
    let link = [("href".to_owned(), Any::from("https://example.org"))];
    text.format(
        transaction,
        4,
        2,
        Attrs::from([("link".into(), Any::from(std::collections::HashMap::from(link)))]),
    );
    paragraph.push_back(transaction, XmlElementPrelim::empty("break"));
    write_note(transaction, "3f2c", "kaart");
}

fn write_note(transaction: &mut TransactionMut<'_>, id: &str, text: &str) {
    let notes = transaction.get_or_insert_map("notes");
    let note = MapPrelim::from_iter([
        ("block", In::from("left")),
        ("text", TextPrelim::new(text).into()),
        ("order", "a0".into()),
        ("partner", Any::Null.into()),
        ("seats", Any::from(20_i32).into()),
        ("drives", MapPrelim::from_iter([("care", true)]).into()),
    ]);
    notes.insert(transaction, id, note);
}

#[test]
fn honest_writing_of_every_kind_passes_and_loads_again() {
    let mut board = Board::blank();
    let sanne = Page::new(1);
    assert_eq!(board.offer(SANNE, &sanne.writes(write_everything)), Verdict::Taken);
    let joris = Page::new(2);
    joris.hears(&board.encoded());
    for change in [
        joris.writes(|transaction| transaction.get_or_insert_text("text").insert(transaction, 3, "!!")),
        joris.writes(|transaction| transaction.get_or_insert_text("text").remove_range(transaction, 1, 4)),
        joris.writes(|transaction| write_note(transaction, "77aa", "nog een")),
        joris.writes(|transaction| {
            drop(transaction.get_or_insert_map("notes").remove(transaction, "3f2c"));
        }),
        joris.writes(|transaction| transaction.get_or_insert_xml_fragment("rich").remove_range(transaction, 0, 1)),
    ] {
        assert_eq!(board.offer(JORIS, &change), Verdict::Taken);
    }
    let before = board.encoded();
    assert_eq!(board.reloaded().encoded(), before);
}

#[test]
fn what_is_known_already_is_anybodys_to_repeat() {
    let mut board = Board::blank();
    let sanne = Page::new(1);
    board.offer(SANNE, &sanne.writes(write_everything));
    assert_eq!(board.offer(JORIS, &sanne.everything()), Verdict::Taken);
    assert_eq!(board.log.len(), 1, "it changed nothing");
}

#[test]
fn a_client_id_belongs_to_who_wrote_first_under_it_also_after_a_reload() {
    use crate::realtime::gate::Refusal;

    let mut board = Board::blank();
    let page = Page::new(1);
    board.offer(SANNE, &page.writes(|transaction| transaction.get_or_insert_text("text").push(transaction, "a")));
    let more = page.writes(|transaction| transaction.get_or_insert_text("text").push(transaction, "b"));
    assert_eq!(board.offer(JORIS, &more), Verdict::Refused(Refusal::Owner));
    let mut board = board.reloaded();
    assert_eq!(board.document.owners(), [(1, SANNE)]);
    assert_eq!(board.offer(JORIS, &more), Verdict::Refused(Refusal::Owner));
    assert_eq!(board.offer(SANNE, &more), Verdict::Taken);

    let start = Snapshot { seq: 2, state: Bytes::from(board.encoded()), owners: vec![(1, JORIS)] };
    let mut document = Document::load_from(samples::everything(), &start, &[]).unwrap();
    let more = page.writes(|transaction| transaction.get_or_insert_text("text").push(transaction, "c"));
    let applied = document.apply(SANNE, &|_| None, &[more]).unwrap();
    assert_eq!(applied.verdicts, [Verdict::Refused(Refusal::Owner)], "a snapshot says itself who owns what");
}

#[test]
fn nobody_writes_under_the_id_of_somebody_who_is_here_and_wrote_nothing_yet() {
    use crate::realtime::gate::Refusal;

    let mut board = Board::blank();
    let update = Page::new(7).writes(write_everything);
    let joris_is_here = |client| (client == 7).then_some(JORIS);
    let offered = std::slice::from_ref(&update);
    let applied = board.document.apply(SANNE, &joris_is_here, offered).unwrap();
    assert_eq!(applied.verdicts, [Verdict::Refused(Refusal::Owner)]);
    assert_eq!(board.document.apply(JORIS, &joris_is_here, offered).unwrap().verdicts, [Verdict::Taken]);
}
