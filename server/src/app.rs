//! What every feature is handed: the configuration, the database, the clock, the rooms.

use std::sync::Arc;

use crate::clock::Clock;
use crate::config::Config;
use crate::database::Database;
use crate::realtime::{Bells, Rooms, Turns};
use crate::telemetry::Figures;

/// The running application, shared by all requests.
#[derive(Debug)]
pub struct App {
    /// What the operator decided.
    pub config: Config,
    /// Whether this is a demo, with accounts that anybody may use.
    pub demo: bool,
    /// The database, migrated.
    pub database: Database,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// The boards that people are writing on right now.
    pub rooms: Rooms,
    /// Ring for those who listen to a partnership's events.
    pub bells: Bells,
    /// Whose turn it is to write on a board without a connection.
    pub turns: Turns,
    /// What is counted and timed.
    pub figures: Figures,
    /// Signs and reads access tokens.
    pub signing_key: SigningKey,
}

/// The installation's own secret: 32 random bytes under the id that tokens name.
#[derive(Clone)]
pub struct SigningKey {
    /// The tokens' `kid`.
    pub id: String,
    /// 32 bytes.
    pub secret: Vec<u8>,
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKey").field("id", &self.id).finish_non_exhaustive()
    }
}
