//! Boards (being written).
use std::sync::Arc;

use utoipa_actix_web::service_config::ServiceConfig;

use crate::clock::Clock;
use crate::database::Database;
use crate::realtime::LogStore;

/// The log of every board.
#[derive(Debug)]
pub struct BoardLog;

impl BoardLog {
    /// Over `database`.
    pub fn new(_database: Database, _clock: Arc<dyn Clock>) -> Self {
        Self
    }
}

impl LogStore for BoardLog {}

/// Routes.
pub fn routes(_config: &mut ServiceConfig<'_>) {}
