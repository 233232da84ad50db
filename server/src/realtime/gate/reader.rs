//! Numbers, strings and buffers as lib0 writes them, read without trusting a number in them: every length and count is
//! compared with what is left of the message before anything is reserved for it.

/// The largest id of a Yjs client: what a JavaScript number holds exactly.
const LARGEST_CLIENT_ID: u64 = (1 << 53) - 1;

/// Bytes that are not what they say they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("malformed message")]
pub(crate) struct Malformed;

/// Where one is in a message.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// At the start of `bytes`.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The same bytes, from `at` on.
    pub(crate) fn moved_to(&self, at: usize) -> Self {
        Self { bytes: self.bytes, at: at.min(self.bytes.len()) }
    }

    /// How many bytes were read.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// How many bytes are left.
    pub(crate) fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    /// Holds when nothing is left.
    pub(crate) fn end(&self) -> Result<(), Malformed> {
        if self.left() == 0 { Ok(()) } else { Err(Malformed) }
    }

    /// One byte.
    pub(crate) fn byte(&mut self) -> Result<u8, Malformed> {
        let byte = *self.bytes.get(self.at).ok_or(Malformed)?;
        self.at += 1;
        Ok(byte)
    }

    /// As many bytes as that.
    pub(crate) fn take(&mut self, length: usize) -> Result<&'a [u8], Malformed> {
        let taken = self.bytes.get(self.at..).and_then(|rest| rest.get(..length)).ok_or(Malformed)?;
        self.at += length;
        Ok(taken)
    }

    /// A number of at most 64 bits, seven in a byte.
    pub(crate) fn number(&mut self) -> Result<u64, Malformed> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            number |= bits.checked_shl(shift).filter(|shifted| shifted >> shift == bits).ok_or(Malformed)?;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Malformed)
    }

    /// A number of at most 32 bits: a clock or a length.
    pub(crate) fn number_32(&mut self) -> Result<u32, Malformed> {
        u32::try_from(self.number()?).map_err(|_| Malformed)
    }

    /// A number with a sign: six bits and the sign in the first byte, then seven in a byte.
    pub(crate) fn signed(&mut self) -> Result<i64, Malformed> {
        let first = self.byte()?;
        let mut number = i64::from(first & 0x3f);
        if first & 0x80 != 0 {
            let rest = self.number()?;
            let rest = i64::try_from(rest).ok().and_then(|rest| rest.checked_mul(64)).ok_or(Malformed)?;
            number |= rest;
        }
        Ok(if first & 0x40 == 0 { number } else { -number })
    }

    /// A number of things that take `size` bytes each at least.
    pub(crate) fn count(&mut self, size: usize) -> Result<usize, Malformed> {
        let count = usize::try_from(self.number()?).map_err(|_| Malformed)?;
        if count <= self.left() / size { Ok(count) } else { Err(Malformed) }
    }

    /// A length and as many bytes.
    pub(crate) fn buffer(&mut self) -> Result<&'a [u8], Malformed> {
        let length = self.count(1)?;
        self.take(length)
    }

    /// A length and as many bytes of UTF-8.
    pub(crate) fn string(&mut self) -> Result<&'a str, Malformed> {
        std::str::from_utf8(self.buffer()?).map_err(|_| Malformed)
    }

    /// The id of a Yjs client.
    pub(crate) fn client_id(&mut self) -> Result<u64, Malformed> {
        let id = self.number()?;
        if id <= LARGEST_CLIENT_ID { Ok(id) } else { Err(Malformed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_lib0_writes_them() {
        assert_eq!(Reader::new(&[0x7f]).number(), Ok(127));
        assert_eq!(Reader::new(&[0x80, 0x01]).number(), Ok(128));
        assert_eq!(
            Reader::new(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]).number(),
            Ok(u64::MAX)
        );
        assert_eq!(Reader::new(&[0x41]).signed(), Ok(-1));
        assert_eq!(Reader::new(&[0x80, 0x01]).signed(), Ok(64));
        assert_eq!(Reader::new(&[0xc0, 0x01]).signed(), Ok(-64));
    }

    #[test]
    fn a_number_too_large_for_its_kind_is_none() {
        assert_eq!(Reader::new(&[0xff; 12]).number(), Err(Malformed));
        assert_eq!(Reader::new(&[0x80, 0x80, 0x80, 0x80, 0x10]).number_32(), Err(Malformed));
        assert_eq!(Reader::new(&[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]).client_id(), Err(Malformed));
    }

    #[test]
    fn a_count_that_the_rest_cannot_hold_is_refused() {
        assert_eq!(Reader::new(&[3, 0, 0, 0]).count(1), Ok(3));
        assert_eq!(Reader::new(&[3, 0, 0, 0]).count(2), Err(Malformed));
        assert_eq!(Reader::new(&[4, b'a', b'b', b'c']).string(), Err(Malformed));
    }
}
