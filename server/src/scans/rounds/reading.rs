//! Rounds, as somebody sees them.

use std::collections::BTreeSet;
use std::slice;

use chrono::NaiveDate;
use uuid::Uuid;

use super::api::{Scan, ScanList, ScanProposal, Seen};
use super::asking::Asked;
use super::calendar::proposals;
use super::counting::counts;
use super::opening::{next_number, statements};
use crate::access::Action;
use crate::app::App;
use crate::boards::Kind as Board;
use crate::entity::scan_round::{self, Kind, Status};
use crate::partnerships::Membership;
use crate::scans::error::ScanError;
use crate::scans::improvements::running_factors;
use crate::scans::promise::asked;
use crate::scans::store;

/// All of them, and what to plan next.
pub(super) async fn list(app: &App, me: &Membership) -> Result<ScanList, ScanError> {
    let db = app.database.reader();
    me.may(Action::ReadPartnership)?;
    let rounds = store::rounds(db, me).await?;
    let today = app.clock.now().date_naive();
    let proposals = proposals(&closed(&rounds), &unfinished(&rounds), today);
    let items = shown(app, me, &rounds, &rounds).await?;
    Ok(ScanList { items, next: None, proposals: proposals.into_iter().map(ScanProposal::from).collect() })
}

pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<Scan, ScanError> {
    me.may(Action::ReadPartnership)?;
    let rounds = store::rounds(app.database.reader(), me).await?;
    let round = rounds.iter().find(|round| round.id == id).ok_or(ScanError::NotFound)?;
    shown(app, me, &rounds, slice::from_ref(round)).await?.pop().ok_or(ScanError::NotFound)
}

fn closed(rounds: &[scan_round::Model]) -> Vec<(Kind, NaiveDate)> {
    rounds.iter().filter_map(|round| Some((round.kind, round.closed_at?.date_naive()))).collect()
}

fn unfinished(rounds: &[scan_round::Model]) -> Vec<(Kind, NaiveDate)> {
    let unfinished = rounds.iter().filter(|round| round.status != Status::Closed);
    unfinished.map(|round| (round.kind, round.planned_for)).collect()
}

/// Some of `all` rounds of a partnership.
async fn shown(
    app: &App,
    me: &Membership,
    all: &[scan_round::Model],
    rounds: &[scan_round::Model],
) -> Result<Vec<Scan>, ScanError> {
    let db = app.database.reader();
    // What is being improved is not for who observes: they are shown the rotation.
    let running =
        if me.may(Action::ReadReports).is_ok() { running_factors(db, me).await? } else { BTreeSet::new() };
    let part = Asked::only(db, rounds, me.account_id).await?;
    let mut shown = Vec::with_capacity(rounds.len());
    for round in rounds {
        let asked = match round.status {
            Status::Planned => statements(round.kind, next_number(all, round.kind), &running),
            Status::Open | Status::Closed => asked(round)?,
        };
        let counts = match round.status {
            Status::Open if me.may(Action::RunScans).is_ok() => Some(counts(db, round).await?),
            _ => None,
        };
        let asked = asked.iter().map(ToString::to_string).collect();
        let conversation = me.may(Board::Conversation.reading()).is_ok();
        let seen = Seen { part: part.of(round, me.into()), counts, conversation };
        shown.push(Scan::new(round, asked, seen, app.clock.now()));
    }
    Ok(shown)
}
