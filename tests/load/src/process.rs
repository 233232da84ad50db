//! What a process uses, as Linux tells it.

use std::time::Duration;

/// Linux counts in hundredths of a second here, whatever its own clock.
const TICK: Duration = Duration::from_millis(10);

/// How long a process was on a CPU since it began, its threads and the kernel's work for it included.
pub(crate) fn cpu(id: u32) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).expect("the process runs");
    cpu_of(&stat).expect("Linux writes it so")
}

fn cpu_of(stat: &str) -> Option<Duration> {
    // The name is in brackets and may hold anything; after it comes the third field.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let user: u32 = fields.next()?.parse().ok()?;
    let kernel: u32 = fields.next()?.parse().ok()?;
    Some(TICK * (user + kernel))
}

/// How many KiB of memory it holds.
pub(crate) fn memory(id: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).expect("the process runs");
    memory_of(&status).expect("Linux writes it so")
}

fn memory_of(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_the_user_and_of_the_kernel_are_added_whatever_the_program_is_called() {
        let stat = "12 (a ) b) S 1 12 12 0 -1 4194304 100 0 0 0 150 50 0 0 20 0 4 0 1000 1 2 3";
        assert_eq!(cpu_of(stat), Some(Duration::from_secs(2)));
    }

    #[test]
    fn memory_is_what_is_resident() {
        assert_eq!(memory_of("Name:\tx\nVmPeak:\t 900 kB\nVmRSS:\t  123 kB\n"), Some(123));
    }

    #[test]
    fn this_process_can_be_asked() {
        assert!(memory(std::process::id()) > 0);
        assert!(cpu(std::process::id()) < Duration::from_hours(1));
    }
}
