//! A round closes, and is reported.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde_json::json;
use uuid::Uuid;

use super::counting::{invited_per_partner, speaking};
use crate::access::{Action, Role};
use crate::accounts::Client;
use crate::app::App;
use crate::boards;
use crate::entity::scan_round::{self, Mode, Status};
use crate::entity::{scan_report, scan_response};
use crate::notifications::{self, Kind as Told};
use crate::partnerships::{self, Audience, Desk, Happening, Membership};
use crate::scans::answering::Answers;
use crate::scans::desk::{close_about, round};
use crate::scans::error::ScanError;
use crate::scans::method::Showing;
use crate::scans::mixing::{mixed, shuffled};
use crate::scans::promise::asked;
use crate::scans::report::{self, Answered, Said};
use crate::scans::store;
use crate::scans::telling::notice;

/// How long answers are waited for of whom a ballot was handed out: longer than a page keeps them back.
const LAST_ANSWERS: TimeDelta = TimeDelta::seconds(45);
/// What answers leave traces in, until the database tidies up.
const TABLES: [&str; 3] = ["scan_response", "scan_invitation", "scan_ballot_used"];

/// A lead closes a round before its day: from now on nobody gets a ballot.
pub(super) async fn close(app: &App, me: &Membership, client: &Client, id: Uuid) -> Result<(), ScanError> {
    let desk = Desk::open(app, me, client, Action::RunScans).await?;
    let (round, now) = (round(&desk, id).await?, app.clock.now());
    let closes_at = round.closes_at.filter(|_| round.status == Status::Open).ok_or(ScanError::NotOpen)?;
    if closes_at > now {
        let closing = scan_round::Model { closes_at: Some(now), ..round };
        store::put_round(&desk.transaction, closing.clone()).await?;
        close_about(desk, &closing, "scan.closing", json!({})).await?;
    } else {
        desk.transaction.rollback().await?;
    }
    close_if_complete(app, id).await
}

/// Closes and reports a round whose time is over, once all answers are in of those who got a ballot, or have had their
/// time.
pub(in crate::scans) async fn close_if_complete(app: &App, id: Uuid) -> Result<(), ScanError> {
    let transaction = app.database.begin().await?;
    let Some(round) = store::lock_by_id(&transaction, id).await? else { return Ok(()) };
    if !is_complete(app, &transaction, &round).await? {
        return Ok(());
    }
    let bells = report(app, &transaction, round).await?;
    transaction.commit().await?;
    app.bells.ring_all(bells);
    app.database.scrub(&TABLES).await;
    Ok(())
}

async fn is_complete(app: &App, db: &impl ConnectionTrait, round: &scan_round::Model) -> Result<bool, ScanError> {
    let now = app.clock.now();
    let Some(closes_at) = round.closes_at.filter(|&at| round.status == Status::Open && at <= now) else {
        return Ok(false);
    };
    if now >= closes_at + LAST_ANSWERS {
        return Ok(true);
    }
    Ok(store::used_ballots(db, round.id).await? >= store::sent(db, round.id).await?)
}

/// Gives whose bells are to be rung.
async fn report(app: &App, db: &DatabaseTransaction, round: scan_round::Model) -> Result<Vec<Uuid>, ScanError> {
    let (answered, words) = answered(db, &round).await?;
    let earlier = report::earlier(db, round.partnership_id).await?;
    let made = report::make(&answered, &earlier, words);
    let kept = scan_report::Model {
        round_id: round.id,
        content: serde_json::to_string(&made.content)?,
        basis: serde_json::to_string(&made.basis)?,
    };
    store::add_report(db, kept).await?;
    store::forget_ballots(db, round.id).await?;
    let now = app.clock.now();
    let conversation = boards::create_board(db, round.partnership_id, boards::Kind::Conversation, now).await?;
    let closed = scan_round::Model {
        status: Status::Closed,
        secret: None,
        closed_at: Some(now),
        conversation_id: Some(conversation),
        ..round.clone()
    };
    store::put_round(db, closed).await?;
    let everybody = partnerships::everybody_in(db, round.partnership_id).await?;
    let readers: Vec<Uuid> = everybody
        .iter()
        .filter(|present| matches!(present.role, Role::Lead | Role::Member))
        .map(|present| present.account_id)
        .collect();
    let mut bells = notifications::settle(app, db, round.id).await?;
    notifications::tell(app, db, &readers, notice(Told::ScanReported, &round)).await?;
    let happening = Happening {
        partnership: round.partnership_id,
        audience: Audience::Partnership,
        actor: None,
        from: None,
        what: "scan.reported",
        subject: round.id,
        data: json!({ "scan": round.id, "kind": round.kind }),
    };
    partnerships::happened(db, happening, now).await?;
    bells.extend(readers);
    bells.push(round.partnership_id);
    Ok(bells)
}

/// What was answered, and the words apart from it, both in no order. What is stored of it is written anew, in an order
/// and under ids that were not there before, and without the words.
async fn answered(
    db: &impl ConnectionTrait,
    round: &scan_round::Model,
) -> Result<(Answered, Vec<String>), ScanError> {
    let (invited, mut said) = if round.mode == Some(Mode::PartnerVoice) {
        (speaking(db, round).await?, voices(db, round.id).await?)
    } else {
        let invitations = store::invitations(db, [round.id]).await?;
        let invited = invited_per_partner(invitations.iter().map(|invitation| invitation.partner_id));
        (invited, responses(db, round.id).await?)
    };
    let words = shuffled(said.iter_mut().filter_map(|said| said.words.take()).collect());
    let answered = Answered {
        kind: round.kind,
        mode: round.mode.unwrap_or(Mode::Anonymous),
        showing: Showing::of(round),
        instrument: round.instrument.unwrap_or_default(),
        statements: asked(round)?,
        marks: partnerships::partner_marks(db, round.partnership_id).await?,
        invited: everybody_counted(invited, &said),
        said,
    };
    Ok((answered, words))
}

/// A partner that answered and then left was asked.
fn everybody_counted(mut invited: BTreeMap<Uuid, usize>, said: &[Said]) -> BTreeMap<Uuid, usize> {
    for said in said {
        invited.entry(said.partner).or_insert(1);
    }
    invited
}

async fn voices(db: &impl ConnectionTrait, round: Uuid) -> Result<Vec<Said>, ScanError> {
    let voices = store::voices(db, [round]).await?;
    voices.into_iter().map(|voice| said(voice.partner_id, &voice.answers, voice.words)).collect()
}

async fn responses(db: &impl ConnectionTrait, round: Uuid) -> Result<Vec<Said>, ScanError> {
    let responses = mixed(store::take_all_out(db, round).await?);
    let without_words = responses.iter().map(|response| scan_response::Model { words: None, ..response.clone() });
    store::add_responses(db, without_words.collect()).await?;
    responses.into_iter().map(|response| said(response.partner_id, &response.answers, response.words)).collect()
}

fn said(partner: Uuid, answers: &str, words: Option<String>) -> Result<Said, ScanError> {
    let Answers { answers, priorities } = serde_json::from_str(answers)?;
    Ok(Said { partner, answers, chosen: priorities, words })
}
