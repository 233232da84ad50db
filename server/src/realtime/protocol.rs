//! The wire format of `y-websocket` (lib0 encoding), and our one addition to it, the *saved* message.
//!
//! Every length and count comes from the network: the [gate](super::gate)'s reader compares it with what is left of the
//! message before anything is reserved for it.

use bytes::{BufMut as _, Bytes, BytesMut};

use super::gate::{Malformed, Reader, Refusal, check_json};

/// The longest message a client may send, in bytes. Browsers send a message in one frame.
pub(crate) const LONGEST_FRAME: usize = 4 << 20;

/// How many people may be in one message about who is here; a room has fewer.
const MOST_PRESENT: usize = 4_096;

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
    Step1(Known),
    /// "This is all you lack", in answer to our step 1.
    Step2(Bytes),
    /// "I changed this."
    Update(Bytes),
    /// "This is where I am", for any number of client ids.
    Awareness(Presences),
    /// "Who is here?"
    QueryAwareness,
    /// A kind of message that we do not know; it is ignored, so that clients may learn new ones first.
    Unknown,
}

/// What somebody says they have: clients, and how many clocks of each. Read through once, and not kept as anything but
/// the bytes that came: a list of clients that nobody knows costs no more than it took to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known(Bytes);

/// Whom a message says to be where. Read through once, like [`Known`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Presences(Bytes);

/// One client id in an awareness message. The clock that came with it is dropped: the server keeps its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PresenceEntry<'a> {
    pub(crate) id: u64,
    /// A JSON object; `null` when the client left.
    pub(crate) state: &'a str,
}

/// A message that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum BadMessage {
    #[error("malformed message")]
    Malformed,
    #[error("too many people in one message")]
    TooManyPresent,
    #[error("awareness is not a JSON object")]
    NoObject,
    #[error("awareness is nested too deeply")]
    TooDeep,
}

impl From<Malformed> for BadMessage {
    fn from(Malformed: Malformed) -> Self {
        Self::Malformed
    }
}

/// Reads one message.
pub(crate) fn read(frame: &Bytes) -> Result<Message, BadMessage> {
    let mut reader = Reader::new(frame);
    let message = match reader.number()? {
        SYNC => read_sync(frame, &mut reader)?,
        AWARENESS => Message::Awareness(Presences::read(frame.slice_ref(reader.buffer()?))?),
        QUERY_AWARENESS => Message::QueryAwareness,
        _ => return Ok(Message::Unknown),
    };
    reader.end()?;
    Ok(message)
}

fn read_sync(frame: &Bytes, reader: &mut Reader<'_>) -> Result<Message, BadMessage> {
    let kind = reader.number()?;
    let payload = frame.slice_ref(reader.buffer()?);
    match kind {
        STEP_1 => Ok(Message::Step1(Known::read(payload)?)),
        STEP_2 => Ok(Message::Step2(payload)),
        UPDATE => Ok(Message::Update(payload)),
        _ => Err(BadMessage::Malformed),
    }
}

impl Known {
    fn read(payload: Bytes) -> Result<Self, Malformed> {
        let mut reader = Reader::new(&payload);
        // A client and its clock take two bytes at least.
        for _ in 0..reader.count(2)? {
            known_client(&mut reader)?;
        }
        reader.end()?;
        Ok(Self(payload))
    }

    /// Nothing at all.
    pub(crate) fn nothing() -> Self {
        Self(Bytes::from_static(&[0]))
    }

    /// Clients and clocks. One that is named twice counts with the larger clock, as it does in Yjs.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u64, u32)> {
        let mut reader = Reader::new(&self.0);
        let count = reader.count(2).unwrap_or_default();
        (0..count).map_while(move |_| known_client(&mut reader).ok())
    }
}

fn known_client(reader: &mut Reader<'_>) -> Result<(u64, u32), Malformed> {
    Ok((reader.client_id()?, reader.number_32()?))
}

