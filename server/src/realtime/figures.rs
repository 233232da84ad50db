//! What is counted and timed of the rooms, for whoever runs the server.
//!
//! The figures are those of the whole process; none carries the name of a board or a person. What happens for every
//! message only adds to a number whose place is known already: nothing is looked up and nothing is allocated.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use metrics::{Counter, Gauge, Histogram, counter, gauge, histogram};

use super::close::Close;
use super::log::Append;

/// Over how long the longest queue is remembered: between one and two of these.
const PEAK: Duration = Duration::from_mins(1);

/// Every figure of the rooms.
pub(super) struct Figures {
    pub(super) rooms: Gauge,
    pub(super) connections: Gauge,
    pub(super) updates: Counter,
    pub(super) load: Histogram,
    pub(super) outbox: OutboxPeak,
    acknowledgement: Histogram,
    backlog: Gauge,
    commit: Commits,
    received: Traffic,
    sent: Traffic,
}

struct Commits {
    seconds: Histogram,
    boards: Histogram,
    rows: Histogram,
    failures: Counter,
}

struct Traffic {
    messages: Counter,
    bytes: Counter,
}

impl Figures {
    /// Those of this process. Whoever wants to see them installs a recorder before the first room opens.
    pub(super) fn get() -> &'static Self {
        static FIGURES: LazyLock<Figures> = LazyLock::new(Figures::new);
        &FIGURES
    }

    fn new() -> Self {
        Self {
            rooms: gauge!("samenspel_rooms"),
            connections: gauge!("samenspel_connections"),
            updates: counter!("samenspel_updates_total"),
            load: histogram!("samenspel_document_load_seconds"),
            outbox: OutboxPeak::default(),
            acknowledgement: histogram!("samenspel_acknowledgement_seconds"),
            backlog: gauge!("samenspel_backlog_bytes"),
            commit: Commits {
                seconds: histogram!("samenspel_commit_seconds"),
                boards: histogram!("samenspel_commit_boards"),
                rows: histogram!("samenspel_commit_rows"),
                failures: counter!("samenspel_commit_failures_total"),
            },
            received: Traffic {
                messages: counter!("samenspel_received_messages_total"),
                bytes: counter!("samenspel_received_bytes_total"),
            },
            sent: Traffic {
                messages: counter!("samenspel_sent_messages_total"),
                bytes: counter!("samenspel_sent_bytes_total"),
            },
        }
    }

    /// A message of `length` bytes came in.
    pub(super) fn received(&self, length: usize) {
        self.received.count(length);
    }

    /// A message of `length` bytes goes out.
    pub(super) fn sent(&self, length: usize) {
        self.sent.count(length);
    }

    /// Writes that came in at these moments are acknowledged now.
    pub(super) fn acknowledge(&self, received: &[Instant]) {
        for moment in received {
            self.acknowledgement.record(moment.elapsed());
        }
    }

    /// A transaction with these batches ended after `took`.
    pub(super) fn commit(&self, appends: &[Append], is_written: bool, took: Duration) {
        if !is_written {
            return self.commit.failures.increment(1);
        }
        let rows: usize = appends.iter().map(|append| append.rows.len()).sum();
        self.commit.seconds.record(took);
        self.commit.boards.record(small(appends.len()));
        self.commit.rows.record(small(rows));
    }

    /// An update is refused, for one of the gate's reasons.
    #[allow(clippy::unused_self, reason = "it stands with the others")]
    pub(super) fn refuse_update(&self, reason: &'static str) {
        counter!("samenspel_refused_updates_total", "reason" => reason).increment(1);
    }

    /// A connection is closed by us.
    #[allow(clippy::unused_self, reason = "it stands with the others")]
    pub(super) fn refuse(&self, close: &Close) {
        counter!("samenspel_refusals_total", "code" => close.code.to_string(), "reason" => close.class())
            .increment(1);
    }
}

