//! The wire format of `y-websocket` (lib0 encoding), and our one addition to it, the *saved* message.
//!
//! Every length and count comes from the network: it is compared with what is left of the message before anything is
//! reserved for it.

use bytes::{BufMut as _, Bytes, BytesMut};
use yrs::{ClientID, StateVector};

/// The longest message a client may send, in bytes. Browsers send a message in one frame.
pub(crate) const LONGEST_FRAME: usize = 4 << 20;

/// The largest id of a Yjs client: what a JavaScript number holds exactly.
const LARGEST_CLIENT_ID: u64 = (1 << 53) - 1;

const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const QUERY_AWARENESS: u64 = 3;
const SAVED: u64 = 100;
const STEP_1: u64 = 0;
const STEP_2: u64 = 1;
const UPDATE: u64 = 2;

/// What a client says.
#[derive(Debug, PartialEq)]
pub(crate) enum Message {
    /// "This is what I have; send me the rest."
    Step1(StateVector),
    /// "This is all you lack", in answer to our step 1.
    Step2(Bytes),
    /// "I changed this."
    Update(Bytes),
    /// "This is where I am", for any number of client ids.
    Awareness(Vec<PresenceEntry>),
    /// "Who is here?"
    QueryAwareness,
    /// A kind of message that we do not know; it is ignored, so that clients may learn new ones first.
    Unknown,
}

/// One client id in an awareness message. The clock that came with it is dropped: the server keeps its own.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PresenceEntry {
    pub(crate) id: u64,
    /// JSON, not looked at yet; `null` when the client left.
    pub(crate) state: Bytes,
}

/// A message that is not what it says it is.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("malformed message")]
pub(crate) struct Malformed;

/// Reads one message.
pub(crate) fn read(frame: &Bytes) -> Result<Message, Malformed> {
    let mut reader = Reader { bytes: frame, at: 0 };
    let message = match reader.number()? {
        SYNC => read_sync(&mut reader)?,
        AWARENESS => Message::Awareness(read_awareness(&reader.buffer()?)?),
        QUERY_AWARENESS => Message::QueryAwareness,
        _ => return Ok(Message::Unknown),
    };
    if reader.left() == 0 { Ok(message) } else { Err(Malformed) }
}

fn read_sync(reader: &mut Reader<'_>) -> Result<Message, Malformed> {
    let kind = reader.number()?;
    let payload = reader.buffer()?;
    match kind {
        STEP_1 => Ok(Message::Step1(read_state_vector(&payload)?)),
        STEP_2 => Ok(Message::Step2(payload)),
        UPDATE => Ok(Message::Update(payload)),
        _ => Err(Malformed),
    }
}

fn read_state_vector(payload: &Bytes) -> Result<StateVector, Malformed> {
    let mut reader = Reader { bytes: payload, at: 0 };
    // A client and its clock take two bytes at least.
    let count = reader.count(2)?;
    let mut state = StateVector::default();
    for _ in 0..count {
        let client = reader.client_id()?;
        let clock = u32::try_from(reader.number()?).map_err(|_| Malformed)?;
        state.set_max(ClientID::new(client), clock);
    }
    Ok(state)
}

fn read_awareness(payload: &Bytes) -> Result<Vec<PresenceEntry>, Malformed> {
    let mut reader = Reader { bytes: payload, at: 0 };
    // An id, a clock and the length of a state take three bytes at least.
    let count = reader.count(3)?;
    let mut entries = Vec::with_capacity(count);
    for _ in 0..count {
        let id = reader.client_id()?;
        let _clock = reader.number()?;
        entries.push(PresenceEntry { id, state: reader.buffer()? });
    }
    Ok(entries)
}

struct Reader<'a> {
    bytes: &'a Bytes,
    at: usize,
}

impl Reader<'_> {
    fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    fn number(&mut self) -> Result<u64, Malformed> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = *self.bytes.get(self.at).ok_or(Malformed)?;
            self.at += 1;
            let bits = u64::from(byte & 0x7f);
            number |= bits.checked_shl(shift).filter(|shifted| shifted >> shift == bits).ok_or(Malformed)?;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Malformed)
    }

    /// A number of things that take `size` bytes each at least.
    fn count(&mut self, size: usize) -> Result<usize, Malformed> {
        let count = usize::try_from(self.number()?).map_err(|_| Malformed)?;
        if count <= self.left() / size { Ok(count) } else { Err(Malformed) }
    }

    fn buffer(&mut self) -> Result<Bytes, Malformed> {
        let length = self.count(1)?;
        let buffer = self.bytes.slice(self.at..self.at + length);
        self.at += length;
        Ok(buffer)
    }

    fn client_id(&mut self) -> Result<u64, Malformed> {
        let id = self.number()?;
        if id <= LARGEST_CLIENT_ID { Ok(id) } else { Err(Malformed) }
    }
}

