//! Where partners answer as partners: openly, one answer each, by those who speak for them.

use uuid::Uuid;

use super::answers::{Answers, AnswersGiven};
use super::api::Voice;
use crate::access::{Action, Denied};
use crate::app::App;
use crate::entity::scan_round::{Mode, Status};
use crate::entity::scan_voice;
use crate::partnerships::{Membership, held};
use crate::scans::error::ScanError;
use crate::scans::promise::asked;
use crate::scans::store;

/// Answers for one's partner, or answers otherwise than before, as long as the round is open. Nobody else sees it until
/// then, so nothing is announced.
pub(super) async fn give(app: &App, me: &Membership, round: Uuid, given: &AnswersGiven) -> Result<(), ScanError> {
    let transaction = app.database.begin().await?;
    let me = held(&transaction, me).await?;
    let round = store::lock_round(&transaction, &me, round).await?.ok_or(ScanError::NotFound)?;
    me.may(Action::AnswerScans)?;
    let now = app.clock.now();
    if round.status != Status::Open || round.closes_at.is_none_or(|closes_at| closes_at <= now) {
        return Err(ScanError::NotOpen);
    }
    if round.mode != Some(Mode::PartnerVoice) {
        return Err(ScanError::NotAsked);
    }
    let partner = me.partner.filter(|_| me.mandated).ok_or(Denied::ByRole)?;
    let read = given.read(round.kind, &asked(&round)?)?;
    let voice = scan_voice::Model {
        round_id: round.id,
        partner_id: partner.id,
        answers: serde_json::to_string(&read.answers)?,
        words: read.words,
        answered_by: me.account_id,
        answered_at: now,
    };
    store::give_voice(&transaction, voice).await?;
    transaction.commit().await?;
    Ok(())
}

/// What one's own partner answered; nothing if it did not.
pub(super) async fn own(app: &App, me: &Membership, round: Uuid) -> Result<Voice, ScanError> {
    let db = app.database.reader();
    let round = store::round(db, me, round).await?.ok_or(ScanError::NotFound)?;
    me.may(Action::AnswerScans)?;
    let partner = me.partner.as_ref().ok_or(Denied::ByRole)?;
    let voice = store::voice(db, round.id, partner.id).await?.ok_or(ScanError::NotFound)?;
    let Answers { answers, priorities } = serde_json::from_str(&voice.answers)?;
    Ok(Voice {
        answers: answers.iter().map(|(of, answer)| (of.to_string(), answer.map(Into::into))).collect(),
        priorities: priorities.iter().map(|factor| factor.id().to_owned()).collect(),
        words: voice.words,
        answered_by: voice.answered_by,
        answered_at: voice.answered_at,
    })
}
