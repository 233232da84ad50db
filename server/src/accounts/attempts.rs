//! How often somebody may try: wrong passwords are counted for each address, known or not, and for each place they
//! come from.
//!
//! After five wrong passwords in a row the next try has to wait, twice as long after each, up to a quarter of an hour;
//! after a hundred only a reset opens the account again (NIST SP 800-63B §5.2.2). From one place twenty may be wrong in
//! a minute, whosever they are. A try that has to wait is refused before anything is hashed, so that it tells nothing
//! and costs nothing.

use std::net::{IpAddr, Ipv6Addr};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, DbErr};

use super::client::Client;
use super::error::AccountError;
use super::store;
use crate::entity::sign_in_failure;
use crate::ids::fingerprint;

/// So many wrong passwords in a row cost nothing.
const FREE: i32 = 5;
/// The longest wait.
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(15);
/// After so many in a row, waiting does not help any more.
const LAST: i32 = 100;
/// So many wrong ones may come from one place in a [`WINDOW`].
const FROM_ONE_PLACE: i32 = 20;
const WINDOW: TimeDelta = TimeDelta::minutes(1);

/// Who tries what from where.
pub(super) struct Attempt {
    account: Vec<u8>,
    place: Option<Vec<u8>>,
}

impl Attempt {
    pub(super) fn new(email_key: &str, client: &Client) -> Self {
        let place = client.address.map(|address| fingerprint(&format!("from {}", network(address))));
        Self { account: fingerprint(email_key), place }
    }

    /// Refuses a try for which it is too early.
    pub(super) async fn may_begin(
        &self,
        db: &impl ConnectionTrait,
        now: DateTime<Utc>,
    ) -> Result<(), AccountError> {
        let mut waits = Vec::new();
        for (key, rule) in self.counted() {
            let failures = store::sign_in_failure(db, key).await?;
            waits.extend(failures.and_then(|failures| rule(&failures, now)));
        }
        waits.into_iter().max().map_or(Ok(()), |wait| Err(AccountError::TooManyAttempts(wait)))
    }

    /// Counts a wrong password.
    pub(super) async fn failed(&self, db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
        store::count_sign_in_failure(db, &self.account, now, None).await?;
        match &self.place {
            Some(place) => store::count_sign_in_failure(db, place, now, Some(now - WINDOW)).await,
            None => Ok(()),
        }
    }

    fn counted(&self) -> impl Iterator<Item = (&Vec<u8>, Rule)> {
        let place = self.place.iter().map(|place| (place, wait_of_place as Rule));
        std::iter::once((&self.account, wait_of_account as Rule)).chain(place)
    }
}

/// Begins again, for somebody who has shown who they are.
pub(super) async fn forgive(db: &impl ConnectionTrait, email_key: &str) -> Result<(), DbErr> {
    store::forget_sign_in_failures(db, &fingerprint(email_key)).await
}

/// How long it is until the next try, if there is a wait.
type Rule = fn(&sign_in_failure::Model, DateTime<Utc>) -> Option<Duration>;

fn wait_of_account(failures: &sign_in_failure::Model, now: DateTime<Utc>) -> Option<Duration> {
    if failures.count < FREE {
        return None;
    }
    if failures.count >= LAST {
        return LONGEST_WAIT.to_std().ok();
    }
    // Beyond ten doublings every wait is the longest.
    let seconds = 1_i64 << (failures.count - FREE).clamp(0, 10);
    until(failures.last_at + TimeDelta::seconds(seconds).min(LONGEST_WAIT), now)
}

fn wait_of_place(failures: &sign_in_failure::Model, now: DateTime<Utc>) -> Option<Duration> {
    if failures.count < FROM_ONE_PLACE { None } else { until(failures.first_at + WINDOW, now) }
}

fn until(then: DateTime<Utc>, now: DateTime<Utc>) -> Option<Duration> {
    (then - now).to_std().ok().filter(|wait| !wait.is_zero())
}

/// What one subscriber has: an address, or in IPv6 a network of 2^64.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64))),
        IpAddr::V4(address) => IpAddr::V4(address),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn failures(count: i32) -> sign_in_failure::Model {
        sign_in_failure::Model { key: Vec::new(), count, first_at: now(), last_at: now() }
    }

    #[test]
    fn each_wrong_password_after_the_fifth_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        let waits = [4, 5, 6, 10, 14, 15, 60, 99, 100];
        let waits = waits.map(|count| wait_of_account(&failures(count), now()).map(|wait| wait.as_secs()));
        let expected = [None, Some(1), Some(2), Some(32), Some(512), Some(900), Some(900), Some(900), Some(900)];
        assert_eq!(waits, expected);
    }

    #[test]
    fn a_wait_ends_by_itself_until_there_were_a_hundred() {
        assert_eq!(wait_of_account(&failures(99), now() + LONGEST_WAIT), None);
        assert!(wait_of_account(&failures(100), now() + TimeDelta::days(365)).is_some());
    }

    #[test]
    fn from_one_place_twenty_a_minute_may_be_wrong() {
        assert_eq!(wait_of_place(&failures(19), now()), None);
        assert_eq!(wait_of_place(&failures(20), now()), Some(Duration::from_mins(1)));
        assert_eq!(wait_of_place(&failures(20), now() + WINDOW), None);
    }

    #[test]
    fn a_subscriber_with_many_addresses_is_one_place() {
        let place = |address: &str| network(address.parse().unwrap());
        assert_eq!(place("2001:db8::1"), place("2001:db8::ffff:1"));
        assert_ne!(place("2001:db8::1"), place("2001:db8:0:1::1"));
        assert_eq!(place("::ffff:192.0.2.1"), place("192.0.2.1"));
        assert_ne!(place("192.0.2.1"), place("192.0.2.2"));
    }
}
