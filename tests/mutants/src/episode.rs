//! A room that hears one mutant after another, and is looked at after each.

use std::time::Duration;

use bytes::Bytes;
use cpu_time::ThreadTime;
use fastrand::Rng;
use samenspel::realtime::Row;
use samenspel::realtime::trial::{Outcome, Trial};

use crate::anatomy::{Update, is_same_document};
use crate::evidence::Evidence;
use crate::honest::{self, PEOPLE, Session, account};
use crate::judge;
use crate::messages::{Kind, Moment, Mutant};
use crate::tally::{Find, Harm, Tally};
use crate::writer;

/// How many mutants a room hears before a new one is opened.
pub const LENGTH: u64 = 200;

/// The longest that one message may take of the processor's time.
pub const LONGEST: Duration = Duration::from_millis(250);

/// What any message may take of memory, beside what its size allows: a room has to note who is sent away, and why.
pub const FLOOR: u64 = 4096;

/// How many times its size a refused message may take of memory, beyond that.
pub const MOST_MEMORY: f64 = 4.0;

/// A room, and those who write in it.
pub struct Episode<'a> {
    kind: Kind,
    seed: u64,
    number: u64,
    session: &'a Session,
    at: usize,
    trial: Trial,
    seats: [u64; PEOPLE],
    /// The room's document as it was last seen.
    state: Vec<u8>,
    rng: Rng,
    mutants: u64,
    /// What became of them.
    pub tally: Tally,
    is_over: bool,
    /// Whether what is slow is looked at once more.
    watches_time: bool,
}

/// What one message did, and at what cost.
struct Heard {
    outcome: Outcome,
    time: Duration,
    peak: u64,
    said: Vec<(u64, Bytes)>,
}

impl<'a> Episode<'a> {
    /// Opens the room: the same one for the same numbers.
    ///
    /// # Panics
    /// When an honest board cannot be opened.
    pub fn new(sessions: &'a [Session], kind: Kind, seed: u64, number: u64) -> Self {
        let mut rng = Rng::with_seed(seed ^ (kind as u64) << 56 ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let session = &sessions[rng.usize(..sessions.len())];
        let at = rng.usize(..session.frames.len());
        let mut trial = Trial::open(session.kind.vocabulary(), session.log_before(at)).expect("honest");
        let seats = std::array::from_fn(|who| trial.join(account(who)));
        let state = trial.state().expect("honest");
        let tally = Tally::default();
        let (mutants, is_over, watches_time) = (0, false, true);
        Self { kind, seed, number, session, at, trial, seats, state, rng, mutants, tally, is_over, watches_time }
    }

    /// The rows that the room began with, and those that came since.
    pub fn log(&self) -> &[Row] {
        self.trial.log()
    }

    /// The kind of board.
    pub fn board(&self) -> &'static str {
        self.session.kind.id()
    }

    /// Lets the room hear one more, unless it has heard enough or was harmed.
    pub fn step(&mut self, sessions: &[Session], evidence: &mut Evidence) -> bool {
        if self.is_over || self.mutants == LENGTH {
            return false;
        }
        let who = self.rng.usize(..PEOPLE);
        let moment = Moment { session: self.session, at: self.at, state: &self.state, who };
        let mutant = moment.mutant(self.kind, &mut self.rng);
        evidence.before(&mutant.frame);
        let finds = self.tally.finds.len();
        let rows = self.trial.log().len();
        let (reloads, is_another_s) = (self.trial.reloads(), self.is_another_s(&mutant, who));
        let heard = self.hear(who, mutant.frame.clone());
        self.count(&mutant, &heard, self.trial.log().len() > rows);
        if heard.time > LONGEST && self.watches_time {
            self.find_hang(sessions, heard.time);
        }
        if self.trial.reloads() > reloads {
            self.find(Harm::Reload, format!("{:?}", heard.outcome));
        }
        self.judge(&mutant, &heard, is_another_s);
        self.look(&heard, self.trial.log().len() > rows);
        if !matches!(heard.outcome, Outcome::Taken | Outcome::Heard) {
            self.trial.leave(self.seats[who]);
            self.seats[who] = self.trial.join(account(who));
            self.trial.said();
        }
        if self.tally.finds.len() > finds {
            evidence.keep(&format!("{:?}-{}-{}-{}", self.kind, self.seed, self.number, self.mutants));
        }
        evidence.after(&self.trial.log()[rows..]);
        self.mutants += 1;
        true
    }

    /// Whether this is an update under a client id that the room has given to somebody else.
    fn is_another_s(&self, mutant: &Mutant, who: usize) -> bool {
        let update = honest::update_in(&mutant.frame).and_then(Update::read);
        update.is_some_and(|update| {
            let owner = |client| self.trial.owner(client);
            update.sections.iter().any(|section| owner(section.client).is_some_and(|owner| owner != account(who)))
        })
    }

