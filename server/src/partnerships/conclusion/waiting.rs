//! Whose answer, and which lead, an open proposal to conclude waits for.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use uuid::Uuid;

use super::ending::all_agree;
use super::store;
use crate::access::{Role, Stage};
use crate::app::App;
use crate::partnerships::store as partnerships;

/// A proposal to conclude a partnership that waits for somebody.
#[derive(Clone, Debug)]
pub struct WaitingConclusion {
    /// The proposal.
    pub id: Uuid,
    /// The partnership.
    pub partnership_id: Uuid,
    /// What it is called.
    pub partnership: String,
    /// What is waited for.
    pub part: WaitingPart,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// What somebody is to do about a proposal to conclude.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingPart {
    /// Say for their partner whether it agrees.
    Decide,
    /// Conclude, now that every partner agrees.
    Conclude,
}

/// The proposals that wait for an account.
pub async fn conclusions_waiting_for(app: &App, account: Uuid) -> Result<Vec<WaitingConclusion>, DbErr> {
    let db = app.database.reader();
    let mine = partnerships::partnerships_of(db, account).await?;
    let underway = mine.iter().filter(|(partnership, ..)| partnership.status.stage() == Stage::Underway);
    let open = store::open_in(db, underway.map(|(partnership, ..)| partnership.id)).await?;
    let mut waiting = Vec::new();
    for conclusion in open {
        let Some((partnership, me, _)) = mine.iter().find(|(one, ..)| one.id == conclusion.partnership_id) else {
            continue;
        };
        let said = store::decisions(db, [conclusion.id]).await?;
        let is_said = said.iter().any(|one| Some(one.partner_id) == me.partner_id);
        let company = partnerships::company(db, partnership.id).await?;
        let acts_for_active = company.active_partners().any(|partner| Some(partner.id) == me.partner_id);
        let part = if me.role == Role::Lead && all_agree(&company, &said) {
            WaitingPart::Conclude
        } else if me.mandated && acts_for_active && !is_said {
            WaitingPart::Decide
        } else {
            continue;
        };
        waiting.push(WaitingConclusion {
            id: conclusion.id,
            partnership_id: partnership.id,
            partnership: partnership.name.clone(),
            part,
            since: conclusion.proposed_at,
        });
    }
    Ok(waiting)
}
