//! The tables, as they are printed.

use std::fmt;
use std::time::Duration;

use crate::cold::{self, CROWD};
use crate::fanout::{self, Load};
use crate::idle;
use crate::latency::Percentiles;

/// What was measured: the bare broadcast, or the server on one of its databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    Ceiling,
    Sqlite,
    Postgres,
}

/// Everything that was measured.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) fanouts: Vec<(Load, On, fanout::Outcome)>,
    pub(crate) idles: Vec<(&'static str, On, idle::Outcome)>,
    pub(crate) colds: Vec<(On, cold::Outcome)>,
}

impl Report {
    /// How many deliveries never came, over all.
    pub(crate) fn missed(&self) -> u64 {
        self.fanouts.iter().map(|(_, _, outcome)| outcome.missed).sum()
    }

    /// What the bare broadcast costs under the same load.
    fn ceiling(&self, load: &Load) -> Option<Duration> {
        let mut ceilings = self.fanouts.iter().filter(|(of, on, _)| of == load && *on == On::Ceiling);
        ceilings.next().map(|(_, _, outcome)| outcome.cpu_per_million)
    }

    fn times_the_ceiling(&self, load: &Load, outcome: &fanout::Outcome) -> Option<f64> {
        let ceiling = self.ceiling(load)?.as_secs_f64();
        (ceiling > 0.0).then(|| outcome.cpu_per_million.as_secs_f64() / ceiling)
    }

    /// Every goal, for the server on each database: what it is, what was measured, and whether it was reached.
    fn goals(&self) -> Vec<Goal> {
        let mut goals = Vec::new();
        for (load, on, outcome) in self.fanouts.iter().filter(|(_, on, _)| *on != On::Ceiling) {
            goals.push(Goal::new(*on, format!("{load}: nothing missed"), count(outcome.missed), 0.0, ""));
            if load.edits_per_second >= 200 {
                let p99 = millis(outcome.latency.p99);
                goals.push(Goal::new(*on, format!("{load}: p99 under 100 ms"), p99, 100.0, "ms"));
            } else if let Some(times) = self.times_the_ceiling(load, outcome) {
                goals.push(Goal::new(*on, format!("{load}: at most 1.3 × the ceiling"), times, 1.3, "×"));
            }
        }
        for (what, on, outcome) in self.idles.iter().filter(|(_, on, _)| *on != On::Ceiling) {
            let what = format!("{what}: at most 20 KiB a connection");
            goals.push(Goal::new(*on, what, outcome.kib_each, 20.0, "KiB"));
        }
        for (on, outcome) in &self.colds {
            let what = "cold join alone: at most 15 ms (p99)".to_owned();
            goals.push(Goal::new(*on, what, millis(outcome.alone.p99), 15.0, "ms"));
            let what = format!("cold join of {CROWD} at once: at most 60 ms (p99)");
            goals.push(Goal::new(*on, what, millis(outcome.together.p99), 60.0, "ms"));
        }
        goals
    }
}

struct Goal {
    on: On,
    what: String,
    measured: f64,
    at_most: f64,
    unit: &'static str,
}

impl Goal {
    fn new(on: On, what: String, measured: f64, at_most: f64, unit: &'static str) -> Self {
        Self { on, what, measured, at_most, unit }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.show_fanouts(f)?;
        self.show_idles(f)?;
        self.show_colds(f)?;
        writeln!(f, "\n| goal | on | measured | reached |\n|---|---|--:|---|")?;
        for Goal { on, what, measured, at_most, unit } in self.goals() {
            let reached = if measured <= at_most { "yes" } else { "**no**" };
            writeln!(f, "| {what} | {on} | {measured:.1} {unit} | {reached} |")?;
        }
        Ok(())
    }
}

impl Report {
    fn show_fanouts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| typing: rooms × clients, edits/s a room | on | deliveries | missed | p50 ms | p95 | p99 | max | \
             CPU s / M deliveries | × ceiling | server CPU | generator CPU |\n\
             |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
        )?;
        for (load, on, outcome) in &self.fanouts {
            let times = self.times_the_ceiling(load, outcome);
            writeln!(
                f,
                "| {load} | {on} | {} | {} | {} | {:.1} | {} | {:.0} % | {:.0} % |",
                outcome.expected,
                outcome.missed,
                cells(&outcome.latency),
                outcome.cpu_per_million.as_secs_f64(),
                times.map_or_else(String::new, |times| format!("{times:.2}")),
                outcome.server_percent,
                outcome.generator_percent,
            )?;
        }
        Ok(())
    }

    fn show_idles(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\n| idle | on | connections | KiB each | server CPU | generator CPU |\n|---|---|--:|--:|--:|--:|"
        )?;
        for (what, on, outcome) in &self.idles {
            let idle::Outcome { connections, kib_each, server_percent, generator_percent } = outcome;
            writeln!(
                f,
                "| {what} | {on} | {connections} | {kib_each:.1} | {server_percent:.1} % | {generator_percent:.1} % |"
            )?;
        }
        Ok(())
    }

    fn show_colds(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n| cold join | on | p50 ms | p95 | p99 | max |\n|---|---|--:|--:|--:|--:|")?;
        for (on, outcome) in &self.colds {
            let document = format!("{} operations, {} KiB", outcome.operations, outcome.bytes / 1024);
            let first = millis(outcome.first);
            writeln!(f, "| {document}: the first, from the log | {on} | {first:.1} | | | |")?;
            writeln!(f, "| {document}: alone | {on} | {} |", cells(&outcome.alone))?;
            writeln!(f, "| {document}: {CROWD} at once | {on} | {} |", cells(&outcome.together))?;
        }
        Ok(())
    }
}

fn cells(latency: &Percentiles) -> String {
    let Percentiles { p50, p95, p99, max } = latency;
    [p50, p95, p99, max].map(|duration| format!("{:.1}", millis(*duration))).join(" | ")
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

#[allow(clippy::cast_precision_loss, reason = "a few")]
fn count(number: u64) -> f64 {
    number as f64
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} × {}, {}/s", self.rooms, self.clients, self.edits_per_second)
    }
}

impl fmt::Display for On {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ceiling => "bare broadcast",
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}