    fn hear(&mut self, who: usize, frame: Bytes) -> Heard {
        let connection = self.seats[who];
        let mut outcome = Outcome::Heard;
        let mut time = Duration::ZERO;
        let taken = allocation_counter::measure(|| {
            let start = ThreadTime::now();
            outcome = self.trial.hear(connection, frame);
            time = start.elapsed();
        });
        Heard { outcome, time, peak: taken.bytes_max, said: self.trial.said() }
    }

    fn count(&mut self, mutant: &Mutant, heard: &Heard, has_changed: bool) {
        let tally = &mut self.tally;
        tally.mutants += 1;
        tally.honest += u64::from(mutant.is_honest);
        tally.worst_micros = tally.worst_micros.max(u64::try_from(heard.time.as_micros()).unwrap_or(u64::MAX));
        match &heard.outcome {
            Outcome::Taken if has_changed => tally.changed += 1,
            Outcome::Taken => tally.echoes += 1,
            Outcome::Hanging => tally.hanging += 1,
            Outcome::Heard => tally.heard += 1,
            Outcome::Closed(close) => {
                tally.refused += 1;
                *tally.reasons.entry(without_names(&close.reason)).or_default() += 1;
            }
        }
    }

    /// Whether what happened may happen to this message.
    fn judge(&mut self, mutant: &Mutant, heard: &Heard, is_another_s: bool) {
        let Outcome::Closed(close) = &heard.outcome else {
            if mutant.is_honest && heard.outcome == Outcome::Hanging {
                self.find(Harm::HonestRefused, "it hangs".to_owned());
            }
            return;
        };
        // A mutant before may have written under this client id, and who comes first has it.
        let is_excused = is_another_s && Trial::refuses_the_client_id(close);
        if mutant.is_honest && !is_excused {
            self.find(Harm::HonestRefused, close.reason.to_string());
        }
        if !judge::is_a_refusal(close) {
            self.find(Harm::Leak, format!("closed with {} {}", close.code, close.reason));
        }
        let times = heard.peak.saturating_sub(FLOOR) as f64 / mutant.frame.len().max(1) as f64;
        self.tally.worst_memory = self.tally.worst_memory.max(times);
        if times > MOST_MEMORY {
            self.find(Harm::Memory, format!("{} bytes for {}: {}", heard.peak, mutant.frame.len(), close.reason));
        }
    }

    /// Looks at the room: after a change it must be there for whoever comes next; without one, nobody may notice.
    fn look(&mut self, heard: &Heard, has_changed: bool) {
        let state = match self.trial.state() {
            Ok(state) => state,
            Err(harm) => return self.find(Harm::Poisoning, harm.to_string()),
        };
        if has_changed {
            self.look_at_what_is_next(&state);
        } else if !is_same_document(&state, &self.state) {
            self.find(Harm::Leak, "the document changed".to_owned());
        }
        for (_, frame) in &heard.said {
            if let Some(problem) = judge::problem_with(frame, has_changed) {
                self.find(Harm::Leak, problem.to_owned());
            }
        }
        let away: Vec<u64> = self.trial.sent_away().collect();
        if away.len() > usize::from(matches!(heard.outcome, Outcome::Closed(_))) {
            self.find(Harm::Leak, "somebody else was sent away".to_owned());
        }
        self.state = state;
    }

    fn look_at_what_is_next(&mut self, state: &[u8]) {
        for (when, next) in [("restart", self.trial.after_restart()), ("snapshot", self.trial.after_snapshot())] {
            match next {
                Ok(next) if is_same_document(&next, state) => {}
                Ok(_) => self.find(Harm::Poisoning, format!("after a {when} the document is another one")),
                Err(harm) => self.find(Harm::Poisoning, format!("after a {when}: {harm}")),
            }
        }
        writer::read_everything(self.trial.doc());
    }

    /// What is slow three times, by the processor's own count, is slow.
    fn find_hang(&mut self, sessions: &[Session], first: Duration) {
        let mut best = first;
        for _ in 0..2 {
            let mut again = Episode::new(sessions, self.kind, self.seed, self.number);
            again.watches_time = false;
            while again.mutants < self.mutants && again.step(sessions, &mut Evidence::none()) {}
            again.tally.worst_micros = 0;
            again.step(sessions, &mut Evidence::none());
            best = best.min(Duration::from_micros(again.tally.worst_micros));
        }
        if best > LONGEST {
            self.find(Harm::Hang, format!("{best:?}"));
        }
    }

    fn find(&mut self, harm: Harm, detail: String) {
        let (kind, seed, episode, mutant) = (self.kind, self.seed, self.number, self.mutants);
        // A room that is harmed can show nothing more.
        self.is_over |= matches!(harm, Harm::Poisoning | Harm::Leak);
        self.tally.find(Find { harm, detail, kind, seed, episode, mutant });
    }
}

/// A reason without what it quotes and counts, so that equal ones are counted together.
fn without_names(reason: &str) -> String {
    let unquoted: String = reason.split('"').step_by(2).collect::<Vec<_>>().join("…");
    unquoted
        .split(' ')
        .map(|word| if word.parse::<u64>().is_ok() { "n" } else { word })
        .collect::<Vec<_>>()
        .join(" ")
}
