//! When a visit begins and ends. Whoever looks again within half an hour is still at the same one, so that a reload
//! takes nothing away of what was new when they came.

use chrono::{DateTime, TimeDelta, Utc};

use crate::entity::visit;
use crate::partnerships::Membership;

/// After how long without a look somebody comes anew.
const PAUSE: TimeDelta = TimeDelta::minutes(30);

/// Where the visit before the one of `now` ended, and when.
pub(super) fn ended_before(visit: &visit::Model, now: DateTime<Utc>) -> (String, DateTime<Utc>) {
    if now - visit.seen_at >= PAUSE {
        (visit.seen.clone(), visit.seen_at)
    } else {
        (visit.since.clone(), visit.since_at)
    }
}

/// Somebody looks for the first time: what happened before is no news.
pub(super) fn first(me: &Membership, cursor: String, now: DateTime<Utc>) -> visit::Model {
    visit::Model {
        account_id: me.account_id,
        partnership_id: me.partnership_id,
        since: cursor.clone(),
        since_at: now,
        seen: cursor,
        seen_at: now,
    }
}

/// Somebody looks again, and has seen everything up to `cursor`.
pub(super) fn looked(visit: &visit::Model, cursor: String, now: DateTime<Utc>) -> visit::Model {
    let (since, since_at) = ended_before(visit, now);
    visit::Model { since, since_at, seen: cursor, seen_at: now, ..*visit }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(60 * minutes, 0).unwrap_or_default()
    }

    fn first() -> visit::Model {
        let (since, seen) = ("a".to_owned(), "b".to_owned());
        let (account_id, partnership_id) = (Uuid::nil(), Uuid::nil());
        visit::Model { account_id, partnership_id, since, since_at: at(0), seen, seen_at: at(10) }
    }

    #[test]
    fn what_was_new_stays_new_while_one_is_here() {
        let visit = looked(&first(), "c".into(), at(39));
        assert_eq!((visit.since.as_str(), visit.seen.as_str()), ("a", "c"));
        assert_eq!(ended_before(&visit, at(68)), ("a".into(), at(0)));
    }

    #[test]
    fn who_comes_back_later_is_told_what_happened_after_their_last_look() {
        assert_eq!(ended_before(&first(), at(40)), ("b".into(), at(10)));
        let visit = looked(&first(), "c".into(), at(40));
        assert_eq!((visit.since.as_str(), visit.seen.as_str()), ("b", "c"));
    }
}
