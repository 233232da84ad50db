//! Passwords: the rule for a new one, and the slow hash that is all we keep of it.

use std::fmt;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use zxcvbn::{Score, zxcvbn};

/// How many characters a new password has.
const LENGTH: std::ops::RangeInclusive<usize> = 15..=256;

/// How many letters and digits of it stand in other words than those that anybody knows of its owner.
const OWN: usize = 8;

/// What everybody here thinks of first.
const OURS: [&str; 4] = ["samenspel", "samenwerking", "wachtwoord", "welkom"];

/// Memory in KiB and passes of one hash: 47 MiB and about 55 ms (OWASP's first choice for argon2id with one lane).
const MEMORY: u32 = 47_104;
const PASSES: u32 = 1;

/// Hashes that run at once. More would only take memory: there are few cores.
static HASHING: Semaphore = Semaphore::const_new(2);
/// Hashes that run or wait. Whoever comes after is asked to come back.
static QUEUE: Semaphore = Semaphore::const_new(64);

/// The hash of a password that nobody knows: it is verified in the place of an account that is not there, so that the
/// answer takes as long.
const DECOY: &str =
    "$argon2id$v=19$m=47104,t=1,p=1$c2FtZW5zcGVsLWRlY295$0000000000000000000000000000000000000000000";

/// A new password that meets the rule.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// Takes `text` as it is, blanks and all, if it is long enough (and not absurdly long) and is not one that is tried
    /// first: a common password, a keyboard walk, a repetition, or made of `known`, which anybody knows of its owner.
    pub fn choose(text: String, known: &[&str]) -> Option<Self> {
        let known: Vec<&str> = known.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).collect();
        let known: Vec<&str> = known.into_iter().chain(OURS).filter(|word| word.chars().count() > 2).collect();
        let is_long_enough = LENGTH.contains(&text.chars().count()) && letters_of_its_own(&text, &known) >= OWN;
        (is_long_enough && zxcvbn(&text, &known).score() >= Score::Three).then_some(Self(text))
    }

    /// A password that was accepted before, or that nobody chose, as in a demo.
    pub fn known(text: String) -> Self {
        Self(text)
    }
}

fn letters_of_its_own(text: &str, known: &[&str]) -> usize {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let is_known = |word: &str| known.iter().any(|known| known.to_lowercase() == word.to_lowercase());
    words.filter(|word| !is_known(word)).map(|word| word.chars().count()).sum()
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

/// Why there is no hash.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// Too many people sign in at this moment.
    #[error("too many passwords wait to be hashed")]
    Busy,
    /// argon2 failed.
    #[error("a password could not be hashed")]
    Argon2(#[from] argon2::password_hash::Error),
    /// The thread ended before it was done.
    #[error("hashing was interrupted")]
    Interrupted(#[from] tokio::task::JoinError),
}

/// The hash of `password`, with its parameters and salt in it (a PHC string).
pub async fn hash(password: Password) -> Result<String, HashError> {
    on_a_thread(move || Ok(argon2()?.hash_password(password.0.as_bytes())?.to_string())).await
}

/// Whether a password should be hashed anew when it is known again: its hash is cheaper than a new one would be.
pub(super) fn is_outdated(hash: &str) -> bool {
    let params = PasswordHash::new(hash).ok().and_then(|hash| Params::try_from(&hash).ok());
    params.is_none_or(|params| params.m_cost() < MEMORY || params.t_cost() < PASSES)
}

/// Whether `candidate` is the password behind `hash`. Takes as long when there is no hash.
pub(super) async fn is_right(candidate: String, hash: Option<String>) -> Result<bool, HashError> {
    on_a_thread(move || {
        let known =
            PasswordHash::new(hash.as_deref().unwrap_or(DECOY)).map_err(argon2::password_hash::Error::from)?;
        let is_same = argon2()?.verify_password(candidate.as_bytes(), &known).is_ok();
        Ok(is_same && hash.is_some())
    })
    .await
}

/// Runs `work` where it keeps nobody waiting who hashes nothing. The permits go along: a client that leaves does not
/// make room while its hash still runs.
async fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, HashError> + Send + 'static,
) -> Result<T, HashError> {
    let place = QUEUE.try_acquire().map_err(|_| HashError::Busy)?;
    let permit = HASHING.acquire().await.map_err(|_| HashError::Busy)?;
    tokio::task::spawn_blocking(move || {
        let _held = (place, permit);
        work()
    })
    .await?
}

fn argon2() -> Result<Argon2<'static>, argon2::password_hash::Error> {
    let params = Params::new(MEMORY, PASSES, 1, None).map_err(argon2::password_hash::Error::from)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    #[test]
    fn a_new_password_is_long_and_taken_as_it_is() {
        let long = "paars fietst de maan naar huis ".repeat(9);
        for (text, accepted) in [
            ("veertien tekens", true),
            ("veertien teken", false),
            (" spaties erbij ", true),
            ("één été plûs tôt", true),
            (&long[..256], true),
            (&long[..257], false),
        ] {
            assert_eq!(Password::choose(text.to_owned(), &[]).is_some(), accepted, "{text:?}");
        }
    }

    #[test]
    fn what_is_tried_first_is_no_password() {
        let known = ["Sanne Mulder", "sanne.mulder@bibliotheek-zuid.example"];
        for text in [
            "aaaaaaaaaaaaaaaaaaaa",
            "passwordpassword",
            "qwertyuiopasdfgh",
            "123456789012345678",
            "sannemuldersannemulder",
            "Welkom Welkom 2026",
            "bibliotheek-zuid",
            "samenspelsamenspel",
        ] {
            assert!(Password::choose(text.to_owned(), &known).is_none(), "{text:?}");
        }
        assert!(Password::choose("de kraai leent drie boeken".to_owned(), &known).is_some());
    }

    #[tokio::test]
    async fn only_the_same_password_is_right() {
        let hash = hash(Password::choose("een zin als wachtwoord".into(), &[]).unwrap()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"), "{hash}");
        assert!(is_right("een zin als wachtwoord".into(), Some(hash.clone())).await.unwrap());
        assert!(!is_right("een zin als wachtwoorD".into(), Some(hash)).await.unwrap());
    }

    #[test]
    fn a_hash_that_was_cheaper_to_make_is_outdated() {
        assert!(!is_outdated(DECOY));
        assert!(is_outdated(&DECOY.replace("m=47104", "m=19456")));
        assert!(is_outdated("no hash at all"));
    }

    #[tokio::test]
    async fn an_account_that_is_not_there_has_no_right_password_and_costs_the_same() {
        assert!(!is_right("een zin als wachtwoord".into(), None).await.unwrap());
        let decoy = PasswordHash::new(DECOY).unwrap();
        assert_eq!(Params::try_from(&decoy).unwrap().m_cost(), MEMORY);
        assert_eq!(Params::try_from(&decoy).unwrap().t_cost(), PASSES);
    }
}
