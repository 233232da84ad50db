//! What one room's clients typed and when they should have, and who has seen it.

use std::ops::Range;
use std::time::{Duration, Instant};

use crate::latency::Latencies;

/// When each edit of a room is typed. The clients take turns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schedule {
    pub(crate) start: Instant,
    /// From one edit of the room to the next.
    pub(crate) pause: Duration,
    pub(crate) clients: u32,
    /// How many edits there are in all.
    pub(crate) edits: u32,
}

impl Schedule {
    /// When edit `edit` of the room should be sent. Latency counts from here, however late the sender was: else a
    /// server that holds a sender up would look fast.
    pub(crate) fn intended(&self, edit: u32) -> Instant {
        self.start + self.pause * edit
    }

    /// Whose turn edit `edit` is, and the how manieth of theirs it is, from 0.
    pub(crate) fn turn(&self, edit: u32) -> (usize, u32) {
        ((edit % self.clients) as usize, edit / self.clients)
    }

    fn edit(&self, sender: usize, number: u32) -> u32 {
        number * self.clients + u32::try_from(sender).unwrap_or(u32::MAX)
    }

    /// How many edits `sender` has in all.
    fn edits_of(&self, sender: usize) -> u32 {
        let sender = u32::try_from(sender).unwrap_or(u32::MAX);
        (self.edits + self.clients - 1 - sender) / self.clients
    }
}

/// Who has seen what.
#[derive(Debug)]
pub(crate) struct Ledger {
    schedule: Schedule,
    /// Edits that were intended before this are not timed.
    warm: Instant,
    /// For each receiver, and for each sender, how many of their edits were seen.
    seen: Vec<Vec<u32>>,
    pub(crate) latencies: Latencies,
    pub(crate) delivered: u64,
}

impl Ledger {
    /// Nothing was seen yet.
    pub(crate) fn new(schedule: Schedule, warm_up: Duration) -> Self {
        let clients = schedule.clients as usize;
        Self {
            schedule,
            warm: schedule.start + warm_up,
            seen: vec![vec![0; clients]; clients],
            latencies: Latencies::default(),
            delivered: 0,
        }
    }

    /// `receiver` got edits of `sender`, by their numbers from 0. What comes twice counts once, and one's own not at
    /// all. The server keeps the order of each sender, so what is left out has been lost.
    pub(crate) fn take(&mut self, receiver: usize, sender: usize, numbers: Range<u32>, now: Instant) {
        if receiver == sender {
            return;
        }
        let seen = &mut self.seen[receiver][sender];
        for number in numbers.start.max(*seen)..numbers.end {
            let intended = self.schedule.intended(self.schedule.edit(sender, number));
            self.delivered += 1;
            if intended >= self.warm {
                self.latencies.record(now.saturating_duration_since(intended));
            }
        }
        *seen = numbers.end.max(*seen);
    }

    /// How many deliveries there should be in all.
    pub(crate) fn expected(&self) -> u64 {
        u64::from(self.schedule.edits) * u64::from(self.schedule.clients - 1)
    }

    /// How many never came.
    pub(crate) fn missed(&self) -> u64 {
        self.expected() - self.delivered
    }

    /// Whether everybody has seen the last edit of everybody.
    pub(crate) fn is_complete(&self) -> bool {
        self.seen.iter().enumerate().all(|(receiver, seen)| {
            seen.iter()
                .enumerate()
                .all(|(sender, seen)| sender == receiver || *seen >= self.schedule.edits_of(sender))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three clients, seven edits: 0, 3 and 6 by the first, 1 and 4 by the second, 2 and 5 by the third.
    fn ledger() -> (Ledger, Instant) {
        let start = Instant::now();
        let schedule = Schedule { start, pause: Duration::from_millis(10), clients: 3, edits: 7 };
        (Ledger::new(schedule, Duration::from_millis(20)), start)
    }

    fn at(start: Instant, millis: u64) -> Instant {
        start + Duration::from_millis(millis)
    }

    #[test]
    fn clients_take_turns_and_every_edit_has_one_place() {
        let (ledger, start) = ledger();
        let schedule = ledger.schedule;
        assert_eq!((0..7).map(|edit| schedule.turn(edit).0).collect::<Vec<_>>(), [0, 1, 2, 0, 1, 2, 0]);
        assert!((0..7).all(|edit| {
            let (sender, number) = schedule.turn(edit);
            schedule.edit(sender, number) == edit
        }));
        assert_eq!([0, 1, 2].map(|sender| schedule.edits_of(sender)), [3, 2, 2]);
        assert_eq!(schedule.intended(5), at(start, 50));
    }

    #[test]
    fn latency_counts_from_when_an_edit_should_have_been_sent() {
        let (mut ledger, start) = ledger();
        // Edit 3 of the room was meant for 30 ms; that it left late is no excuse.
        ledger.take(1, 0, 0..1, at(start, 5));
        ledger.take(1, 0, 1..2, at(start, 75));
        let latencies = ledger.latencies.percentiles().unwrap();
        assert_eq!(latencies.max, Duration::from_millis(45));
        assert_eq!(latencies.p50, latencies.max, "edit 0 came while warming up");
    }

    #[test]
    fn what_is_left_out_is_missed_and_what_comes_twice_counts_once() {
        let (mut ledger, start) = ledger();
        assert_eq!(ledger.missed(), 14);
        let now = at(start, 100);
        for receiver in 0..3 {
            for sender in 0..3 {
                ledger.take(receiver, sender, 0..1, now);
                ledger.take(receiver, sender, 0..1, now);
                // The second of each never came.
                if sender == 0 {
                    ledger.take(receiver, sender, 2..3, now);
                }
            }
        }
        assert_eq!(ledger.delivered, 3 * 2 + 2);
        assert_eq!(ledger.missed(), 6);
        assert!(!ledger.is_complete());
    }

    #[test]
    fn it_is_complete_when_everybody_has_the_last_of_everybody_else() {
        let (mut ledger, start) = ledger();
        for receiver in 0..3 {
            for sender in (0..3).filter(|sender| *sender != receiver) {
                assert!(!ledger.is_complete());
                ledger.take(receiver, sender, 0..ledger.schedule.edits_of(sender), at(start, 100));
            }
        }
        assert!(ledger.is_complete());
        assert_eq!(ledger.missed(), 0);
    }
}
