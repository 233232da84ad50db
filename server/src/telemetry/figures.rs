//! Figures about the running process: counted through the facade `metrics`, shown in Prometheus's text format.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use metrics::{describe_counter, describe_gauge, describe_histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use metrics_process::Collector;

/// How often samples are put into their buckets when nobody looks: until then each takes room.
const UPKEEP: Duration = Duration::from_secs(5);

/// In seconds, for what ends while somebody waits.
const SECONDS: &[f64] = &[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 15.0];
/// How many of something.
const COUNTS: &[f64] = &[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 1024.0];

/// The figures of this process. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Figures(PrometheusHandle);

impl Figures {
    /// Counts from now on. A process has one set of figures: a second server in it (tests) adds to the same.
    ///
    /// # Errors
    /// Somebody else installed a recorder in this process.
    pub fn start() -> Result<Self, BuildError> {
        static STARTED: Mutex<Option<Figures>> = Mutex::new(None);
        let mut started = STARTED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(figures) = started.as_ref() {
            return Ok(figures.clone());
        }
        let recorder = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), SECONDS)?
            .set_buckets(COUNTS)?
            .install_recorder()?;
        describe();
        Ok(started.insert(Self(recorder)).clone())
    }

    /// All of them, as Prometheus reads them.
    pub fn render(&self) -> String {
        Collector::default().collect();
        self.0.render()
    }

    /// Keeps what is counted small; never returns.
    pub async fn keep_up(&self) {
        let mut again = tokio::time::interval(UPKEEP);
        loop {
            again.tick().await;
            self.0.run_upkeep();
        }
    }
}

fn describe() {
    Collector::default().describe();
    describe_gauge!("samenspel_rooms", "Rooms that are open: boards that somebody is at, or was a moment ago");
    describe_gauge!("samenspel_connections", "Live connections that are in a room");
    describe_counter!(
        "samenspel_updates_total",
        "Writes that came in: step-2 and update messages, and edits through the API"
    );
    describe_histogram!("samenspel_acknowledgement_seconds", "From a write's arrival until it is saved");
    describe_histogram!("samenspel_commit_seconds", "How long a transaction of the log took");
    describe_histogram!("samenspel_commit_boards", "Boards written in one transaction of the log");
    describe_histogram!("samenspel_commit_rows", "Rows written in one transaction of the log");
    describe_counter!("samenspel_commit_failures_total", "Transactions of the log that failed");
    describe_counter!("samenspel_refusals_total", "Connections that the server closed, by close code and reason");
    describe_counter!("samenspel_refused_updates_total", "Updates that the gate did not let through, by reason");
    describe_gauge!("samenspel_door_messages", "Messages that wait at the doors of all rooms");
    describe_gauge!("samenspel_fullest_door_messages", "Messages that wait at the fullest door; at 256 it is shut");
    describe_gauge!("samenspel_backlog_bytes", "What waits inside the rooms for a commit");
    describe_gauge!("samenspel_writer_batches", "Batches that wait for the log");
    describe_gauge!(
        "samenspel_outbox_peak_messages",
        "Messages that waited for the slowest reader in the last two minutes; at 1024 it is sent away"
    );
    describe_gauge!("samenspel_outbox_peak_bytes", "The same in bytes; at 8 MiB it is sent away");
    describe_counter!("samenspel_received_messages_total", "Messages that came in on live connections");
    describe_counter!("samenspel_received_bytes_total", "Their bytes");
    describe_counter!("samenspel_sent_messages_total", "Messages that went out on live connections");
    describe_counter!("samenspel_sent_bytes_total", "Their bytes");
    describe_counter!("samenspel_snapshots_kept_total", "Boards that were kept whole, so that they load faster");
    describe_counter!("samenspel_snapshots_failed_total", "Boards that could not be kept whole; tried again later");
    describe_counter!("samenspel_damaged_snapshots_total", "Snapshots that cannot be read and were set apart");
    describe_counter!(
        "samenspel_damaged_log_rows_total",
        "Damaged or missing rows that were met: somebody has to look"
    );
    describe_histogram!("samenspel_document_load_seconds", "How long a board's document took to load");
}
