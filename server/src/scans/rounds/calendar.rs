//! When to look back next.

use chrono::{Days, Months, NaiveDate};

use crate::entity::scan_round::Kind;

/// A pulse follows this long after the last round.
const UNTIL_PULSE: Days = Days::new(7 * 7);
/// A scan follows this long after the last scan.
const UNTIL_SCAN: Months = Months::new(6);
/// A pulse so shortly before a scan asks the same people twice.
const APART: Days = Days::new(4 * 7);

/// Which round to hold when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Proposal {
    pub(super) kind: Kind,
    pub(super) on: NaiveDate,
}

/// What to plan next, after rounds that were closed on these days and besides those that are planned or open: a scan to
/// begin with and twice a year, a pulse six to eight weeks after each round. Nothing lies in the past.
pub(super) fn proposals(
    closed: &[(Kind, NaiveDate)],
    planned: &[(Kind, NaiveDate)],
    today: NaiveDate,
) -> Vec<Proposal> {
    let last = |kind| closed.iter().filter(|(of, _)| *of == kind).map(|&(_, on)| on).max();
    let is_planned = |kind| planned.iter().any(|(of, _)| *of == kind);
    let scan_due = last(Kind::Scan).map_or(today, |on| on + UNTIL_SCAN).max(today);
    let next_scan = planned.iter().filter(|(of, _)| *of == Kind::Scan).map(|&(_, on)| on).min().unwrap_or(scan_due);
    let pulse_due = closed.iter().map(|&(_, on)| on).max().map(|on| (on + UNTIL_PULSE).max(today));
    let scan = (!is_planned(Kind::Scan)).then_some(Proposal { kind: Kind::Scan, on: scan_due });
    let pulse = pulse_due
        .filter(|&on| !is_planned(Kind::Pulse) && on + APART < next_scan)
        .map(|on| Proposal { kind: Kind::Pulse, on });
    let mut proposals: Vec<Proposal> = pulse.into_iter().chain(scan).collect();
    proposals.sort_by_key(|proposal| proposal.on);
    proposals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_partnership_begins_with_a_scan() {
        let first = Proposal { kind: Kind::Scan, on: on("2026-11-22") };
        assert_eq!(proposals(&[], &[], on("2026-11-22")), [first]);
        assert_eq!(proposals(&[], &[(Kind::Scan, on("2026-12-01"))], on("2026-11-22")), []);
    }

    #[test]
    fn a_pulse_follows_in_seven_weeks_and_a_scan_in_half_a_year() {
        let closed = [(Kind::Scan, on("2026-11-22"))];
        let pulse = Proposal { kind: Kind::Pulse, on: on("2027-01-10") };
        let scan = Proposal { kind: Kind::Scan, on: on("2027-05-22") };
        assert_eq!(proposals(&closed, &[], on("2026-11-23")), [pulse, scan]);
        assert_eq!(proposals(&closed, &[(Kind::Pulse, on("2027-01-12"))], on("2026-11-23")), [scan]);
    }

    #[test]
    fn what_is_overdue_is_due_today_and_no_pulse_comes_right_before_a_scan() {
        let closed = [(Kind::Scan, on("2026-01-01")), (Kind::Pulse, on("2026-10-01"))];
        let today = on("2026-11-22");
        assert_eq!(proposals(&closed, &[], today), [Proposal { kind: Kind::Scan, on: today }]);
    }
}
