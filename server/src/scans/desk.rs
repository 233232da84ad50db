//! Where something is decided about looking back and doing better: one decision in a partnership at a time, while whoever
//! decides stays as they are.

use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde_json::{Value, json};
use uuid::Uuid;

use super::error::ScanError;
use super::store;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::scan_round;
use crate::partnerships::{self, Audience, Happening, Membership};

/// A transaction in which nobody else decides.
pub(super) struct Desk<'a> {
    pub(super) app: &'a App,
    pub(super) transaction: DatabaseTransaction,
    pub(super) me: Membership,
    client: &'a Client,
    /// Whose bells are rung once it is committed.
    pub(super) bells: Vec<Uuid>,
}

impl<'a> Desk<'a> {
    /// Begins, if whoever asks may do `action`.
    pub(super) async fn open(
        app: &'a App,
        me: &Membership,
        client: &'a Client,
        action: Action,
    ) -> Result<Self, ScanError> {
        let transaction = app.database.begin().await?;
        partnerships::lock(&transaction, me).await?;
        let me = held(&transaction, me).await?;
        me.may(action)?;
        Ok(Self { app, transaction, me, client, bells: Vec::new() })
    }

    /// A round, so that nobody answers meanwhile.
    pub(super) async fn round(&self, id: Uuid) -> Result<scan_round::Model, ScanError> {
        store::lock_round(&self.transaction, &self.me, id).await?.ok_or(ScanError::NotFound)
    }

    /// Makes it so, and tells those who may know of it `what` happened to `subject`.
    pub(super) async fn close(
        self,
        audience: Audience,
        what: &'static str,
        subject: Uuid,
        data: Value,
    ) -> Result<(), ScanError> {
        let Self { app, transaction, me, client, bells } = self;
        let (partnership, actor, from) = (me.partnership_id, Some(me.account_id), client.address);
        let happening = Happening { partnership, audience, actor, from, what, subject, data };
        partnerships::happened(&transaction, happening, app.clock.now()).await?;
        transaction.commit().await?;
        app.bells.ring(partnership);
        app.bells.ring_all(bells);
        Ok(())
    }

    /// The same of a round, of which everybody may know.
    pub(super) async fn close_about(
        self,
        round: &scan_round::Model,
        what: &'static str,
        mut data: Value,
    ) -> Result<(), ScanError> {
        data["scan"] = json!(round.id);
        data["kind"] = json!(round.kind);
        self.close(Audience::Partnership, what, round.id, data).await
    }
}

/// Who asks, as they are in the transaction: whatever they were when they came.
pub(super) async fn held(db: &impl ConnectionTrait, me: &Membership) -> Result<Membership, ScanError> {
    partnerships::hold(db, me.account_id, me.partnership_id).await?.ok_or(ScanError::NotFound)
}
