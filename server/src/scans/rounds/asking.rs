//! What rounds ask of people.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::api::OwnPart;
use crate::entity::scan_round::{self, Mode, Status};
use crate::entity::{membership, scan_invitation};
use crate::partnerships::{Membership, Present};
use crate::scans::store;

/// Somebody who takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Person {
    account: Uuid,
    /// For which partner they act.
    partner: Option<Uuid>,
    /// Whether they speak for it.
    mandated: bool,
}

/// Who was asked, and who answered, in some rounds.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// For which partner somebody was asked in a round, and whether they sent.
    invited: BTreeMap<(Uuid, Uuid), (Uuid, bool)>,
    /// Which partner spoke in which round.
    spoken: BTreeSet<(Uuid, Uuid)>,
}

impl Asked {
    /// Everybody.
    pub(super) async fn everybody(db: &impl ConnectionTrait, rounds: &[scan_round::Model]) -> Result<Self, DbErr> {
        Self::read(db, rounds, store::invitations(db, ids(rounds)).await?).await
    }

    /// One person.
    pub(super) async fn only(
        db: &impl ConnectionTrait,
        rounds: &[scan_round::Model],
        account: Uuid,
    ) -> Result<Self, DbErr> {
        Self::read(db, rounds, store::invitations_of(db, ids(rounds), account).await?).await
    }

    async fn read(
        db: &impl ConnectionTrait,
        rounds: &[scan_round::Model],
        invitations: Vec<scan_invitation::Model>,
    ) -> Result<Self, DbErr> {
        let spoken = store::spoken(db, ids(rounds)).await?;
        let invited = invitations.iter().map(|of| ((of.round_id, of.account_id), (of.partner_id, of.sent)));
        Ok(Self { invited: invited.collect(), spoken: spoken.into_iter().collect() })
    }

    /// What a round asks of somebody.
    pub(super) fn of(&self, round: &scan_round::Model, person: Person) -> OwnPart {
        let sent_or_asked = |is_sent: bool| if is_sent { OwnPart::Sent } else { OwnPart::Asked };
        let Some(partner) = person.partner else { return OwnPart::NotAsked };
        match round.mode {
            Some(Mode::PartnerVoice) if person.mandated => {
                sent_or_asked(self.spoken.contains(&(round.id, partner)))
            }
            Some(Mode::Anonymous) => match self.invited.get(&(round.id, person.account)) {
                // Who acts for another partner by now was not asked as that.
                Some(&(asked_for, is_sent)) if asked_for == partner => sent_or_asked(is_sent),
                _ => OwnPart::NotAsked,
            },
            _ => OwnPart::NotAsked,
        }
    }

    /// Whether an open round waits for their answer.
    pub(super) fn waits_for(&self, round: &scan_round::Model, person: Person) -> bool {
        round.status == Status::Open && self.of(round, person) == OwnPart::Asked
    }
}

fn ids(rounds: &[scan_round::Model]) -> impl Iterator<Item = Uuid> {
    rounds.iter().map(|round| round.id)
}

impl From<&Membership> for Person {
    fn from(me: &Membership) -> Self {
        let partner = me.partner.as_ref().map(|partner| partner.id);
        Self { account: me.account_id, partner, mandated: me.mandated }
    }
}

impl From<&membership::Model> for Person {
    fn from(of: &membership::Model) -> Self {
        Self { account: of.account_id, partner: of.partner_id, mandated: of.mandated }
    }
}

impl From<&Present> for Person {
    fn from(of: &Present) -> Self {
        Self { account: of.account_id, partner: of.partner_id, mandated: of.mandated }
    }
}
