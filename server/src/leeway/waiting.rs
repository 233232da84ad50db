//! Room to move that waits for somebody to say something.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;
use uuid::Uuid;

use super::asking::now_state;
use super::lifecycle::{Held, State};
use super::store;
use crate::app::App;

/// Room that somebody is asked about.
#[derive(Clone, Debug)]
pub(crate) struct WaitingRoom {
    /// The room.
    pub(crate) id: Uuid,
    /// What they are asked.
    pub(crate) to: WaitingFor,
    /// The name of whose room it is.
    pub(crate) holder: Option<String>,
    /// The partnership, and what it is called.
    pub(crate) partnership: (Uuid, String),
    /// Since when.
    pub(crate) since: DateTime<Utc>,
}

/// What somebody is asked about room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WaitingFor {
    /// Whether they want it.
    Take,
    /// What their partner says of it.
    Voice,
}

/// What waits for an account, in all its partnerships.
pub(crate) async fn rooms_waiting_for(app: &App, account: Uuid) -> Result<Vec<WaitingRoom>, DbErr> {
    let db = app.database.reader();
    let mut waiting = Vec::new();
    for (partnership, me, rooms) in store::where_in(db, account).await? {
        let names = store::names(db, rooms.iter().map(|held| held.holder.account_id)).await?;
        for held in rooms {
            let asked = match now_state(app, &held) {
                State::AskedHolder if held.holder.id == me.id => Some((WaitingFor::Take, held.room.asked_at)),
                State::AskedPartners if me.mandated && is_open_to(&held, me.partner_id) => {
                    Some((WaitingFor::Voice, held.room.taken_at.unwrap_or(held.room.asked_at)))
                }
                _ => None,
            };
            let partnership = (partnership.id, partnership.name.clone());
            let holder = names.get(&held.holder.account_id).cloned();
            waiting.extend(asked.map(|(to, since)| WaitingRoom {
                id: held.room.id,
                to,
                holder,
                partnership,
                since,
            }));
        }
    }
    Ok(waiting)
}

/// Whether a partner that takes part said nothing of it.
fn is_open_to(held: &Held, partner: Option<Uuid>) -> bool {
    partner.is_some_and(|partner| held.active.contains(&partner) && held.said_by(partner).is_none())
}
