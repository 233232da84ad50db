//! What waits for the answer of whoever administers an organisation.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use uuid::Uuid;

use super::store;
use crate::accounts::Actor;
use crate::app::App;

/// A partnership that somebody's organisation is asked to take part in.
#[derive(Clone, Debug)]
pub struct WaitingInvitation {
    /// The invitation.
    pub id: Uuid,
    /// The partnership.
    pub partnership_id: Uuid,
    /// What it is called.
    pub partnership: String,
    /// Who asks; none when somebody of their own organisation began it.
    pub invited_by: Option<String>,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// The invitations that wait for somebody's answer; none for who administers no organisation.
pub async fn invitations_waiting_for(app: &App, actor: &Actor) -> Result<Vec<WaitingInvitation>, DbErr> {
    let Some(organisation) = actor.administers() else { return Ok(Vec::new()) };
    let asked = store::asked_of(app.database.reader(), organisation).await?;
    let waiting = asked.into_iter().map(|asked| WaitingInvitation {
        id: asked.partner.id,
        partnership_id: asked.partnership.id,
        partnership: asked.partnership.name,
        invited_by: asked.invited_by,
        since: asked.partner.created_at,
    });
    Ok(waiting.collect())
}
