//! The only place that makes ids and secrets.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// A new id that sorts by the time it was made (UUID version 7): for everything whose order is no secret.
#[allow(clippy::disallowed_methods, reason = "this is the room that may ask")]
pub fn ordered() -> Uuid {
    Uuid::now_v7()
}

/// A new id that tells nothing about when it was made (UUID version 4): for sessions, tokens and whatever is private.
#[allow(clippy::disallowed_methods, reason = "this is the room that may ask")]
pub fn unordered() -> Uuid {
    Uuid::new_v4()
}

/// The id that follows from another one and a place in what that one names: always the same (UUID version 8, by SHA-256).
pub fn derived(from: Uuid, place: usize) -> Uuid {
    let digest = Sha256::new().chain_update(from.as_bytes()).chain_update(place.to_be_bytes()).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// A secret to hand out: 32 random bytes, as text that fits into a cookie, a link or a query.
pub fn token() -> String {
    URL_SAFE_NO_PAD.encode(secret::<32>())
}

/// What we keep of such a secret.
pub fn fingerprint(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// `N` bytes from the operating system's random source.
///
/// # Panics
/// When the operating system has none to give: nothing secret can be made then.
#[allow(clippy::expect_used, reason = "going on without randomness would hand out guessable secrets")]
pub fn secret<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}
