//! What black-box tests need: a server of their own on a database of their own, people who are signed in to it, and
//! peers that write on its boards. Tests speak HTTP and WebSocket only; what no page can make yet (a second
//! partnership, an outsider) is put into the database by [`World`].
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed expectation is a failed test")]
#![allow(clippy::missing_panics_doc, reason = "a failed expectation is a failed test")]

mod bell;
mod database;
mod environment;
mod frames;
mod hearing;
mod long_past;
mod mail;
mod pass;
mod peer;
mod person;
mod process;
mod seen;
mod server;
mod world;
pub mod writing;

pub use bell::BellHearing;
pub use database::TestDatabase;
pub use environment::{number, postgres};
pub use frames::Frame;
pub use hearing::Hearing;
pub use long_past::LongPast;
pub use mail::{Mail, mail_to};
pub use pass::Pass;
pub use peer::{Peer, Refused};
pub use person::{Person, Reply, if_match};
pub use process::Process;
pub use seen::{Closed, Seen};
pub use server::{Beside, METRICS_TOKEN, TestServer};
pub use world::{Boards, DEMO_PASSWORD, World};

/// How long a test waits for what should happen at once. Long, because a machine may be busy; a test that passes
/// never waits for it.
pub const DEADLINE: std::time::Duration = std::time::Duration::from_secs(20);

/// Waits until `look` finds what it looks for; for what only a database can show.
pub async fn eventually<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let looking = async {
        loop {
            if let Some(found) = look().await {
                return found;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(DEADLINE, looking).await.unwrap_or_else(|_| panic!("not in time: {what}"))
}
