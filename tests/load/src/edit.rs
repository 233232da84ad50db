//! One typed character: as a frame that needs no document to make, and found again in whatever the server sends.
//!
//! Every client types at the end of a card of its own. A Yjs client numbers what it inserts, so character `n` has the
//! client's id and a clock that is known before; wherever the server merged it into, it can be told which it is.

use std::ops::Range;

use bytes::Bytes;
use yrs::encoding::read::{Cursor, Read as _};
use yrs::encoding::write::Write as _;
use yrs::updates::decoder::Decode as _;
use yrs::{
    Any, ClientID, Doc, Map as _, MapPrelim, OffsetKind, Options, ReadTxn as _, TextPrelim, Transact as _, Update,
    WriteTxn as _,
};

/// A string that follows something on its left.
const STRING_WITH_ORIGIN: u8 = 0x84;

/// What the server says, as far as a light client cares.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Heard<'a> {
    /// It asks what we have.
    Question,
    /// All that we lacked.
    Everything(&'a [u8]),
    /// Somebody wrote something.
    Update(&'a [u8]),
    /// So many of our writes are durable.
    Saved(u64),
    /// Where people are, or something else.
    Other,
}

/// Lays a card, with a first character in it, as client `client`. Gives the update and the clock of what comes next.
pub(crate) fn card(client: u64, id: &str) -> (Vec<u8>, u32) {
    let document = document(client);
    let mut transaction = document.transact_mut();
    let notes = transaction.get_or_insert_map("notes");
    let note = notes.insert(&mut transaction, id, MapPrelim::from([("block", "channels"), ("order", "a0")]));
    note.insert(&mut transaction, "partner", Any::Null);
    note.insert(&mut transaction, "text", TextPrelim::new("-"));
    transaction.commit();
    (transaction.encode_update_v1(), transaction.state_vector().get(&ClientID::new(client)))
}

/// A document that counts as JavaScript does.
pub(crate) fn document(client: u64) -> Doc {
    let options = Options::with_client_id(ClientID::new(client));
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..options })
}

/// The frame in which `client` types a character after the one before `clock`.
pub(crate) fn typed(client: u64, clock: u32) -> Bytes {
    let mut update = Vec::with_capacity(24);
    // One client, one block of it.
    update.write_var(1_u32);
    update.write_var(1_u32);
    update.write_var(client);
    update.write_var(clock);
    update.write_u8(STRING_WITH_ORIGIN);
    update.write_var(client);
    update.write_var(clock - 1);
    update.write_string("x");
    // Nothing is deleted.
    update.write_var(0_u32);
    frame(2, &update)
}

/// "I have nothing; send me all."
pub(crate) fn question() -> Bytes {
    frame(0, &[0])
}

/// "You lack nothing of mine."
pub(crate) fn nothing_new() -> Bytes {
    frame(1, &[0, 0])
}

/// "I changed this."
pub(crate) fn update(update: &[u8]) -> Bytes {
    frame(2, update)
}

/// "Here I am."
pub(crate) fn presence(client: u64, clock: u32) -> Bytes {
    let mut list = Vec::new();
    list.write_var(1_u32);
    list.write_var(client);
    list.write_var(clock);
    list.write_string(r#"{"room":"canvas"}"#);
    let mut bytes = Vec::new();
    bytes.write_var(1_u32);
    bytes.write_buf(list);
    Bytes::from(bytes)
}

fn frame(step: u32, payload: &[u8]) -> Bytes {
    let mut bytes = Vec::with_capacity(payload.len() + 6);
    bytes.write_var(0_u32);
    bytes.write_var(step);
    bytes.write_buf(payload);
    Bytes::from(bytes)
}

/// Reads a frame of the server's.
pub(crate) fn read(frame: &[u8]) -> Heard<'_> {
    read_frame(frame).expect("the server speaks the protocol")
}

fn read_frame(frame: &[u8]) -> Result<Heard<'_>, yrs::encoding::read::Error> {
    let mut cursor = Cursor::new(frame);
    Ok(match cursor.read_var::<u32>()? {
        0 => match cursor.read_var::<u32>()? {
            0 => Heard::Question,
            1 => Heard::Everything(last(frame, cursor.read_buf()?.len())),
            _ => Heard::Update(last(frame, cursor.read_buf()?.len())),
        },
        100 => Heard::Saved(cursor.read_var()?),
        _ => Heard::Other,
    })
}

/// A payload is the last of its frame.
fn last(frame: &[u8], length: usize) -> &[u8] {
    &frame[frame.len() - length..]
}

/// Whose characters are in an update, and which: for each client the clocks.
pub(crate) fn contents(update: &[u8]) -> Vec<(u64, Range<u32>)> {
    let update = Update::decode_v1(update).expect("the server sends valid updates");
    let insertions = update.insertions(true);
    insertions
        .iter()
        .flat_map(|(client, ranges)| ranges.iter().map(|range| (client.get(), range.clone())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use yrs::types::ToJson as _;

    const CLIENT: u64 = 0x4000_0123;

    fn applied(document: &Doc, frame: &[u8]) {
        let Heard::Update(update) = read(frame) else { panic!("no update") };
        let mut transaction = document.transact_mut();
        transaction.apply_update(Update::decode_v1(update).unwrap()).unwrap();
        assert!(!transaction.has_missing_updates());
    }

    #[test]
    fn what_is_typed_without_a_document_appears_in_one() {
        let (laid, next) = card(CLIENT, "note");
        let document = document(7);
        applied(&document, &update(&laid));
        for typed_before in 0..3 {
            applied(&document, &typed(CLIENT, next + typed_before));
        }
        let transaction = document.transact();
        let notes = transaction.get_map("notes").unwrap().to_json(&transaction);
        let notes = serde_json::to_value(notes).unwrap();
        assert_eq!(notes["note"]["text"], "-xxx");
        assert_eq!(notes["note"]["block"], "channels");
    }

    #[test]
    fn every_character_is_found_again_in_a_merged_update() {
        let other = CLIENT + 1;
        let mut updates = Vec::new();
        for (client, clock) in [(CLIENT, 6), (other, 9), (CLIENT, 7)] {
            let frame = typed(client, clock);
            let Heard::Update(update) = read(&frame) else { panic!("no update") };
            updates.push(update.to_vec());
        }
        let merged = yrs::merge_updates_v1(&updates).unwrap();
        let mut found = contents(&merged);
        found.sort_by_key(|(client, range)| (*client, range.start));
        assert_eq!(found, [(CLIENT, 6..8), (other, 9..10)]);
    }

    #[test]
    fn what_the_server_says_is_told_apart() {
        assert_eq!(read(&question()), Heard::Question);
        assert_eq!(read(&nothing_new()), Heard::Everything(&[0, 0]));
        assert_eq!(read(&[100, 0xac, 0x02]), Heard::Saved(300));
        assert_eq!(read(&presence(1, 1)), Heard::Other);
    }
}
