//! Where something about a round is decided: while it and whoever decides stay as they are.

use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde_json::{Value, json};
use uuid::Uuid;

use super::error::ScanError;
use super::store;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::scan_round;
use crate::partnerships::{self, Happening, Membership};

/// A transaction in which a round stays as it was read.
pub(super) struct Desk<'a> {
    pub(super) app: &'a App,
    pub(super) transaction: DatabaseTransaction,
    pub(super) me: Membership,
    pub(super) round: scan_round::Model,
    /// Whose bells are rung once it is committed.
    pub(super) bells: Vec<Uuid>,
}

impl<'a> Desk<'a> {
    /// Begins, if whoever asks may do `action`.
    pub(super) async fn open(
        app: &'a App,
        me: &Membership,
        round: Uuid,
        action: Action,
    ) -> Result<Self, ScanError> {
        let transaction = app.database.begin().await?;
        let me = held(&transaction, me).await?;
        let round = store::lock_round(&transaction, &me, round).await?.ok_or(ScanError::NotFound)?;
        me.may(action)?;
        Ok(Self { app, transaction, me, round, bells: Vec::new() })
    }

    /// Makes it so, and tells everybody in the partnership.
    pub(super) async fn close(self, client: &Client, what: &'static str, mut data: Value) -> Result<(), ScanError> {
        let Self { app, transaction, me, round, bells } = self;
        data["scan"] = json!(round.id);
        data["kind"] = json!(round.kind);
        let happening = Happening {
            partnership: me.partnership_id,
            actor: Some(me.account_id),
            from: client.address,
            what,
            subject: round.id,
            data,
        };
        partnerships::happened(&transaction, happening, app.clock.now()).await?;
        transaction.commit().await?;
        app.bells.ring(me.partnership_id);
        app.bells.ring_all(bells);
        Ok(())
    }
}

/// Who asks, as they are in the transaction: whatever they were when they came.
pub(super) async fn held(db: &impl ConnectionTrait, me: &Membership) -> Result<Membership, ScanError> {
    partnerships::hold(db, me.account_id, me.partnership_id).await?.ok_or(ScanError::NotFound)
}
