//! How anything about a partnership is changed: one at a time, and then everybody whom it concerns is told.
//!
//! The partnership's row is locked first, before anything is read that is decided by. So of two who remove the last two
//! leads at the same moment, the second finds one lead, and is refused. What must always hold is looked at when the
//! change is complete ([`Company::may_follow`]), so that no operation can forget it.

use std::net::IpAddr;

use sea_orm::{DatabaseTransaction, DbErr};
use serde_json::{Value, json};
use uuid::Uuid;

use super::company::Company;
use super::error::PartnershipError;
use super::events::{Announcement, Audience, announce};
use super::sharing;
use super::store::{self, Membership};
use crate::access::Action;
use crate::accounts::{Actor, Client};
use crate::app::App;
use crate::audit::{self, Chain, Deed};
use crate::entity::partnership;
use crate::notifications::{self, Notice};
use crate::realtime::Close;

/// Something about a partnership is being changed. Nothing of it is so until it is committed.
pub(super) struct Change<'a> {
    pub(super) app: &'a App,
    pub(super) transaction: DatabaseTransaction,
    pub(super) partnership: partnership::Model,
    /// Who was in it before.
    pub(super) before: Company,
    was_archived: bool,
    pub(super) actor: Uuid,
    from: Option<IpAddr>,
    announcements: Vec<Announcement>,
    deeds: Vec<Deed>,
    revoked: Vec<(Uuid, Close)>,
    notices: Vec<(Uuid, Notice)>,
    settled: Vec<Uuid>,
}

impl<'a> Change<'a> {
    /// Begins to change a partnership that is there. Whether `actor` may is looked at next.
    pub(super) async fn begin(
        app: &'a App,
        actor: &Actor,
        client: &Client,
        partnership: Uuid,
    ) -> Result<Self, PartnershipError> {
        let transaction = app.database.begin().await?;
        let partnership = store::lock(&transaction, partnership).await?.ok_or(PartnershipError::NotFound)?;
        let before = store::company(&transaction, partnership.id).await?;
        Ok(Self::new(app, actor, client, transaction, partnership, before))
    }

    /// The same by somebody who is in it, and in a role that permits it.
    pub(super) async fn begin_as_member(
        app: &'a App,
        actor: &Actor,
        client: &Client,
        partnership: Uuid,
        action: Action,
    ) -> Result<(Self, Membership), PartnershipError> {
        // Before anything is locked: what does not exist for somebody is not kept from others by them.
        let me = store::membership(app.database.reader(), actor.account_id, partnership).await?;
        me.ok_or(PartnershipError::NotFound)?;
        let change = Self::begin(app, actor, client, partnership).await?;
        let me = store::membership(&change.transaction, actor.account_id, partnership).await?;
        let me = me.ok_or(PartnershipError::NotFound)?;
        me.may(action)?;
        Ok((change, me))
    }

    /// Begins with one that was not there.
    pub(super) async fn begin_with(
        app: &'a App,
        actor: &Actor,
        client: &Client,
        partnership: partnership::Model,
    ) -> Result<Self, PartnershipError> {
        let transaction = app.database.begin().await?;
        store::add_partnership(&transaction, partnership.clone()).await?;
        Ok(Self::new(app, actor, client, transaction, partnership, Company::default()))
    }

    fn new(
        app: &'a App,
        actor: &Actor,
        client: &Client,
        transaction: DatabaseTransaction,
        partnership: partnership::Model,
        before: Company,
    ) -> Self {
        Self {
            app,
            transaction,
            was_archived: partnership.status == partnership::Status::Archived,
            partnership,
            before,
            actor: actor.account_id,
            from: client.address,
            announcements: Vec::new(),
            deeds: Vec::new(),
            revoked: Vec::new(),
            notices: Vec::new(),
            settled: Vec::new(),
        }
    }

