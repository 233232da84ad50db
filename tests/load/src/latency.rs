//! How long things took, exactly: every single one is kept.

use std::time::Duration;

/// How long each of many things took.
#[derive(Clone, Debug, Default)]
pub(crate) struct Latencies {
    micros: Vec<u32>,
}

/// What is said of them in a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Percentiles {
    pub(crate) p50: Duration,
    pub(crate) p95: Duration,
    pub(crate) p99: Duration,
    pub(crate) max: Duration,
}

impl Latencies {
    /// One more.
    pub(crate) fn record(&mut self, took: Duration) {
        self.micros.push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
    }

    /// Those of another as well.
    pub(crate) fn add(&mut self, other: Self) {
        self.micros.extend(other.micros);
    }

    /// Nothing of nothing.
    pub(crate) fn percentiles(&self) -> Option<Percentiles> {
        let mut sorted = self.micros.clone();
        sorted.sort_unstable();
        let at = |percent: usize| nearest_rank(&sorted, percent).map(|micros| Duration::from_micros(micros.into()));
        Some(Percentiles { p50: at(50)?, p95: at(95)?, p99: at(99)?, max: at(100)? })
    }
}

/// The smallest value that `percent` of a hundred are not larger than; no value is invented between two.
fn nearest_rank(sorted: &[u32], percent: usize) -> Option<u32> {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(millis: impl IntoIterator<Item = u64>) -> Latencies {
        let mut latencies = Latencies::default();
        millis.into_iter().for_each(|millis| latencies.record(Duration::from_millis(millis)));
        latencies
    }

    #[test]
    fn of_a_hundred_the_99th_is_the_last_but_one() {
        let all = of((1..=100).rev()).percentiles().unwrap();
        let millis = [all.p50, all.p95, all.p99, all.max].map(|duration| duration.as_millis());
        assert_eq!(millis, [50, 95, 99, 100]);
    }

    #[test]
    fn of_few_the_99th_is_the_longest() {
        let all = of([3, 1, 2]).percentiles().unwrap();
        assert_eq!([all.p50, all.p95, all.p99, all.max].map(|duration| duration.as_millis()), [2, 3, 3, 3]);
    }

    #[test]
    fn nothing_took_no_time() {
        assert_eq!(Latencies::default().percentiles(), None);
    }

    #[test]
    fn two_together_are_as_one() {
        let mut together = of([1, 9]);
        together.add(of([5]));
        assert_eq!(together.percentiles(), of([1, 5, 9]).percentiles());
    }
}
