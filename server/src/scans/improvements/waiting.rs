//! Improvement points whose day has come.

use chrono::{DateTime, NaiveTime, Utc};
use sea_orm::DbErr;
use uuid::Uuid;

use super::store;
use crate::access::Stage;
use crate::app::App;

/// Something that somebody sees to, and that is due.
#[derive(Clone, Debug)]
pub(crate) struct WaitingImprovement {
    /// The improvement point.
    pub(crate) id: Uuid,
    /// What is to be done better.
    pub(crate) title: String,
    /// The partnership, and what it is called.
    pub(crate) partnership: (Uuid, String),
    /// Since when it is due.
    pub(crate) since: DateTime<Utc>,
}

/// What an account sees to and is due.
pub(crate) async fn improvements_waiting_for(app: &App, account: Uuid) -> Result<Vec<WaitingImprovement>, DbErr> {
    let today = app.clock.now().date_naive();
    let running = store::running_of(app.database.reader(), account).await?;
    let due = running.into_iter().filter(|(improvement, partnership)| {
        improvement.due <= today && partnership.status.stage() == Stage::Underway
    });
    let waiting = due.map(|(improvement, partnership)| WaitingImprovement {
        id: improvement.id,
        title: improvement.title,
        partnership: (partnership.id, partnership.name),
        since: improvement.due.and_time(NaiveTime::MIN).and_utc(),
    });
    Ok(waiting.collect())
}
