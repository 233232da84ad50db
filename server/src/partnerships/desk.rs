//! Where something is decided in a partnership: one decision at a time, while whoever decides stays as they are.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};
use serde_json::Value;
use uuid::Uuid;

use super::events::{Announcement, Audience, announce};
use super::happening::{Happening, record};
use super::holding::{hold, lock};
use super::store::{Membership, partner_names};
use crate::access::{Action, Denied};
use crate::accounts::Client;
use crate::app::App;
use crate::error::Problem;
use crate::notifications::{self, Notice};

/// A transaction in which nobody else decides in a partnership.
pub struct Desk<'a> {
    /// What every request is handed.
    pub app: &'a App,
    /// In which it is decided.
    pub transaction: DatabaseTransaction,
    /// Who decides, as they are now.
    pub me: Membership,
    client: &'a Client,
    happenings: Vec<Happening>,
    announcements: Vec<Announcement>,
    bells: Vec<Uuid>,
}

/// Why nothing is decided.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// They are not in it (any more).
    #[error("they are not in the partnership")]
    NotFound,
    /// They are, and may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// No partner that takes part has given them its mandate.
    #[error("they do not speak for a partner that takes part")]
    NoMandate,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl<'a> Desk<'a> {
    /// Begins, if whoever asks may do `action`.
    pub async fn open(
        app: &'a App,
        me: &Membership,
        client: &'a Client,
        action: Action,
    ) -> Result<Self, DeskError> {
        let transaction = app.database.begin().await?;
        lock(&transaction, me).await?;
        let me = held(&transaction, me).await?;
        me.may(action)?;
        Ok(Self {
            app,
            transaction,
            me,
            client,
            happenings: Vec::new(),
            announcements: Vec::new(),
            bells: Vec::new(),
        })
    }

    /// The partner that whoever decides speaks for.
    pub async fn speaks_for(&self) -> Result<Uuid, DeskError> {
        let own = self.me.partner.as_ref().filter(|_| self.me.mandated).map(|partner| partner.id);
        let names = partner_names(&self.transaction, &self.me).await?;
        let takes_part = |own: &Uuid| names.iter().any(|partner| partner.is_active && partner.id == *own);
        own.filter(takes_part).ok_or(DeskError::NoMandate)
    }

    /// Puts on record, and tells those who may know of it, `what` happened to `subject`; when it is closed.
    pub fn happened(&mut self, audience: Audience, what: &'static str, subject: Uuid, data: Value) {
        self.happenings.push(Happening {
            partnership: self.me.partnership_id,
            audience,
            actor: Some(self.me.account_id),
            from: self.client.address,
            what,
            subject,
            data,
        });
    }

    /// Tells it those who may know of it, each audience once, and puts nothing on record: for what is nobody else's
    /// business.
    pub fn announce_to(&mut self, audiences: impl IntoIterator<Item = Audience>, kind: &'static str, data: &Value) {
        let actor = Some(self.me.account_id);
        let announced = |audience| Announcement { audience, kind: kind.to_owned(), actor, data: data.clone() };
        self.announcements.extend(audiences.into_iter().collect::<BTreeSet<_>>().into_iter().map(announced));
    }

    /// The same without saying who did it: for what tells only that something is otherwise.
    pub fn announce_unnamed(&mut self, audience: Audience, kind: &'static str, data: Value) {
        self.announcements.push(Announcement { audience, kind: kind.to_owned(), actor: None, data });
    }

    /// Tells some accounts in person.
    pub async fn tell(&mut self, to: &[Uuid], notice: Notice) -> Result<(), DbErr> {
        notifications::tell(self.app, &self.transaction, to, notice).await?;
        self.bells.extend(to);
        Ok(())
    }

    /// What waited for people is answered, taken back or over.
    pub async fn settle(&mut self, subject: Uuid) -> Result<(), DbErr> {
        let settled = notifications::settle(self.app, &self.transaction, subject).await?;
        self.bells.extend(settled);
        Ok(())
    }

    /// Makes it so.
    pub async fn close(self) -> Result<(), DeskError> {
        let Self { app, transaction, me, happenings, mut announcements, bells, .. } = self;
        let now = app.clock.now();
        for happening in happenings {
            announcements.push(record(&transaction, happening, now).await?);
        }
        announce(&transaction, me.partnership_id, announcements, now).await?;
        transaction.commit().await?;
        app.bells.ring(me.partnership_id);
        app.bells.ring_all(bells);
        Ok(())
    }
}

/// Who asks, as they are in the transaction: whatever they were when they came.
pub async fn held(db: &impl ConnectionTrait, me: &Membership) -> Result<Membership, DeskError> {
    hold(db, me.account_id, me.partnership_id).await?.ok_or(DeskError::NotFound)
}

impl From<DeskError> for Problem {
    fn from(error: DeskError) -> Self {
        match error {
            DeskError::NotFound => Self::not_found(),
            DeskError::Denied(denied) => denied.into(),
            DeskError::NoMandate => {
                Self::new(StatusCode::FORBIDDEN, "no_mandate", "You do not speak for a partner that takes part")
            }
            DeskError::Database(error) => error.into(),
        }
    }
}
