//! What whoever runs the tests decides.
#![allow(clippy::disallowed_methods, reason = "this is the room of the tests that may ask")]

use std::path::PathBuf;

/// The PostgreSQL server on which every test gets a database of its own; without one, tests run on SQLite.
pub fn postgres() -> Option<String> {
    std::env::var("SAMENSPEL_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

/// A number that can be set for one run, as `SAMENSPEL_TEST_KILLS`.
pub fn number(variable: &str, default: usize) -> usize {
    match std::env::var(variable) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{variable} must be a number, not {text:?}")),
        Err(_) => default,
    }
}

/// The binary of the tree these tests stand in: beside the test's own, or where `SAMENSPEL_BINARY` says.
pub(crate) fn binary() -> PathBuf {
    if let Some(path) = std::env::var_os("SAMENSPEL_BINARY") {
        return path.into();
    }
    let test = std::env::current_exe().expect("a test knows where it is");
    let folder = test.parent().and_then(|deps| deps.parent()).expect("tests stand in target/debug/deps");
    folder.join("samenspel")
}
