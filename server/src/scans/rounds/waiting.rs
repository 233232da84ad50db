//! Whom a round waits for.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use crate::access::{Role, Stage};
use crate::app::App;
use crate::entity::scan_round::{self, Mode, Status};
use crate::entity::{membership, partnership};
use crate::partnerships;
use crate::scans::store;

/// A round that waits for somebody.
#[derive(Clone, Debug)]
pub(crate) struct WaitingRound {
    /// The round.
    pub(crate) id: Uuid,
    /// The partnership, and what it is called.
    pub(crate) partnership: (Uuid, String),
    /// What is waited for.
    pub(crate) to: WaitingTo,
    /// Since when.
    pub(crate) since: DateTime<Utc>,
}

/// What somebody is to do about a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WaitingTo {
    /// Answer it, for themselves or for their partner.
    Answer,
    /// Open it: its day has come.
    Open,
}

/// The rounds that wait for an account.
pub(crate) async fn rounds_waiting_for(app: &App, account: Uuid) -> Result<Vec<WaitingRound>, DbErr> {
    let (db, now) = (app.database.reader(), app.clock.now());
    let mut waiting = Vec::new();
    for (round, me, partnership) in store::unfinished_of(db, account).await? {
        if partnership.status.stage() != Stage::Underway {
            continue;
        }
        let (to, since) = match round.status {
            Status::Open if is_waited_for(db, &round, &me, now).await? => (WaitingTo::Answer, round.opened_at),
            Status::Planned if me.role == Role::Lead && round.planned_for <= now.date_naive() => {
                (WaitingTo::Open, Some(round.planned_for.and_time(NaiveTime::MIN).and_utc()))
            }
            _ => continue,
        };
        waiting.push(of(&round, partnership, to, since.unwrap_or(round.planned_at)));
    }
    Ok(waiting)
}

fn of(round: &scan_round::Model, of: partnership::Model, to: WaitingTo, since: DateTime<Utc>) -> WaitingRound {
    WaitingRound { id: round.id, partnership: (of.id, of.name), to, since }
}

async fn is_waited_for(
    db: &impl ConnectionTrait,
    round: &scan_round::Model,
    me: &membership::Model,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    if round.closes_at.is_none_or(|closes_at| closes_at <= now) {
        return Ok(false);
    }
    if round.mode == Some(Mode::PartnerVoice) {
        let Some(partner) = me.partner_id.filter(|_| me.mandated) else { return Ok(false) };
        return Ok(store::voice(db, round.id, partner).await?.is_none());
    }
    let invitation = store::invitation(db, round.id, me.account_id).await?;
    Ok(invitation.is_some_and(|invitation| !invitation.sent && Some(invitation.partner_id) == me.partner_id))
}

/// Everybody a round waits for.
pub(super) async fn who_is_waited_for(
    db: &impl ConnectionTrait,
    round: &scan_round::Model,
) -> Result<Vec<Uuid>, DbErr> {
    let everybody = partnerships::everybody_in(db, round.partnership_id).await?;
    if round.mode == Some(Mode::PartnerVoice) {
        let voices = store::voices(db, [round.id]).await?;
        let has_spoken = |partner: Uuid| voices.iter().any(|voice| voice.partner_id == partner);
        let waited_for = everybody.iter().filter(|present| present.mandated);
        let waited_for = waited_for.filter(|present| present.partner_id.is_some_and(|of| !has_spoken(of)));
        return Ok(waited_for.map(|present| present.account_id).collect());
    }
    let unsent: BTreeSet<(Uuid, Uuid)> = store::invitations(db, [round.id])
        .await?
        .into_iter()
        .filter(|invitation| !invitation.sent)
        .map(|invitation| (invitation.account_id, invitation.partner_id))
        .collect();
    let is_waited_for =
        |account: Uuid, partner: Option<Uuid>| partner.is_some_and(|of| unsent.contains(&(account, of)));
    let waited_for = everybody.into_iter().filter(|one| is_waited_for(one.account_id, one.partner_id));
    Ok(waited_for.map(|present| present.account_id).collect())
}
