//! What whoever runs the bench decides.
#![allow(clippy::disallowed_methods, reason = "this is the room of the bench that may ask")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Where things run and how much is asked of them.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The server.
    pub(crate) binary: PathBuf,
    /// The core that it has for itself, where there are two.
    server_core: Option<String>,
    /// A PostgreSQL to measure on as well.
    pub(crate) postgres: Option<String>,
    pub(crate) scale: Scale,
}

/// How much is asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    /// Before anything is timed.
    pub(crate) warm_up: Duration,
    /// How long edits are timed, and idle connections watched.
    pub(crate) measured: Duration,
    /// Idle connections.
    pub(crate) connections: usize,
    /// Operations in the document that is joined cold.
    pub(crate) operations: usize,
}

const WHOLE: Scale = Scale {
    warm_up: Duration::from_secs(3),
    measured: Duration::from_secs(15),
    connections: 1000,
    operations: 100_000,
};

const QUICK: Scale = Scale {
    warm_up: Duration::from_secs(1),
    measured: Duration::from_secs(3),
    connections: 200,
    operations: 5_000,
};

impl Settings {
    /// What the environment says; `scripts/bench` sets it.
    pub(crate) fn from_environment() -> Self {
        let own = std::env::current_exe().expect("a program knows where it is");
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            binary: variable("SAMENSPEL_BINARY").map_or_else(|| own.with_file_name("samenspel"), PathBuf::from),
            server_core: variable("BENCH_SERVER_CORE"),
            postgres: variable("SAMENSPEL_TEST_POSTGRES"),
            scale: if variable("BENCH").as_deref() == Some("quick") { QUICK } else { WHOLE },
        }
    }

    /// `program` on the core that is the server's.
    pub(crate) fn on_server_core(&self, program: &Path) -> Command {
        match &self.server_core {
            Some(core) => {
                let mut command = Command::new("taskset");
                command.args(["-c", core]).arg(program);
                command
            }
            None => Command::new(program),
        }
    }

    /// Where what runs, in words.
    pub(crate) fn cores(&self) -> String {
        match &self.server_core {
            Some(core) => format!("server on core {core}, generator and database on another"),
            None => "server and generator share the only core: the figures say little".to_owned(),
        }
    }
}
