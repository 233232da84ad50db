//! Versions that wait for a partner to say something, and so for those who speak for it.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use uuid::Uuid;

use super::store;
use crate::app::App;
use crate::entity::version::Subject;

/// A version that a partner has said nothing of.
#[derive(Clone, Debug)]
pub(crate) struct WaitingVersion {
    /// What it is a version of.
    pub(crate) subject: Subject,
    /// The version.
    pub(crate) id: Uuid,
    /// Its number.
    pub(crate) number: i32,
    /// The partnership, and what it is called.
    pub(crate) partnership: (Uuid, String),
    /// Since when.
    pub(crate) since: DateTime<Utc>,
}

/// What waits for those who speak for partners, of whom an account is one.
pub(crate) async fn versions_waiting_for(
    app: &App,
    account: Uuid,
    subject: Subject,
) -> Result<Vec<WaitingVersion>, DbErr> {
    let decided = store::decided_where_speaks(app.database.reader(), account, subject).await?;
    let waiting = decided.into_iter().filter_map(|(partnership, partner, decided)| {
        let open = decided.version(decided.standing().open?)?;
        if decided.said_by(open, partner).is_some() {
            return None;
        }
        Some(WaitingVersion {
            subject,
            id: open.id,
            number: open.number,
            partnership: (partnership.id, partnership.name),
            since: open.proposed_at,
        })
    });
    Ok(waiting.collect())
}
