//! The frames of the y-websocket protocol, read and written independently of the server's own code.

use yrs::encoding::read::Cursor;
use yrs::encoding::read::Read as _;
use yrs::encoding::write::Write as _;

/// One frame: one protocol message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame {
    /// "This is what I have": a state vector.
    Step1(Vec<u8>),
    /// "This is what you lack": an update.
    Step2(Vec<u8>),
    /// Something was written: an update.
    Update(Vec<u8>),
    /// Who is there: for each client id a clock and a JSON state.
    Awareness(Vec<(u64, u32, String)>),
    /// "Who is there?"
    QueryAwareness,
    /// The first so many step-2 and update frames of this connection are durable.
    Saved(u64),
}

impl Frame {
    /// As it goes over the wire.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        match self {
            Self::Step1(payload) => sync(&mut bytes, 0, payload),
            Self::Step2(payload) => sync(&mut bytes, 1, payload),
            Self::Update(payload) => sync(&mut bytes, 2, payload),
            Self::Awareness(entries) => {
                let mut list = Vec::new();
                list.write_var(entries.len());
                for (client, clock, state) in entries {
                    list.write_var(*client);
                    list.write_var(*clock);
                    list.write_string(state);
                }
                bytes.write_var(1_u8);
                bytes.write_buf(list);
            }
            Self::QueryAwareness => bytes.write_var(3_u8),
            Self::Saved(number) => {
                bytes.write_var(100_u8);
                bytes.write_var(*number);
            }
        }
        bytes
    }

    /// Reads a frame that the server sent. Anything else than one whole message is the server's mistake.
    pub fn decode(bytes: &[u8]) -> Result<Self, String> {
        let mut cursor = Cursor::new(bytes);
        let frame = Self::read(&mut cursor).map_err(|error| format!("{error} in {bytes:?}"))?;
        if cursor.has_content() {
            return Err(format!("bytes after the message in {bytes:?}"));
        }
        Ok(frame)
    }

    fn read(cursor: &mut Cursor<'_>) -> Result<Self, yrs::encoding::read::Error> {
        Ok(match cursor.read_var::<u8>()? {
            0 => {
                let step = cursor.read_var::<u8>()?;
                let payload = cursor.read_buf()?.to_vec();
                match step {
                    0 => Self::Step1(payload),
                    1 => Self::Step2(payload),
                    2 => Self::Update(payload),
                    _ => return Err(yrs::encoding::read::Error::UnexpectedValue),
                }
            }
            1 => {
                let mut list = Cursor::new(cursor.read_buf()?);
                let count = list.read_var::<u32>()?;
                let entries = (0..count)
                    .map(|_| Ok((list.read_var()?, list.read_var()?, list.read_string()?.to_owned())))
                    .collect::<Result<_, yrs::encoding::read::Error>>()?;
                Self::Awareness(entries)
            }
            3 => Self::QueryAwareness,
            100 => Self::Saved(cursor.read_var()?),
            _ => return Err(yrs::encoding::read::Error::UnexpectedValue),
        })
    }
}

fn sync(bytes: &mut Vec<u8>, step: u8, payload: &[u8]) {
    bytes.write_var(0_u8);
    bytes.write_var(step);
    bytes.write_buf(payload);
}

#[cfg(test)]
mod tests {
    use super::Frame;

    #[test]
    fn what_is_written_is_read_back() {
        for frame in [
            Frame::Step1(vec![0]),
            Frame::Step2(vec![0, 0]),
            Frame::Update(vec![1, 2, 3]),
            Frame::Awareness(vec![(1 << 40, 7, "{\"user\":1}".into())]),
            Frame::QueryAwareness,
            Frame::Saved(300),
        ] {
            assert_eq!(Frame::decode(&frame.encode()), Ok(frame));
        }
        assert!(Frame::decode(&[0, 2, 1, 0, 0]).is_err(), "a byte too many");
    }
}
