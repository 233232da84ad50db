//! Partnerships for which it is time to look ten years ahead again.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use uuid::Uuid;

use super::store::{self, Whose};
use crate::app::App;

/// A look ahead that is due.
#[derive(Clone, Debug)]
pub(crate) struct WaitingHorizon {
    /// The partnership, and what it is called.
    pub(crate) partnership: (Uuid, String),
    /// Since when.
    pub(crate) since: DateTime<Utc>,
}

/// What waits for an account where it leads.
pub(crate) async fn horizons_waiting_for(app: &App, account: Uuid) -> Result<Vec<WaitingHorizon>, DbErr> {
    let now = app.clock.now();
    let written = store::written(app.database.reader(), Whose::LedBy(account)).await?;
    let due = written.into_iter().filter(|written| written.due_at <= now);
    let waiting = due.map(|written| WaitingHorizon {
        partnership: (written.partnership.id, written.partnership.name),
        since: written.due_at,
    });
    Ok(waiting.collect())
}
