//! How a feature tells somebody something.

use sea_orm::{ConnectionTrait, DbErr};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::store;
use super::urgency::{mail_due, urgency};
use crate::app::App;
use crate::entity::notification::{self, Kind};
use crate::ids;

/// What somebody is to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Of what.
    pub kind: Kind,
    /// Who did it; nobody when the server did.
    pub by: Option<Uuid>,
    /// Where it happened, if in a partnership; its name is looked up.
    pub partnership: Option<Uuid>,
    /// What it is about, as an assignment or an invitation: by this it is settled.
    pub subject: Option<Uuid>,
    /// What that is called, as a role's title or an organisation's name; never what somebody wrote in it.
    pub title: Option<String>,
    /// The page on which it is done, from the root of the web app: `/partnerships/…/roles`. At most 255 bytes.
    pub leads_to: String,
}

/// The names in a notification, as they were when it was told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Words {
    /// What the partnership is called.
    pub(super) partnership: Option<String>,
    /// What it is about.
    pub(super) title: Option<String>,
}

impl Words {
    pub(super) fn of(told: &notification::Model) -> Self {
        serde_json::from_str(&told.words).unwrap_or_default()
    }
}

/// Tells some accounts, in the transaction that makes it so; not whoever did it. Once that is committed, ring their bells
/// (`app.bells.ring_all`): their open pages show it at once then, and within two seconds otherwise.
pub async fn tell(app: &App, db: &impl ConnectionTrait, to: &[Uuid], notice: Notice) -> Result<(), DbErr> {
    let partnership = match notice.partnership {
        Some(id) => store::partnership_name(db, id).await?,
        None => None,
    };
    let now = app.clock.now();
    let title = notice.title.filter(|title| !title.trim().is_empty());
    let words = serde_json::to_string(&Words { partnership, title }).unwrap_or_default();
    let others: Vec<Uuid> = to.iter().copied().filter(|&to| notice.by != Some(to)).collect();
    let paces = store::paces(db, &others).await?;
    let told = others.into_iter().map(|to| notification::Model {
        id: ids::ordered(),
        account_id: to,
        kind: notice.kind,
        actor_id: notice.by,
        partnership_id: notice.partnership,
        subject_id: notice.subject,
        words: words.clone(),
        leads_to: notice.leads_to.clone(),
        created_at: now,
        read_at: None,
        mail_due_at: mail_due(paces.get(&to).copied().unwrap_or_default(), urgency(notice.kind), now),
    });
    store::add(db, told.collect()).await
}

/// What waited is answered, taken back or over: everybody who was told of it has nothing to do about it any more. Gives
/// the accounts whose bells are to be rung once this is committed.
pub async fn settle(app: &App, db: &impl ConnectionTrait, subject: Uuid) -> Result<Vec<Uuid>, DbErr> {
    store::read_subject(db, subject, app.clock.now()).await
}
