//! How far somebody has heard, as a word that they give back and that only we can make.
//!
//! It holds the positions in their own streams and no other, and is authenticated with the installation's key together
//! with whose it is. So nobody can make one up, nor use another's.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use uuid::Uuid;

use crate::app::SigningKey;

/// The first byte: what the others mean.
const VERSION: u8 = 1;
/// How many bytes of the authentication code are kept; 128 bits cannot be guessed.
const TAG: usize = 16;

/// How far somebody has heard: the number of the last event of each stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Positions {
    pub(super) partnership: i64,
    pub(super) account: i64,
    /// With the partner, because somebody may act for another one later.
    pub(super) partner: Option<(Uuid, i64)>,
}

/// Whose cursor it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hearer {
    pub(super) account: Uuid,
    pub(super) partnership: Uuid,
}

/// Makes a cursor.
pub(super) fn seal(
    key: &SigningKey,
    whose: Hearer,
    positions: Positions,
) -> Result<String, hmac::digest::InvalidLength> {
    let mut bytes = vec![VERSION];
    bytes.extend(positions.partnership.to_be_bytes());
    bytes.extend(positions.account.to_be_bytes());
    if let Some((partner, number)) = positions.partner {
        bytes.extend(partner.as_bytes());
        bytes.extend(number.to_be_bytes());
    }
    let tag = mac(key, whose, &bytes)?.finalize().into_bytes();
    bytes.extend(&tag[..TAG]);
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// Reads a cursor; nothing when it is not one that was made for `whose`.
pub(super) fn open(key: &SigningKey, whose: Hearer, cursor: &str) -> Option<Positions> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let (sealed, tag) = bytes.split_at_checked(bytes.len().checked_sub(TAG)?)?;
    mac(key, whose, sealed).ok()?.verify_truncated_left(tag).ok()?;
    let (version, rest) = sealed.split_first()?;
    if *version != VERSION {
        return None;
    }
    let (partnership, rest) = number(rest)?;
    let (account, rest) = number(rest)?;
    let partner = match rest.split_first_chunk::<16>() {
        Some((partner, rest)) => Some((Uuid::from_bytes(*partner), number(rest)?.0)),
        None => None,
    };
    Some(Positions { partnership, account, partner })
}

fn number(bytes: &[u8]) -> Option<(i64, &[u8])> {
    bytes.split_first_chunk::<8>().map(|(number, rest)| (i64::from_be_bytes(*number), rest))
}

fn mac(key: &SigningKey, whose: Hearer, bytes: &[u8]) -> Result<Hmac<Sha256>, hmac::digest::InvalidLength> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&key.secret)?;
    // The key signs other things too; the prefix keeps the uses apart.
    mac.update(b"event cursor of ");
    mac.update(whose.account.as_bytes());
    mac.update(whose.partnership.as_bytes());
    mac.update(bytes);
    Ok(mac)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    fn key() -> SigningKey {
        SigningKey { id: "1".into(), secret: vec![7; 32] }
    }

    fn whose() -> Hearer {
        Hearer { account: Uuid::from_u128(1), partnership: Uuid::from_u128(2) }
    }

    #[test]
    fn a_cursor_is_read_back_by_whom_it_was_made_for_and_nobody_else() {
        for partner in [None, Some((Uuid::from_u128(9), i64::MAX))] {
            let positions = Positions { partnership: 3, account: 0, partner };
            let cursor = seal(&key(), whose(), positions).unwrap();
            assert_eq!(open(&key(), whose(), &cursor), Some(positions));
            let another = Hearer { account: Uuid::from_u128(8), ..whose() };
            assert_eq!(open(&key(), another, &cursor), None);
            let elsewhere = Hearer { partnership: Uuid::from_u128(8), ..whose() };
            assert_eq!(open(&key(), elsewhere, &cursor), None);
            assert_eq!(open(&SigningKey { secret: vec![8; 32], ..key() }, whose(), &cursor), None);
        }
    }

    #[test]
    fn no_bit_of_a_cursor_can_be_changed() {
        let positions = Positions { partnership: 3, account: 4, partner: Some((Uuid::from_u128(9), 5)) };
        let cursor = URL_SAFE_NO_PAD.decode(seal(&key(), whose(), positions).unwrap()).unwrap();
        for place in 0..cursor.len() * 8 {
            let mut forged = cursor.clone();
            forged[place / 8] ^= 1 << (place % 8);
            assert_eq!(open(&key(), whose(), &URL_SAFE_NO_PAD.encode(forged)), None, "bit {place}");
        }
        for length in 0..cursor.len() {
            assert_eq!(open(&key(), whose(), &URL_SAFE_NO_PAD.encode(&cursor[..length])), None, "{length} bytes");
        }
        assert_eq!(open(&key(), whose(), "é"), None);
    }
}
