//! The only place that makes ids and secrets.

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
