//! Rooms (being written).
use std::sync::Arc;

use uuid::Uuid;

use crate::clock::Clock;

/// The boards that people are writing on right now.
#[derive(Clone, Debug)]
pub struct Rooms;

/// Keeps the log.
pub trait LogStore: Send + Sync + 'static {}

impl Rooms {
    /// New rooms over `store`.
    pub fn new(_store: Arc<dyn LogStore>, _clock: Arc<dyn Clock>) -> Self {
        Self
    }

    /// Whether the server is stopping.
    pub fn is_stopping(&self) -> bool {
        false
    }

    /// Closes every connection that carries `badge` (a session, an account, a membership) with `close`.
    pub fn revoke(&self, _badge: Uuid, _close: Close) {}

    /// Stops.
    pub async fn stop(&self) {}
}

/// Why a connection is closed.
#[derive(Clone, Debug)]
pub struct Close;

impl Close {
    /// Sign in again.
    pub const SIGNED_OUT: Self = Self;
    /// Not allowed (any more).
    pub const FORBIDDEN: Self = Self;
}
