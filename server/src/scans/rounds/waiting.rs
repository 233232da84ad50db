//! Whom a round waits for.

use std::slice;

use chrono::{DateTime, NaiveTime, Utc};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::asking::Asked;
use crate::access::{Role, Stage};
use crate::app::App;
use crate::entity::partnership;
use crate::entity::scan_round::{self, Status};
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
    let unfinished = store::unfinished_of(db, account).await?;
    let rounds: Vec<scan_round::Model> = unfinished.iter().map(|(round, ..)| round.clone()).collect();
    let asked = Asked::only(db, &rounds, account).await?;
    let underway = unfinished.into_iter().filter(|(.., partnership)| partnership.status.stage() == Stage::Underway);
    let waiting = underway.filter_map(|(round, me, partnership)| {
        let (to, since) = match round.status {
            Status::Open if round.closes_at? > now && asked.waits_for(&round, (&me).into()) => {
                (WaitingTo::Answer, round.opened_at)
            }
            Status::Planned if me.role == Role::Lead && round.planned_for <= now.date_naive() => {
                (WaitingTo::Open, Some(round.planned_for.and_time(NaiveTime::MIN).and_utc()))
            }
            _ => return None,
        };
        Some(of(&round, partnership, to, since.unwrap_or(round.planned_at)))
    });
    Ok(waiting.collect())
}

fn of(round: &scan_round::Model, of: partnership::Model, to: WaitingTo, since: DateTime<Utc>) -> WaitingRound {
    WaitingRound { id: round.id, partnership: (of.id, of.name), to, since }
}

/// Everybody an open round waits for.
pub(super) async fn who_is_waited_for(
    db: &impl ConnectionTrait,
    round: &scan_round::Model,
) -> Result<Vec<Uuid>, DbErr> {
    let asked = Asked::everybody(db, slice::from_ref(round)).await?;
    let everybody = partnerships::everybody_in(db, round.partnership_id).await?;
    let waited_for = everybody.iter().filter(|&present| asked.waits_for(round, present.into()));
    Ok(waited_for.map(|present| present.account_id).collect())
}