impl Traffic {
    fn count(&self, length: usize) {
        self.messages.increment(1);
        self.bytes.increment(length as u64);
    }
}

/// Counts something as long as it is there.
pub(super) struct Present(&'static Gauge);

impl Present {
    /// One more in `gauge`.
    pub(super) fn among(gauge: &'static Gauge) -> Self {
        gauge.increment(1.0);
        Self(gauge)
    }
}

impl Drop for Present {
    fn drop(&mut self) {
        self.0.decrement(1.0);
    }
}

/// What one room adds to the backlog of all.
#[derive(Default)]
pub(super) struct Backlog(usize);

impl Backlog {
    /// This many bytes wait in the room now.
    pub(super) fn is_now(&mut self, bytes: usize) {
        if bytes != self.0 {
            let gauge = &Figures::get().backlog;
            gauge.increment(small(bytes));
            gauge.decrement(small(self.0));
            self.0 = bytes;
        }
    }
}

impl Drop for Backlog {
    fn drop(&mut self) {
        self.is_now(0);
    }
}

/// How much waited for the slowest reader, lately.
#[derive(Default)]
pub(super) struct OutboxPeak {
    messages: Peak,
    bytes: Peak,
}

impl OutboxPeak {
    /// So much waits in some outbox.
    pub(super) fn reaches(&self, messages: usize, bytes: usize) {
        self.messages.reaches(messages);
        self.bytes.reaches(bytes);
    }
}

/// The largest value of this minute and of the one before.
#[derive(Default)]
struct Peak {
    now: AtomicUsize,
    before: AtomicUsize,
}

impl Peak {
    fn reaches(&self, value: usize) {
        // Nearly always it does not, and then nothing is written that other threads read.
        if value > self.now.load(Ordering::Relaxed) {
            self.now.fetch_max(value, Ordering::Relaxed);
        }
    }

    fn value(&self) -> usize {
        self.now.load(Ordering::Relaxed).max(self.before.load(Ordering::Relaxed))
    }

    fn next_minute(&self) {
        self.before.store(self.now.swap(0, Ordering::Relaxed), Ordering::Relaxed);
    }
}

/// Lets peaks be forgotten after a while; never returns.
pub async fn keep_up() {
    let mut minutes = tokio::time::interval(PEAK);
    loop {
        minutes.tick().await;
        let outbox = &Figures::get().outbox;
        outbox.messages.next_minute();
        outbox.bytes.next_minute();
    }
}

/// What waits, where, at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Queues {
    /// Messages at the doors of all rooms.
    pub at_doors: usize,
    /// Messages at the door where most of them wait.
    pub at_fullest_door: usize,
    /// Batches that the log has not taken yet.
    pub at_writer: usize,
}

impl Queues {
    /// Puts them among the figures, with how much waited for readers lately.
    pub fn publish(self) {
        let outbox = &Figures::get().outbox;
        for (gauge, value) in [
            (gauge!("samenspel_door_messages"), self.at_doors),
            (gauge!("samenspel_fullest_door_messages"), self.at_fullest_door),
            (gauge!("samenspel_writer_batches"), self.at_writer),
            (gauge!("samenspel_outbox_peak_messages"), outbox.messages.value()),
            (gauge!("samenspel_outbox_peak_bytes"), outbox.bytes.value()),
        ] {
            gauge.set(small(value));
        }
    }
}

/// As the figures want it. All that is counted here is far below 2⁵³.
#[allow(clippy::cast_precision_loss, reason = "see above")]
fn small(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peak_is_remembered_for_this_minute_and_the_next() {
        let peak = Peak::default();
        peak.reaches(7);
        peak.reaches(3);
        assert_eq!(peak.value(), 7);
        peak.next_minute();
        peak.reaches(2);
        assert_eq!(peak.value(), 7);
        peak.next_minute();
        assert_eq!(peak.value(), 2);
    }
}
