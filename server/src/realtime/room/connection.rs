//! One connection, as its room knows it.

use chrono::{DateTime, TimeDelta, Utc};

use super::super::protocol::Known;
use super::Visitor;

/// Who does not say where they are is told of the others after this.
const SILENCE: TimeDelta = TimeDelta::seconds(1);
/// How many questions of one connection are answered in a second: each may cost as much as the whole document.
const ANSWERS: usize = 4;
/// Who still owes us what their updates hang on is asked again after this.
const PATIENCE: TimeDelta = TimeDelta::seconds(2);

/// A connection, and how much of what it sent is saved.
pub(super) struct Connection {
    pub(super) visitor: Visitor,
    joined: DateTime<Utc>,
    /// Whether it was told who is here.
    pub(super) introduced: bool,
    /// The id it speaks under about where it is.
    pub(super) presence: Option<u64>,
    /// How many step-2 and update messages came in.
    pub(super) received: u64,
    /// How many of them are durable, or changed nothing.
    settled: u64,
    /// What was last said to be saved.
    told: u64,
    /// The first message that hangs on something we lack; nothing from it on is saved until a step 2 brings that.
    pub(super) hanging: Option<u64>,
    /// How many of its questions were answered in this second, and its newest that was not.
    answered: usize,
    postponed: Option<Known>,
    /// When it was last asked for what we lack.
    pub(super) asked: DateTime<Utc>,
    /// Whether it was told to go: nothing more is taken from it, and nothing more is called saved to it.
    pub(super) closed: bool,
}

impl Connection {
    pub(super) fn new(visitor: Visitor, now: DateTime<Utc>) -> Self {
        Self {
            visitor,
            joined: now,
            introduced: false,
            presence: None,
            received: 0,
            settled: 0,
            told: 0,
            hanging: None,
            answered: 0,
            postponed: None,
            asked: now,
            closed: false,
        }
    }

    /// Message `number` is durable, or changed nothing. A step 2 brings all that earlier messages hung on.
    pub(super) fn settle(&mut self, number: u64, is_step_2: bool) {
        self.settled = number;
        if is_step_2 && self.hanging.is_some_and(|hanging| hanging < number) {
            self.hanging = None;
        }
    }

    /// How many messages are saved, when that is more than was said before to one who wants to hear it.
    pub(super) fn news(&mut self) -> Option<u64> {
        let saved = self.hanging.map_or(self.settled, |hanging| self.settled.min(hanging - 1));
        let is_news = self.visitor.wants_saved && !self.closed && saved > self.told;
        is_news.then(|| {
            self.told = saved;
            saved
        })
    }

    /// Gives back a question that may be answered now. Of those that may not, the newest is kept: whoever asks again
    /// has more by now, and needs no answer to what they asked before.
    pub(super) fn admit(&mut self, known: Known) -> Option<Known> {
        if self.answered < ANSWERS {
            self.answered += 1;
            return Some(known);
        }
        self.postponed = Some(known);
        None
    }

    /// A second has passed: the question that is answered now.
    pub(super) fn take_postponed(&mut self) -> Option<Known> {
        self.answered = 0;
        self.postponed.take()
    }

    pub(super) fn is_silent(&self, now: DateTime<Utc>) -> bool {
        !self.introduced && now - self.joined >= SILENCE
    }

    pub(super) fn should_be_asked_again(&self, now: DateTime<Utc>) -> bool {
        self.hanging.is_some() && now - self.asked >= PATIENCE
    }
}
