//! Ballots: by one, somebody answers for a partner without being known.
//!
//! Whoever sends is signed in, is asked, and gets a ballot. With it, later and without being signed in, they answer. A
//! ballot says for which round and partner it is, holds a random number that nobody else knows, and is signed with a
//! secret of the round. The server keeps no ballot: not when it hands one out, and only a digest when it was used. So
//! there is no row, transaction or order in which a person and an answer meet, also not in what a database leaves behind.
//!
//! The number is made from a secret that whoever sends chose before they asked. Who asks again with the same secret,
//! because the answer got lost, gets the same ballot; the server keeps a commitment to the secret by which it knows that
//! it is the same, and from which neither the secret nor the ballot follows.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// A permission to answer once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ballot {
    pub(super) round: Uuid,
    pub(super) partner: Uuid,
    number: [u8; LENGTH],
    signature: [u8; LENGTH],
}

/// What whoever sends chose, and keeps until their answers have arrived: 32 random bytes.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Chosen([u8; LENGTH]);

/// How many bytes a secret, a number, a digest and a signature have.
const LENGTH: usize = 32;
const ID: usize = 16;

impl Chosen {
    /// From 43 characters of base64url.
    pub(super) fn read(text: &str) -> Option<Self> {
        Some(Self(BASE64_URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?))
    }

    /// What is kept of it.
    pub(super) fn commitment(&self) -> Vec<u8> {
        self.digest(b"commitment").to_vec()
    }

    /// Two digests of one secret, of which neither tells the other.
    fn digest(&self, purpose: &[u8]) -> [u8; LENGTH] {
        Sha256::new().chain_update(purpose).chain_update(self.0).finalize().into()
    }
}

impl Ballot {
    /// The ballot of whoever chose `chosen`.
    pub(super) fn new(secret: &[u8], round: Uuid, partner: Uuid, chosen: &Chosen) -> Self {
        let number = chosen.digest(b"number");
        let signature = signature(secret, round, partner, &number);
        Self { round, partner, number, signature }
    }

    /// As somebody shows it; whether it is real is another question.
    pub(super) fn read(text: &str) -> Option<Self> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
        let (round, rest) = bytes.split_first_chunk::<ID>()?;
        let (partner, rest) = rest.split_first_chunk::<ID>()?;
        let (number, rest) = rest.split_first_chunk::<LENGTH>()?;
        let signature = rest.try_into().ok()?;
        Some(Self {
            round: Uuid::from_bytes(*round),
            partner: Uuid::from_bytes(*partner),
            number: *number,
            signature,
        })
    }

    /// Whether the round's secret signed it.
    pub(super) fn is_signed_with(&self, secret: &[u8]) -> bool {
        mac(secret, self.round, self.partner, &self.number)
            .is_some_and(|mac| mac.verify_slice(&self.signature).is_ok())
    }

    /// What is kept of it when it was used.
    pub(super) fn digest(&self) -> Vec<u8> {
        Sha256::new().chain_update(b"used").chain_update(self.number).finalize().to_vec()
    }
}

impl std::fmt::Display for Ballot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes =
            [self.round.as_bytes(), self.partner.as_bytes(), &self.number[..], &self.signature[..]].concat();
        f.write_str(&BASE64_URL_SAFE_NO_PAD.encode(bytes))
    }
}

fn signature(secret: &[u8], round: Uuid, partner: Uuid, number: &[u8]) -> [u8; LENGTH] {
    mac(secret, round, partner, number).map_or([0; LENGTH], |mac| mac.finalize().into_bytes().into())
}

fn mac(secret: &[u8], round: Uuid, partner: Uuid, number: &[u8]) -> Option<Hmac<Sha256>> {
    // HMAC takes a key of any length.
    let mut mac = <Hmac<Sha256> as hmac::Mac>::new_from_slice(secret).ok()?;
    mac.update(b"ballot");
    mac.update(round.as_bytes());
    mac.update(partner.as_bytes());
    mac.update(number);
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = &[7; 32];

    fn ballot(choice: u8) -> Ballot {
        Ballot::new(SECRET, Uuid::from_u128(1), Uuid::from_u128(2), &Chosen([choice; LENGTH]))
    }

    #[test]
    fn a_ballot_is_read_as_it_was_written_and_is_the_same_for_the_same_choice() {
        let written = ballot(1).to_string();
        assert_eq!(Ballot::read(&written), Some(ballot(1)));
        assert!(ballot(1).is_signed_with(SECRET));
        assert_ne!(ballot(1).digest(), ballot(2).digest());
    }

    #[test]
    fn nobody_makes_or_changes_one() {
        assert!(!ballot(1).is_signed_with(&[8; 32]));
        let other = Ballot { partner: Uuid::from_u128(3), ..ballot(1) };
        assert!(!other.is_signed_with(SECRET));
        let other = Ballot { round: Uuid::from_u128(3), ..ballot(1) };
        assert!(!other.is_signed_with(SECRET));
        let other = Ballot { number: [0; LENGTH], ..ballot(1) };
        assert!(!other.is_signed_with(SECRET));
        for text in ["", "AAAA", &ballot(1).to_string()[1..], &format!("{}A", ballot(1))] {
            assert_eq!(Ballot::read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_kept_of_a_person_is_nothing_that_is_kept_of_a_ballot() {
        let chosen = Chosen([1; LENGTH]);
        let kept = chosen.commitment();
        assert_ne!(kept, ballot(1).digest());
        assert_ne!(kept, ballot(1).number);
    }
}