/// "This is what we have; send us the rest."
pub(crate) fn step_1(state_vector: &[u8]) -> Bytes {
    sync(STEP_1, state_vector)
}

/// "This is all you lack."
pub(crate) fn step_2(update: &[u8]) -> Bytes {
    sync(STEP_2, update)
}

/// "Somebody changed this", which is in the log.
pub(crate) fn update(update: &[u8]) -> Bytes {
    sync(UPDATE, update)
}

fn sync(kind: u64, payload: &[u8]) -> Bytes {
    let mut frame = BytesMut::with_capacity(payload.len() + 12);
    put_number(&mut frame, SYNC);
    put_number(&mut frame, kind);
    put_buffer(&mut frame, payload);
    frame.freeze()
}

/// "They are here": id, the server's clock for it, and a state as JSON; `None` for somebody who left.
pub(crate) fn awareness<'a>(entries: impl ExactSizeIterator<Item = (u64, u32, Option<&'a str>)>) -> Bytes {
    let mut payload = BytesMut::new();
    put_number(&mut payload, entries.len() as u64);
    for (id, clock, state) in entries {
        put_number(&mut payload, id);
        put_number(&mut payload, u64::from(clock));
        put_buffer(&mut payload, state.unwrap_or("null").as_bytes());
    }
    let mut frame = BytesMut::with_capacity(payload.len() + 6);
    put_number(&mut frame, AWARENESS);
    put_buffer(&mut frame, &payload);
    frame.freeze()
}

/// "The first `frames` step-2 and update messages of this connection are durable, or changed nothing."
pub(crate) fn saved(frames: u64) -> Bytes {
    let mut frame = BytesMut::with_capacity(11);
    put_number(&mut frame, SAVED);
    put_number(&mut frame, frames);
    frame.freeze()
}

fn put_number(into: &mut BytesMut, mut number: u64) {
    while number >= 0x80 {
        into.put_u8((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    into.put_u8((number & 0x7f) as u8);
}

fn put_buffer(into: &mut BytesMut, buffer: &[u8]) {
    put_number(into, buffer.len() as u64);
    into.put_slice(buffer);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(bytes: &[u8]) -> Bytes {
        Bytes::copy_from_slice(bytes)
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(read(&update(b"abc")), Ok(Message::Update(frame(b"abc"))));
        assert_eq!(read(&step_2(&[0; 300])), Ok(Message::Step2(frame(&[0; 300]))));
        let written = awareness([(7, 3, Some("{}")), (9, 1, None)].into_iter());
        let Ok(Message::Awareness(entries)) = read(&written) else { panic!("{written:?}") };
        assert_eq!(entries.iter().map(|entry| entry.id).collect::<Vec<_>>(), [7, 9]);
        assert_eq!(entries[1].state, "null");
    }

    #[test]
    fn a_count_that_the_message_cannot_hold_is_refused_before_anything_is_reserved() {
        let four_hundred_million = [0x80, 0x88, 0xde, 0xbe, 0x01];
        let state_vector = [&[0, 0, 5][..], &four_hundred_million].concat();
        assert_eq!(read(&frame(&state_vector)), Err(Malformed));
        let presence = [&[1, 5][..], &four_hundred_million].concat();
        assert_eq!(read(&frame(&presence)), Err(Malformed));
        let length = [&[0, 2][..], &four_hundred_million].concat();
        assert_eq!(read(&frame(&length)), Err(Malformed));
    }

    #[test]
    fn nothing_may_follow_a_message_and_nothing_may_be_missing() {
        let whole = update(b"abc");
        assert_eq!(read(&frame(&[&whole[..], &[0]].concat())), Err(Malformed));
        for end in 0..whole.len() {
            assert_eq!(read(&whole.slice(..end)), Err(Malformed), "{end}");
        }
    }

    #[test]
    fn a_number_is_at_most_64_bits_and_a_client_id_at_most_53() {
        assert_eq!(read(&frame(&[0xff; 12])), Err(Malformed));
        let too_large = [1, 12, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10, 0, 1, b'1'];
        assert_eq!(read(&frame(&too_large)), Err(Malformed));
    }

    #[test]
    fn an_unknown_kind_of_message_is_ignored() {
        assert_eq!(read(&frame(&[101, 1, 2, 3])), Ok(Message::Unknown));
    }
}