impl Presences {
    fn read(payload: Bytes) -> Result<Self, BadMessage> {
        let mut reader = Reader::new(&payload);
        // An id, a clock and the length of a state take three bytes at least.
        let count = reader.count(3)?;
        if count > MOST_PRESENT {
            return Err(BadMessage::TooManyPresent);
        }
        for _ in 0..count {
            check_state(presence_entry(&mut reader)?.state)?;
        }
        reader.end()?;
        Ok(Self(payload))
    }

    /// Everybody named.
    pub(crate) fn iter(&self) -> impl Iterator<Item = PresenceEntry<'_>> {
        let mut reader = Reader::new(&self.0);
        let count = reader.count(3).unwrap_or_default();
        (0..count).map_while(move |_| presence_entry(&mut reader).ok())
    }
}

fn presence_entry<'a>(reader: &mut Reader<'a>) -> Result<PresenceEntry<'a>, Malformed> {
    let id = reader.client_id()?;
    let _clock = reader.number_32()?;
    Ok(PresenceEntry { id, state: reader.string()? })
}

/// Others hear of a state as it is: what a browser cannot read would harm all of them.
fn check_state(state: &str) -> Result<(), BadMessage> {
    if state != "null" && !state.trim_start().starts_with('{') {
        return Err(BadMessage::NoObject);
    }
    check_json(state).map_err(|refusal| match refusal {
        Refusal::TooDeep => BadMessage::TooDeep,
        _ => BadMessage::NoObject,
    })
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
        let Ok(Message::Awareness(presences)) = read(&written) else { panic!("{written:?}") };
        let entries: Vec<_> = presences.iter().collect();
        assert_eq!(entries.iter().map(|entry| entry.id).collect::<Vec<_>>(), [7, 9]);
        assert_eq!(entries[1].state, "null");
    }

    #[test]
    fn a_count_that_the_message_cannot_hold_is_refused_before_anything_is_reserved() {
        let four_hundred_million = [0x80, 0x88, 0xde, 0xbe, 0x01];
        let state_vector = [&[0, 0, 5][..], &four_hundred_million].concat();
        assert_eq!(read(&frame(&state_vector)), Err(BadMessage::Malformed));
        let presence = [&[1, 5][..], &four_hundred_million].concat();
        assert_eq!(read(&frame(&presence)), Err(BadMessage::Malformed));
        let length = [&[0, 2][..], &four_hundred_million].concat();
        assert_eq!(read(&frame(&length)), Err(BadMessage::Malformed));
    }

    #[test]
    fn nothing_may_follow_a_message_and_nothing_may_be_missing() {
        let whole = update(b"abc");
        assert_eq!(read(&frame(&[&whole[..], &[0]].concat())), Err(BadMessage::Malformed));
        for end in 0..whole.len() {
            assert_eq!(read(&whole.slice(..end)), Err(BadMessage::Malformed), "{end}");
        }
    }

    #[test]
    fn a_number_is_at_most_64_bits_and_a_client_id_at_most_53() {
        assert_eq!(read(&frame(&[0xff; 12])), Err(BadMessage::Malformed));
        let too_large = [1, 12, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10, 0, 1, b'1'];
        assert_eq!(read(&frame(&too_large)), Err(BadMessage::Malformed));
    }

    #[test]
    fn an_unknown_kind_of_message_is_ignored() {
        assert_eq!(read(&frame(&[101, 1, 2, 3])), Ok(Message::Unknown));
    }

    #[test]
    fn awareness_is_objects_or_null_and_not_too_many() {
        let of = |states: &[&str]| {
            let entries: Vec<_> = (1..).zip(states).map(|(id, state)| (id, 1, Some(*state))).collect();
            read(&awareness(entries.into_iter())).map(drop)
        };
        assert_eq!(of(&["{}", "null", " {\"a\":[1]}"]), Ok(()));
        for bad in ["", "[]", "1", "{", "{}{}", "{\"a\":}", "undefined"] {
            assert_eq!(of(&["{}", bad]), Err(BadMessage::NoObject), "{bad}");
        }
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(64), "]".repeat(64));
        assert_eq!(of(&[&deep]), Err(BadMessage::TooDeep));
        assert_eq!(of(&vec!["{}"; 4_096]), Ok(()));
        assert_eq!(of(&vec!["{}"; 4_097]), Err(BadMessage::TooManyPresent));
    }
}