    /// Something happened, to be told to everybody in the partnership and put on its record. `what` is a noun with a
    /// past verb; `data` holds ids and names of fields.
    pub(super) fn happened(&mut self, what: &'static str, subject: Uuid, data: Value) {
        self.record(Chain::Partnership(self.partnership.id), what, subject, data.clone());
        self.announcements.push(Announcement {
            audience: Audience::Partnership,
            kind: what.to_owned(),
            actor: Some(self.actor),
            data,
        });
    }

    /// The same, and on the record of the organisation that it concerns.
    pub(super) fn happened_to(&mut self, organisation: Uuid, what: &'static str, subject: Uuid, mut data: Value) {
        self.happened(what, subject, data.clone());
        data["partnership"] = json!(self.partnership.id);
        self.record(Chain::Organisation(organisation), what, subject, data);
    }

    fn record(&mut self, chain: Chain, action: &'static str, subject: Uuid, data: Value) {
        self.deeds.push(Deed {
            chain,
            actor: Some(self.actor),
            from: self.from,
            action,
            subject: Some(subject),
            data,
        });
    }

    /// Closes the live connections of a membership once this is committed.
    pub(super) fn send_away(&mut self, membership: Uuid) {
        self.revoked.push((membership, Close::FORBIDDEN));
    }

    /// Has all connections to the boards made anew once this is committed, because what one may do there is another.
    pub(super) fn call_back(&mut self) {
        self.revoked.push((self.partnership.id, Close::CHANGED));
    }

    /// Somebody is told in person, unless they do it themselves.
    pub(super) fn tell(&mut self, to: Uuid, notice: Notice) {
        self.notices.push((to, notice));
    }

    /// What waited is answered or taken back: nobody who was told of it has anything to do about it any more.
    pub(super) fn settle(&mut self, subject: Uuid) {
        self.settled.push(subject);
    }

    /// Commits it, if what must hold of a partnership still does, and tells everybody.
    pub(super) async fn commit(mut self) -> Result<(), PartnershipError> {
        // What ends here needs nobody any more.
        let ends = !self.was_archived && self.partnership.status == partnership::Status::Archived;
        if !ends {
            let after = store::company(&self.transaction, self.partnership.id).await?;
            after.may_follow(&self.before)?;
            sharing::follow(&mut self, &after).await?;
        }
        let bells = tell_in_person(self.app, &self.transaction, self.notices, self.settled).await?;
        let now = self.app.clock.now();
        // Chains are locked in one order, so that two changes cannot wait for each other.
        self.deeds.sort_by_key(|deed| rank(deed.chain));
        for deed in self.deeds {
            audit::record(&self.transaction, deed, now).await?;
        }
        announce(&self.transaction, self.partnership.id, self.announcements, now).await?;
        self.transaction.commit().await?;
        for (membership, close) in self.revoked {
            self.app.rooms.revoke(membership, close);
        }
        self.app.bells.ring(self.partnership.id);
        self.app.bells.ring_all(bells);
        Ok(())
    }
}

/// Gives the accounts whose bells are to be rung once it is committed.
async fn tell_in_person(
    app: &App,
    transaction: &DatabaseTransaction,
    mut notices: Vec<(Uuid, Notice)>,
    settled: Vec<Uuid>,
) -> Result<Vec<Uuid>, DbErr> {
    // Telling somebody holds their account: in one order, as whoever suspends an organisation locks its accounts.
    notices.sort_by_key(|(to, _)| *to);
    let mut bells = Vec::new();
    for subject in settled {
        bells.extend(notifications::settle(app, transaction, subject).await?);
    }
    for (to, notice) in notices {
        bells.push(to);
        notifications::tell(app, transaction, &[to], notice).await?;
    }
    Ok(bells)
}

fn rank(chain: Chain) -> (u8, Uuid) {
    match chain {
        Chain::Partnership(id) => (0, id),
        Chain::Organisation(id) => (1, id),
        Chain::Platform => (2, Uuid::nil()),
    }
}
