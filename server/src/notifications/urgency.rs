//! How urgent what somebody is told is, and when it goes into a mail.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};

use crate::entity::notification::Kind;
use crate::entity::notification_choice::Pace;

/// How long somebody has to read something before it is mailed at once: who looks at the product right now needs no mail.
const HEED: TimeDelta = TimeDelta::minutes(2);

/// Whether others wait until something is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Urgency {
    /// They wait for an answer, and have a letter of their own that asks for it.
    Asked,
    /// They wait for an answer.
    Waits,
    /// It is good to know.
    Tells,
}

pub(super) fn urgency(kind: Kind) -> Urgency {
    match kind {
        Kind::PartnerInvited | Kind::StartProposed | Kind::GuestInvited => Urgency::Asked,
        Kind::AmbitionProposed
        | Kind::BusinessModelProposed
        | Kind::RoleProposed
        | Kind::RoomAsked
        | Kind::RoomVoiceAsked
        | Kind::Mentioned
        | Kind::ConclusionProposed
        | Kind::ScanOpened
        | Kind::ScanReminder => Urgency::Waits,
        Kind::AmbitionShared
        | Kind::BusinessModelShared
        | Kind::RemarkFromOutside
        | Kind::HorizonDue
        | Kind::RoleWithdrawn
        | Kind::RoleAccepted
        | Kind::RoleDeclined
        | Kind::RoleHandedBack
        | Kind::RoleDrains
        | Kind::RoomGiven
        | Kind::RoomEnded
        | Kind::ContributionNamesYou
        | Kind::ContributionConfirmed
        | Kind::MemberAdded
        | Kind::LeadAppointed
        | Kind::MandateGiven
        | Kind::MandateTaken
        | Kind::MemberRemoved
        | Kind::CommentAnswered
        | Kind::ThreadResolved
        | Kind::PartnershipConcluded
        | Kind::ScanReported
        | Kind::ImprovementOwned
        | Kind::QualityRecognised
        | Kind::RecognitionThanked => Urgency::Tells,
    }
}

/// When something that is told `now` goes into a mail, if it is not read before.
pub(super) fn mail_due(pace: Pace, urgency: Urgency, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match (pace, urgency) {
        (Pace::Never, _) | (_, Urgency::Asked) => None,
        (Pace::AtOnce, _) | (Pace::WhatWaits, Urgency::Waits) => Some(now + HEED),
        (Pace::Daily, _) | (Pace::WhatWaits, Urgency::Tells) => Some(next_digest(now)),
    }
}

/// Seven o'clock in UTC, which is eight or nine in the Netherlands: the next one after `now`. An installation has no time
/// zone of its own, and at that hour people begin to work.
fn next_digest(now: DateTime<Utc>) -> DateTime<Utc> {
    const SEVEN: NaiveTime = match NaiveTime::from_hms_opt(7, 0, 0) {
        Some(seven) => seven,
        None => NaiveTime::MIN,
    };
    let today = now.date_naive().and_time(SEVEN).and_utc();
    if today > now { today } else { today.checked_add_days(Days::new(1)).unwrap_or(today) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_digest_goes_out_at_seven_and_what_comes_at_seven_waits_for_the_next() {
        for (now, next) in [
            ("2026-11-22T06:59:59Z", "2026-11-22T07:00:00Z"),
            ("2026-11-22T07:00:00Z", "2026-11-23T07:00:00Z"),
            ("2026-12-31T23:00:00Z", "2027-01-01T07:00:00Z"),
        ] {
            assert_eq!(mail_due(Pace::Daily, Urgency::Tells, at(now)), Some(at(next)), "{now}");
        }
    }

    #[test]
    fn every_pace_says_when() {
        let now = at("2026-11-22T10:00:00Z");
        let (soon, tomorrow) = (Some(at("2026-11-22T10:02:00Z")), Some(at("2026-11-23T07:00:00Z")));
        for (pace, waits, tells) in [
            (Pace::AtOnce, soon, soon),
            (Pace::WhatWaits, soon, tomorrow),
            (Pace::Daily, tomorrow, tomorrow),
            (Pace::Never, None, None),
        ] {
            let due = [Urgency::Waits, Urgency::Tells, Urgency::Asked].map(|urgency| mail_due(pace, urgency, now));
            assert_eq!(due, [waits, tells, None], "{pace:?}");
        }
    }
}
