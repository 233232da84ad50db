//! Numbers and buffers as lib0 writes them, read and written independently of the server's own code.

/// Reads lib0 from the front of some bytes.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// At the front of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Whether everything was read.
    pub fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }

    /// How many bytes were read.
    pub fn position(&self) -> usize {
        self.at
    }

    /// One byte.
    pub fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// A variable-length unsigned integer.
    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// So many bytes.
    pub fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(length)?;
        let bytes = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(bytes)
    }

    /// A length and as many bytes.
    pub fn buffer(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        self.bytes(length)
    }

    /// One `Any`, as the bytes it stands in.
    pub fn any(&mut self) -> Option<&'a [u8]> {
        let start = self.at;
        let mut left = 1_u64;
        while left > 0 {
            left -= 1;
            match self.byte()? {
                120..=121 | 126..=127 => {}
                125 => while self.byte()? & 0x80 != 0 {},
                124 => drop(self.bytes(4)?),
                122..=123 => drop(self.bytes(8)?),
                116 | 119 => drop(self.buffer()?),
                117 => left += self.number()?,
                118 => {
                    // Its keys stand between its values: read them one by one, below this one.
                    for _ in 0..self.number()? {
                        self.buffer()?;
                        self.any()?;
                    }
                }
                _ => return None,
            }
        }
        self.bytes.get(start..self.at)
    }
}

/// Writes a variable-length unsigned integer.
pub fn put_number(into: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        into.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    into.push((number & 0x7f) as u8);
}

/// Writes a length and the bytes.
pub fn put_buffer(into: &mut Vec<u8>, buffer: &[u8]) {
    put_number(into, buffer.len() as u64);
    into.extend_from_slice(buffer);
}
