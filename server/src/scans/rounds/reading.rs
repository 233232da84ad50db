//! Rounds, as somebody sees them.

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::api::{OwnPart, Scan, ScanList, ScanProposal};
use super::calendar::proposals;
use super::counting::counts;
use super::opening::statements;
use crate::access::Action;
use crate::app::App;
use crate::entity::scan_round::{self, Kind, Mode, Status};
use crate::partnerships::Membership;
use crate::scans::error::ScanError;
use crate::scans::store;

/// All of them, and what to plan next.
pub(super) async fn list(app: &App, me: &Membership) -> Result<ScanList, ScanError> {
    let db = app.database.reader();
    me.may(Action::ReadPartnership)?;
    let rounds = store::rounds(db, me).await?;
    let today = app.clock.now().date_naive();
    let proposals = proposals(&closed(&rounds), &unfinished(&rounds), today);
    let mut items = Vec::with_capacity(rounds.len());
    for round in rounds {
        items.push(shown(app, db, me, round).await?);
    }
    Ok(ScanList { items, next: None, proposals: proposals.into_iter().map(ScanProposal::from).collect() })
}

pub(super) async fn one(app: &App, me: &Membership, id: Uuid) -> Result<Scan, ScanError> {
    let db = app.database.reader();
    me.may(Action::ReadPartnership)?;
    let round = store::round(db, me, id).await?.ok_or(ScanError::NotFound)?;
    shown(app, db, me, round).await
}

fn closed(rounds: &[scan_round::Model]) -> Vec<(Kind, NaiveDate)> {
    rounds.iter().filter_map(|round| Some((round.kind, round.closed_at?.date_naive()))).collect()
}

fn unfinished(rounds: &[scan_round::Model]) -> Vec<(Kind, NaiveDate)> {
    let unfinished = rounds.iter().filter(|round| round.status != Status::Closed);
    unfinished.map(|round| (round.kind, round.planned_for)).collect()
}

async fn shown(
    app: &App,
    db: &impl ConnectionTrait,
    me: &Membership,
    round: scan_round::Model,
) -> Result<Scan, ScanError> {
    let asked = if let Some(statements) = &round.statements {
        serde_json::from_str(statements)?
    } else {
        let number = store::number_after(db, me, round.kind).await?;
        statements(round.kind, number).iter().map(ToString::to_string).collect()
    };
    let mine = own_part(db, me, &round).await?;
    let counts = match round.status {
        Status::Open if me.may(Action::RunScans).is_ok() => Some(counts(db, &round).await?),
        _ => None,
    };
    Ok(Scan::new(&round, asked, mine, counts, app.clock.now()))
}

async fn own_part(db: &impl ConnectionTrait, me: &Membership, round: &scan_round::Model) -> Result<OwnPart, DbErr> {
    let Some(partner) = &me.partner else { return Ok(OwnPart::NotAsked) };
    let is_sent = match round.mode {
        Some(Mode::PartnerVoice) if me.mandated => store::voice(db, round.id, partner.id).await?.map(|_| true),
        Some(Mode::Anonymous) => {
            let invitation = store::invitation(db, round.id, me.account_id).await?;
            invitation.filter(|invitation| invitation.partner_id == partner.id).map(|invitation| invitation.sent)
        }
        _ => return Ok(OwnPart::NotAsked),
    };
    Ok(match is_sent {
        Some(true) => OwnPart::Sent,
        Some(false) => OwnPart::Asked,
        None if round.mode == Some(Mode::PartnerVoice) => OwnPart::Asked,
        None => OwnPart::NotAsked,
    })
}
